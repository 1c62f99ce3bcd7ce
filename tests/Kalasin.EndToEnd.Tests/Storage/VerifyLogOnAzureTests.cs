using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kalasin.Functions;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary><c>verify-log</c> follows the chain and hashes every file in an account as it does in a folder.</summary>
[Collection(nameof(Azurite))]
public sealed class VerifyLogOnAzureTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_SoundAndTamperedAccount_TellsThemApart()
    {
        await using var store = new AzureStorageUnderTest(azurite.Connection);
        var script = await SampleRound.ReadScriptAsync(Token);
        await using (var service = await RunningService.StartAsync(build: builder => builder.Services.AddSingleton(store.Open())))
            await service.Services.GetRequiredService<SampleRound>()
                .PlayAsync(script with { Deliveries = [.. script.Deliveries.Take(2)], Decisions = [], Season = null }, (_, _) => { }, Token);
        var (sound, told) = await VerifyAsync(store.Open());
        Assert.Equal(CommandLine.Done, sound);
        Assert.Contains("46-dla-2567: ", told, StringComparison.Ordinal);

        var blob = await LargestAsync(store);
        var content = (await blob.DownloadContentAsync(Token)).Value.Content;
        await blob.UploadAsync(new BinaryData("changed"), overwrite: true, Token);
        await FailsAsync(store, "KAL7016");
        await blob.DeleteAsync(cancellationToken: Token);
        await FailsAsync(store, "KAL7017");
        await blob.UploadAsync(content, overwrite: true, Token);
        Assert.Equal(CommandLine.Done, (await VerifyAsync(store.Open())).Code);

        var row = await store.Log.GetEntityAsync<TableEntity>("round.46-dla-2567", "e0000000002", cancellationToken: Token);
        await store.Log.DeleteEntityAsync(row.Value, cancellationToken: Token);
        await FailsAsync(store, "KAL7027");
    }

    [Fact]
    public async Task Verify_AccountOfTheSettings_IsLookedInto()
    {
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(new Settings
        {
            Azure = azurite.Connection, DataFolder = "nowhere",
        }, [], TextWriter.Null, error, Token));
        Assert.Empty(error.ToString());
        var gone = new AzureAccount.ByConnection("AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a");
        Assert.Equal(CommandLine.Failed, await VerifyLogCommand.RunAsync(new Settings { Azure = gone }, [], TextWriter.Null, error, Token));
        Assert.Contains("KAL7022", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task FailsAsync(AzureStorageUnderTest store, string why)
    {
        var (code, told) = await VerifyAsync(store.Open());
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains(why, told, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Told)> VerifyAsync(IStorage storage)
    {
        using var told = new StringWriter();
        return (await VerifyLogCommand.RunAsync(storage, [], told, told, Token), told.ToString());
    }

    private static async Task<BlobClient> LargestAsync(AzureStorageUnderTest store)
    {
        var vault = store.Blobs.GetBlobContainerClient($"{store.Prefix}vault");
        BlobItem? largest = null;
        await foreach (var blob in vault.GetBlobsAsync(new GetBlobsOptions(), Token))
            if (largest is null || blob.Properties.ContentLength > largest.Properties.ContentLength) largest = blob;
        return vault.GetBlobClient(largest!.Name);
    }
}
