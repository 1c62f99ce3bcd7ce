namespace Kalasin.Evaluation.Documents;

/// <summary>Writes a <see cref="ReportDocument"/> in one format. Implementations are pure and thread-safe: same document, same bytes.</summary>
internal interface IDocumentWriter
{
    /// <summary>Format it writes.</summary>
    ReportFormat Format { get; }

    /// <summary>Writes the whole document; the stream need not seek and is left open.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops the work between pages or blocks.</param>
    /// <exception cref="ArgumentException">The document breaks a rule of the block model (a bug of its composer); all violations are named.</exception>
    Task WriteAsync(ReportDocument document, Stream stream, CancellationToken cancellationToken = default);
}
