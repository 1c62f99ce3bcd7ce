using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rankings;

/// <summary>
/// Rankings: a stream <c>ranking/{framework}</c> each, whose events name the files as they were sent, in the vault beside it. The order is computed from
/// them by the framework's newest revision whenever it is asked for.
/// </summary>
internal sealed class RankingService(IEventLog events, IVaults vaults, IHeads heads, Rulebook rulebook, ReadingRoom reading, TimeProvider clock)
{
    public const string Kind = "ranking";
    private const int Attempts = 8;

    /// <summary>Of each ranking what counts, as it was last read by its rules; nothing that was sent before is held.</summary>
    private readonly ConcurrentDictionary<FrameworkId, (ContentHash Rules, ImmutableDictionary<ContentHash, RankingEntries> Files)> read = new();

    public static StreamId StreamOf(FrameworkId framework) => StreamId.Of(Kind, framework.Value);

    public IVault VaultOf(Framework framework) => vaults.Of(StreamOf(framework.Id));

    /// <returns>Null if there is no such framework.</returns>
    /// <exception cref="DamagedException">Its log, or what the log names, isn't what was kept.</exception>
    public async Task<OpenedRanking?> FindAsync(string id, CancellationToken cancellationToken) =>
        FrameworkId.TryParse(id, out var known) && await rulebook.FrameworkAsync(known, null, cancellationToken) is { } framework
            ? await OpenAsync(framework, await HistoryAsync(events, StreamOf(known), cancellationToken), cancellationToken)
            : null;

    /// <summary>How many entrants have results in a ranking.</summary>
    public async Task<int> CountAsync(Framework framework, CancellationToken cancellationToken) =>
        (await HistoryAsync(events, StreamOf(framework.Id), cancellationToken)).Current.Count;

    /// <summary>Takes files in, each by itself: scorecards of rounds, or sheets.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="dryRun">Only says what would become of them.</param>
    public async Task<(Refuse? Refusal, ImmutableArray<SentFile> Files)> EnterAsync(
        Framework framework, StagedContents sent, bool dryRun, Actor actor, CancellationToken cancellationToken)
    {
        if (Objection(framework, actor) is { } refusal) return (refusal, []);
        var files = ImmutableArray.CreateBuilder<SentFile>(sent.Sent.Count);
        foreach (var (source, content) in sent.Sent) files.Add(await EnterAsync(framework, source, content, dryRun, actor, cancellationToken));
        return (null, files.ToImmutable());
    }

    /// <summary>Why this actor can't send or withdraw anything; null if they can.</summary>
    public static Refuse? Objection(Framework framework, Actor actor) =>
        RankingHistory.Empty.Decide(new ScorecardsEntered(ContentHash.Zero, [framework.Id.Value]), Guid.Empty, default, actor) as Refuse;

    /// <summary>Takes an entrant out; what was sent of it stays in the log.</summary>
    public Task<Decision> WithdrawAsync(Framework framework, string entrant, StatedText reason, Actor actor, CancellationToken cancellationToken) =>
        AppendAsync(framework, async staged => new ScorecardWithdrawn(entrant, await staged.AddOwnAsync(reason.ToBytes(), cancellationToken)),
            (history, next, command) => Task.FromResult(history.Decide(next, command, clock.GetUtcNow(), actor)), cancellationToken);

    /// <summary>The log of a ranking; empty if nothing was ever sent.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static async Task<RankingHistory> HistoryAsync(IEventLog events, StreamId stream, CancellationToken cancellationToken)
    {
        var history = RankingHistory.Empty;
        await foreach (var stored in events.ReadAsync(stream, 0, cancellationToken)) history = history.Apply(stored.Bytes.Span);
        return history;
    }

    /// <summary>Reads a file, whatever of the two it is.</summary>
    /// <param name="limits">What a sheet may ask of its reader; a file of scorecards has a limit of its own.</param>
    public static async Task<RankingEntries> ReadAsync(Framework framework, string name, ReadOnlyMemory<byte> bytes, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span;
        if (!text.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return await RankingSheet.ReadAsync(framework, SourceFile.FromBytes(name, bytes), limits, cancellationToken);
        var (entries, findings) = ScorecardFile.Read(framework, new MemoryStream(bytes.ToArray()));
        return new(entries, [.. findings.Select(f => f with { Place = f.Place with { File = name } })]);
    }

    private async Task<OpenedRanking> OpenAsync(Framework framework, RankingHistory history, CancellationToken cancellationToken)
    {
        var (rules, entries, findings) = (ScorecardFile.RulesOf(framework), ImmutableArray.CreateBuilder<RankingEntry>(), ImmutableArray.CreateBuilder<Finding>());
        var known = read.TryGetValue(framework.Id, out var last) && last.Rules == rules ? last.Files : [];
        var files = ImmutableDictionary.CreateBuilder<ContentHash, RankingEntries>();
        foreach (var of in history.Current.GroupBy(c => c.Value.File!.Value).OrderBy(g => g.Min(c => c.Key), StringComparer.Ordinal))
        {
            var file = known.GetValueOrDefault(of.Key) ?? await ReadInTurnAsync(framework, "", await BytesAsync(framework, of.Key, cancellationToken), cancellationToken);
            files.Add(of.Key, file);
            var inFile = file.Entries.ToDictionary(e => e.Scorecard.Entrant, StringComparer.Ordinal);
            foreach (var (entrant, sent) in of)
                if (inFile.GetValueOrDefault(entrant) is not { } entry)
                    findings.Add(RankingFindings.NoLongerFits.At(
                        Place.Nowhere, NameOf(framework, entrant), file.Findings.FirstOrDefault(f => f.Severity == Severity.Error)?.Message ?? RankingFindings.UnknownEntrant.At(Place.Nowhere, entrant).Message));
                else if (sent.Rules is { } readBy && readBy != rules)
                    findings.Add(RankingFindings.NoLongerFits.At(Place.Nowhere, entry.Scorecard.EntrantName, RankingFindings.OtherRulesThen));
                else entries.Add(entry);
        }
        read[framework.Id] = (rules, files.ToImmutable());
        var asOf = history.Sent.IsEmpty ? framework.FinalDeadline.Date : BangkokTime.Date(history.Sent[^1].At);
        return new(history, RankedField.Of(framework, entries, asOf) with { Findings = GroupedFindings.Of(findings, GroupedFindings.MostOfKind).ToImmutable(), LogHead = history.Sequence == 0 ? null : history.Head });
    }

    private async Task<SentFile> EnterAsync(
        Framework framework, SourceFile source, StagedContent content, bool dryRun, Actor actor, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var stream = await content.OpenAsync(cancellationToken)) await stream.CopyToAsync(bytes, cancellationToken);
        var (entries, found) = await ReadInTurnAsync(framework, source.Name, bytes.ToArray(), cancellationToken);
        if (entries.IsEmpty) return new(source.Name, [], false, found);
        ImmutableArray<string> entrants = [.. entries.Select(e => e.Scorecard.Entrant).Order(StringComparer.Ordinal)];
        ImmutableArray<Finding> against = [];
        var decision = dryRun
            ? await DecideAsync(await HistoryAsync(events, StreamOf(framework.Id), cancellationToken), Entered(ContentHash.Zero), Guid.Empty)
            : await AppendAsync(framework, async staged => Entered(await staged.AddOwnAsync(bytes.ToArray(), cancellationToken)), DecideAsync, cancellationToken);
        return decision is Refuse refusal ? new(source.Name, [], false, [.. found, .. refusal.Findings]) : new(source.Name, entrants, decision is Accept && !dryRun, [.. found, .. against]);

        ScorecardsEntered Entered(ContentHash file) => new(file, entrants) { Rules = ScorecardFile.RulesOf(framework) };

        // Held against what is here when it is appended: what was here when it was read may have been replaced since.
        async Task<Decision> DecideAsync(RankingHistory history, ScorecardsEntered next, Guid command)
        {
            var (now, place) = (await OpenAsync(framework, history, cancellationToken), Place.InFile(source.Name));
            IEnumerable<Finding> said = [.. entries.Select(e => Succession.Of(now.Field.Find(e.Scorecard.Entrant), e, place)).OfType<Finding>(), .. Beyond(now, entries, place)];
            against = GroupedFindings.Of(said, GroupedFindings.MostOfKind).ToImmutable();
            return against.Any(f => f.Severity == Severity.Error) ? new Refuse(against) : history.Decide(next, command, clock.GetUtcNow(), actor);
        }
    }

    /// <summary>A ranking holds as many entrants as there are, and no more.</summary>
    private static IEnumerable<Finding> Beyond(OpenedRanking now, IEnumerable<RankingEntry> entries, Place place) =>
        now.Field.Entries.Length + entries.Count(e => now.Field.Find(e.Scorecard.Entrant) is null) > RankedField.MostEntrants
            ? [RankingFindings.TooMany.At(place, ThaiNumerals.Number(RankedField.MostEntrants))]
            : [];

    private async Task<Decision> AppendAsync<T>(
        Framework framework, Func<StagedContents, Task<T>> next, Func<RankingHistory, T, Guid, Task<Decision>> decide, CancellationToken cancellationToken)
    {
        var (stream, command) = (StreamOf(framework.Id), Guid.NewGuid());
        await using var own = new StagedContents(vaults.Of(stream));
        var happened = await next(own);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var history = await HistoryAsync(events, stream, cancellationToken);
            var decision = await decide(history, happened, command);
            if (decision is not Accept accept) return decision;
            await own.PromoteAsync(cancellationToken);
            var appended = await events.AppendAsync(
                stream, history.Sequence, new EventBatch(accept.Entries.Select(e => (ReadOnlyMemory<byte>)e.ToBytes())), cancellationToken);
            if (appended is not AppendResult.Ok) continue;
            await SealAsync(stream, accept.Entries.Aggregate(history, (h, e) => h.Apply(e.ToBytes())), cancellationToken);
            return decision;
        }
        throw new StorageUnavailableException(RoundServiceFindings.Busy.At(Place.Nowhere));
    }

    /// <summary>Keeps the head elsewhere, as the heads of rounds are. Where that can't be done now, the next head holds this one too.</summary>
    private async Task SealAsync(StreamId stream, RankingHistory history, CancellationToken cancellationToken)
    {
        try
        {
            await heads.SealAsync(stream, new(history.Sequence, history.Head, clock.GetUtcNow()), cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // What was sent is kept; rounds tell that the place can't be used.
        }
    }

    /// <summary>Reads a file when there is room for it.</summary>
    private Task<RankingEntries> ReadInTurnAsync(Framework framework, string name, byte[] bytes, CancellationToken cancellationToken) =>
        reading.ReadSmallAsync(limits => ReadAsync(framework, name, bytes, limits, cancellationToken), cancellationToken);

    private async Task<byte[]> BytesAsync(Framework framework, ContentHash file, CancellationToken cancellationToken)
    {
        await using var stream = await VaultOf(framework).OpenAsync(file, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(file);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static BilingualText NameOf(Framework framework, string entrant) =>
        framework.Entrant == EntrantKind.Province && Province.Find(entrant) is { } province ? province.BilingualName : entrant;
}
