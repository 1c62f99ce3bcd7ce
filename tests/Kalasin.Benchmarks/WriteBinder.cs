using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Functions.Binder;
using Kalasin.Functions.Transfer;

namespace Kalasin.Benchmarks;

/// <summary>
/// A binder of a report of more than 300 pages with every local authority of the country in its tables, as PDF and docx, in a process of its own that
/// holds nothing else: limits 1 s and 200 MB. Beside that, files as they are through our zip, which measures and hashes them, and through a plain <see cref="ZipArchive"/>.
/// </summary>
internal static class WriteBinder
{
    /// <summary>What the process is told that does it.</summary>
    public const string Alone = "binder-alone";

    private const int Runs = 15, Files = 100, FileBytes = 1 << 20;
    private const double Limit = 1000, MemoryLimit = 200;
    private static readonly DateOnly Day = new(2024, 5, 17);

    public static void Measure(FigureTable table)
    {
        var (pages, first, warm, peak, peakOfAll, bytes) = RunAlone();
        table.Plain($"binder, {pages} pages, 7,849 authorities: first of a process", Timing.Of([first]), $"{bytes / 1000} KB");
        table.Limit("binder: PDF + docx + manifest, warm", warm, Limit);
        table.Size("binder: peak of memory, one", peak, MemoryLimit);
        table.Size("binder: peak of memory, 16 of them", peakOfAll, MemoryLimit);

        var random = new Random(1);
        var files = Enumerable.Range(0, Files).Select(_ => new byte[FileBytes]).ToArray();
        foreach (var file in files) random.NextBytes(file);
        var ours = Timing.Of(() => Ours(files).GetAwaiter().GetResult());
        table.Rival("binder: 100 originals of 1 MB, hashed", ours, "ZipArchive and SHA-256", Timing.Of(() => Plain(files, isHashed: true)));
        table.Rival("  the same", ours, "ZipArchive, no hashes", Timing.Of(() => Plain(files, isHashed: false)));
    }

    /// <summary>
    /// Writes binders and says what it took: pages, bytes of one, millions of bytes of memory at most after one and after all, milliseconds of
    /// processor time of a warm one, then milliseconds of each.
    /// </summary>
    public static int RunAlone(TextWriter output)
    {
        var (pages, size, peak, processor, times) = (0, 0L, 0.0, TimeSpan.Zero, new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var document = Compose();
            using var held = new MemoryStream();
            using var taken = new CountedStream();
            Write(document, held, taken).GetAwaiter().GetResult();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            size = taken.Length;
            if (run > 0) continue;
            (peak, processor) = (Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, Environment.CpuUsage.TotalTime);
        }
        processor = (Environment.CpuUsage.TotalTime - processor) / Runs;
        var peakOfAll = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6; // before the layout that only counts pages
        pages = PdfWriter.Layout(Compose()).Pages.Length;
        output.WriteLine(string.Join(' ', ((double[])[pages, size, peak, peakOfAll, processor.TotalMilliseconds, .. times]).Select(n => n.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static (int Pages, double First, Timing Warm, double Peak, double PeakOfAll, long Bytes) RunAlone()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(WriteBinder).Assembly.Location, Alone]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = process.StandardOutput.ReadToEnd().Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        process.WaitForExit();
        return ((int)told[0], told[5], Timing.Of(told[6..]) with { Processor = told[4] }, told[2], told[3], (long)told[1]);
    }

    private static async Task Write(ReportDocument document, MemoryStream held, Stream target)
    {
        var zip = new StoredZipWriter(target, Day);
        var lines = new List<BinderLine>();
        foreach (var format in (ReportFormat[])[ReportFormat.Word, ReportFormat.Pdf])
        {
            BinderEntry entry = new($"01-รายงาน/ทะเบียน.{FileFormat.Of(format).Ending}", "ทะเบียน", (stream, cancellationToken) => document.WriteAsync(stream, format, cancellationToken));
            lines.Add(await BinderFile.AddAsync(zip, entry, held, CancellationToken.None));
        }
        await zip.AddAsync(BinderManifest.Name, BinderManifest.Of(lines), CancellationToken.None);
        await zip.FinishAsync(CancellationToken.None);
    }

    /// <summary>The register of the country: a part for each province, a row for each authority.</summary>
    private static ReportDocument Compose() => new("ทะเบียนองค์กรปกครองส่วนท้องถิ่นทั่วประเทศ", Day,
    [
        new([new TableOfContents("สารบัญ", 1), .. Province.All.SelectMany(Part)]) { Footer = ["ข้อมูล ณ วันที่ ๑๗ พ.ค. ๖๗"] },
    ])
    {
        Lexicon = [.. Province.All.Select(p => p.Name)],
    };

    private static IEnumerable<Block> Part(Province province)
    {
        var register = AuthorityRegister.Of(province, Day);
        yield return new Heading(1, province.FullName) { PageBreakBefore = true };
        yield return new Paragraph($"มีองค์กรปกครองส่วนท้องถิ่น {ThaiNumerals.Format(register.Count)} แห่ง");
        yield return new Table(
            [new(1, Alignment.Center), new(3), new(6), new(3), new(2, Alignment.Center)],
            [TableRow.Of("ที่", "อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "ประเภท", "รหัส")],
            [.. register.Authorities.Select((a, i) => TableRow.Of(
                ThaiNumerals.Format(i + 1), a.District?.Name ?? "-", a.FullName, a.Kind.FullName().Thai, ThaiNumerals.ToThai(a.Code.Geocode)))])
        {
            Caption = $"ตาราง {province.Name}",
        };
    }

    private static async Task<long> Ours(byte[][] files)
    {
        using var held = new MemoryStream();
        using var taken = new CountedStream();
        var zip = new StoredZipWriter(taken, Day);
        foreach (var (i, file) in files.Index()) await BinderFile.AddAsync(zip, BinderEntry.Of($"06-ต้นฉบับ/{i}", "", file), held, CancellationToken.None);
        await zip.FinishAsync(CancellationToken.None);
        return taken.Length;
    }

    private static long Plain(byte[][] files, bool isHashed)
    {
        using var taken = new CountedStream();
        using (var zip = new ZipArchive(taken, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (i, file) in files.Index())
            {
                using var entry = zip.CreateEntry($"06-ต้นฉบับ/{i}", CompressionLevel.NoCompression).Open();
                entry.Write(file);
                if (isHashed) GC.KeepAlive(SHA256.HashData(file));
            }
        return taken.Length;
    }

    /// <summary>Takes bytes and keeps none.</summary>
    private sealed class CountedStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
