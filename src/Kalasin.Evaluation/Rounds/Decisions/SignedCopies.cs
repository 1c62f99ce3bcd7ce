using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Attach a signed copy of a paper; a later one replaces it. Not a <see cref="RoundDecision"/>, because the host has looked into the file, which is
/// in the vault.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Paper">Of what.</param>
/// <param name="Form">How it is signed.</param>
/// <param name="File">Hash of the PDF.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Matched">How it is known to be of that paper.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Reason">Why a person takes it for that paper; needed where no code said so. Default: nothing was said.</param>
/// <param name="Signature">Who signed by which certificate and what verifying it found; names persons. Default: it is a scan.</param>
internal sealed record AttachSignedCopy(
    Guid Id, SignedPaper Paper, SignedForm Form, ContentHash File, long Size, MatchedBy Matched, ImmutableArray<string> Codes,
    StatedText? Reason = null, StatedText? Signature = null) : RoundCommand(Id)
{
    internal override IEnumerable<StatedText> Texts => new[] { Reason, Signature }.OfType<StatedText>();

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (DispatchOrder.IsOver(asked) is { } over) return Refuse.For(over);
        if (Matched == MatchedBy.Person && string.IsNullOrWhiteSpace(Reason?.Text)) return Refuse.For(Said.Why("").Objection!);
        var of = asked.State.Follows(Paper, asked.Rules);
        if (of is null)
            return Refuse.For((Paper == SignedPaper.Letter ? SigningFindings.NotNumbered : SigningFindings.NotApproved).At(Place.At("/paper")));
        return asked.State.SignedCopyOf(Paper, asked.Rules) is { } copy && copy.File == File
            ? Already.By(copy.Attached.Number)
            : asked.Yes(this, new SignedCopyAttached(Paper, Form, File, Size, Matched, of.Value, Codes, Reason?.Hash, Signature?.Hash));
    }
}

/// <summary>A signed copy of a paper was attached.</summary>
/// <param name="Paper">Of what.</param>
/// <param name="Form">How it is signed.</param>
/// <param name="File">Hash of the PDF.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Matched">How it is known to be of that paper.</param>
/// <param name="Of">Sequence of the event that the letter's words follow from, or that approved the report.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Reason">Vault object that says why a person takes it for that paper; <see langword="null"/> where nothing was said.</param>
/// <param name="Signature">Vault object with who signed and what verifying it found; <see langword="null"/> for a scan.</param>
internal sealed record SignedCopyAttached(
    SignedPaper Paper, SignedForm Form, ContentHash File, long Size, MatchedBy Matched, long Of, ImmutableArray<string> Codes, ContentHash? Reason,
    ContentHash? Signature) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => new[] { Reason, Signature }.OfType<ContentHash>();

    internal override IEnumerable<ContentHash> Contents => [File, .. Texts];

    internal override RoundState Apply(RoundState state, Happened how) => state with
    {
        SignedCopies = state.SignedCopies.SetItem(Paper, new(how.Ruled(Reason), Paper, Form, File, Size, Matched, Of, Codes, Signature)),
    };

    internal override BilingualText Tell(Telling telling)
    {
        var paper = Paper == SignedPaper.Letter ? new BilingualText("หนังสือนำส่ง", "the covering letter") : new("หน้ารับรองรายงาน", "the signature page");
        return Form == SignedForm.Scan
            ? new($"แนบสำเนา{paper.Thai}ที่ลงนามแล้ว", $"A scan of {paper.English}, signed, was attached")
            : new($"แนบ{paper.Thai}ที่ลงลายมือชื่ออิเล็กทรอนิกส์แล้ว", $"A copy of {paper.English}, signed by certificate, was attached");
    }
}

/// <summary>A signed copy of a paper.</summary>
/// <param name="Attached">By whom and when, and why they take it for that paper.</param>
/// <param name="Paper">Of what.</param>
/// <param name="Form">How it is signed.</param>
/// <param name="File">Hash of the PDF.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Matched">How it is known to be of that paper.</param>
/// <param name="Of">Sequence of the event that the letter's words follow from, or that approved the report.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Signature">Vault object with who signed and what verifying it found; <see langword="null"/> for a scan.</param>
internal sealed record SignedCopy(
    Ruled Attached, SignedPaper Paper, SignedForm Form, ContentHash File, long Size, MatchedBy Matched, long Of, ImmutableArray<string> Codes, ContentHash? Signature);

/// <summary>A paper that is signed.</summary>
internal enum SignedPaper
{
    /// <summary>The letter that the report goes with (หนังสือนำส่ง).</summary>
    Letter,

    /// <summary>The page by which head and governor certify the report.</summary>
    SignaturePage,
}

/// <summary>How a copy is signed.</summary>
internal enum SignedForm
{
    /// <summary>On paper, and scanned.</summary>
    Scan,

    /// <summary>By certificate, in the file itself.</summary>
    Certificate,
}

/// <summary>How a copy is known to be of its paper.</summary>
internal enum MatchedBy
{
    /// <summary>By the QR code printed on it.</summary>
    Code,

    /// <summary>A person says so.</summary>
    Person,
}

internal sealed partial record RoundState
{
    /// <summary>The last signed copy of each paper, also where it is of a number or report that holds no more.</summary>
    public ImmutableDictionary<SignedPaper, SignedCopy> SignedCopies { get; init; } = ImmutableDictionary<SignedPaper, SignedCopy>.Empty;

    /// <summary>By whom and when the report was approved that was put forward last; <see langword="null"/> where it was not.</summary>
    internal Ruled? Approved => Signing is { IsApproved: true, Decided: var decided } ? decided : null;

    /// <summary>Sequence of the event that a paper, as it is printed now, follows from; <see langword="null"/> where there is no such paper yet.</summary>
    public long? Follows(SignedPaper paper, AwardRules rules) => paper == SignedPaper.Letter ? LetterFollows(rules) : Approved?.Number;

    /// <summary>The signed copy that holds: of the letter as it is printed now, of the report as it was approved. <see langword="null"/> where there is none.</summary>
    public SignedCopy? SignedCopyOf(SignedPaper paper, AwardRules rules) =>
        SignedCopies.GetValueOrDefault(paper) is { } copy && copy.Of == Follows(paper, rules) ? copy : null;
}
