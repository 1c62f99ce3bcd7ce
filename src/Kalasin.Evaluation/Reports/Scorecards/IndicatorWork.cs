using System.Collections.Immutable;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Rows that are measured together: those of all hosts, or those of one.</summary>
/// <param name="Host">The host; <see langword="null"/> for all.</param>
internal sealed record RowGroup(HostLine? Host);

/// <summary>A host of an indicator.</summary>
/// <param name="Unit">Who.</param>
/// <param name="Name">What the workbook calls it.</param>
/// <param name="State">What became of its return; see <see cref="HostLines"/>.</param>
internal sealed record HostLine(UnitCode Unit, string Name, string State)
{
    public bool Counts => State == HostLines.Received;

    public Spot NameAt { get; } = new();

    public Spot StateAt { get; } = new();

    /// <summary>1 where its return counts.</summary>
    public Spot CountsAt { get; } = new();

    public Spot Numerator { get; } = new();

    public Spot Denominator { get; } = new();

    public Spot Value { get; } = new();
}

/// <summary>Everything that the parts of an indicator's sheet share.</summary>
internal sealed class IndicatorWork
{
    private const long MostComparisons = 9_000_000;

    public IndicatorWork(ReportContent report, IndicatorCase of, Score score, ImmutableArray<Return> returns, RuleCells rules, PrintedSources sources, LiveSheet sheet)
    {
        (Report, Of, Score, Rules, Sources, Sheet) = (report, of, score, rules, sources, sheet);
        Shown = new(of.Rules, report.IsInternal);
        Conditions = new(of.Indicator, rules, sources, Shown);
        Answers = HostReturns.Of(of, [.. returns.Where(r => r.Indicator == of.Indicator.Number)]);
        Hosts = HostLines.Of(of, Answers, Shown);
        Merge = HostLines.MergeOf(of, Answers);
        Measured = Merge == MergeKind.Lead ? [.. Hosts.Where(h => h.Unit == of.Lead)] : Hosts;
        Facts = new(this);
        Register = new(this);
    }

    public ReportContent Report { get; }

    public IndicatorCase Of { get; }

    public Indicator Indicator => Of.Indicator;

    public Score Score { get; }

    public RuleCells Rules { get; }

    public PrintedSources Sources { get; }

    public LiveSheet Sheet { get; }

    public ShownValues Shown { get; }

    public ConditionFormulas Conditions { get; }

    public HostReturns Answers { get; }

    public ImmutableArray<HostLine> Hosts { get; }

    public MergeKind Merge { get; }

    /// <summary>Hosts whose rows are measured: the lead, where its answer is the one that counts.</summary>
    public ImmutableArray<HostLine> Measured { get; }

    public FactTable Facts { get; }

    public RegisterTable Register { get; }

    /// <summary>Why a cell is no formula, for the head of the sheet.</summary>
    public List<string> Unsaid { get; } = [];

    /// <summary>Each host is measured by itself.</summary>
    public bool IsPerHost => Merge != MergeKind.Union;

    /// <summary>What is measured together, as the hosts' results become one.</summary>
    public IEnumerable<RowGroup> Groups => IsPerHost ? Measured.Select(h => new RowGroup(h)) : [new(null)];

    /// <summary>Returns that are measured together.</summary>
    public IEnumerable<ImmutableArray<Return>> Together => IsPerHost
        ? Answers.Counted.Where(r => Measures(r.Unit)).Select(r => ImmutableArray.Create(r)) : [Answers.Counted];

    /// <summary>Whether a unit's rows are measured.</summary>
    public bool Measures(UnitCode unit) => Measured.Any(h => h.Unit == unit);

    /// <summary>
    /// Whether formulas may compare lines with lines; where there are too many, what the system found stands there, because a program that opened
    /// the file would stand still.
    /// </summary>
    public bool MayCompare(int lines, int with)
    {
        if ((long)lines * with <= MostComparisons) return true;
        Unsaid.Add($"มีแถวมากจนสูตรที่เทียบทุกแถว ({ThaiNumerals.Format((long)lines * with)} ครั้ง) จะทำให้โปรแกรมหยุดตอบสนอง ช่องที่ต้องเทียบจึงเป็นค่าที่ระบบคำนวณ");
        return false;
    }

    /// <summary>Factor of a group for sums over a table with a column of units; empty where all rows are together.</summary>
    public static string In(RowGroup group, RowColumn units) => group.Host is { } host ? $"*EXACT({units.All},{host.NameAt.Here})" : "";
}
