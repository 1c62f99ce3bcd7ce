using System.Collections.Immutable;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kalasin.EndToEnd.Tests.Kills.Inside;
using Kalasin.EndToEnd.Tests.Mail;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>A storage account that nobody else uses; emptied first. Each piece of a request or reply is a step.</summary>
internal sealed class AzureInstallation : InstallationUnderTest
{
    private readonly BlobServiceClient blobs;
    private readonly TableServiceClient tables;
    private readonly Relay blobRelay;
    private readonly Relay tableRelay;
    private readonly string connection;

    private AzureInstallation(string direct)
    {
        (blobs, tables) = (new(direct), new(direct));
        (blobRelay, tableRelay) = (new(blobs.Uri, Steps), new(tables.Uri, Steps));
        connection = direct.Replace(blobs.Uri.AbsoluteUri, blobRelay.Address, StringComparison.Ordinal)
            .Replace(tables.Uri.AbsoluteUri, tableRelay.Address, StringComparison.Ordinal);
    }

    protected override (string Name, string Value)[] OfStorage => [("KALASIN_STORAGE", "azure"), ("KALASIN_STORAGE_CONNECTION", connection)];

    /// <summary>The platform starts as many as it likes.</summary>
    public override int Programs => 2;

    public static async Task<AzureInstallation> EmptyAsync(AzureAccount.ByConnection account, Deaths? deaths = null, MailServers? servers = null)
    {
        var installation = new AzureInstallation(account.ConnectionString) { Deaths = deaths ?? new(), Servers = servers };
        await foreach (var container in installation.blobs.GetBlobContainersAsync()) await installation.blobs.DeleteBlobContainerAsync(container.Name);
        await foreach (var table in installation.tables.QueryAsync()) await installation.tables.DeleteTableAsync(table.Name);
        await installation.blobs.CreateBlobContainerAsync("drop");
        return installation;
    }

    public override async Task<RoundState> FoldAsync()
    {
        var rows = new List<KeptRow>();
        await foreach (var row in tables.GetTableClient("log").QueryAsync<TableEntity>(row => row.PartitionKey == $"round.{Round}"))
            if (row.RowKey is ['e', ..]) rows.Add(new(row.PartitionKey, rows.Count + 1, row.GetBinary("Bytes") ?? []));
        return new Kept { Rows = [.. rows] }.Fold();
    }

    public override async Task<string> DropAsync(string path, byte[] content)
    {
        var uploaded = await blobs.GetBlobContainerClient("drop").GetBlobClient(path).UploadAsync(new BinaryData(content), overwrite: true);
        return TagOf(uploaded.Value.ETag);
    }

    protected override async Task<Kept> ReadStorageAsync()
    {
        var rows = ImmutableArray.CreateBuilder<KeptRow>();
        await foreach (var table in tables.QueryAsync())
        {
            if (table.Name != "log") continue;
            await foreach (var row in tables.GetTableClient("log").QueryAsync<TableEntity>("PartitionKey ne 'tick'")) // when a tick was done last: no stream
                rows.Add(new(
                    row.PartitionKey,
                    row.RowKey is ['e', .. var digits] && long.TryParse(digits, out var sequence) ? sequence : -1,
                    row.GetBinary("Bytes") ?? []));
        }
        var vault = await Task.WhenAll((await ListAsync("vault")).Select(async blob =>
        {
            await using var content = await blobs.GetBlobContainerClient("vault").GetBlobClient(blob.Name).OpenReadAsync();
            return (blob.Name, Hash: await Kept.HashAsync(content));
        }));
        var answers = (await ListAsync("answers")).Select(async blob => (blob.Name, Bytes: blob.Name.EndsWith("/answer.json", StringComparison.Ordinal)
            ? (await blobs.GetBlobContainerClient("answers").GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray() : []));
        return new()
        {
            Rows = [.. rows.Where(row => !row.IsBrought && !row.IsMark && !row.IsRules)],
            Brought = [.. rows.Where(row => row.IsBrought)],
            Vault = VaultOf(Round),
            BroughtVault = VaultOf(BroughtRound.Id.Value),
            Drops = (await ListAsync("drop")).ToImmutableDictionary(blob => blob.Name, blob => TagOf(blob.Properties.ETag!.Value), StringComparer.Ordinal),
            Answers = (await Task.WhenAll(answers)).ToImmutableDictionary(a => a.Name, a => a.Bytes, StringComparer.Ordinal),
        };

        ImmutableDictionary<string, string> VaultOf(string round) => vault.Where(v => v.Name.StartsWith($"round/{round}/", StringComparison.Ordinal))
            .ToImmutableDictionary(v => v.Name[$"round/{round}/".Length..], v => v.Hash, StringComparer.Ordinal);
    }

    public override async Task<IAsyncDisposable?> TroubleAsync(Random random)
    {
        if (random.Next(2) == 0 && await base.TroubleAsync(random) is { } withoutMail) return withoutMail;
        blobRelay.IsCut = tableRelay.IsCut = true;
        return new Trouble(this, () =>
        {
            blobRelay.IsCut = tableRelay.IsCut = false;
            return Task.CompletedTask;
        });
    }

    public override ValueTask DisposeAsync()
    {
        blobRelay.Dispose();
        tableRelay.Dispose();
        return base.DisposeAsync();
    }

    private async Task<List<BlobItem>> ListAsync(string container)
    {
        var found = new List<BlobItem>();
        await foreach (var made in blobs.GetBlobContainersAsync())
        {
            if (made.Name != container) continue;
            await foreach (var blob in blobs.GetBlobContainerClient(container).GetBlobsAsync()) found.Add(blob);
        }
        return found;
    }

    private static string TagOf(Azure.ETag tag) => tag.ToString("G").Trim('"');
}
