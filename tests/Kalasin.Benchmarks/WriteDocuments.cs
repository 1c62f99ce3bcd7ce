using System.Diagnostics;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Benchmarks;

/// <summary>
/// A register of every local authority of the country, alone: half of it beside the whole shows that time grows with its length. Then the
/// first document of a fresh process, memory over a thousand documents, LibreOffice's own PDF of our Word file where it is installed, and typst and
/// pdfmake where Node is.
/// </summary>
internal static class WriteDocuments
{
    /// <summary>First argument of a process that only writes one document of each format and prints the milliseconds of each.</summary>
    public const string FirstDocument = "first-document";

    private const int Authorities = 7_849, Runs = 5, Documents = 1_000, Compared = 2_000;

    private const double LimitOfTable = 1_000, LimitOfFirst = 500, MostGrowth = 20;

    public static int RunFirst()
    {
        var document = Register(20);
        var times = ((ReportFormat[])[ReportFormat.Pdf, ReportFormat.Word]).Select(f => Once(() => Written(document, f))).ToList();
        Console.WriteLine(string.Join(' ', times.Select(t => t.ToString(CultureInfo.InvariantCulture))));
        return 0;
    }

    public static async Task MeasureAsync(FigureTable table)
    {
        var (half, whole) = (Register(Authorities / 2), Register(Authorities));
        foreach (var format in (ReportFormat[])[ReportFormat.Pdf, ReportFormat.Word])
        {
            var timing = Timing.Of(() => Written(whole, format));
            table.Limit($"register of {Authorities} rows, {format}", timing, LimitOfTable);
            table.Rival("  beside", timing, "twice half of it", Twice(Timing.Of(() => Written(half, format))));
        }
        var first = Enumerable.Range(0, Runs).Select(_ => First()).Skip(1).ToList();
        table.Limit("first PDF of a process", Timing.Of([.. first.Select(f => f[0])]), LimitOfFirst);
        table.Plain("  then a Word file", Timing.Of([.. first.Select(f => f[1])]));
        Memory(table);
        await LibreOfficeAsync(table);
        var register = Register(Compared);
        var ours = Timing.Of(() => Written(register, ReportFormat.Pdf));
        foreach (var (rival, theirs) in await RivalWriters.WriteAsync(register.Blocks.OfType<Table>().Single())) table.Rival($"register of {Compared} rows, Pdf", ours, rival, theirs);
    }

    private static Timing Twice(Timing timing) => new(2 * timing.Median, 2 * timing.Least);

    /// <summary>What is held after some documents, and how much more after many.</summary>
    private static void Memory(FigureTable table)
    {
        var document = Register(200);
        var held = 0.0;
        for (var i = 1; i <= Documents; i++)
        {
            Written(document with { Title = $"เล่มที่ {i}" }, i % 2 == 0 ? ReportFormat.Pdf : ReportFormat.Word);
            if (i == Documents / 10) held = Held();
        }
        table.Size($"memory held after {Documents} documents, over that of {Documents / 10}", Held() - held, MostGrowth);
    }

    private static double Held() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    private static async Task LibreOfficeAsync(FigureTable table)
    {
        var soffice = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "soffice")).FirstOrDefault(File.Exists);
        if (soffice is null) return;
        var folder = Directory.CreateTempSubdirectory("kalasin-");
        var document = Register(Compared);
        await document.SaveAsync(Path.Combine(folder.FullName, "register.docx"));
        var times = new List<double>();
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(
                soffice, [$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, Path.Combine(folder.FullName, "register.docx")])
            { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            await process.WaitForExitAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        table.Rival($"register of {Compared} rows, Pdf", Timing.Of(() => Written(document, ReportFormat.Pdf)), "LibreOffice", Timing.Of([.. times.Skip(1)]));
        folder.Delete(recursive: true);
    }

    private static double[] First()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WriteDocuments).Assembly.Location, FirstDocument]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        return [.. process.StandardOutput.ReadToEnd().Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }

    private static double Once(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Writes it as if it had just been composed: what is worked out once for a table is worked out anew.</summary>
    private static long Written(ReportDocument document, ReportFormat format)
    {
        document = document with { Sections = [.. document.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b is Table table ? table with { } : b)] })] };
        using var stream = new MemoryStream();
        document.WriteAsync(stream, format).GetAwaiter().GetResult();
        return stream.Length;
    }

    /// <summary>A register of so many rows, no two alike.</summary>
    private static ReportDocument Register(int rows)
    {
        string[] districts = ["เมืองกาฬสินธุ์", "กมลาไสย", "ยางตลาด", "สหัสขันธ์", "กุฉินารายณ์", "นามน"];
        string[] kinds = ["องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง"];
        return new("ทะเบียน", new(2024, 5, 15),
        [
            new(
            [
                new Heading(1, "ทะเบียนองค์กรปกครองส่วนท้องถิ่น"),
                new Table(
                    [new(1, Alignment.End), new(5), new(3), new(2, Alignment.End), new(3)],
                    [TableRow.Of("ที่", "องค์กรปกครองส่วนท้องถิ่น", "อำเภอ", "ร้อยละ", "ผล")],
                    [.. Enumerable.Range(1, rows).Select(i => TableRow.Of(
                        ThaiNumerals.Format(i), $"{kinds[i % 3]}หนองบัวที่ {ThaiNumerals.Format(i)}", districts[i % 6],
                        ThaiNumerals.ToThai((i * 37 % 10_000 / 100m).ToString("0.00", CultureInfo.InvariantCulture)), i % 7 == 0 ? "ไม่เป็นไปตามตัวชี้วัด" : "เป็นไปตามตัวชี้วัด"))]),
            ]),
        ]);
    }
}
