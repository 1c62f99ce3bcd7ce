using Azure.Data.Tables;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>A row of its own in the table of the log: blobs would keep every version of it.</summary>
internal sealed class TableTickMark(TableClient table, string row, AzureFailures failures) : ITickMark
{
    /// <summary>No stream has this partition: their names have two parts.</summary>
    private const string Partition = "tick";
    private const string Moment = "At";

    private readonly FirstUse _firstUse = new(failures, token => table.CreateIfNotExistsAsync(token));

    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        var kept = await failures.GuardAsync(
            () => table.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancellationToken), cancellationToken);
        return kept.HasValue ? kept.Value!.GetDateTimeOffset(Moment) : null;
    }

    public async Task WriteAsync(DateTimeOffset done, CancellationToken cancellationToken)
    {
        await _firstUse.PrepareAsync(cancellationToken);
        await failures.GuardAsync(
            () => table.UpsertEntityAsync(new TableEntity(Partition, row) { [Moment] = done.ToUniversalTime() }, TableUpdateMode.Replace, cancellationToken),
            cancellationToken);
    }
}
