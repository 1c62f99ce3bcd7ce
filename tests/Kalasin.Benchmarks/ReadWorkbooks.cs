using System.Text;
using ExcelDataReader;
using Kalasin.Evaluation;
using Kalasin.Functions.Samples;
using MiniExcelLibs;

namespace Kalasin.Benchmarks;

/// <summary>
/// Reading one workbook as returns, from bytes in memory: the usual one of the sample round and the one that takes longest.
/// Limit: 10 ms. The rivals turn the same bytes into the values of all cells of all sheets; ours also checks the container,
/// finds the forms, reads every value by its meaning and writes the findings.
/// </summary>
internal static class ReadWorkbooks
{
    private const double Limit = 10;

    public static void Measure(FigureTable table)
    {
        // ExcelDataReader asks for the code pages of old .xls files even where it reads .xlsx.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
        var files = Directory.EnumerateFiles(SampleRound.Folder, "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Unit: Path.GetFileName(Path.GetDirectoryName(path)!), Bytes: File.ReadAllBytes(path))).ToList();
        // A short look at each tells which one is usual and which one is worst; those two are then measured well.
        var looks = files.Select(f => (f.Unit, f.Bytes, Time: Look(() => Ours(rules, f.Bytes)))).OrderBy(f => f.Time).ToList();
        foreach (var (name, (unit, bytes, _)) in new[] { ("the usual workbook", looks[looks.Count / 2]), ("the longest workbook", looks[^1]) })
        {
            var what = $"{name} ({unit}, {bytes.Length / 1000.0:0} KB)";
            var ours = Timing.Of(() => Ours(rules, bytes));
            table.Limit($"read: {what}", ours, Limit);
            table.Rival("  its cells only, ExcelDataReader 3.6.0", Timing.Of(() => Values(bytes)), "ours", ours);
            table.Rival("  its cells only, MiniExcel 1.46.0", Timing.Of(() => Rows(bytes)), "ours", ours);
        }
        table.Plain($"read: all {files.Count} workbooks", Timing.Of(() => files.Sum(f => Ours(rules, f.Bytes).Returns.Length)));
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

    private static IntakeResult Ours(AwardRules rules, byte[] bytes) =>
        ReturnReader.ReadAsync(rules, [SourceFile.FromBytes("form.xlsx", bytes)], IntakeLimits.Default).GetAwaiter().GetResult();

    private static int Values(byte[] bytes)
    {
        var cells = 0;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        do
        {
            while (reader.Read())
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetValue(column) is not null) cells++;
        }
        while (reader.NextResult());
        return cells;
    }

    private static int Rows(byte[] bytes)
    {
        var cells = 0;
        using var stream = new MemoryStream(bytes);
        foreach (var sheet in stream.GetSheetNames())
            foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
                foreach (var value in row.Values)
                    if (value is not null) cells++;
        return cells;
    }
}
