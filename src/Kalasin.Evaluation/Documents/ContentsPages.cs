using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// Where a document's headings, captions and sections stand in the PDF: what the contents of the Word file say until Word counts its own
/// pages, and how far down a page in the middle begins. Remembered for as long as the document is, because both formats are mostly written of the same.
/// </summary>
/// <param name="OfHeading">Page of each heading, counted from 1.</param>
/// <param name="OfBlock">First page of each block, counted from 1.</param>
/// <param name="OfSectionTop">Millimetres from the top of its first page to the first line of each section; 0 for an empty one.</param>
internal sealed record ContentsPages(ImmutableArray<int> OfHeading, ImmutableArray<int> OfBlock, ImmutableArray<double> OfSectionTop)
{
    private static readonly ConditionalWeakTable<ReportDocument, ContentsPages> Known = [];

    /// <summary>The pages of a document; counts them unless that is done.</summary>
    public static ContentsPages Of(ReportDocument document, CancellationToken cancellationToken = default) =>
        Known.TryGetValue(document, out var known) ? known : Remember(document, PdfWriter.Pages(document, cancellationToken));

    /// <summary>Notes what a layout found.</summary>
    public static ContentsPages Remember(ReportDocument document, PageFacts facts) =>
        Known.GetValue(document, _ => new(facts.OfHeading, facts.OfBlock, [.. facts.OfSectionTop.Select(t => t / Page.PointsPerMillimetre)]));
}
