using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation;

/// <summary>A document, composed once and written as Word or PDF. Immutable; the same document gives the same bytes.</summary>
public sealed record ReportDocument
{
    internal ReportDocument(string title, DateOnly asOf, ImmutableArray<Section> sections) => (Title, AsOf, Sections) = (title, asOf, sections);

    /// <summary>Title shown by viewers and in the properties; never empty.</summary>
    public string Title { get; init; }

    /// <summary>Day the content is of; the only date in the file's properties.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>At least one.</summary>
    internal ImmutableArray<Section> Sections { get; init; }

    /// <summary>Who answers for the content: an office, never a person. Default: none.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about, for the properties. Default: none.</summary>
    public string? Subject { get; init; }

    /// <summary>Language of the text, BCP 47. Default <c>th-TH</c>.</summary>
    public string Language { get; init; } = "th-TH";

    /// <summary>Words of this document's field (names of units, authorities, awards) that lines must not break inside of.</summary>
    public ImmutableArray<string> Lexicon { get; init; } = [];

    /// <summary>Fonts and sizes. Default <see cref="Theme.Official"/>.</summary>
    internal Theme Theme { get; init; } = Theme.Official;

    /// <summary>Emblem and Word template of the office's own. Default: none.</summary>
    internal Stationery Stationery { get; init; } = Stationery.None;

    /// <summary>All blocks of all sections, in order, lists and cells not opened.</summary>
    internal IEnumerable<Block> Blocks => Sections.SelectMany(s => s.Blocks);

    /// <summary>The same with what stands inside of rows of figures: all that captions and anchors are of.</summary>
    internal IEnumerable<Block> Named => Blocks.SelectMany(b => b.Named);

    /// <summary>Writes the document in one format; the stream need not seek and is left open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the work between blocks or pages.</param>
    public Task WriteAsync(Stream stream, ReportFormat format, CancellationToken cancellationToken = default) =>
        DocumentWriters.For(format).WriteAsync(this, stream, cancellationToken);

    /// <summary>
    /// Saves the document; the format follows the file name's ending, <c>.docx</c> or <c>.pdf</c>. An existing file is replaced once
    /// the new one is whole.
    /// </summary>
    /// <param name="path">Where to.</param>
    /// <param name="cancellationToken">Stops the work between blocks or pages.</param>
    /// <exception cref="ArgumentException">The ending is neither of the two.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var format = FileFormat.ReportOf(ending.TrimStart('.'))
            ?? throw new ArgumentException($"The ending '{ending}' names no format of documents; .docx and .pdf do.", nameof(path));
        using var whole = new MemoryStream();
        await WriteAsync(whole, format, cancellationToken);
        whole.Position = 0;
        await using var file = File.Create(path);
        await whole.CopyToAsync(file, cancellationToken);
    }
}
