using Kalasin.Evaluation.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>Objects of a written file, read by PdfPig.</summary>
internal sealed class PdfFacts(PdfDocument pdf) : IDisposable
{
    public PdfDocument Pdf => pdf;

    public DictionaryToken Catalog => pdf.Structure.Catalog.CatalogDictionary;

    public static PdfFacts Of(ReportDocument document, bool plain = false) =>
        new(PdfDocument.Open(PdfWriter.Bytes(document, plain, TestContext.Current.CancellationToken).ToArray()));

    /// <summary>Follows keys of dictionaries and indexes of arrays, references resolved; <see langword="null"/> where there is nothing.</summary>
    public IToken? At(IToken? token, params ReadOnlySpan<object> path)
    {
        token = Resolve(token);
        foreach (var step in path)
        {
            token = Resolve((token, step) switch
            {
                (DictionaryToken d, string key) => d.Data.GetValueOrDefault(key),
                (StreamToken s, string key) => s.StreamDictionary.Data.GetValueOrDefault(key),
                (ArrayToken a, int index) => index < a.Length ? a[index] : null,
                _ => null,
            });
        }
        return token;
    }

    public static string? Text(IToken? token) => token switch
    {
        StringToken s => s.Data,
        HexToken h => h.Data,
        NameToken n => n.Data,
        _ => token?.ToString(),
    };

    public byte[] Stream(IToken? token) => Decode((StreamToken)Resolve(token)!);

    public IEnumerable<DictionaryToken> Pages => Enumerable.Range(0, pdf.NumberOfPages).Select(i => (DictionaryToken)At(Catalog, "Pages", "Kids", i)!);

    public IEnumerable<DictionaryToken> Fonts =>
        ((DictionaryToken)At(Catalog, "Pages", "Kids", 0, "Resources", "Font")!).Data.Values.Select(f => (DictionaryToken)Resolve(f)!);

    public IEnumerable<DictionaryToken> Annotations =>
        Pages.SelectMany(p => (At(p, "Annots") as ArrayToken)?.Data ?? []).Select(a => (DictionaryToken)Resolve(a)!);

    public void Dispose() => pdf.Dispose();

    private IToken? Resolve(IToken? token) => token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;

    private static byte[] Decode(StreamToken stream)
    {
        if (!stream.StreamDictionary.ContainsKey(NameToken.Filter)) return stream.Data.ToArray();
        using var plain = new MemoryStream();
        using var zlib = new System.IO.Compression.ZLibStream(new MemoryStream(stream.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        zlib.CopyTo(plain);
        return plain.ToArray();
    }
}
