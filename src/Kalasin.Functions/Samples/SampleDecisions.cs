using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Samples;

/// <summary>What is decided in the sample round, each by its own key, so that playing it again decides nothing twice.</summary>
internal sealed class SampleDecisions(RoundLog log, DecisionService decisions, ResultsService results)
{
    private const char Placeholder = '@';
    private const string Report = "report";

    /// <summary>Takes one, unless it was taken before.</summary>
    /// <param name="all">Those that it may name.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="InvalidDataException">The shipped sample decides what can't be decided.</exception>
    public async Task<long> TakeAsync(RoundId id, SampleDecision step, IReadOnlyList<SampleDecision> all, CancellationToken cancellationToken)
    {
        var round = (await log.FindAsync(id, null, cancellationToken))!;
        if (NumberOf(step, round) is { } before) return before;
        var body = JsonSerializer.SerializeToUtf8Bytes(await FilledAsync(step.Decision, round, all, cancellationToken));
        var (actor, read) = (ActorOf(step, round), DecisionReader.Read(body).Value ?? throw new InvalidDataException($"{step.Key} is no decision."));
        var sent = DecisionService.Sent(read, id, actor, step.Key, body);
        var outcome = await decisions.DecideAsync(round, sent, actor, cancellationToken);
        return outcome.Decision switch
        {
            Refuse refusal => throw new InvalidDataException($"{step.Key}: {refusal.Findings[0]}"),
            Already { Number: { } number } => number,
            _ => outcome.Round.State.Commands[sent.Id].Number,
        };
    }

    private static Actor ActorOf(SampleDecision step, OpenedRound round) =>
        UnitCode.TryParse(step.By, out var unit) && round.Rules.Plan.Find(unit) is not null ? Actor.Officer(unit) : SampleOffice.Coordinator;

    private static long? NumberOf(SampleDecision step, OpenedRound round) =>
        round.State.Commands.TryGetValue(DecisionService.IdOf(round.Id, ActorOf(step, round), step.Key), out var done) ? done.Number : null;

    /// <summary>
    /// The decision with what only the running round knows: <c>@unit/indicator/row</c> the fingerprint of a row, <c>@report</c> the report compiled last,
    /// <c>@key</c> the number of an earlier decision.
    /// </summary>
    private async Task<JsonNode?> FilledAsync(JsonNode? node, OpenedRound round, IReadOnlyList<SampleDecision> all, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case JsonObject members:
                var filled = new JsonObject();
                foreach (var (name, value) in members) filled[name] = await FilledAsync(value, round, all, cancellationToken);
                return filled;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Placeholder):
                if (text[1..] == Report) return round.State.Reports[Edition.Official].Pdf.ToString();
                return all.FirstOrDefault(d => d.Key == text[1..]) is { } earlier ? NumberOf(earlier, round) : await FingerprintAsync(text[1..].Split('/'), round, cancellationToken);
            default:
                return node?.DeepClone();
        }
    }

    private async Task<string> FingerprintAsync(string[] row, OpenedRound round, CancellationToken cancellationToken)
    {
        var (unit, indicator, number) = (UnitCode.Parse(row[0]), IndicatorNumber.Parse(row[1]), int.Parse(row[2], CultureInfo.InvariantCulture));
        var head = round.State.Heads.Single(h => h.Unit == unit && h.Indicator == indicator);
        var read = (await results.ReturnsAsync(round, [head], cancellationToken))[0];
        return RowFingerprint.Of(unit, read.Rows.Single(r => r.Number == number)).Hash;
    }
}
