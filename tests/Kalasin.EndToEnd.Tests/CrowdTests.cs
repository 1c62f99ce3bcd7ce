using System.Globalization;
using System.Net;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Evaluation.Tests.Intake.Containers;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests;

/// <summary>Many large deliveries at once, on a program of its own: all are taken in, one after the other, and its memory stays within bounds.</summary>
public sealed class CrowdTests(ITestOutputHelper told)
{
    private const string Round = "/api/rounds/46-dla-2567";
    private const int AtOnce = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Breadth.Trait, Breadth.Long)]
    public async Task EightWithNinetyNineThousandRows_AllAreTakenIn()
    {
        var rows = new StringBuilder();
        for (var n = 1; n <= 99_000; n++)
            Row(rows, $"{n}", "15/1/2567", $"ประชุมคณะทำงานครั้งที่ {n}", "ที่ว่าการอำเภอนามน", "ประชุม", "๖ แห่ง", "มีมติร่วมกัน", "รายงานการประชุม");
        // 470 to 565 MB were seen, beside others and with every processor taken.
        await SendAtOnceAsync(OfficeFile.WithSheet(Sheet(rows.ToString())).ToBytes(), mostKilobytes: 730_000);
    }

    [Fact]
    public async Task EightWithTwoMillionSharedStrings_StayWithinMemory()
    {
        var strings = new StringBuilder();
        for (var n = 0; n < 2_000_000; n++) strings.Append(CultureInfo.InvariantCulture, $"<si><t>{n * 2_654_435_761L % 1_000_000_007}</t></si>");
        var rows = new StringBuilder();
        Row(rows, "1", "15/1/2567", "ประชุมคณะทำงาน", "ที่ว่าการอำเภอนามน", "ประชุม", "๖ แห่ง", "มีมติร่วมกัน", "รายงานการประชุม");
        await SendAtOnceAsync(OfficeFile.WithSheet(Sheet(rows.ToString()), strings.ToString()).ToBytes(), mostKilobytes: 600_000);
    }

    private async Task SendAtOnceAsync(byte[] workbook, long mostKilobytes)
    {
        using var folder = new TemporaryFolder();
        await using var program = SampleProgram.Start(folder, "serve");
        await program.ReadyAsync();
        using var opened = await program.Client.PutAsync(new Uri(Round, UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

        var sent = Enumerable.Range(1, AtOnce).Select(async n =>
        {
            using var form = SampleFiles.Form(($"{n}.xlsx", workbook));
            using var response = await program.Client.PostAsync(new Uri($"{Round}/units/4602/deliveries", UriKind.Relative), form, Token);
            return (response.StatusCode, Said: await response.Content.ReadAsStringAsync(Token));
        });
        var waited = System.Diagnostics.Stopwatch.StartNew();
        foreach (var (status, said) in await Task.WhenAll(sent)) Assert.True(status == HttpStatusCode.Created, said[..Math.Min(2_000, said.Length)]);
        var peak = program.PeakMemory();
        told.WriteLine($"{peak} after {waited.Elapsed.TotalSeconds:0} s");
        if (peak.Length > 0) Assert.InRange(long.Parse(string.Concat(peak.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture), 1, mostKilobytes);
    }

    /// <summary>A sheet of indicator 3 as Na Mon would fill it in.</summary>
    private static string Sheet(string rows)
    {
        var sheet = new StringBuilder("<sheetData>");
        foreach (var line in (string[][])
                 [
                     ["ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วม"], ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"], ["๑. สถานะการรายงาน"], ["มีผลการดำเนินงาน", "✓"], ["๔. ทะเบียนข้อมูล"],
                     ["ที่", "วันที่", "กิจกรรม", "สถานที่/อำเภอ", "ประเภท", "อปท. ที่เข้าร่วม", "ผลที่เกิดขึ้น", "หลักฐาน"]
                 ])
            Row(sheet, line);
        return sheet.Append(rows).Append("</sheetData>").ToString();
    }

    private static void Row(StringBuilder sheet, params ReadOnlySpan<string> cells)
    {
        sheet.Append("<row>");
        foreach (var cell in cells) sheet.Append("<c t='inlineStr'><is><t>").Append(cell).Append("</t></is></c>");
        sheet.Append("</row>");
    }
}
