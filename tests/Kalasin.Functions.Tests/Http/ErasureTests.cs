using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Transfer;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Content goes when somebody decides so on a legal basis, and not before; whoever misses it is told why.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private OpenedRound _round = null!;
    private FaultyStorage _storage = null!;
    private ContentHash _file;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IVault Vault => _storage.Vaults.Of(StreamId.Of("round", "46-dla-2567"));

    public async ValueTask InitializeAsync()
    {
        _storage = new FaultyStorage(new LocalStorage(new(Path.Combine(_folder.Path, "kalasin-data")), TimeProvider.System));
        _round = await OpenedRound.StartAsync(builder => builder.Services.AddSingleton<IStorage>(_storage));
        (await _round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")))).Dispose();
        _file = ContentHash.Of(SampleFiles.WorkbookOf("4603").Bytes);
    }

    public async ValueTask DisposeAsync()
    {
        await _round.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>An account of Azure keeps what was deleted for as long as its owner said: that copy is told of too.</summary>
    [Fact]
    public async Task OnAzure_TheAccountsOwnCopiesAreToldOf()
    {
        using var folder = new TemporaryFolder();
        var storage = new FaultyStorage(new LocalStorage(new(Path.Combine(folder.Path, "kalasin-data")), TimeProvider.System)) { Kind = "azure" };
        await using var round = await OpenedRound.StartAsync(builder => builder.Services.AddSingleton<IStorage>(storage));
        (await round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")))).Dispose();
        using var erased = await EraseAsync(round: round);
        ToldAnswer.Is(
            (await JsonAsync(erased, HttpStatusCode.Created)).GetProperty("unreached").EnumerateArray().Last(), "KAL7907", "",
            "บัญชีที่เก็บข้อมูลของ Azure เก็บรุ่นเดิมและไฟล์ที่ลบแล้วไว้จนพ้นระยะที่ตั้งไว้ โปรดรอให้พ้นระยะนั้น หรือให้เจ้าของบัญชีลบรุ่นเดิม ตามคู่มือ infra/README.md",
            "The Azure storage account keeps versions and soft-deleted blobs for as long as its policy says. Wait until then, or have the account's owner delete the versions, as infra/README.md says.");
    }

    [Fact]
    public async Task Original_Erased_IsGoneForEverybodyAndToldAsSuch()
    {
        using var before = await _round.GetAsync("/deliveries/1/files/1");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        using var erased = await EraseAsync();
        var answer = await JsonAsync(erased, HttpStatusCode.Created);
        Assert.Equal(3, answer.GetProperty("sequence").GetInt32());
        Assert.Equal(["KAL7904", "KAL7905", "KAL7906"], answer.GetProperty("unreached").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        Assert.False(await Vault.ExistsAsync(_file, Token));

        using var gone = await _round.GetAsync("/deliveries/1/files/1");
        Assert.Equal("KAL7901", await ProblemAsync(gone, 410, "gone"));
        Assert.Equal("received", (await _round.ReadAsync("")).GetProperty("units").EnumerateArray().Single(u => u.GetProperty("code").GetString() == "4603").GetProperty("indicators")[0].GetProperty("state").GetString());
        Assert.Contains("section 33", JsonSerializer.Serialize(await _round.ReadAsync("/log")), StringComparison.Ordinal);
        Assert.True(await _round.IsHealthyAsync());
        Assert.Equal((CommandLine.Done, ""), await VerifyAsync());

        using var again = await EraseAsync();
        Assert.Equal(3, (await JsonAsync(again, HttpStatusCode.OK)).GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task Details_Erased_NamesAreGone_AndTheDeliveryStays()
    {
        var details = (await _round.StateAsync()).Deliveries[0].Details;
        await _round.ReadAsync("/deliveries/1"); // read and remembered
        (await EraseAsync(details)).Dispose();
        var delivery = await _round.ReadAsync("/deliveries/1");
        Assert.Contains("KAL7901", delivery.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        Assert.DoesNotContain(SampleFiles.WorkbookOf("4603").Name, JsonSerializer.Serialize(delivery), StringComparison.Ordinal);
    }

    /// <summary>Another instance over the same storage, which has read everything before: with the event it is gone there too, removed already or not.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ErasedByAnotherInstance_IsNotServedHere(bool stillThere)
    {
        await using var other = await StartAsync(build: builder => builder.Services.AddSingleton<IStorage>(_storage).AddSingleton<TimeProvider>(new Functions.Rounds.ClockFrom(OpenedRound.Opened)));
        var (text, details) = (await AskAsync("a question of somebody"), (await _round.StateAsync()).Deliveries[0].Details);
        var name = SampleFiles.WorkbookOf("4603").Name;
        Assert.Contains(name, await ReadAsync("/deliveries/1"), StringComparison.Ordinal);
        Assert.Contains("a question of somebody", await ReadAsync("/log"), StringComparison.Ordinal);
        var before = (await _round.ReadAsync("/log")).GetProperty("items").EnumerateArray().Last().GetProperty("at").GetString()!;

        if (stillThere) _storage.Faults = new Faults((operation, _) => operation == nameof(IVault.DeleteAsync) ? Fault.Before : Fault.None);
        foreach (var content in (ContentHash[])[_file, details, text]) (await EraseAsync(content)).Dispose();
        Assert.Equal(stillThere, await Vault.ExistsAsync(_file, Token));

        using (var gone = await other.Client.GetAsync($"{OpenedRound.Path}/deliveries/1/files/1", Token)) Assert.Equal("KAL7901", await ProblemAsync(gone, 410, "gone"));
        Assert.DoesNotContain(name, await ReadAsync("/deliveries/1"), StringComparison.Ordinal);
        foreach (var path in (string[])["/log", $"/log?asOf={Uri.EscapeDataString(before)}"])
        {
            Assert.DoesNotContain("a question of somebody", await ReadAsync(path), StringComparison.Ordinal);
            Assert.Contains("\"erased\":true", await ReadAsync(path), StringComparison.Ordinal);
        }

        Task<string> ReadAsync(string path) => other.Client.GetStringAsync(OpenedRound.Path + path, Token);
    }

    /// <returns>The name of its words in the vault.</returns>
    private async Task<ContentHash> AskAsync(string text)
    {
        using var asked = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/decisions", new { kind = "askQuestion", unit = "4603", text }, Token);
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        return (await _round.StateAsync()).Texts.Single();
    }

    /// <summary>What the event says and a sudden end left undone is told, and done by the next tick.</summary>
    [Fact]
    public async Task CutShortBehindTheEvent_FinishedByTheTick()
    {
        _storage.Faults = Faults.Of(nameof(IVault.DeleteAsync), Fault.Before);
        using var cut = await EraseAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, cut.StatusCode);
        Assert.True(await Vault.ExistsAsync(_file, Token));
        Assert.Equal(3, (await _round.StateAsync()).Sequence);
        Assert.Contains("KAL7902", (await VerifyAsync()).Told, StringComparison.Ordinal);
        using var tick = await _round.Service.Client.PostAsync("/api/tick", null, Token);
        Assert.Equal(HttpStatusCode.OK, tick.StatusCode);
        Assert.False(await Vault.ExistsAsync(_file, Token));
        Assert.Equal((CommandLine.Done, ""), await VerifyAsync());
    }

    [Fact]
    public async Task SentAgainAfterwards_StaysWhateverTheTickDoes()
    {
        (await EraseAsync()).Dispose();
        (await _round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")))).Dispose();
        using var tick = await _round.Service.Client.PostAsync("/api/tick", null, Token);
        using var file = await _round.GetAsync("/deliveries/2/files/1");
        Assert.Equal(SampleFiles.WorkbookOf("4603").Bytes, await file.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal((CommandLine.Done, ""), await VerifyAsync());
    }

    /// <summary>Somebody who never saw the answer repeats what was taken in long ago: nothing new is said, and nothing comes back.</summary>
    [Fact]
    public async Task RepeatedUnderItsKeyAfterwards_IsAnsweredAsBefore_AndStaysErased()
    {
        using var first = await _round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602")), "key");
        var original = ContentHash.Of(SampleFiles.WorkbookOf("4602").Bytes);
        (await EraseAsync(original)).Dispose();
        using var again = await _round.SendAsync("4602", SampleFiles.Form(SampleFiles.WorkbookOf("4602")), "key");
        Assert.Equal(2, (await JsonAsync(again, HttpStatusCode.Created)).GetProperty("receipt").GetProperty("number").GetInt32());
        Assert.False(await Vault.ExistsAsync(original, Token));
        Assert.Equal((CommandLine.Done, ""), await VerifyAsync());
    }

    /// <summary>Whoever repeats the request because no answer came doesn't mean what was sent since.</summary>
    [Fact]
    public async Task AskedAgainUnderItsKey_WhatWasSentMeanwhileStays()
    {
        (await EraseAsync(key: "k")).Dispose();
        (await _round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")))).Dispose();
        using var again = await EraseAsync(key: "k");
        Assert.Equal(3, (await JsonAsync(again, HttpStatusCode.OK)).GetProperty("sequence").GetInt32());
        Assert.True(await Vault.ExistsAsync(_file, Token));
        using var anew = await EraseAsync(key: "l");
        Assert.Equal(5, (await JsonAsync(anew, HttpStatusCode.Created)).GetProperty("sequence").GetInt32());
        Assert.False(await Vault.ExistsAsync(_file, Token));
    }

    [Theory]
    [InlineData("nothing", "because", "KAL5227")]
    [InlineData(null, "because", "KAL5227")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "because", "KAL5227")]
    [InlineData("file", "", "KAL7903")]
    [InlineData("file", null, "KAL7903")]
    [InlineData("return", "because", "KAL5226")]
    [InlineData("rules", "because", "KAL5227")]
    public async Task WhatCannotBeErased_IsAFinding_AndStays(string? what, string? basis, string expected)
    {
        var state = await _round.StateAsync();
        var content = what switch
        {
            "file" => _file.ToString(),
            "return" => state.Deliveries[0].Returns[0].Content.ToString(),
            "rules" => state.Opened!.PlanHash.ToString(),
            _ => what,
        };
        using var refused = await _round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/erasures", new { content, basis }, Token);
        Assert.Equal(expected, await ProblemAsync(refused, 422, "not-accepted"));
        Assert.Equal(2, (await _round.StateAsync()).Sequence);
        Assert.True(await Vault.ExistsAsync(_file, Token));
    }

    /// <summary>A backup that has it, an installation that imported the round: the next run and the next file take it from there too.</summary>
    [Fact]
    public async Task CopiesMadeBefore_LetGoOfIt_WhenTheyAreBroughtUpToDate()
    {
        await using var backup = new LocalStorage(new(Path.Combine(_folder.Path, "backup")), TimeProvider.System);
        await using var imported = new LocalStorage(new(Path.Combine(_folder.Path, "imported")), TimeProvider.System);
        await BringAsync(backup, imported);
        var stream = StreamId.Of("round", "46-dla-2567");
        Assert.True(await backup.Vaults.Of(stream).ExistsAsync(_file, Token) && await imported.Vaults.Of(stream).ExistsAsync(_file, Token));
        (await EraseAsync()).Dispose();
        await BringAsync(backup, imported);
        Assert.False(await backup.Vaults.Of(stream).ExistsAsync(_file, Token) || await imported.Vaults.Of(stream).ExistsAsync(_file, Token));
        Assert.Equal((CommandLine.Done, ""), await VerifyAsync(backup));
        Assert.Equal((CommandLine.Done, ""), await VerifyAsync(imported));

        async Task BringAsync(IStorage copy, IStorage other)
        {
            Assert.Equal(CommandLine.Done, await BackupCommand.RunAsync(_storage, copy, isAllOrNothing: false, TextWriter.Null, TextWriter.Null, Token));
            using var exported = await _round.GetAsync("/export");
            await using var file = await exported.Content.ReadAsStreamAsync(Token);
            Assert.IsType<ImportOutcome.Imported>(await new RoundImport(other.Log, other.Vaults, other.Heads).RunAsync(file, Token));
        }
    }

    private async Task<HttpResponseMessage> EraseAsync(ContentHash? content = null, string? key = null, OpenedRound? round = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{OpenedRound.Path}/erasures")
        {
            Content = JsonContent.Create(new { content = (content ?? _file).ToString(), basis = "a request by section 33 of the PDPA" }),
        };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await (round ?? _round).Service.Client.SendAsync(request, Token);
    }

    private async Task<(int Code, string Told)> VerifyAsync(IStorage? storage = null)
    {
        using var error = new StringWriter();
        return (await VerifyLogCommand.RunAsync(storage ?? _storage, [], TextWriter.Null, error, Token), error.ToString());
    }
}
