using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>One return as it was understood, row by row.</summary>
public sealed record ReturnView : PageView
{
    internal ReturnView(AwardRules rules, ReportingUnit unit, Indicator indicator) : base(CellView.NameOf(indicator)) =>
        (Rules, Unit, Indicator) = (rules, unit, indicator);

    public AwardRules Rules { get; }

    public ReportingUnit Unit { get; }

    public Indicator Indicator { get; }

    public string Round => Rules.Plan.Id.Value;

    public string Address => PageAddress.Return(Round, Unit.Code.Value, Indicator.Number.Value);

    /// <summary>Newest first.</summary>
    public required ImmutableArray<VersionView> Versions { get; init; }

    /// <summary>The version that is shown; null where nothing came.</summary>
    public required VersionView? Shown { get; init; }

    /// <summary>Facts that were filled in.</summary>
    public ImmutableArray<(BilingualText Name, BilingualText Value)> Facts { get; init; } = [];

    /// <summary>Who left out the version that is shown, when and why; null where nobody did.</summary>
    public SaidView? Excluded { get; init; }

    /// <summary>A page of its rows.</summary>
    public ImmutableArray<RowView> Rows { get; init; } = [];

    /// <summary>Token of the next page of rows; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>What was found when the version came that is shown.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What it says that the one before did not; null for the first.</summary>
    public DifferenceView? Difference { get; init; }

    /// <summary>What the visitor may decide about the version that is shown.</summary>
    public ImmutableArray<DecisionForm> Forms { get; init; } = [];
}

/// <summary>A version of a return.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Receipt">The delivery that brought it.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="States">What holds of it: that it counts, was left out, was confirmed.</param>
public sealed record VersionView(int Number, int Receipt, DateTimeOffset ReceivedAt, ImmutableArray<BilingualText> States)
{
    internal static VersionView Of(RoundState state, UnitCode unit, IndicatorNumber indicator, ReturnVersion version)
    {
        var states = ImmutableArray.CreateBuilder<BilingualText>();
        if (state.Current(unit, indicator)?.Version == version.Version) states.Add(new("ฉบับที่นับ", "counts"));
        if (state.Standing(version) is null) states.Add(new("ถอนแล้ว", "withdrawn"));
        if (state.ExcludedReturns.ContainsKey((unit, indicator, version.Version))) states.Add(new("ไม่นำมาคิด", "left out"));
        if (state.Confirmations.ContainsKey((unit, indicator, version.Version, ConfirmationKind.ByAnother))) states.Add(new("สอบทานแล้ว", "confirmed"));
        if (state.Confirmations.ContainsKey((unit, indicator, version.Version, ConfirmationKind.ByUnitHead)))
            states.Add(new("หัวหน้าหน่วยงานรับรองแล้ว", "confirmed by the unit's head"));
        return new(version.Version, version.Receipt.Value, version.ReceivedAt, states.ToImmutable());
    }
}

/// <summary>A row of a register.</summary>
/// <param name="Number">Its place among the filled rows, from 1.</param>
/// <param name="Values">One per column.</param>
/// <param name="Faults">Why it waits for correction.</param>
public sealed record RowView(int Number, ImmutableArray<BilingualText> Values, ImmutableArray<Finding> Faults)
{
    /// <summary>Who left it out, when and why; null where it counts.</summary>
    public SaidView? Excluded { get; init; }

    /// <summary>What the visitor may decide about it.</summary>
    public ImmutableArray<DecisionForm> Forms { get; init; } = [];

    internal static RowView Of(RegisterRow row, RegisterSchema register) =>
        new(row.Number, [.. register.Columns.Select(c => Shown(row.Values.GetValueOrDefault(c.Id), c.Options))], row.Faults);

    /// <summary>A value as it stands in a cell, without the quotes that it has in sentences.</summary>
    internal static BilingualText Shown(CellValue? value, ImmutableArray<ChoiceOption> options) => value switch
    {
        null => BilingualText.Empty,
        TextValue text => text.Text,
        UnreadValue unread => unread.Raw,
        FlagValue flag => flag.Yes ? new("ใช่", "yes") : new("ไม่", "no"),
        ChoiceValue choice => options.FirstOrDefault(o => o.Id == choice.Option)?.Text ?? choice.Option,
        _ => PredicateReasons.Show(value),
    };
}
