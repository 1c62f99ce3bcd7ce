using System.Net;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Drops;

/// <summary>What becomes of a drop: duplicate, late, vanished, replaced, renamed, in a wrong place, of an impossible name. On any store.</summary>
public abstract class DropServiceContract : DropWorkContract
{
    private const string Drop = "46-dla-2567/4602/พ.ค./แบบรายงาน-นามน.xlsx";
    private static readonly byte[] Workbook = SampleFiles.WorkbookOf("4602").Bytes;

    [Fact]
    public async Task Message_ManyTimesAtOnceAndTogetherWithScans_OneReceipt()
    {
        await DropAsync(1);
        var message = MessageOf(await FindAsync());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? TellAsync(message) : ScanAsync(Token)));
        await AssertTakenInAsync(1);
        Assert.Equal("", await HealthAsync());
    }

    [Fact]
    public async Task Message_ThatNeverCame_TheTickFindsTheDrop()
    {
        await DropAsync(1);
        await TellAsync("[]");
        Assert.True(await Store.IsThereAsync(PathOf(1)));
        await TickAsync();
        await AssertTakenInAsync(1);
    }

    [Fact]
    public async Task Message_Late_ChangesNothing()
    {
        await DropAsync(1);
        var message = MessageOf(await FindAsync());
        await ScanAsync(Token);
        Assert.True(await TellAsync(message));
        Assert.True(await TellPoisonAsync(message));
        await AssertTakenInAsync(1);
        Assert.Empty((await CheckedStateAsync()).Refused);
    }

    [Fact]
    public async Task Messages_InTheWrongOrder_OnlyTheFileThatLiesThere()
    {
        await Store.DropAsync(Drop, Garbage);
        var older = MessageOf(await FindAsync());
        await Store.DropAsync(Drop, Workbook);
        var newer = MessageOf(await FindAsync());
        foreach (var message in (string[])[newer, older, newer]) Assert.True(await TellAsync(message));
        await AssertOnlyReceiptAsync(Drop);
    }

    [Fact]
    public async Task Drop_Vanished_NoTrace()
    {
        await Store.DropAsync(Drop, Workbook);
        var message = MessageOf(await FindAsync());
        await Store.TakeBackAsync(Drop);
        Assert.True(await TellAsync(message));
        Assert.True(await TellPoisonAsync(message));
        await ScanAsync(Token);
        Assert.Empty(await Store.AnswersOfAsync(Drop));
        var state = await CheckedStateAsync();
        Assert.Equal((0, 0), (state.Deliveries.Count, state.Refused.Count));
    }

    [Fact]
    public async Task Drop_OverwrittenWhileItIsRead_OnlyTheNewOne()
    {
        await Store.DropAsync(Drop, Garbage);
        await Store.SettleAsync(Faulty.Drops);
        Faulty.Faults = new((operation, _) =>
        {
            if (operation == nameof(IVault.StageAsync)) Store.DropAsync(Drop, Workbook).GetAwaiter().GetResult();
            return Fault.None;
        });
        await ScanAsync(Token);
        Faulty.Faults = Faults.None;
        Assert.Empty((await CheckedStateAsync()).Refused);
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        await AssertOnlyReceiptAsync(Drop);
    }

    [Fact]
    public async Task Drop_EmptyAtFirst_TakenInOnceItIsWhole()
    {
        await Store.DropAsync(Drop, []);
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        Assert.Equal("notAccepted", (await AnswerAsync(Drop)).GetProperty("outcome").GetString());
        await Store.DropAsync(Drop, Workbook);
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        await AssertOnlyReceiptAsync(Drop, refused: 1);
    }

    [Fact]
    public async Task Drop_RenamedWhileItWaits_TakenInOnce()
    {
        const string wrong = "46-dla-2567/4602.xlsx";
        await Store.DropAsync(wrong, Workbook);
        var message = MessageOf(await FindAsync());
        await ScanAsync(Token);
        Assert.Equal("KAL7504", await HealthAsync());
        await Store.TakeBackAsync(wrong);
        await Store.DropAsync(Drop, Workbook);
        await Store.SettleAsync(Faulty.Drops);
        await TellAsync(message);
        await TellAsync("""{"type":"Microsoft.Storage.BlobRenamed","specversion":"1.0"}""");
        await AssertOnlyReceiptAsync(Drop);
        Assert.Equal("", await HealthAsync());
    }

    [Theory]
    [InlineData("report.xlsx", "KAL7501")]
    [InlineData("46-dla-2567/report.xlsx", "KAL7501")]
    [InlineData("46-dla-2599/4602/report.xlsx", "KAL7302")]
    [InlineData("รอบปีนี้/4602/report.xlsx", "KAL7302")]
    [InlineData("46-dla-2567/4699/report.xlsx", "KAL5003")]
    [InlineData("46-dla-2567/นามน/report.xlsx", "KAL5003")]
    [InlineData("40-dla-2567/4001/report.xlsx", "KAL7302")]
    public async Task Drop_InAWrongPlace_AnsweredShownAndKept(string path, string code)
    {
        await Store.DropAsync(path, Workbook);
        var message = MessageOf(await FindAsync());
        for (var scan = 0; scan < 2; scan++) await ScanAsync(Token);
        await TellAsync(message);
        Assert.True(await Store.IsThereAsync(path));
        Assert.Equal(code, await CodeOfAnswerAsync(path));
        Assert.Equal("KAL7504", await HealthAsync());
        var state = await CheckedStateAsync();
        Assert.Equal((0, 0), (state.Deliveries.Count, state.Refused.Count));
        foreach (var page in (string[])["/app/?all=true", $"/app/rounds/{Round}"])
        {
            var html = WebUtility.HtmlDecode(await Service.Client.GetStringAsync(new Uri(page, UriKind.Relative), Token));
            Assert.Contains(path, html, StringComparison.Ordinal);
            Assert.Contains(code, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Drop_BeforeItsRoundIsOpen_TakenInAfterwards()
    {
        const string early = "40-dla-2567/FIN/report.xlsx";
        await Store.DropAsync(early, Garbage);
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        Assert.Equal("KAL7302", await CodeOfAnswerAsync(early));
        (await Service.Client.PutAsync(new Uri("/api/rounds/40-dla-2567", UriKind.Relative), null, Token)).Dispose();
        await ScanAsync(Token);
        Assert.NotEqual("KAL7302", (await AnswerAsync(early)).GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Drop_OfATooLongName_AnsweredNearItAndKept()
    {
        var folder = string.Concat(Enumerable.Repeat("ก", 80));
        var name = $"{Round}/4602/{string.Join('/', Enumerable.Repeat(folder, 11))}/รายงาน.xlsx";
        await Store.DropAsync(name, Workbook);
        var drop = await FindAsync();
        await ScanAsync(Token);
        Assert.True(await Store.IsThereAsync(name));
        Assert.StartsWith($"{Round}/4602/{folder}/", drop.Path.Value, StringComparison.Ordinal);
        Assert.Equal("KAL7009", await CodeOfAnswerAsync(drop.Path.Value));
    }

    [Fact]
    public async Task Drop_ThatCantBeRemoved_TakenInOnceToldAndGoneLater()
    {
        Faulty.Faults = new((operation, _) => operation == nameof(IDrops.DeleteAsync) ? Fault.Before : Fault.None);
        await DropAsync(1);
        await ScanAsync(Token);
        Assert.Equal("KAL7506", await HealthAsync());
        Faulty.Faults = new((operation, _) => operation == nameof(IDrops.DeleteAsync) ? Fault.Before : Fault.None);
        await ScanAsync(Token);
        Assert.Equal(2, Faulty.Faults.Calls); // listed and asked to go, not read again
        Faulty.Faults = Faults.None;
        await ScanAsync(Token);
        await AssertTakenInAsync(1);
        Assert.Equal("", await HealthAsync());
    }

    [Fact]
    public async Task Drop_ThatTheStoreFailsWith_KeepsNoOtherWaiting()
    {
        await DropAsync(1);
        await DropAsync(2);
        Faulty.Faults = Faults.Of(nameof(IDrops.OpenAsync), Fault.Before);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ScanAsync(Token));
        Assert.Single((await CheckedStateAsync()).Deliveries);
        await ScanAsync(Token);
        Assert.Equal(2, (await CheckedStateAsync()).Deliveries.Count);
    }

    [Fact]
    public async Task Message_WhileTheStoreIsDown_LetGoAndTheScanTakesItIn()
    {
        await DropAsync(1);
        var message = MessageOf(await FindAsync());
        Faulty.Faults = new((_, _) => Fault.Before);
        for (var attempt = 0; attempt < 5; attempt++) Assert.True(await TellAsync(message));
        Faulty.Faults = Faults.None;
        await TickAsync();
        await AssertTakenInAsync(1);
        Assert.Empty((await CheckedStateAsync()).Refused);
    }

    [Fact]
    public async Task Poison_ThatNamesNoDrop_ShownToTheCoordinator()
    {
        Assert.True(await TellPoisonAsync("[{}]"));
        Assert.Equal("KAL7505", await HealthAsync());
        Assert.Contains("KAL7505", await Service.Client.GetStringAsync(new Uri($"/app/rounds/{Round}", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drops_MoreThanAPageShows_CountedBeyond()
    {
        for (var i = 0; i < 102; i++) await Store.DropAsync($"{i:D3}.xlsx", Garbage);
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        var html = await Service.Client.GetStringAsync(new Uri($"/app/rounds/{Round}", UriKind.Relative), Token);
        Assert.Contains("099.xlsx", html, StringComparison.Ordinal);
        Assert.DoesNotContain("100.xlsx", html, StringComparison.Ordinal);
        Assert.Contains("KAL7504", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfManyDrops_OneThatBringsOutABugKeepsNoOtherWaiting()
    {
        await DropAsync(1);
        await DropAsync(2);
        var message = $"[{string.Join(',', (await AllAsync(Faulty.Drops.ListAsync(Token))).Select(MessageOf))}]";
        var opened = 0;
        Faulty.Faults = new((operation, _) => operation == nameof(IDrops.OpenAsync) && ++opened == 1 ? throw new InvalidOperationException("a bug") : Fault.None);
        Assert.False(await TellAsync(message));
        Faulty.Faults = Faults.None;
        Assert.Single((await CheckedStateAsync()).Deliveries);

        // Poison in the end: the one that failed is given up, the other is in.
        Assert.True(await TellPoisonAsync(message));
        var state = await CheckedStateAsync();
        Assert.Equal((1, "KAL7503"), (state.Deliveries.Count, Assert.Single(Assert.Single(state.Refused).Value.Codes)));
        Assert.Equal("KAL7504", await HealthAsync());
        Assert.Contains("KAL7503", await Service.Client.GetStringAsync(new Uri($"/app/rounds/{Round}", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    /// <summary>Which names are impossible differs from store to store.</summary>
    private protected async Task AssertAnsweredNearAsync(string name, string answered, string code)
    {
        await Store.DropAsync(name, Workbook);
        await Store.SettleAsync(Faulty.Drops);
        for (var scan = 0; scan < 2; scan++) await ScanAsync(Token);
        Assert.Equal(code, await CodeOfAnswerAsync(answered));
        Assert.Equal("KAL7504", await HealthAsync());
        Assert.Contains(answered, await Service.Client.GetStringAsync(new Uri($"/app/rounds/{Round}", UriKind.Relative), Token), StringComparison.Ordinal);
        await Store.TakeBackAsync(name);
        await ScanAsync(Token);
        Assert.Equal("", await HealthAsync());
        Assert.Equal(1, (await CheckedStateAsync()).Sequence);
    }

    private async Task AssertOnlyReceiptAsync(string path, int refused = 0)
    {
        Assert.False(await Store.IsThereAsync(path));
        Assert.Equal("accepted", (await AnswerAsync(path)).GetProperty("outcome").GetString());
        var state = await CheckedStateAsync();
        Assert.Equal((1, refused), (state.Deliveries.Count, state.Refused.Count));
    }
}
