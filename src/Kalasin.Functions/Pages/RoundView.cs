using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A round at a glance.</summary>
public sealed record RoundView : PageView
{
    private RoundView(AwardRules rules) : base(rules.Framework.Title) => Rules = rules;

    public AwardRules Rules { get; }

    public string Id => Rules.Plan.Id.Value;

    /// <summary>The province's own deadline.</summary>
    public required DeadlineView Internal { get; init; }

    /// <summary>The department's.</summary>
    public required DeadlineView Final { get; init; }

    /// <summary>What the internal deadline found was recorded.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Units in the plan's order, each with what it reports and what judges score of it.</summary>
    public required ImmutableArray<UnitRow> Units { get; init; }

    /// <summary>Dropped files of any round that still lie there, each with its path and why.</summary>
    public ImmutableArray<Finding> Waiting { get; init; } = [];

    /// <summary>What keeps mails from those they are for; nothing for whoever doesn't coordinate.</summary>
    public ImmutableArray<Finding> Mails { get; init; } = [];

    /// <summary>Choices that the letter leaves open, and what was chosen.</summary>
    public ImmutableArray<ChoiceView> Choices { get; init; } = [];

    /// <summary>Internal notes, open ones first.</summary>
    public ImmutableArray<MatterView> Notes { get; init; } = [];

    /// <summary>Who stands in for the head.</summary>
    public ImmutableArray<MatterView> StandIns { get; init; } = [];

    /// <summary>What the visitor may begin.</summary>
    public ImmutableArray<DecisionForm> Forms { get; init; } = [];

    /// <summary>What the coordinator does next; null for others, and when everything is done.</summary>
    public SeasonStep? Next { get; init; }

    /// <summary>Since when the report is being compiled; null while it isn't.</summary>
    public DateTimeOffset? CompilingSince { get; init; }

    /// <summary>How far judges are; null where they score nothing.</summary>
    public BilingualText? Judging { get; init; }

    /// <summary>What came day by day against the deadline; null while nothing has come.</summary>
    public ChartView? Arrivals { get; init; }

    public IEnumerable<CellView> Cells => Units.SelectMany(u => u.Cells);

    public int Expected => Cells.Count(c => c.Current is not null || !c.IsExcused);

    public int Received => Cells.Count(c => c.Current is not null);

    public int Late => Cells.Count(c => c.Lateness is { IsLate: true });

    public int Missing => Expected - Received;

    /// <summary>Units that still owe something.</summary>
    public IEnumerable<UnitRow> Owing => Units.Where(u => u.Missing.Any());

    /// <summary>Units with rows that wait for correction.</summary>
    public IEnumerable<UnitRow> Mending => Units.Where(u => u.Mending.Any());

    public IEnumerable<(BilingualText Name, IEnumerable<UnitRow> Units)> Groups =>
    [
        (new("กลุ่มงานและฝ่าย", "Work groups and sections"), Units.Where(u => u.Unit.Kind == UnitKind.WorkGroup || u.Unit.Kind == UnitKind.Section)),
        (new("ท้องถิ่นอำเภอ", "District offices"), Units.Where(u => u.Unit.Kind == UnitKind.DistrictOffice)),
        .. Rules.Framework.UnitKinds.Select(kind => (kind.Name, Units.Where(u => u.Unit.Kind == kind.Id))),
    ];

    /// <summary>What to send a unit's chat group about what it owes (reports-th: ข้อความไลน์); ready to copy.</summary>
    public string ReminderFor(UnitRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var numbers = row.Missing.Select(c => ThaiNumerals.ToThai(c.Indicator.Number.Value)).ToList();
        var listed = numbers.Count > 1 ? $"{string.Join(' ', numbers[..^1])} และ {numbers[^1]}" : string.Concat(numbers);
        var where = Rules.Plan.InternalDeadline.Email is { Length: > 0 } address ? $" โปรดส่งทางหน้าเว็บหรือที่ {address}" : " โปรดส่งทางหน้าเว็บ";
        return $"เรียน {row.Unit.Name.Thai} ยังขาดตัวชี้วัดที่ {listed} กำหนดส่ง {ThaiDate.Short(Internal.Date)} {Internal.Words.Thai}{where} ขอบคุณ{PoliteEnding}";
    }

    /// <summary>ครับ or ค่ะ; empty for neither.</summary>
    public string PoliteEnding { get; init; } = "";

    internal static RoundView Of(AwardRules rules, RoundState state, DateTimeOffset now, bool isSample)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(state);
        return new(rules)
        {
            IsSample = isSample,
            InRound = rules.Plan.Id.Value,
            Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.Home)],
            Internal = DeadlineView.Of(new("หน่วยงานส่งถึงจังหวัด", "Units to the province"), rules.Plan.InternalDeadline.Date, now),
            Final = DeadlineView.Of(
                new($"จังหวัดส่งถึง{rules.Framework.Giver.Thai}", $"Province to {rules.Framework.Giver.English}"),
                rules.Framework.FinalDeadline.Date, now),
            IsClosed = state.Closed is not null,
            Judging = RoundStatus.Of(state, rules).JudgedInWords,
            Units = [.. rules.Plan.Units.Select(u => UnitRow.Of(rules, state, u))],
        };
    }
}

/// <param name="Unit">The unit.</param>
/// <param name="Cells">One per indicator it is asked to report on.</param>
/// <param name="Judged">One per indicator that judges score of it: it owes none of them.</param>
public sealed record UnitRow(ReportingUnit Unit, ImmutableArray<CellView> Cells, ImmutableArray<CellView> Judged)
{
    public IEnumerable<CellView> Missing => Cells.Where(c => c.IsMissing);

    public IEnumerable<CellView> Mending => Cells.Where(c => c.Current is { FaultyRows: > 0 });

    /// <summary>Received of expected: ๓/๕.</summary>
    public BilingualText Share => BilingualText.Join(
        "/", [ThaiNumerals.Number(Cells.Count(c => c.Current is not null)), ThaiNumerals.Number(Cells.Count(c => c.Current is not null || !c.IsExcused))]);

    public CellView? this[Indicator indicator] => (indicator.IsJudged ? Judged : Cells).FirstOrDefault(c => c.Indicator == indicator);

    internal static UnitRow Of(AwardRules rules, RoundState state, ReportingUnit unit) => new(
        unit,
        [.. RoundStatus.CellsOf(state, rules, unit.Code).Select(cell => CellView.Of(rules, cell))],
        [.. RoundStatus.JudgedOf(state, rules, unit.Code).Select(cell => CellView.Of(rules, cell))]);
}

/// <summary>A choice that the letter leaves open.</summary>
/// <param name="Question">What is to be chosen.</param>
/// <param name="Options">Among what.</param>
/// <param name="Chosen">What was chosen; null while nothing was.</param>
/// <param name="Forms">By which the visitor chooses.</param>
public sealed record ChoiceView(BilingualText Question, ImmutableArray<string> Options, SaidView? Chosen, ImmutableArray<DecisionForm> Forms);
