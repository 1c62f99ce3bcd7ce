using System.Collections.Concurrent;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Functions.Rounds;

/// <summary>The rules of a round: its id is the province's code and the framework's id, <c>46-dla-2567</c>.</summary>
internal sealed class Rulebook
{
    private readonly ConcurrentDictionary<RoundId, AwardRules> rules = new();

    /// <summary>The rules, or null if the id names no province or no framework that we have.</summary>
    public AwardRules? Find(RoundId round)
    {
        if (rules.TryGetValue(round, out var known)) return known;
        // What names nothing is not remembered: anybody can make up ids without end.
        return Make(round) is { } made ? rules.GetOrAdd(round, made) : null;
    }

    private static AwardRules? Make(RoundId round)
    {
        var text = round.Value;
        if (text.Length < 4 || text[2] != '-' || Province.Find(text[..2]) is null || !FrameworkId.TryParse(text[3..], out var id)) return null;
        return BuiltInFrameworks.Find(id.Value) is { } framework ? AwardRules.For(framework, text[..2]) : null;
    }
}
