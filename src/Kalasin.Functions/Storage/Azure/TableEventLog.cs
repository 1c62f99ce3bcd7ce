using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>
/// The log in one table: a partition per stream, a row per event, rows only ever inserted. Two writers can't both insert a
/// sequence, and none inserts behind a row that is not there; rows never go, so looking before inserting is safe.
/// </summary>
internal sealed class TableEventLog : IEventLog
{
    private const string Bytes = "Bytes";
    private const long HighestSequence = 9_999_999_999;
    private const string BehindEvents = "f";

    private readonly TableClient _reads;
    private readonly TableClient _appends;
    private readonly AzureFailures _failures;
    private readonly FirstUse _firstUse;

    /// <param name="reads">Tries again by itself.</param>
    /// <param name="appends">Must not: the second try of an append whose reply was lost would find its own rows and call them a conflict.</param>
    /// <param name="failures">Their meaning.</param>
    public TableEventLog(TableClient reads, TableClient appends, AzureFailures failures)
    {
        (_reads, _appends, _failures) = (reads, appends, failures);
        _firstUse = new(failures, token => reads.CreateIfNotExistsAsync(token));
    }

    public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after >= HighestSequence) yield break;
        await _firstUse.PrepareAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {PartitionOf(stream.ToString())} and RowKey gt {RowOf(after)} and RowKey lt {BehindEvents}");
        var rows = _reads.QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.RowKey), Bytes], cancellationToken: cancellationToken);
        await foreach (var row in _failures.GuardAsync(rows, cancellationToken))
        {
            after++;
            if (row.RowKey != RowOf(after) || !row.TryGetValue(Bytes, out var value) || value is not byte[] bytes)
                throw new DamagedException(
                    AzureFindings.LogBroken.At(Place.Nowhere, stream.ToString(), row.RowKey, after.ToString(CultureInfo.InvariantCulture)));
            yield return new(after, bytes);
        }
    }

    public async Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedSequence);
        await _firstUse.PrepareAsync(cancellationToken);
        var partition = PartitionOf(stream.ToString());
        return await _failures.GuardAsync<AppendResult>(async () =>
        {
            if (expectedSequence > 0 && !await HasAsync(partition, expectedSequence, cancellationToken)) return new AppendResult.Conflict();
            var inserts = events.Select((bytes, i) => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity(partition, RowOf(expectedSequence + 1 + i)) { [Bytes] = bytes.ToArray() }));
            try
            {
                await _appends.SubmitTransactionAsync(inserts, cancellationToken);
                return new AppendResult.Ok(expectedSequence + events.Count);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
            {
                return new AppendResult.Conflict();
            }
        }, cancellationToken);
    }

    public async Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var end = PartitionOf(prefix) + '~'; // behind every character that a stream's name may have
        var names = new List<StreamId>();
        var next = page is null ? TableClient.CreateQueryFilter($"PartitionKey ge {PartitionOf(prefix)}") : Behind(PartitionOf(page));
        // Hops from one partition to the next instead of reading every event's key.
        while (names.Count <= Page.Size
            && await FirstPartitionAsync($"{next} and {TableClient.CreateQueryFilter($"PartitionKey lt {end}")}", cancellationToken) is { } partition)
        {
            if (StreamId.TryParse(partition.Replace('.', '/'), out var stream)) names.Add(stream);
            next = Behind(partition);
        }
        return names.Count <= Page.Size ? new(names, null) : new(names[..Page.Size], names[Page.Size - 1].ToString());
    }

    /// <summary>Asks for as little as shows that the table can be read.</summary>
    public async Task TouchAsync(CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        await FirstPartitionAsync("PartitionKey ge ''", cancellationToken);
    }

    private async Task<bool> HasAsync(string partition, long sequence, CancellationToken cancellationToken) =>
        (await _reads.GetEntityIfExistsAsync<TableEntity>(partition, RowOf(sequence), [nameof(TableEntity.RowKey)], cancellationToken)).HasValue;

    private Task<string?> FirstPartitionAsync(string filter, CancellationToken cancellationToken) => _failures.GuardAsync(async () =>
    {
        await foreach (var row in _reads.QueryAsync<TableEntity>(filter, maxPerPage: 1, [nameof(TableEntity.PartitionKey)], cancellationToken))
            return row.PartitionKey;
        return null;
    }, cancellationToken);

    /// <summary>
    /// A slash is no character of a key; a dot is, and stands between hyphen and digits just as the slash does, so that the order
    /// of names stays.
    /// </summary>
    private static string PartitionOf(string name) => name.Replace('/', '.');

    private static string Behind(string partition) => TableClient.CreateQueryFilter($"PartitionKey gt {partition}");

    private static string RowOf(long sequence) => string.Create(CultureInfo.InvariantCulture, $"e{sequence:D10}");
}
