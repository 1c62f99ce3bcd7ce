using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>Whoever decides: what comes next follows from what the log says, and what is chosen from the seed.</summary>
internal sealed class Coordinator(Random random, Journal journal, InstallationUnderTest installation)
{
    private static readonly DateOnly Later = new(2025, 1, 1);

    private int taken;

    /// <summary>One decision of each kind that can be taken now, or the one that takes it back; no two of them are about the same thing.</summary>
    public IReadOnlyList<SentDecision> Each(RoundState state, string unit)
    {
        var decisions = new List<SentDecision>
        {
            SentDecision.Question(Key(), unit), SentDecision.Extension(Key(), unit, Later.AddDays(++taken)),
            SentDecision.Link(Key(), unit, DateOnly.FromDateTime(installation.Now.Date).AddDays(120)),
        };
        if (Any(state.Links.Values.Where(l => l.Revoked is null)) is { } link) decisions.Add(SentDecision.Revocation(Key(), link.Number));
        if (Any(state.ExcludedReturns.Keys.OrderBy(r => $"{r}", StringComparer.Ordinal)) is { Version: > 0 } excluded)
            decisions.Add(SentDecision.Inclusion(Key(), excluded.Unit, excluded.Indicator, excluded.Version));
        else if (Any(state.Heads) is { } head) decisions.Add(SentDecision.Exclusion(Key(), head));
        if (Any(state.Withdrawn.Keys.OrderBy(r => r.Value)) is { Value: > 0 } withdrawn) decisions.Add(SentDecision.Restoration(Key(), withdrawn));
        else if (Any(state.Deliveries.Where(d => !state.Withdrawn.ContainsKey(d.Receipt))) is { } delivery) decisions.Add(SentDecision.Withdrawal(Key(), delivery.Receipt));
        if (Erasable(state) is { } content) decisions.Add(SentDecision.Erasure(Key(), content));
        return decisions;
    }

    /// <summary>Some of them.</summary>
    public IReadOnlyList<SentDecision> Some(RoundState state, string unit) => [.. Each(state, unit).Where(_ => random.Next(3) == 0)];

    /// <summary>An original, what somebody said, or a return that doesn't count any more; nothing is erased twice.</summary>
    private ContentHash? Erasable(RoundState state)
    {
        var counting = state.Heads.Select(h => h.Content).ToHashSet();
        var asked = journal.Decisions.Where(d => d.Kind == "contentErased").Select(d => d.Says[0].Value).ToHashSet(StringComparer.Ordinal);
        ContentHash?[][] kinds =
        [
            [.. state.Deliveries.SelectMany(d => d.Files).Select(f => f.Hash)], [.. state.Deliveries.SelectMany(d => d.Returns).Select(r => r.Content)],
            [.. state.Questions.Values.Select(q => q.Asked.Text)],
        ];
        return Any(kinds[random.Next(kinds.Length)].Where(c => c is { } content && !counting.Contains(content) && !asked.Contains(content.ToString())));
    }

    private string Key() => string.Create(CultureInfo.InvariantCulture, $"decision-{++taken}");

    private T? Any<T>(IEnumerable<T> of)
    {
        T[] all = [.. of];
        return all.Length == 0 ? default : all[random.Next(all.Length)];
    }
}
