using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// On which pages of the PDF a document's headings and captions stand: what the contents of the Word file say until Word counts its own
/// pages. Remembered for as long as the document is, because both formats are mostly written of the same.
/// </summary>
/// <param name="OfHeading">Page of each heading, counted from 1.</param>
/// <param name="OfBlock">First page of each block, counted from 1.</param>
internal sealed record ContentsPages(ImmutableArray<int> OfHeading, ImmutableArray<int> OfBlock)
{
    private static readonly ConditionalWeakTable<ReportDocument, ContentsPages> Known = [];

    /// <summary>The pages of a document; lays it out unless that is done.</summary>
    public static ContentsPages Of(ReportDocument document, CancellationToken cancellationToken = default) =>
        Known.TryGetValue(document, out var known) ? known : Remember(document, PdfWriter.Layout(document, cancellationToken));

    /// <summary>Notes what a layout found.</summary>
    public static ContentsPages Remember(ReportDocument document, LaidOut laidOut) =>
        Known.GetValue(document, _ => new([.. laidOut.Headings.Select(h => h.Page)], laidOut.BlockPages));
}
