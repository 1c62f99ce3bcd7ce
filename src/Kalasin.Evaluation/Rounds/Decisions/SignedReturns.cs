using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Attach the signed copy of printed returns of a unit; a later one replaces it. Not a <see cref="RoundDecision"/>, because the host has looked into the
/// file, which is in the vault.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Returns">Versions whose codes were found in it.</param>
/// <param name="Form">How it is signed.</param>
/// <param name="File">Hash of the PDF.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Signature">Who signed by which certificate and what verifying it found; names persons. Default: it is a scan.</param>
internal sealed record AttachSignedReturn(
    Guid Id, UnitCode Unit, ImmutableArray<SignedVersion> Returns, SignedForm Form, ContentHash File, long Size, ImmutableArray<string> Codes,
    StatedText? Signature = null) : RoundCommand(Id)
{
    internal override IEnumerable<StatedText> Texts => Signature is { } said ? [said] : [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.SendsFor(Unit);

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit) is { } unknown) return Refuse.For(unknown);
        foreach (var (indicator, version) in Returns)
            if (asked.NotCurrent(Unit, indicator, version) is { } other) return Refuse.For(other);
        if (Returns.IsEmpty) return Refuse.For(SigningFindings.NothingSigned.At(Place.At("/returns")));
        var known = Returns.Select(r => asked.State.SignedReturnOf(Unit, r.Indicator)).ToList();
        return known.TrueForAll(copy => copy?.File == File)
            ? Already.By(known[0]!.Attached.Number)
            : asked.Yes(this, new SignedReturnAttached(Unit, Returns, Form, File, Size, Codes, Signature?.Hash));
    }
}

/// <summary>A version of a return on an indicator.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which.</param>
internal sealed record SignedVersion(IndicatorNumber Indicator, int Version);

/// <summary>The signed copy of printed returns was attached.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Returns">Versions whose codes were found in it.</param>
/// <param name="Form">How it is signed.</param>
/// <param name="File">Hash of the PDF.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Signature">Vault object with who signed and what verifying it found; <see langword="null"/> for a scan.</param>
internal sealed record SignedReturnAttached(
    UnitCode Unit, ImmutableArray<SignedVersion> Returns, SignedForm Form, ContentHash File, long Size, ImmutableArray<string> Codes, ContentHash? Signature) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Signature is { } text ? [text] : [];

    internal override IEnumerable<ContentHash> Contents => [File, .. Texts];

    /// <summary>It is the signed PDF that the letter asks for.</summary>
    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how)
    {
        var (signed, copies) = (state.SignedReturns, state.Copies);
        foreach (var (indicator, version) in Returns)
        {
            signed = signed.SetItem((Unit, indicator), new(how.Ruled(null), version, Form, File, Size, Codes, Signature));
            if (state.CopyOf(Unit, indicator, CopyForm.Pdf) is null) copies = copies.SetItem((Unit, indicator, CopyForm.Pdf), new(how.Ruled(null), BangkokTime.Date(how.At)));
        }
        return state with { SignedReturns = signed, Copies = copies };
    }

    internal override BilingualText Tell(Telling telling)
    {
        var (of, name) = (Listed(Returns), telling.NameOf(Unit));
        return Form == SignedForm.Scan
            ? new($"แนบสำเนาแบบรายงานที่ลงนามแล้วของ{name.Thai} {of.Thai}", $"A scan of the signed returns of {name.English} was attached: {of.English}")
            : new($"แนบแบบรายงานที่ลงลายมือชื่ออิเล็กทรอนิกส์แล้วของ{name.Thai} {of.Thai}", $"Returns of {name.English} signed by certificate were attached: {of.English}");
    }

    private static BilingualText Listed(ImmutableArray<SignedVersion> returns)
    {
        var numbers = BilingualText.Join(", ", returns.Select(r => r.Indicator.Bilingual));
        return new($"ตัวชี้วัดที่ {numbers.Thai}", $"{(returns.Length == 1 ? "indicator" : "indicators")} {numbers.English}");
    }
}

/// <summary>A signed copy of a printed return.</summary>
/// <param name="Attached">By whom and when.</param>
/// <param name="Version">Of which version.</param>
/// <param name="Form">How it is signed.</param>
/// <param name="File">Hash of the PDF.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Signature">Vault object with who signed and what verifying it found; <see langword="null"/> for a scan.</param>
internal sealed record SignedReturn(Ruled Attached, int Version, SignedForm Form, ContentHash File, long Size, ImmutableArray<string> Codes, ContentHash? Signature);

internal sealed partial record RoundState
{
    /// <summary>The last signed copy of each return, also where it is of an earlier version.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber Indicator), SignedReturn> SignedReturns { get; init; } =
        ImmutableDictionary<(UnitCode, IndicatorNumber), SignedReturn>.Empty;

    /// <summary>The signed copy of the current version; <see langword="null"/> where there is none.</summary>
    public SignedReturn? SignedReturnOf(UnitCode unit, IndicatorNumber indicator) =>
        SignedReturns.GetValueOrDefault((unit, indicator)) is { } copy && copy.Version == Current(unit, indicator)?.Version ? copy : null;
}
