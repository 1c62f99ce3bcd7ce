using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Record that a copy of a return came: the letter asks for three of each.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Form">In what form.</param>
/// <param name="On">The day it came; today or earlier.</param>
/// <param name="RegisterNumber">Number in the office's register (เลขที่รับ). Default: not registered.</param>
/// <param name="Indicator">On what. Default: one copy of all of the unit's returns.</param>
internal sealed record RecordCopy(UnitCode Unit, CopyForm Form, DateOnly On, string? RegisterNumber = null, IndicatorNumber? Indicator = null) : RoundDecision
{
    private const int LongestNumber = 100;

    private static readonly BilingualText NumberWord = new("เลขที่รับ", "register number");

    private protected override IEnumerable<Said> Said => [new("registerNumber", NumberWord, RegisterNumber, LongestNumber)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit, Indicator) is { } unknown) return Refuse.For(unknown);
        if (On > asked.Today) return Refuse.For(DecisionFindings.DayTooLate.At(Place.At("/on"), ThaiDate.Bilingual(On), ThaiDate.Bilingual(asked.Today)));
        return asked.State.Copies.GetValueOrDefault((Unit, Indicator, Form)) is { } copy
            ? Already.By(copy.By.Number)
            : asked.Yes(this, new CopyReceived(Unit, Indicator, Form, On, RegisterNumber is { } number ? HashOf(number) : null));
    }
}

/// <summary>Take back that a copy came.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Form">In what form.</param>
/// <param name="Reason">Why.</param>
/// <param name="Indicator">On what, as it was recorded. Default: all of the unit's returns.</param>
internal sealed record RevokeCopy(UnitCode Unit, CopyForm Form, string Reason, IndicatorNumber? Indicator = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Copies.ContainsKey((Unit, Indicator, Form))) return asked.Yes(this, new CopyRevoked(Unit, Indicator, Form, HashOf(Reason)));
        return asked.Unknown(Unit, Indicator) is { } unknown ? Refuse.For(unknown) : new Already();
    }
}

/// <summary>A copy came.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what; <see langword="null"/> for all of the unit's returns.</param>
/// <param name="Form">In what form.</param>
/// <param name="On">The day it came.</param>
/// <param name="RegisterNumber">Vault object with the office's register number; <see langword="null"/> where it has none.</param>
internal sealed record CopyReceived(UnitCode Unit, IndicatorNumber? Indicator, CopyForm Form, DateOnly On, ContentHash? RegisterNumber) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => RegisterNumber is { } number ? [number] : [];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Copies = state.Copies.SetItem((Unit, Indicator, Form), new(how.Ruled(RegisterNumber), On)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (what, form, day) = (telling.ReturnOf(Unit, Indicator), Copy.NameOf(Form), ThaiDate.Bilingual(On));
        return new($"ได้รับ{what.Thai}เป็น{form.Thai} เมื่อวันที่ {day.Thai}", $"A copy came on {day.English}: {form.English} of {what.English}");
    }
}

/// <summary>It was taken back that a copy came.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Form">In what form.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record CopyRevoked(UnitCode Unit, IndicatorNumber? Indicator, CopyForm Form, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Copies = state.Copies.Remove((Unit, Indicator, Form)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (what, form) = (telling.ReturnOf(Unit, Indicator), Copy.NameOf(Form));
        return new($"ยกเลิกการบันทึกว่าได้รับ{what.Thai}เป็น{form.Thai}", $"It was taken back that a copy came: {form.English} of {what.English}");
    }
}

/// <summary>A copy that came.</summary>
/// <param name="By">Who recorded it and when, with the register number.</param>
/// <param name="On">The day it came.</param>
internal sealed record Copy(Ruled By, DateOnly On)
{
    public static BilingualText NameOf(CopyForm form) => form switch
    {
        CopyForm.Word => new("ไฟล์ Word", "a Word file"),
        CopyForm.Pdf => new("ไฟล์ PDF ที่ลงนามแล้ว", "a signed PDF"),
        _ => new("เอกสารกระดาษ", "a paper copy"),
    };
}

/// <summary>In what form a return comes.</summary>
internal enum CopyForm
{
    /// <summary>A Word file.</summary>
    Word,

    /// <summary>A scan of the signed return.</summary>
    Pdf,

    /// <summary>Paper.</summary>
    Paper,
}

internal sealed partial record RoundState
{
    /// <summary>Copies that came; without an indicator of all of the unit's returns.</summary>
    public ImmutableDictionary<(UnitCode Unit, IndicatorNumber? Indicator, CopyForm Form), Copy> Copies { get; init; } =
        ImmutableDictionary<(UnitCode, IndicatorNumber?, CopyForm), Copy>.Empty;

    /// <summary>The copy of a return in a form, its own or one of all of the unit's.</summary>
    public Copy? CopyOf(UnitCode unit, IndicatorNumber indicator, CopyForm form) =>
        Copies.GetValueOrDefault((unit, indicator, form)) ?? Copies.GetValueOrDefault((unit, null, form));
}
