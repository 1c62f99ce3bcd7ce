using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>What became of a file.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <param name="Events">Events that the round has now.</param>
    /// <param name="NewEvents">Of them, those that the file brought.</param>
    /// <param name="NewContents">Contents that it brought.</param>
    /// <param name="Findings">What should be known: nothing that keeps the round from being whole here.</param>
    internal sealed record Imported(RoundId Round, long Events, long NewEvents, int NewContents, IReadOnlyList<Finding> Findings) : ImportOutcome;

    /// <summary>Nothing was appended.</summary>
    internal sealed record Refused(IReadOnlyList<Finding> Findings) : ImportOutcome;
}

/// <summary>
/// Takes a round in from its file, read once from beginning to end. First the whole log is followed and held against the one that is here, then
/// the contents come in, and last what is new of the log; so that whatever breaks it off leaves no part of a round to be seen, and the
/// same file again goes on from there. The round keeps its events to the byte; that it was imported is none of them.
/// </summary>
internal sealed class RoundImport(IEventLog events, IVaults vaults, IHeads heads)
{
    /// <param name="file">A round file; need not be seekable.</param>
    /// <exception cref="StorageUnavailableException">The store can't be used; the same file can be given again.</exception>
    public async Task<ImportOutcome> RunAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new StoredZipReader(file, RoundFile.MostEntries);
            var head = await ReadAsync(zip, RoundFile.Head, RoundFile.MostHeadBytes, RoundFileJson.Default.RoundFileHead, cancellationToken);
            if (head.Format != RoundFile.Format || !RoundId.TryParse(head.Round, out var round))
                throw new RoundFileException(TransferFindings.NoRoundFile.At(Place.Nowhere));
            if (head.Version > RoundFile.Version) throw new RoundFileException(TransferFindings.Newer.At(Place.Nowhere, ThaiNumerals.Number(head.Version)));
            var promised = await ReadHeadsAsync(zip, cancellationToken);
            var text = await EntryAsync(zip, RoundFile.Log, RoundFile.MostLogBytes, cancellationToken);
            await using var log = await vaults.Of(RoundLog.StreamOf(round)).StageAsync(text, RoundFile.MostLogBytes, cancellationToken)
                ?? throw RoundFileException.BreaksOff();
            return await new ArrivingRound(round, head, promised, log, events, vaults, heads).TakeInAsync(zip, cancellationToken);
        }
        catch (RoundFileException none)
        {
            return new ImportOutcome.Refused([none.Finding]);
        }
    }

    /// <summary>The entry that comes next, which has to be this one.</summary>
    internal static async Task<Stream> EntryAsync(StoredZipReader zip, string name, long most, CancellationToken cancellationToken)
    {
        if (await zip.NextAsync(cancellationToken) is not { } entry || entry.Name != name)
            throw new RoundFileException(TransferFindings.NoRoundFile.At(Place.Nowhere));
        return entry.Content.Length <= most ? entry.Content : throw new RoundFileException(TransferFindings.TooLarge.At(Place.InFile(name)));
    }

    internal static async Task<T> ReadAsync<T>(StoredZipReader zip, string name, int most, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        => await ReadAsync(await EntryAsync(zip, name, most, cancellationToken), name, form, cancellationToken);

    internal static async Task<T> ReadAsync<T>(Stream entry, string name, JsonTypeInfo<T> form, CancellationToken cancellationToken)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(entry, form, cancellationToken) is { } read) return read;
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new RoundFileException(TransferFindings.EntryBroken.At(Place.InFile(name)));
    }

    private static async Task<SealedHeads> ReadHeadsAsync(StoredZipReader zip, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(
            await EntryAsync(zip, RoundFile.Heads, SealedHeads.MostBytes, cancellationToken), System.Text.Encoding.ASCII, leaveOpen: true);
        return SealedHeads.Read(await text.ReadToEndAsync(cancellationToken));
    }
}
