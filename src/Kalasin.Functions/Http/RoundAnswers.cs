using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring.Jumps;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>A page of a list.</summary>
/// <param name="Next">Token of the next page; absent on the last.</param>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next);

internal sealed record FrameworkLink(string Id, int Revision);

/// <summary>A round in the list of rounds.</summary>
/// <param name="Findings">Why the round can't be read; all but its id is absent then. Absent where it can.</param>
internal sealed record RoundLine(
    string Id, TextAnswer? Title = null, string? Province = null, FrameworkLink? Framework = null,
    DateOnly? InternalDeadline = null, DateOnly? FinalDeadline = null,
    int? Expected = null, int? Received = null, IReadOnlyList<FindingAnswer>? Findings = null)
{
    public static RoundLine Of(OpenedRound round)
    {
        var (rules, state) = (round.Rules, round.State);
        var status = RoundStatus.Of(state, rules);
        return new(
            rules.Plan.Id.Value, TextAnswer.Of(rules.Framework.Title), rules.Plan.Province, new(rules.Framework.Id.Value, rules.Framework.Revision),
            rules.Plan.InternalDeadline.Date, rules.Framework.FinalDeadline.Date, status.Expected, status.Received);
    }

    public static RoundLine Unreadable(RoundId id, Finding why) => new(id.Value, Findings: [FindingAnswer.Of(why)]);
}

/// <summary>The state of a round: the grid of units and indicators, deadlines, steps due.</summary>
/// <param name="Jumps">Figures far from last year's or from peers', each with the reason or with the question for one.</param>
/// <param name="Mails">What keeps mails from those they are for.</param>
/// <param name="Head">Head of the log's chain.</param>
/// <param name="Judged">How far judges are; absent where they score nothing.</param>
/// <param name="Complete">All that the plan asks for is in: what units owe, and what judges score.</param>
/// <param name="StandsApart">That the letter leaves the province out: it is scored and stands apart in the ranking. Absent for others.</param>
internal sealed record RoundAnswer(
    string Id, TextAnswer Title, string Province, bool Sample, FrameworkLink Framework, DateOnly InternalDeadline, DateOnly FinalDeadline, bool Closed,
    int Expected, int Received, int Late, int Missing, IReadOnlyList<UnitLine> Units, IReadOnlyList<StepLine> Due,
    IReadOnlyList<ReportLine> Reports, IReadOnlyList<FindingAnswer> Jumps, IReadOnlyList<FindingAnswer> Mails, long Sequence, string Head, TextAnswer? StandsApart, JudgedAnswer? Judged, bool Complete)
{
    public static RoundAnswer Of(OpenedRound round, ImmutableArray<Step> due, ImmutableArray<Jump> jumps, Installation installation)
    {
        var (rules, state) = (round.Rules, round.State);
        var status = RoundStatus.Of(state, rules);
        var cells = status.Cells.ToLookup(c => c.Unit);
        return new(
            rules.Plan.Id.Value, TextAnswer.Of(rules.Framework.Title), rules.Plan.Province,
            installation.IsSample, new(rules.Framework.Id.Value, rules.Framework.Revision),
            rules.Plan.InternalDeadline.Date, rules.Framework.FinalDeadline.Date, state.Closed is not null,
            status.Expected, status.Received, status.Late, status.Expected - status.Received,
            [.. rules.Plan.Units.Select(
                u => new UnitLine(u.Code.Value, TextAnswer.Of(u.Name), u.Kind.Value, [.. cells[u.Code].Select(CellAnswer.Of)]))],
            [.. due.Select(s => StepLine.Of(s))],
            [.. state.Reports.OrderBy(r => r.Key).Select(
                r => new ReportLine(ApiJson.Word(r.Key), r.Value.Word.ToString(), r.Value.Pdf.ToString(), r.Value.IsCurrent(state, rules)))],
            [.. jumps.Select(j => FindingAnswer.Of(j.Finding))], [.. MailTroubles.Of(state, rules).Select(FindingAnswer.Of)], state.Sequence, state.Head.ToString(),
            rules.StandsApart is { } apart ? TextAnswer.Of(apart) : null, status.JudgedExpected > 0 ? new(status.JudgedExpected, status.JudgedReceived) : null, status.IsComplete);
    }
}

/// <summary>How far judges are, beside what units owe.</summary>
/// <param name="Expected">Results of units that judges score.</param>
/// <param name="Received">Those of which every judge's score has come.</param>
internal sealed record JudgedAnswer(int Expected, int Received);

internal sealed record UnitLine(string Code, TextAnswer Name, string Kind, IReadOnlyList<CellAnswer> Indicators);

/// <summary>What one unit owes and sent.</summary>
/// <param name="Owed">Indicators on which nothing came yet.</param>
/// <param name="Deliveries">Receipts of its last deliveries, newest first, a page at most; all are at <c>…/deliveries</c>.</param>
/// <param name="Jumps">Its figures that are far from last year's or from peers'.</param>
internal sealed record UnitAnswer(
    string Round, string Code, TextAnswer Name, string Kind, DateOnly InternalDeadline, DateOnly FinalDeadline, int Expected, int Received,
    IReadOnlyList<CellAnswer> Indicators, IReadOnlyList<string> Owed, IReadOnlyList<int> Deliveries, IReadOnlyList<FindingAnswer> Jumps, long Sequence, string Head)
{
    public static UnitAnswer Of(OpenedRound round, ReportingUnit unit, ImmutableArray<Jump> jumps)
    {
        var (rules, state) = (round.Rules, round.State);
        var status = new RoundStatus([.. RoundStatus.CellsOf(state, rules, unit.Code)]);
        List<string> owed = [.. status.Missing.Select(c => c.Indicator.Value)];
        return new(
            rules.Plan.Id.Value, unit.Code.Value, TextAnswer.Of(unit.Name), unit.Kind.Value, rules.Plan.InternalDeadline.Date, rules.Framework.FinalDeadline.Date,
            status.Expected, status.Received, [.. status.Cells.Select(CellAnswer.Of)], owed,
            [.. state.Deliveries.Where(d => d.Unit == unit.Code).Reverse().Take(Page.Size).Select(d => d.Receipt.Value)],
            [.. jumps.Where(j => j.Unit == unit.Code).Select(j => FindingAnswer.Of(j.Finding))], state.Sequence, state.Head.ToString());
    }
}

/// <summary>One expected return.</summary>
/// <param name="State"><c>missing</c>, <c>excused</c>, <c>received</c> or <c>nil</c>.</param>
/// <param name="Due">The last day for the version that came; absent when none did.</param>
/// <param name="Excluded">The current version is left out of the results.</param>
/// <param name="Copies">Forms in which a copy came: <c>word</c>, <c>pdf</c>, <c>paper</c>.</param>
/// <param name="ConfirmationsNeeded">Confirmations that the current version needs and doesn't have yet: <c>byAnother</c>, <c>byUnitHead</c>.</param>
/// <param name="Confirmations">Confirmations that it has.</param>
/// <param name="OpenCorrections">Numbers of the corrections that were asked for and are open.</param>
/// <param name="OpenQuestions">Numbers of the questions that are open.</param>
internal sealed record CellAnswer(
    string Indicator, string State, int? Version, int? Receipt, DateTimeOffset? ReceivedAt, bool Late, int? DaysLate, bool AfterHours, int? FaultyRows,
    DateOnly? Due, bool Excluded, int Withdrawn, IReadOnlyList<string> Copies, IReadOnlyList<string> ConfirmationsNeeded, IReadOnlyList<string> Confirmations,
    IReadOnlyList<long> OpenCorrections, IReadOnlyList<long> OpenQuestions)
{
    public static CellAnswer Of(StatusCell cell) => new(
        cell.Indicator.Value, cell.Current is null ? cell.IsExcused ? "excused" : "missing" : cell.IsNil ? "nil" : "received", cell.Current?.Version, cell.Current?.Receipt.Value, cell.Current?.ReceivedAt,
        cell.Lateness?.IsLate ?? false, cell.Lateness?.DaysLate, cell.Lateness?.AfterHours ?? false, cell.Current?.FaultyRows,
        cell.Lateness?.Due, cell.IsExcluded, cell.Withdrawn, [.. cell.Copies.Select(ApiJson.Word)],
        [.. cell.ConfirmationsNeeded.Except(cell.ConfirmationsGiven).Select(ApiJson.Word)], [.. cell.ConfirmationsGiven.Select(ApiJson.Word)],
        cell.OpenCorrections, cell.OpenQuestions);
}

/// <summary>Something that the clock makes due.</summary>
/// <param name="Key">Names it in its round.</param>
/// <param name="For">What it tells somebody; absent where it tells nobody anything.</param>
/// <param name="Unit">The unit that is told; absent where none is.</param>
internal sealed record StepLine(string Key, string Kind, DateOnly DueSince, string? For, string? Unit)
{
    /// <param name="key">Other than its own where it stands among those of several rounds.</param>
    public static StepLine Of(Step step, string? key = null) => new(
        key ?? step.Key, ApiJson.Word(step.Kind), step.DueSince, step.Notice is { } told ? ApiJson.Word(told.Purpose) : null, step.Notice?.Unit?.Value);
}

/// <param name="Current">Made from what counts now.</param>
internal sealed record ReportLine(string Edition, string Word, string Pdf, bool Current);

/// <summary>Rules that a round goes by.</summary>
/// <param name="FirstReceipt">First receipt under them.</param>
/// <param name="By">The role of whoever put them into force.</param>
/// <param name="Reason">Absent for the rules it was opened under, and where it was erased.</param>
internal sealed record RoundRulesLine(RulesLink Framework, RulesLink Plan, int FirstReceipt, DateTimeOffset Since, string By, string? Reason)
{
    public static RoundRulesLine Of(RulesInForce rules, StatedText? reason)
    {
        var named = rules.Named;
        return new(
            new(named.Framework.Value, named.FrameworkRevision, named.FrameworkHash.ToString()),
            new(named.Round.Value, named.PlanRevision, named.PlanHash.ToString()),
            rules.FirstReceipt, rules.Since, ApiJson.Word(rules.By.Role), reason?.Text);
    }
}

/// <param name="Sha256">Of the canonical JSON.</param>
internal sealed record RulesLink(string Id, int Revision, string Sha256);
