using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>
/// Everything in one storage account: table <c>log</c>, containers <c>vault</c>, <c>drop</c>, <c>answers</c>, <c>parts</c> and
/// <c>heads</c>; with a connection string made when first used.
/// </summary>
internal sealed class AzureStorage : IStorage
{
    /// <summary>Somebody waits for the answer: three quick tries more, then say so.</summary>
    private const int Retries = 3;

    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(10);

    private readonly AzureFailures _failures;
    private readonly TableEventLog _log;
    private readonly BlobVaults _vaults;
    private readonly BlobDrops _drops;
    private readonly BlobHeads _heads;

    private AzureStorage(BlobServiceClient blobs, TableServiceClient tables, TableServiceClient appends, string prefix, bool mayCreate)
    {
        _failures = new(blobs.Uri.GetLeftPart(UriPartial.Path), mayCreate); // without a signature in the query
        _log = new(tables.GetTableClient($"{prefix}log"), appends.GetTableClient($"{prefix}log"), _failures);
        _vaults = new(blobs.GetBlobContainerClient($"{prefix}vault"), _failures);
        TickMark = new TableTickMark(tables.GetTableClient($"{prefix}log"), "done", _failures);
        MailboxMark = new TableTickMark(tables.GetTableClient($"{prefix}log"), "mailbox", _failures);
        _drops = new(blobs.GetBlobContainerClient($"{prefix}drop"), blobs.GetBlobContainerClient($"{prefix}answers"), _failures);
        Parts = new BlobParts(blobs.GetBlobContainerClient($"{prefix}parts"), _failures);
        _heads = new(blobs.GetBlobContainerClient($"{prefix}heads"), _failures);
    }

    public string Kind => "azure";

    public IEventLog Log => _log;

    public IVaults Vaults => _vaults;

    public IDrops Drops => _drops;

    public IParts Parts { get; }

    public ITickMark TickMark { get; }

    public ITickMark MailboxMark { get; }

    public IHeads Heads => _heads;

    /// <param name="account">Which account; not asked for anything yet.</param>
    /// <param name="prefix">Put before the names of table and containers, so that tests share an account: lower-case letters and
    /// digits, a letter first.</param>
    /// <param name="transport">What carries requests; tests bring theirs.</param>
    /// <param name="credential">The identity; tests bring theirs.</param>
    /// <returns>The store, or what says why a connection string can't be one.</returns>
    public static IStorage Open(AzureAccount account, string prefix = "", HttpPipelineTransport? transport = null, TokenCredential? credential = null)
    {
        try
        {
            return account switch
            {
                AzureAccount.ByConnection by => new AzureStorage(
                    new(by.ConnectionString, With(new BlobClientOptions(), Retries, transport)),
                    new(by.ConnectionString, With(new TableClientOptions(), Retries, transport)),
                    new(by.ConnectionString, With(new TableClientOptions(), 0, transport)), prefix, mayCreate: true),
                AzureAccount.ByIdentity by => ByIdentity(by, credential ?? new DefaultAzureCredential(), prefix, transport),
                _ => throw new ArgumentOutOfRangeException(nameof(account)),
            };
        }
        catch (Exception failure) when (account is AzureAccount.ByConnection && failure is FormatException or ArgumentException or InvalidOperationException)
        {
            return new NoStorage(AzureFindings.ConnectionUnreadable.At(Place.Nowhere));
        }
    }

    /// <summary>Table, vault and drops are each asked for a trifle, at the same time and for at most ten seconds.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CheckLimit);
        var findings = await Task.WhenAll(((Func<CancellationToken, Task>[])[_log.TouchAsync, _vaults.TouchAsync, _drops.TouchAsync]).Select(TryAsync));
        return [.. findings.OfType<Finding>().DistinctBy(f => f.ToString(Language.English), StringComparer.Ordinal)];

        async Task<Finding?> TryAsync(Func<CancellationToken, Task> touch)
        {
            try
            {
                await touch(limit.Token);
                return null;
            }
            catch (StorageUnavailableException unusable)
            {
                return unusable.Finding;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return _failures.Unreachable;
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static AzureStorage ByIdentity(AzureAccount.ByIdentity account, TokenCredential credential, string prefix, HttpPipelineTransport? transport) => new(
        new(account.Blobs, credential, With(new BlobClientOptions(), Retries, transport)),
        new(account.Tables, credential, With(new TableClientOptions(), Retries, transport)),
        new(account.Tables, credential, With(new TableClientOptions(), 0, transport)), prefix, mayCreate: false);

    private static T With<T>(T options, int retries, HttpPipelineTransport? transport) where T : ClientOptions
    {
        (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (retries, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2));
        if (transport is not null) options.Transport = transport;
        return options;
    }
}
