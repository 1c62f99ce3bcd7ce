using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>The internal deadline passed and was closed: what counted then.</summary>
/// <param name="Heads">Current version of each return when the day of the deadline ended, whenever it was closed.</param>
internal sealed record InternalDeadlineClosed(ImmutableArray<ReturnHead> Heads) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state with { Closed = this, ClosedAt = how.At };

    internal override BilingualText Tell(Telling telling) =>
        new($"ปิดกำหนดส่งภายในจังหวัด มีรายงาน {ThaiNumerals.Format(Heads.Length)} รายการ", $"The internal deadline was closed with {Counted.Of(Heads.Length):return|returns}");
}

/// <summary>The province's report was compiled.</summary>
/// <param name="Edition">Which edition.</param>
/// <param name="FrameworkRevision">Framework revision it was scored by.</param>
/// <param name="PlanRevision">Plan revision.</param>
/// <param name="Heads">Versions it was made from.</param>
/// <param name="Word">Hash of the .docx.</param>
/// <param name="Pdf">Hash of the .pdf.</param>
internal sealed record ReportCompiled(
    Edition Edition, int FrameworkRevision, int PlanRevision, ImmutableArray<ReturnHead> Heads, ContentHash Word, ContentHash Pdf) : RoundEvent
{
    /// <summary>
    /// Head of the log's chain that the report was made from, so that a log that is changed before it contradicts itself. <see langword="null"/>
    /// in events that were recorded before heads were.
    /// </summary>
    public ContentHash? Log { get; init; }

    /// <summary>
    /// What people had decided that reports depend on, as <see cref="RoundState.Rulings"/> tells it. <see langword="null"/> in events that were
    /// recorded before there were decisions.
    /// </summary>
    public ContentHash? Rulings { get; init; }

    /// <summary>
    /// What of the rules it depends on, as <see cref="AwardRules.ReportBasis"/> tells it. <see langword="null"/> in events that were recorded before
    /// plans had addresses and names: there the revisions tell.
    /// </summary>
    public ContentHash? Basis { get; init; }

    internal override IEnumerable<ContentHash> Contents => [Word, Pdf];

    /// <summary>Whether it would be the same if it were compiled now: from the same rules, returns and decisions.</summary>
    internal bool IsCurrent(RoundState state, AwardRules rules) => ReportDifference.Of(this, state, rules).IsNone;

    /// <summary>Whether it depends on nothing that other rules changed.</summary>
    internal bool IsUnder(AwardRules rules) =>
        Basis is { } basis ? basis == rules.ReportBasis : (FrameworkRevision, PlanRevision) == (rules.Framework.Revision, rules.Plan.Revision);

    internal override RoundState Apply(RoundState state, Happened how) => state with { Reports = state.Reports.SetItem(Edition, this) };

    internal override BilingualText Tell(Telling telling) => Edition == Edition.Official
        ? new("จัดทำรายงานฉบับเสนอกรมฯ", "The report was compiled, official edition")
        : new("จัดทำรายงานฉบับตรวจทานภายใน", "The report was compiled, internal edition");
}

/// <summary>A step was done, with all that it asked for: the mails of a step stand before it in the same append.</summary>
/// <param name="Step">Key of the step.</param>
internal sealed record StepCompleted(string Step) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state with { Steps = state.Steps.Add(Step) };

    internal override BilingualText Tell(Telling telling) => new($"ขั้นตอนที่ถึงกำหนดเสร็จแล้ว ({Step})", $"A step that was due is done ({Step})");
}

/// <summary>Current version of a return.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Which version.</param>
/// <param name="Content">Its content.</param>
internal sealed record ReturnHead(UnitCode Unit, IndicatorNumber Indicator, int Version, ContentHash Content);
