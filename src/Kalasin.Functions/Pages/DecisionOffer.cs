using System.Collections.Immutable;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What a visitor may decide on a page: each decision says itself whether it is open to them.</summary>
/// <param name="page">Address of the page.</param>
/// <param name="isPast">The page shows the past, where nothing is decided.</param>
internal sealed class DecisionOffer(OpenedRound round, Caller caller, DateTimeOffset now, string token, string page, bool isPast = false)
{
    public OpenedRound Round => round;

    public Actor Actor => caller.Actor;

    /// <summary>When it is looked at.</summary>
    public DateTimeOffset Now => now;

    public DateOnly Today => BangkokTime.Date(now);

    /// <param name="decision">The decision; what it says of the fields that are asked stands in them first.</param>
    /// <param name="button">What the form does, in few words.</param>
    /// <param name="asked">Names of the fields.</param>
    /// <returns>Nothing where it isn't theirs to decide, or where it needs no more words and would be refused.</returns>
    public IEnumerable<DecisionForm> Of(RoundDecision decision, BilingualText button, params ReadOnlySpan<string> asked)
    {
        if (isPast || !decision.IsOpenTo(Actor, round.State)) return [];
        if (asked.IsEmpty && Decide.On(round.State, round.Rules, decision with { Id = Guid.NewGuid() }, now, Actor) is not Accept) return [];
        var json = JsonSerializer.SerializeToNode(decision, DecisionReader.Form)!.AsObject();
        var fields = ImmutableArray.CreateBuilder<(DecisionField, string)>();
        foreach (var name in asked)
        {
            var field = DecisionField.All.First(f => f.Name == name);
            fields.Add((field, json[name]?.ToString() ?? ""));
            json.Remove(name);
        }
        return [new(round.Id.Value, token, page, json.ToJsonString(DecisionReader.Form.Options), button, fields.ToImmutable())];
    }
}
