using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports;

namespace Kalasin.Functions.Transfer;

/// <summary>A document among others of its round.</summary>
/// <param name="Name">Of its file: Thai words and codes, without an ending; a slash after its folder.</param>
internal sealed record NamedDocument(string Name, ReportDocument Document);

/// <summary>All documents of a kind: as files in one zip file, or bound as one document.</summary>
internal static class RoundDocuments
{
    /// <summary>Most documents of a volume, which is laid out as a whole; files have no such bound.</summary>
    public const int MostBound = 500;

    /// <summary>Most rows of tables in a volume.</summary>
    public const int MostRows = 20_000;

    private const int LongestName = 40;

    /// <summary>Writes each as Word and PDF, one at a time, as it is composed: no more than one is ever in memory.</summary>
    public static async Task WriteZipAsync(IAsyncEnumerable<NamedDocument> documents, Stream target, CancellationToken cancellationToken)
    {
        var zip = new StoredZipWriter(target);
        using var bytes = new MemoryStream();
        await foreach (var (name, document) in documents.WithCancellation(cancellationToken))
            foreach (var format in FileFormat.OfReports)
            {
                bytes.SetLength(0);
                await document.WriteAsync(bytes, format, cancellationToken);
                await zip.AddAsync($"{name}.{FileFormat.Of(format).Ending}", bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
            }
        await zip.FinishAsync(cancellationToken);
    }

    /// <summary>All in one document.</summary>
    /// <returns>Null where they are more than a volume holds.</returns>
    public static async Task<ReportDocument?> BindAsync(string title, IAsyncEnumerable<ReportDocument> documents, CancellationToken cancellationToken)
    {
        var (bound, rows) = (ImmutableArray.CreateBuilder<ReportDocument>(), 0);
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            rows += document.Blocks.OfType<Table>().Sum(t => t.Rows.Length);
            if (bound.Count == MostBound || rows > MostRows) return null;
            bound.Add(document);
        }
        return bound.Count == 0 ? null : Volume.Of(title, bound.ToImmutable());
    }

    /// <summary>A code and a few words of it, as every system takes them for a file's name: 4603-กมลาไสย.</summary>
    public static string NameOf(ReportingUnit unit)
    {
        var name = new StringBuilder(unit.Code.Value).Append('-');
        foreach (var rune in ThaiText.Cut(unit.ShortName.Thai.Normalize(), LongestName).EnumerateRunes())
            name.Append(Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark ? rune.ToString() : "-");
        return name.ToString().TrimEnd('-');
    }
}
