using System.Collections.Immutable;
using System.Text.Json;
using Kalasin.Evaluation.Frameworks.Reading;
using Kalasin.Evaluation.Rankings;

namespace Kalasin.Evaluation;

/// <summary>
/// Scorecards as a file (JSON) that goes from a province to whoever ranks: the framework's revision and hash, the plan, the head of the round's log, the exact
/// values and scores, and a seal over all of it. Whoever reads it computes every score and total anew and takes none on trust.
/// </summary>
public static class ScorecardFile
{
    private static readonly Lazy<RulesReader<SentScorecards>> Reader = new(() => new("Kalasin scorecards", SentScorecards.Form, (_, report) => TextChecks.Check(report)));

    /// <summary>JSON Schema (2020-12) of such a file.</summary>
    public static string Schema => Reader.Value.Schema;

    /// <summary>Writes the scorecards of a round.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="cards">Its scorecards.</param>
    /// <param name="logEntries">How many entries the round's log has. Default: there is no log.</param>
    /// <param name="logHead">The log's head at that entry. Default: there is no log.</param>
    /// <param name="isSample">Made of sample data.</param>
    /// <returns>UTF-8 JSON; the same input gives the same bytes.</returns>
    public static byte[] Write(AwardRules rules, IEnumerable<Scorecard> cards, long? logEntries = null, ContentHash? logHead = null, bool isSample = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(cards);
        ImmutableArray<Scorecard> all = [.. cards];
        var sent = new SentScorecards(
            SentScorecards.FormatName, SentScorecards.CurrentVersion, rules.Framework.Id, rules.Framework.Revision, RulesOf(rules.Framework),
            rules.Plan.Id, rules.Plan.Revision, rules.Plan.Province, all.IsEmpty ? rules.Plan.JudgedOn : all[0].EvaluationDate,
            [.. all.Select(card => CardOf(rules, card))], ContentHash.Zero)
        {
            Entries = logEntries, LogHead = logHead, IsSample = isSample,
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(sent with { Seal = sent.Sealing() }, SentScorecards.Form), (byte)'\n'];
    }

    /// <summary>Reads a file of scorecards and checks it against the rules that it is to be ranked by.</summary>
    /// <param name="framework">The framework of the ranking.</param>
    /// <param name="stream">UTF-8 JSON, at most 1 MiB; read to its end and left open.</param>
    /// <returns>Its entries; none of them where something in the file is an error.</returns>
    public static RankingEntries Read(Framework framework, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var read = Reader.Value.Read(stream);
        return read.Value is { } sent ? ScorecardChecks.Of(framework, sent, read.Findings) : new([], read.Findings);
    }

    /// <summary>The hash of a framework as rounds name it: without the tables that a plan filled into it.</summary>
    internal static ContentHash RulesOf(Framework framework) => RulesWriter.HashOf(framework);

    private static SentCard CardOf(AwardRules rules, Scorecard card)
    {
        var unit = rules.Framework.Entrant == EntrantKind.Unit && UnitCode.TryParse(card.Entrant, out var code) ? rules.Plan.Find(code) : null;
        return new(card.Entrant, card.EntrantName, [.. card.Scores.Select(s => new SentScore(s.Indicator, s.Measurement.State)
        {
            Value = s.Measurement.Value, Points = s.Points, ByPerson = s.IsByPerson,
        })])
        {
            Classes = unit?.Classes ?? rules.Plan.Classes, CompletedOn = card.CompletedOn, Total = card.Total,
        };
    }
}
