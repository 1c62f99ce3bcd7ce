using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>A round on its way in: its log lies in the vault's waiting place, its contents are still to come.</summary>
internal sealed class ArrivingRound(
    RoundId round, RoundFileHead head, SealedHeads promised, StagedContent text, IEventLog events, IVaults vaults, IHeads heads)
{
    private const int Attempts = 8;

    /// <summary>Contents that are promoted together: a store pays by the flush, and each may wait in memory or hold a file open.</summary>
    private const int Together = 32;

    private readonly StreamId _stream = RoundLog.StreamOf(round);

    public async Task<ImportOutcome> TakeInAsync(StoredZipReader zip, CancellationToken cancellationToken)
    {
        var reading = await FollowAsync(cancellationToken);
        var (sealedHere, notes) = await HoldAgainstHeadsAsync(reading, cancellationToken);
        await CompareAsync(cancellationToken);
        var brought = await TakeContentsAsync(zip, reading, notes, cancellationToken);
        foreach (var rules in reading.State.Rules) await CheckRulesAsync(rules.Named, cancellationToken);
        await CheckReturnsAsync(reading, cancellationToken);
        var before = await AppendAsync(cancellationToken);
        await Erasure.RemoveAsync(vaults.Of(_stream), reading.State, cancellationToken); // what was here before it was erased there
        await SealAsync(sealedHere, notes, cancellationToken);
        return new ImportOutcome.Imported(round, reading.Length, reading.Length - before, brought, notes);
    }

    private async IAsyncEnumerable<StoredEvent> LinesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = await text.OpenAsync(cancellationToken);
        await foreach (var line in LogLines.ReadAsync(lines, cancellationToken)) yield return line;
    }

    /// <summary>Every event has to follow from those before it, and all of them to give the head that the file names.</summary>
    private async Task<LogReading> FollowAsync(CancellationToken cancellationToken)
    {
        var reading = await LogReading.OfAsync(round, LinesAsync(cancellationToken));
        if (reading.State.Sequence < reading.Length) throw LogLines.Unreadable(reading.State.Sequence + 1);
        if (reading.Findings is [var other, ..]) throw new RoundFileException(other);
        if (reading.Length != head.Events || reading.State.Head != head.Head || reading.State.Opened?.Round != round)
            throw new RoundFileException(TransferFindings.OtherLog.At(Place.InFile(RoundFile.Log)));
        return reading;
    }

    /// <summary>Heads that were promised of this round, in the file or here: another log is not taken in, an older one is told.</summary>
    private async Task<(SealedHeads? Here, List<Finding> Notes)> HoldAgainstHeadsAsync(LogReading reading, CancellationToken cancellationToken)
    {
        if (reading.Against(promised).FirstOrDefault() is { } contradiction) throw new RoundFileException(contradiction);
        try
        {
            var here = await heads.ReadAsync(_stream, cancellationToken);
            List<Finding> notes = [.. reading.Against(here)];
            return notes.Find(f => f.Code == RoundServiceFindings.LogChanged.Code) is { } changed ? throw new RoundFileException(changed) : (here, notes);
        }
        catch (StorageUnavailableException)
        {
            return (null, [TransferFindings.HeadsLacking.At(Place.Nowhere)]);
        }
    }

    private async Task<LogComparison> CompareAsync(CancellationToken cancellationToken)
    {
        var compared = await LogComparison.OfAsync(events.ReadAsync(_stream, 0, cancellationToken), LinesAsync(cancellationToken), cancellationToken);
        if (compared.DiffersAt is { } at) throw new RoundFileException(TransferFindings.Forked.At(Place.Nowhere, round.Value, ThaiNumerals.Number(at)));
        return compared.IsBeginning
            ? compared
            : throw new RoundFileException(TransferFindings.Older.At(
                Place.Nowhere, round.Value, ThaiNumerals.Number(compared.Here), ThaiNumerals.Number(compared.There)));
    }

    /// <returns>How many were not here.</returns>
    private async Task<int> TakeContentsAsync(StoredZipReader zip, LogReading reading, List<Finding> notes, CancellationToken cancellationToken)
    {
        var vault = vaults.Of(_stream);
        var here = await ContentsHere.OfAsync(_stream, vault, events, cancellationToken);
        var (lacking, last, brought) = (reading.Kept.ToHashSet(), "", 0);
        await using var group = new StagedGroup(vault, Together);
        while (true)
        {
            if (await zip.NextAsync(cancellationToken) is not { } entry) throw new RoundFileException(TransferFindings.NoRoundFile.At(Place.Nowhere));
            if (entry.Name == RoundFile.Manifest)
            {
                await group.PromoteAsync(cancellationToken);
                await CheckManifestAsync(zip, entry.Content, [.. lacking.Except(here)], notes, cancellationToken);
                return brought;
            }
            if (RoundFile.ContentOf(entry.Name) is not { } content || string.CompareOrdinal(entry.Name, last) <= 0 || !lacking.Remove(content))
                throw new RoundFileException(TransferFindings.Foreign.At(Place.InFile(entry.Name)));
            if (entry.Content.Length > RoundFile.MostContentBytes) throw new RoundFileException(TransferFindings.TooLarge.At(Place.InFile(entry.Name)));
            last = entry.Name;
            if (!await IsRightAsync(entry.Content, content)) throw new RoundFileException(TransferFindings.EntryBroken.At(Place.InFile(entry.Name)));
        }

        async Task<bool> IsRightAsync(Stream bytes, ContentHash content)
        {
            if (here.Contains(content))
                return await ContentMeter.CopyAsync(bytes, _ => ValueTask.CompletedTask, bytes.Length, cancellationToken) is { Hash: var known }
                    && known == content;
            var staged = await vault.StageAsync(bytes, bytes.Length, cancellationToken) ?? throw RoundFileException.BreaksOff();
            brought++;
            return await group.TakeAsync(staged, content, cancellationToken);
        }
    }

    /// <summary>The manifest has to name what was read, and everything that the log names and that didn't come.</summary>
    private static async Task CheckManifestAsync(
        StoredZipReader zip, Stream entry, ImmutableHashSet<ContentHash> lacking, List<Finding> notes, CancellationToken cancellationToken)
    {
        if (entry.Length > RoundFile.MostManifestBytes) throw new RoundFileException(TransferFindings.TooLarge.At(Place.InFile(RoundFile.Manifest)));
        var read = zip.Entries.Select(RoundFileEntry.Of).ToImmutableArray();
        var manifest = await RoundImport.ReadAsync(entry, RoundFile.Manifest, RoundFileJson.Default.RoundFileManifest, cancellationToken);
        if (!manifest.Entries.SequenceEqual(read)) throw new RoundFileException(TransferFindings.EntryBroken.At(Place.InFile(RoundFile.Manifest)));
        if (await zip.NextAsync(cancellationToken) is not null) throw new RoundFileException(TransferFindings.NoRoundFile.At(Place.Nowhere));
        var named = manifest.Missing.Concat(manifest.Changed);
        List<string> unexplained = [.. lacking.Except(named).Select(hash => hash.ToString()).Order(StringComparer.Ordinal)];
        if (unexplained is [var first, ..])
            throw new RoundFileException(TransferFindings.Incomplete.At(Place.Nowhere, ThaiNumerals.Number(unexplained.Count), first));
        if (!lacking.IsEmpty) notes.Add(TransferFindings.LostBefore.At(Place.Nowhere, ThaiNumerals.Number(lacking.Count)));
        if (!manifest.HeadsRead) notes.Add(TransferFindings.HeadsLacking.At(Place.Nowhere));
    }

    private async Task CheckRulesAsync(RulesReference named, CancellationToken cancellationToken)
    {
        try
        {
            await new RoundRules(vaults).OfAsync(named, cancellationToken);
        }
        catch (DamagedException unusable)
        {
            throw new RoundFileException(unusable.Finding);
        }
    }

    /// <summary>Each return that is here has to be what the log says of it: results are computed from it, for everybody.</summary>
    private async Task CheckReturnsAsync(LogReading reading, CancellationToken cancellationToken)
    {
        var (vault, kept) = (vaults.Of(_stream), reading.Kept.ToHashSet());
        var named = reading.State.Deliveries.SelectMany(d => d.Returns.Select(r => (Of: (Unit: d.UnitOf(r), r.Indicator, r.Status), r.Content)));
        foreach (var one in named.GroupBy(r => r.Content, r => r.Of).Where(r => kept.Contains(r.Key)))
        {
            await using var content = await vault.OpenAsync(one.Key, ByteRange.All, cancellationToken);
            if (content is null) continue; // lost before, as the manifest says
            if (await ReturnJson.TryReadAsync(content, cancellationToken) is not { } read || one.Any(of => of != (read.Unit, read.Indicator, read.Status)))
                throw new RoundFileException(RoundServiceFindings.ContentUnfit.At(Place.InFile(RoundFile.NameOf(one.Key)), one.Key.ToString()));
        }
    }

    /// <returns>How many events were here before.</returns>
    private async Task<long> AppendAsync(CancellationToken cancellationToken)
    {
        long? before = null;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var compared = await CompareAsync(cancellationToken);
            before ??= compared.Here;
            var tail = LinesAsync(cancellationToken).Skip((int)compared.Here).Select(line => line.Bytes);
            if (await Arrival.AppendAsync(events, _stream, compared.Here, compared.Head, tail, cancellationToken)) return before.Value;
        }
        throw new StorageUnavailableException(RoundServiceFindings.Busy.At(Place.Nowhere));
    }

    /// <summary>What was promised elsewhere is promised here too.</summary>
    private async Task SealAsync(SealedHeads? here, List<Finding> notes, CancellationToken cancellationToken)
    {
        if (here is null) return;
        try
        {
            await PromisedHeads.BringAsync(heads, _stream, promised.Heads, here, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            notes.Add(TransferFindings.HeadsLacking.At(Place.Nowhere));
        }
    }
}
