using System.Text.RegularExpressions;
using Kalasin.EndToEnd.Tests.Documents;

namespace Kalasin.EndToEnd.Tests;

/// <summary>What somebody sees who starts the program with the sample round: output, files, a second start, and sudden ends.</summary>
public sealed partial class SampleProgramTests(PlayedSample sample, ITestOutputHelper told)
{
    private const string Round = "/api/rounds/46-dla-2567";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_TellsReceiptsMissingScoresAndFiles_AndASecondStartRepeatsNothing()
    {
        await sample.PlayedAsync();
        told.WriteLine(sample.PeakMemory);
        Assert.Equal(
            Enumerable.Range(1, 23),
            ReceiptLine().Matches(sample.Output).Select(m => int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var said in (string[])
                 [
                     "ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง / sample data, not real results", "ใบตอบรับเลขที่ ๒๓", "received 82 of 90 returns, 4 late",
                     "ยังขาด / missing: ท้องถิ่นอำเภอท่าคันโท (4611)", "ยังขาด / missing: ท้องถิ่นอำเภอสามชัย (4615)",
                     "ดำเนินการแล้วเสร็จ ๑๒๑ แห่ง จาก ๑๕๑ แห่ง คิดเป็นร้อยละ ๘๐.๑๓",
                     "authorities done: 121 of 151, 80.13 per cent", "รวม / total ๔.๒๑ = 4.21 / 5",
                     "decision 381: เป็นกิจกรรมที่เทศบาลตำบลนิคมจัดเอง",
                     "90 mails in the outbox, 1 came back:", "the report waits for its signature:", "/app/rounds/46-dla-2567/signing", "a link for Tha Khantho District Local Office", "/app/in/46-dla-2567/", "█▀▄",
                 ])
            Assert.Contains(said, sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("already recorded", sample.Output, StringComparison.Ordinal);
        Assert.Equal(90, Directory.EnumerateFiles(Path.Combine(sample.Data, "outbox"), "*.eml").Count());
        Assert.All(Reports(sample.Data), file => Assert.Contains(Path.GetFileName(file), sample.Output, StringComparison.Ordinal));

        using var folder = new TemporaryFolder();
        await sample.CopyAsync(Path.Combine(folder.Path, "kalasin-data"));
        await using var second = SampleProgram.Start(folder);
        await second.ReadyAsync();
        Assert.Equal(23, second.Output.Split("(already recorded)").Length - 1);
        Assert.DoesNotContain("/app/in/", second.Output, StringComparison.Ordinal);
        Assert.Equal(sample.State, await StateAsync(second));
    }

    [Fact]
    public async Task KilledAgainAndAgainWhileItPlays_StartedAgain_CompletesWithoutGap()
    {
        using var folder = new TemporaryFolder();
        int[] receipts = [2, 11, 23];
        foreach (var after in receipts)
        {
            await using var killed = SampleProgram.Start(folder);
            await killed.PrintedAsync("/ receipt ", after);
            await killed.KillAsync();
        }
        await using var again = SampleProgram.Start(folder);
        await again.ReadyAsync();
        Assert.InRange(again.Output.Split("(already recorded)").Length - 1, receipts[^1], 23);
        var list = await again.GetAsync(Round + "/deliveries");
        Assert.Equal(Enumerable.Range(1, 23), list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("receipt").GetInt32()));
        var card = await again.GetAsync(Round + "/scorecard");
        Assert.Equal(4.21m, decimal.Round(card.GetProperty("total").GetDecimal(), 2));
        Assert.Equal(4, Reports(Path.Combine(folder.Path, "kalasin-data", "sample")).Count);
        Assert.True((await again.GetAsync(Round)).GetProperty("closed").GetBoolean());
    }

    [Fact]
    public async Task Reports_OpenInTheProgramsThatPeopleUse()
    {
        var (qpdf, pdftotext, pdfinfo) = (ExternalTool.Require("qpdf"), ExternalTool.Require("pdftotext"), ExternalTool.Require("pdfinfo"));
        ExternalTool.Require("soffice");
        using var folder = new TemporaryFolder();
        await sample.PlayedAsync();
        foreach (var file in Reports(sample.Data).Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            Assert.Contains("No syntax or stream encoding errors found", await qpdf.RunAsync("--check", file), StringComparison.Ordinal);
            var text = Compact(await pdftotext.RunAsync("-raw", file, "-"));
            foreach (var said in (string[])["รายงานผลการดำเนินงาน", "ดำเนินการแล้วเสร็จ ๑๒๑ แห่ง จาก ๑๕๑ แห่ง คิดเป็นร้อยละ ๘๐.๑๓",
                "ขอรับรองว่าข้อมูลในรายงานฉบับนี้ถูกต้องตรงกับหลักฐาน", "ไม่มีเรื่องในช่วงที่ประเมิน"])
                Assert.Contains(Compact(said), text, StringComparison.Ordinal);

            File.Copy(Path.ChangeExtension(file, "docx"), folder.File("report.docx"), overwrite: true);
            var converted = await LibreOffice.ConvertAsync(folder, "report.docx", "pdf");
            var pages = int.Parse(
                (await pdfinfo.RunAsync(converted)).Split('\n').Single(l => l.StartsWith("Pages:", StringComparison.Ordinal))[6..],
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(pages > 10, $"{pages} pages");
            // Text that a page or cell cuts off is missing in the drawing: compare how often each long word stands in both.
            var (drawn, own) = (Words(await pdftotext.RunAsync("-raw", converted, "-")), Words(await pdftotext.RunAsync("-raw", file, "-")));
            foreach (var (word, count) in own.Where(w => w.Value <= 3))
                Assert.True(
                    drawn.GetValueOrDefault(word) >= count,
                    $"'{word}' stands {count} times in the PDF and {drawn.GetValueOrDefault(word)} times in LibreOffice's drawing of {Path.GetFileName(file)}.");
        }
    }

    private static List<string> Reports(string data) =>
        [.. Directory.EnumerateFiles(Path.Combine(data, "reports")).Order(StringComparer.Ordinal)];

    internal static async Task<(string Head, string Card)> StateAsync(SampleProgram program) =>
        ((await program.GetAsync(Round)).GetProperty("head").GetString()!, (await program.GetAsync(Round + "/scorecard")).GetRawText());

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>File names, which no line break divides: each is a word of its own wherever it is drawn.</summary>
    private static Dictionary<string, int> Words(string text) => FileName().Matches(text).GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex(@"/ receipt (?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ReceiptLine();

    [GeneratedRegex(@"\b[a-z][a-z0-9-]+\.(zip|xlsx|pdf|jpg)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FileName();
}
