using System.IO.Compression;
using System.Security.Cryptography;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Ticks;
using Kalasin.Functions.Transfer;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests;

/// <summary>What an operator does in an installation without a browser, in the same process.</summary>
public sealed class InstallationCommandsTests : IDisposable
{
    private const string Round = "46-dla-2567";
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_ThenAgain_ThenClose_SayWhatBecameOfIt()
    {
        Assert.Contains("opened", await DoneAsync("open", Round), StringComparison.Ordinal);
        Assert.Contains("open already", await DoneAsync("open", Round), StringComparison.Ordinal);
        Assert.Contains("KAL7302", await FailedAsync("open", "46-dla-2599"), StringComparison.Ordinal);
        Assert.Contains("closed", await DoneAsync("close", Round), StringComparison.Ordinal); // its day was in 2567
        Assert.Contains("closed already", await DoneAsync("close", Round), StringComparison.Ordinal);
        Assert.Contains("KAL7302", await FailedAsync("close", "46-dla-2599"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherYear_OpensByTheRulesOfOne_AndItsPlanAndAnnexComeFromWorkbooks()
    {
        Assert.Contains("KAL7302", await FailedAsync("open", "46-dla-2570"), StringComparison.Ordinal);
        var other = await FailedAsync("open", "46-dla-70", "--from", "dla-2567");
        Assert.Contains("KAL5108", other, StringComparison.Ordinal);
        Assert.Contains("“dla-70” ไม่ใช่รหัสของ “dla-2567” ในปีอื่น โปรดใช้รหัส “dla-2567” โดยเปลี่ยนเฉพาะปีท้ายรหัส", other, StringComparison.Ordinal);
        Assert.Contains("'dla-70' is not 'dla-2567' in another year. Keep the id 'dla-2567' and change only the year at its end.", other, StringComparison.Ordinal);
        Assert.Contains("opened", await DoneAsync("open", "46-dla-2570", "--from", "dla-2567"), StringComparison.Ordinal);
        var file = Path.Combine(_folder.Path, "annex.xlsx");
        Assert.Contains("annex.xlsx", await DoneAsync("annex", "46-dla-2570", "--out", file), StringComparison.Ordinal);
        Assert.Contains("KAL3207", await FailedAsync("annex", "46-dla-2570", "--file", file), StringComparison.Ordinal);
        var tables = Kalasin.Evaluation.RuleTables.Annex.TablesOf(BuiltInFrameworks.Get("dla-2567").CarriedTo(2570));
        await File.WriteAllBytesAsync(file, await RuleEdits.RuleEditTests.FilledAsync(tables, ("letter", 0, "value", "ว ๑"), ("letter", 1, "value", "๑๕ มิถุนายน ๒๕๗๐"), ("indicators", 0, "weight", "2")), Token);
        var tried = await DoneAsync("annex", "46-dla-2570", "--file", file);
        Assert.Contains("น้ำหนัก › ค่า: ๑ → ๒", tried, StringComparison.Ordinal);
        Assert.DoesNotContain("saved", tried, StringComparison.Ordinal);
        Assert.Contains("saved", await DoneAsync("annex", "46-dla-2570", "--file", file, "--reason", "กรมฯ แจ้ง"), StringComparison.Ordinal);
        Assert.Contains("KAL3215", await FailedAsync("annex", "46-dla-2570", "--file", file), StringComparison.Ordinal);
        Assert.Contains("plan-46-dla-2570", await DoneAsync("plan", "46-dla-2570", "--out", Path.Combine(_folder.Path, "plan-46-dla-2570.xlsx")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Framework_OfOnesOwn_FromTemplateToARound()
    {
        var (sheet, json) = (Path.Combine(_folder.Path, "award.xlsx"), Path.Combine(_folder.Path, "award.json"));
        Assert.Equal(0, (await RunAsync("framework", "template", "--out", sheet)).Code);
        Assert.Equal(0, (await RunAsync("framework", "read", sheet, "--out", json)).Code);
        Assert.Equal("clean-office-2570", FrameworkReader.Read(new MemoryStream(await File.ReadAllBytesAsync(json, Token))).Value!.Id.Value);
        Assert.Contains("no difference", (await RunAsync("framework", "compare", sheet, json)).Output, StringComparison.Ordinal);
        var (code, output, _) = await RunAsync("framework", "carry", json, "2571", "--out", Path.Combine(_folder.Path, "next.json"));
        Assert.Equal(0, code);
        Assert.Contains("๓๑ ส.ค. ๗๐ → ๓๑ ส.ค. ๗๑", output, StringComparison.Ordinal);
        Assert.Contains("revision 1", await DoneAsync("framework", "publish", sheet, "--reason", "ประกาศ"), StringComparison.Ordinal);
        Assert.Contains("opened", await DoneAsync("open", "46-clean-office-2570"), StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("framework", "read", Path.Combine(_folder.Path, "none.xlsx"))).Code);
        await File.WriteAllTextAsync(json, "{ }", Token);
        Assert.Contains("KAL3012", (await RunAsync("framework", "read", json)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_ShowsWhatIsInMissingLateAndDue_OfOneRoundOrAll()
    {
        Assert.Contains("no data folder", await FailedAsync("status"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
        await PlayAsync();
        foreach (var line in (string[][])[["status"], ["status", Round]])
        {
            var told = await DoneAsync(line);
            Assert.Contains("ได้รับ ๗ จาก ๙๐ รายการ", told, StringComparison.Ordinal);
            Assert.Contains("received 7 of 90 returns, 0 late", told, StringComparison.Ordinal);
            Assert.Matches("4611 +│ ท้องถิ่นอำเภอท่าคันโท +│ 0/4 +│ 3 4 8 9", told);
            Assert.Contains("mails waiting: 0", told, StringComparison.Ordinal);
            Assert.DoesNotMatch(" FIN +│", told); // sent all of its returns
        }
        Assert.Contains("KAL7302", await FailedAsync("status", "46-dla-2599"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_OfAllUnits_IntoAFolderOrAZip()
    {
        await DoneAsync("open", Round);
        var (folder, zip) = (Path.Combine(_folder.Path, "forms"), Path.Combine(_folder.Path, "forms.zip"));
        await DoneAsync("forms", Round, "--out", folder);
        await DoneAsync("forms", Round, "--out", zip);
        var names = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(24, names.Count);
        using var archive = await ZipFile.OpenReadAsync(zip, Token);
        Assert.Equal(names, archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        await using var form = await archive.Entries[0].OpenAsync(Token);
        using var bytes = new MemoryStream();
        await form.CopyToAsync(bytes, Token);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, archive.Entries[0].FullName), Token), bytes.ToArray());
    }

    [Fact]
    public async Task Export_ThenImportElsewhere_IsTheSameRound_AndDamageIsToldByTheExitCode()
    {
        await PlayAsync();
        var (file, other) = (Path.Combine(_folder.Path, "round.zip"), Path.Combine(_folder.Path, "other"));
        await DoneAsync("export", Round, "--out", file);
        Assert.Equal(["data", "data-heads", "round.zip"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Matches(@"46-dla-2567: [0-9]+ เหตุการณ์ / events \(\+[1-9]", (await RunAsync("import", file, "--data", other)).Output);
        Assert.Contains("(+0)", (await RunAsync("import", file, "--data", other)).Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, (await RunAsync("verify-log", "--data", other)).Code);

        await DoneAsync("export", Round, "--out", _folder.Path); // a folder: named by the round and its last event
        Assert.Equal(await File.ReadAllBytesAsync(file, Token), await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.Path, "round-46-dla-2567-*.zip")), Token));

        var largest = new DirectoryInfo(Path.Combine(Data, "vault")).EnumerateFiles("*", SearchOption.AllDirectories).MaxBy(f => f.Length)!;
        largest.IsReadOnly = false;
        largest.Delete();
        Assert.Contains("KAL7713", await FailedAsync("export", Round, "--out", file), StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, (await RunAsync("import", file, "--data", Path.Combine(_folder.Path, "third"))).Code);
    }

    [Fact]
    public async Task Binder_IsWrittenWhole_AndDamageIsToldByTheExitCode()
    {
        await PlayAsync();
        var file = Path.Combine(_folder.Path, "binder.zip");
        Assert.Contains("files", await DoneAsync("binder", Round, "--to", file), StringComparison.Ordinal);
        await DoneAsync("binder", Round, "--out", _folder.Path);
        Assert.Equal(await File.ReadAllBytesAsync(file, Token), await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.Path, "binder-46-dla-2567-*.zip")), Token));
        string original;
        await using (var zip = await ZipFile.OpenReadAsync(file, Token))
        {
            Assert.Contains(zip.Entries, e => e.FullName == "SHA256SUMS");
            await using var content = await zip.Entries.First(e => e.FullName.Contains("06-ต้นฉบับที่นำส่ง/", StringComparison.Ordinal)).OpenAsync(Token);
            original = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Token));
        }
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(Data, "log.db")};Pooling=false"))
        {
            await database.OpenAsync(Token);
            await using var lose = new SqliteCommand("DELETE FROM content WHERE hash = $hash;", database);
            lose.Parameters.AddWithValue("$hash", original);
            Assert.Equal(1, await lose.ExecuteNonQueryAsync(Token));
        }
        Assert.Contains("KAL7017", await FailedAsync("binder", Round, "--to", file), StringComparison.Ordinal);
        Assert.Contains("KAL7302", await FailedAsync("binder", "46-dla-2599"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binder_OfAFolderThatASampleWasPlayedIn_SaysSo()
    {
        await PlayAsync();
        Assert.DoesNotContain("ข้อมูลตัวอย่าง", await IndexAsync(), StringComparison.Ordinal);
        new DataFolder(Data).MarkAsSample();
        Assert.Contains("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง", await IndexAsync(), StringComparison.Ordinal);

        async Task<string> IndexAsync()
        {
            var file = Path.Combine(_folder.Path, "binder.zip");
            await DoneAsync("binder", Round, "--to", file);
            await using var zip = await ZipFile.OpenReadAsync(file, Token);
            using var index = new StreamReader(await zip.GetEntry("00-สารบัญ.html")!.OpenAsync(Token));
            return await index.ReadToEndAsync(Token);
        }
    }

    [Fact]
    public async Task Import_OfSomethingElse_SaysSo()
    {
        var file = Path.Combine(_folder.Path, "round.zip");
        await File.WriteAllTextAsync(file, "hello", Token);
        Assert.Contains("KAL7701", await FailedAsync("import", file), StringComparison.Ordinal);
        Assert.Contains("can't be read", await FailedAsync("import", Path.Combine(_folder.Path, "nothing.zip")), StringComparison.Ordinal);
    }

    /// <summary>The service runs on the folder; what a command appends is seen by it, and the other way round.</summary>
    [Fact]
    public async Task Commands_BesideTheRunningService_WorkOnTheSameLog()
    {
        await using var app = Service.Build(new() { DataFolder = Data, Addresses = ["http://127.0.0.1:0"] });
        await app.StartAsync(Token);
        var log = app.Services.GetRequiredService<RoundLog>();
        Assert.Null(await log.FindAsync(Round, Token));
        await DoneAsync("open", Round);
        Assert.NotNull(await log.FindAsync(Round, Token));
        await log.DecideAsync(RoundId.Parse(Round), new CloseInternalDeadline(Guid.NewGuid()), Actor.Local, Token);
        Assert.Contains("closed already", await DoneAsync("close", Round), StringComparison.Ordinal);
        await app.StopAsync(Token);
    }

    [Fact]
    public async Task Link_OpensTheUnitsPage_UntilItIsTakenBack()
    {
        await using var app = Service.Build(new() { DataFolder = Data, Addresses = ["http://127.0.0.1:0"] });
        await app.StartAsync(Token);
        await DoneAsync("open", Round);
        var (code, told, error) = await RunAsync("link", Round, "--unit", "4601", "--days", "3", "--data", Data);
        Assert.Equal((CommandLine.Done, true), (code, error.Contains("KALASIN_BASE_ADDRESS", StringComparison.Ordinal)));
        var lines = told.Split(Environment.NewLine);
        Assert.StartsWith("ลิงก์เลขที่ 2 ของท้องถิ่นอำเภอเมืองกาฬสินธุ์", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains('█', StringComparison.Ordinal));
        var path = new Uri(lines[2]).AbsolutePath;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()) };
        using var opened = await client.GetAsync(path, Token);
        Assert.EndsWith("/units/4601", opened.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("KAL", await FailedAsync("link", Round, "--revoke", "2"), StringComparison.Ordinal); // no reason
        Assert.Contains("taken back", await DoneAsync("link", Round, "--revoke", "2", "--reason", "lost"), StringComparison.Ordinal);
        using var closed = await client.GetAsync(path, Token);
        Assert.Null(closed.Headers.Location);
        await app.StopAsync(Token);
    }

    /// <summary>The log tells whoever sits at the office's machine from whoever reaches the account from a console.</summary>
    [Fact]
    public async Task Operator_OfAnAccount_IsNotWhoeverSitsAtTheMachine()
    {
        await using var machine = Service.Build(new() { DataFolder = Data });
        await using var account = Service.Build(new() { DataFolder = Data, Azure = new AzureAccount.ByConnection("UseDevelopmentStorage=true") });
        Assert.Equal(Actor.Local, InstallationCommands.Operator(machine.Services));
        var at = InstallationCommands.Operator(account.Services);
        Assert.Equal((ActorRole.Coordinator, "operator"), (at.Role, at.Id));
    }

    [Theory]
    [InlineData("--unit 4699", "KAL5003")]
    [InlineData("--revoke 9 --reason x", "KAL52")]
    [InlineData("", "--unit")]
    [InlineData("--head --inspector", "--unit")]
    [InlineData("--unit 4601 --head", "--unit")]
    [InlineData("--unit 4601 --days 0", "--days")]
    public async Task Link_ThatIsNone_SaysWhy(string line, string expected)
    {
        await DoneAsync("open", Round);
        Assert.Contains(expected, await FailedAsync(["link", Round, .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--head")]
    [InlineData("--inspector")]
    [InlineData("--confirmer")]
    [InlineData("--confirmer --unit 4601")]
    public async Task Link_ForWhomeverThereIs_IsIssued(string whom)
    {
        await DoneAsync("open", Round);
        Assert.Contains("/app/in/46-dla-2567/", (await RunAsync(["link", Round, .. whom.Split(' '), "--data", Data])).Output, StringComparison.Ordinal);
    }

    /// <summary>Of what came in part every command says the same, and the same file again finishes it.</summary>
    [Fact]
    public async Task RoundThatCameInPart_IsToldByEveryCommand_UntilTheImportIsRepeated()
    {
        await using var source = new LocalStorage(new(Path.Combine(_folder.Path, "source")), TimeProvider.System);
        await Transfer.RoundToMove.FillAsync(source);
        await Transfer.RoundToMove.RefuseAsync(source, 230);
        var file = Path.Combine(_folder.Path, "round.zip");
        await File.WriteAllBytesAsync(file, await Transfer.RoundToMove.ExportAsync(source), Token);
        await using (var target = new LocalStorage(new(Data), TimeProvider.System))
        {
            var cut = new Storage.FaultyEventLog(target.Log, Storage.Faults.Of("AppendAsync", Storage.Fault.None, Storage.Fault.After));
            await using var stream = File.OpenRead(file);
            await Assert.ThrowsAsync<Kalasin.Functions.Storage.StorageUnavailableException>(() => new RoundImport(cut, target.Vaults, target.Heads).RunAsync(stream, Token));
        }
        foreach (var line in (string[][])[["status"], ["status", Round], ["close", Round], ["export", Round], ["verify-log"]])
            Assert.Contains("KAL7313", await FailedAsync(line), StringComparison.Ordinal);
        Assert.Contains("(+132)", await DoneAsync("import", file), StringComparison.Ordinal);
        await DoneAsync("status", Round);
    }

    private async Task PlayAsync()
    {
        var script = await SampleRound.ReadScriptAsync(Token);
        await using var app = Service.Build(new() { DataFolder = Data, Addresses = ["http://127.0.0.1:0"] });
        var round = await app.Services.GetRequiredService<SampleRound>().PlayAsync(script with { Deliveries = [.. script.Deliveries.Take(2)], Decisions = [], Season = null }, (_, _) => { }, Token);
        await app.Services.GetRequiredService<HeadSealing>().SealAsync(round, Token);
    }

    private async Task<string> DoneAsync(params string[] line)
    {
        var (code, output, error) = await RunAsync([.. line, "--data", Data]);
        Assert.Equal((CommandLine.Done, ""), (code, error));
        return output;
    }

    private async Task<string> FailedAsync(params string[] line)
    {
        var (code, _, error) = await RunAsync([.. line, "--data", Data]);
        Assert.Equal(CommandLine.Failed, code);
        return error;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await CommandLine.RunAsync(line, output, error), output.ToString(), error.ToString());
    }
}
