using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What is decided in the sample round, each by its own key, so that playing it again decides nothing twice.</summary>
internal sealed class SampleDecisions(RoundLog log, DecisionService decisions, ResultsService results)
{
    private const char Placeholder = '@';

    private static readonly Actor Coordinator = new(ActorRole.Coordinator, "sample");

    /// <exception cref="InvalidDataException">The shipped sample decides what can't be decided.</exception>
    public async Task TakeAsync(RoundId id, IReadOnlyList<SampleDecision> script, Action<SampleDecision, long>? told, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var step in script)
        {
            var round = (await log.FindAsync(id, null, cancellationToken))!;
            var body = JsonSerializer.SerializeToUtf8Bytes(await FilledAsync(step.Decision, round, numbers, cancellationToken));
            var actor = UnitCode.TryParse(step.By, out var unit) && round.Rules.Plan.Find(unit) is not null ? Actor.Officer(unit) : Coordinator;
            var read = DecisionReader.Read(body).Value ?? throw new InvalidDataException($"{step.Key} is no decision.");
            var sent = DecisionService.Sent(read, id, actor, step.Key, body);
            var outcome = await decisions.DecideAsync(round, sent, actor, cancellationToken);
            numbers[step.Key] = outcome.Decision switch
            {
                Refuse refusal => throw new InvalidDataException($"{step.Key}: {refusal.Findings[0]}"),
                Already { Number: { } number } => number,
                _ => outcome.Round.State.Commands[sent.Id].Number,
            };
            told?.Invoke(step, numbers[step.Key]);
        }
    }

    /// <summary>The decision with what only the running round knows: <c>@unit/indicator/row</c> the fingerprint of a row, <c>@key</c> the number of an earlier decision.</summary>
    private async Task<JsonNode?> FilledAsync(JsonNode? node, OpenedRound round, Dictionary<string, long> numbers, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case JsonObject members:
                var filled = new JsonObject();
                foreach (var (name, value) in members) filled[name] = await FilledAsync(value, round, numbers, cancellationToken);
                return filled;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Placeholder):
                return numbers.TryGetValue(text[1..], out var number) ? number : await FingerprintAsync(text[1..].Split('/'), round, cancellationToken);
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

/// <param name="By">A unit's code for its officer; otherwise the coordinator.</param>
/// <param name="Decision">As <c>POST rounds/{round}/decisions</c> takes it.</param>
internal sealed record SampleDecision(string Key, string By, JsonNode Decision);
