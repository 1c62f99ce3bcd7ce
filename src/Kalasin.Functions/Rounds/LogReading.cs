using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>A round's log read from its first byte, past everything that is remembered of it.</summary>
/// <param name="Round">Whose it is.</param>
/// <param name="Chain">Heads of its chain: the first before any event, then one after each.</param>
/// <param name="State">What it adds up to, up to an event that can't be read.</param>
/// <param name="Named">Everything that its events name in the vault, up to an event that can't be read.</param>
/// <param name="Reports">Compiled reports beside which the head was recorded that they were made from.</param>
/// <param name="Findings">What is wrong with it by itself.</param>
internal sealed record LogReading(RoundId Round, ImmutableArray<ContentHash> Chain, RoundState State, ImmutableHashSet<ContentHash> Named, int Reports,
    ImmutableArray<Finding> Findings)
{
    /// <summary>What of it has to be in the vault: all but what was erased, by name.</summary>
    public IEnumerable<ContentHash> Kept => Named.Except(State.Erased.Keys).OrderBy(hash => hash.ToString(), StringComparer.Ordinal);

    /// <summary>Sequence of the last event.</summary>
    public int Length => Chain.Length - 1;

    /// <param name="beginning">First digits of a head.</param>
    /// <returns>Sequence of the event that it is the head after; null if it is none of the chain's.</returns>
    public int? Find(string beginning)
    {
        for (var sequence = 1; sequence <= Length; sequence++)
            if (Chain[sequence].ToString().StartsWith(beginning, StringComparison.Ordinal)) return sequence;
        return null;
    }

    /// <exception cref="StorageUnavailableException">The store can't be read.</exception>
    public static async Task<LogReading> OfAsync(RoundId round, IEventLog events, CancellationToken cancellationToken)
    {
        var stream = RoundLog.StreamOf(round);
        var reading = await OfAsync(round, events.ReadAsync(stream, 0, cancellationToken));
        return await Arrival.IsPartAsync(events, stream, reading.Length, reading.Chain[^1], cancellationToken)
            ? reading with { Findings = [.. reading.Findings, RoundServiceFindings.InPart.At(Place.Nowhere, round.Value, ThaiNumerals.Number(reading.Length))] }
            : reading;
    }

    /// <summary>The same for a log that is not in the store.</summary>
    public static async Task<LogReading> OfAsync(RoundId round, IAsyncEnumerable<StoredEvent> events)
    {
        var (chain, findings) = (ImmutableArray.CreateBuilder<ContentHash>(), new List<Finding>());
        var (state, reports, readable, seen) = (RoundState.Empty, 0, true, new HashSet<ContentHash>());
        var named = ImmutableHashSet.CreateBuilder<ContentHash>();
        chain.Add(ContentHash.Zero);
        try
        {
            await foreach (var stored in events)
            {
                if (readable) Follow(stored);
                chain.Add(chain[^1].Then(stored.Bytes.Span)); // a chain is of bytes, whatever they say
                seen.Add(chain[^1]);
            }
        }
        catch (DamagedException damage)
        {
            findings.Add(damage.Finding); // rows are missing: there is no going on
        }
        return new(round, chain.ToImmutable(), state, named.ToImmutable().Except(state.Erased.Keys), reports, [.. findings]);

        void Follow(StoredEvent stored)
        {
            try
            {
                state = LoggedEvents.Apply(round, state, stored);
                var happened = LoggedEvents.Read(round, stored).Event;
                named.UnionWith(happened.Contents);
                if (happened is not ReportCompiled { Log: { } recorded }) return;
                reports++;
                if (seen.Contains(recorded)) return;
                findings.Add(RoundServiceFindings.ReportOfAnotherLog.At(Place.Nowhere, round.Value, ThaiNumerals.Number(stored.Sequence)));
            }
            catch (DamagedException damage)
            {
                readable = false;
                findings.Add(damage.Finding);
            }
        }
    }

    /// <summary>What the log lacks of what was promised of it elsewhere.</summary>
    public IEnumerable<Finding> Against(SealedHeads promised) => Against(Round.Value, Chain, promised);

    /// <summary>What any log lacks of what was promised of it elsewhere.</summary>
    /// <param name="of">The log, as it is called.</param>
    /// <param name="chain">Its heads: the first before any event, then one after each.</param>
    public static IEnumerable<Finding> Against(string of, IReadOnlyList<ContentHash> chain, SealedHeads promised)
    {
        var length = chain.Count - 1;
        foreach (var line in promised.Unreadable.Take(1)) yield return RoundServiceFindings.SealUnreadable.At(Place.Nowhere, of, ThaiNumerals.Number(line));
        var last = promised.Heads.Select(h => h.Sequence).DefaultIfEmpty().Max();
        if (last > length) yield return RoundServiceFindings.LogCut.At(Place.Nowhere, of, ThaiNumerals.Number(length), ThaiNumerals.Number(last));
        var within = promised.Heads.Where(h => h.Sequence <= length).ToLookup(h => chain[(int)h.Sequence] == h.Head, h => h.Sequence);
        if (!within[false].Any()) yield break;
        var first = within[false].Min();
        var fits = within[true].Where(s => s < first).DefaultIfEmpty().Max();
        yield return RoundServiceFindings.LogChanged.At(Place.Nowhere, of, ThaiNumerals.Number(fits + 1), ThaiNumerals.Number(first));
    }
}
