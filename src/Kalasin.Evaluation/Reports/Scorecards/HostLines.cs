using System.Collections.Immutable;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Who reports on an indicator, what came of it, and how the answers become one.</summary>
internal static class HostLines
{
    public const string Received = "ได้รับ";
    public const string Missing = "ยังไม่ได้รับ";
    public const string Excluded = "ไม่นำมาคิด";
    public const string Excused = "ได้รับยกเว้น";

    public static ImmutableArray<HostLine> Of(IndicatorCase of, HostReturns answers, ShownValues shown) =>
        [.. of.Hosts.Select(h => new HostLine(h.Code, shown.NameOf(h.Code), StateOf(h, answers)))];

    /// <summary>The way that holds: a single host needs none, and one whose lead is excused has none.</summary>
    public static MergeKind MergeOf(IndicatorCase of, HostReturns answers)
    {
        if (of.Hosts.Length == 1) return MergeKind.Union;
        return of.Indicator.Merge.Kind == MergeKind.Lead && answers.Excused.Any(u => u.Code == of.Lead) ? MergeKind.Agree : of.Indicator.Merge.Kind;
    }

    private static string StateOf(ReportingUnit host, HostReturns answers) =>
        answers.Counted.Any(r => r.Unit == host.Code) ? Received
        : answers.Excluded.Any(e => e.Return.Unit == host.Code) ? Excluded
        : answers.Missing.Contains(host) ? Missing
        : Excused;
}
