using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Functions.Rounds;

namespace Kalasin.Benchmarks;

/// <summary>The province's report of the sample round, from returns and scores to the bytes of each format. Limit: 25 ms each.</summary>
internal static class WriteReport
{
    private const double Limit = 25;

    public static void Measure(PlayedSample sample, FigureTable table)
    {
        var card = ResultsService.Score(sample.Snapshot, null)[0];
        foreach (var edition in (Edition[])[Edition.Official, Edition.Internal])
        {
            ReportDocument Compose() => ProvinceReport.Compose(sample.Snapshot.Rules, sample.Snapshot.Returns, card, edition, sample.Circumstances);
            var document = Compose();
            var laidOut = PdfWriter.Layout(document);
            var pages = laidOut.Pages.Length;
            var name = edition == Edition.Official ? "official" : "internal";
            table.Limit($"report, {name} ({pages} pages): compose + PDF", Timing.Of(() => Written(Compose(), ReportFormat.Pdf)), Limit);
            table.Limit($"report, {name}: compose + docx", Timing.Of(() => Written(Compose(), ReportFormat.Word)), Limit);
            table.Plain("  compose", Timing.Of(Compose));
            table.Plain("  lay out", Timing.Of(() => PdfWriter.Layout(document)));
            var lexicon = ThaiLexicon.Official.With(document.Lexicon);
            table.Plain("  lay out, no text seen before", Timing.Of(() => DocumentLayout.Of(document, new(lexicon.Find))));
            table.Plain("  write the laid-out pages", Timing.Of(() => Pages(document, laidOut)), $"{Written(document, ReportFormat.Pdf) / 1000} KB");
            table.Plain("  write docx", Timing.Of(() => Written(document, ReportFormat.Word)), $"{Written(document, ReportFormat.Word) / 1000} KB");
        }
    }

    private static int Pages(ReportDocument document, LaidOut laidOut)
    {
        var file = new WrittenDocument(document, laidOut, plain: false).Write(CancellationToken.None)!;
        var length = file.Length;
        file.GiveBack();
        return length;
    }

    /// <summary>Where the bytes go: one place for all runs, because the growth of a buffer is no part of writing.</summary>
    private static readonly MemoryStream Taken = new();

    private static long Written(ReportDocument document, ReportFormat format)
    {
        Taken.SetLength(0);
        document.WriteAsync(Taken, format).GetAwaiter().GetResult();
        return Taken.Length;
    }
}
