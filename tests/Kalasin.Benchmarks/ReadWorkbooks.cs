using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Samples;

namespace Kalasin.Benchmarks;

/// <summary>
/// Reading one workbook as returns, from bytes in memory: the usual one of the sample round, the one that takes longest, and very large
/// ones. The rivals turn the same bytes into the values of all cells of all sheets; ours also checks the container, finds the forms, reads
/// every value by its meaning and writes the findings. Limits: 10 ms for what people fill in, of which the usual one takes at most twice
/// the bare pass; of a large one half the time of the quickest rival and two and a half times the bare pass.
/// </summary>
internal static class ReadWorkbooks
{
    private const double Limit = 10;
    private const int Rounds = 7;

    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    public static void Measure(FigureTable table)
    {
        // ExcelDataReader asks for the code pages of old .xls files even where it reads .xlsx.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var files = Directory.EnumerateFiles(SampleRound.Folder, "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Unit: Path.GetFileName(Path.GetDirectoryName(path)!), Bytes: File.ReadAllBytes(path))).ToList();
        // A short look at each tells which one is usual and which one is worst; those two are then measured well.
        var looks = files.Select(f => (f.Unit, f.Bytes, Time: Look(() => Ours(f.Bytes)))).OrderBy(f => f.Time).ToList();
        foreach (var (name, (unit, bytes, _)) in new[] { ("the usual workbook", looks[looks.Count / 2]), ("the longest workbook", looks[^1]) })
        {
            var ours = Timing.Of(() => Ours(bytes));
            table.Limit($"read: {name} ({unit}, {bytes.Length / 1000.0:0} KB)", ours, Limit);
            foreach (var (rival, read) in Rivals.All) table.Rival($"  {rival}", Timing.Of(() => read(bytes)), "ours", ours);
        }
        table.Plain($"read: all {files.Count} workbooks", Timing.Of(() => files.Sum(f => Ours(f.Bytes).Returns.Length)));
    }

    public static void MeasureLarge(FigureTable table)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var workbook in (LargeWorkbook[])[LargeWorkbook.OfSix, LargeWorkbook.OfTwelve])
            foreach (var rows in (int[])[10_000, 99_000])
                MeasureLarge(table, workbook, rows);
    }

    /// <summary>All of them in turn, so that what else the machine does falls on each alike.</summary>
    private static void MeasureLarge(FigureTable table, LargeWorkbook workbook, int rows)
    {
        var bytes = workbook.Write(rows);
        if (Ours(bytes).Returns is not [{ Rows.Length: var read }] || read != rows) throw new InvalidOperationException("The workbook was not read.");
        var timings = Timing.InTurn(Rounds, [() => Ours(bytes), .. Rivals.All.Select(r => (Func<object?>)(() => r.Read(bytes)))]);
        table.Plain($"read: {rows:#,0} rows × {workbook.Name} ({bytes.Length / 1e6:0.0} MB)", timings[0]);
        foreach (var ((rival, _), timing) in Rivals.All.Zip(timings.Skip(1))) table.Rival($"  {rival}", timing, "ours", timings[0]);
    }

    private static double Look(Func<IntakeResult> operation)
    {
        for (var run = 0; run < 5; run++) operation();
        return Enumerable.Range(0, 7).Min(_ =>
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            operation();
            return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
    }

    private static IntakeResult Ours(byte[] bytes) =>
        ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("form.xlsx", bytes)], IntakeLimits.Default).GetAwaiter().GetResult();
}
