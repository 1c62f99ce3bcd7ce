using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Kalasin.Functions.SignedCopies;

/// <summary>A signature as a file holds it.</summary>
/// <param name="Form">Its <c>SubFilter</c>.</param>
/// <param name="Ranges">Its <c>ByteRange</c>: two stretches of the file, by offset and length.</param>
/// <param name="Contents">What is between them, unpacked.</param>
internal sealed record FoundSignature(string Form, long[] Ranges, ReadOnlyMemory<byte> Contents);

/// <summary>Finds the signatures of a file in the fields of its form (ISO 32000-1, 12.7.4.5 and 12.8).</summary>
internal static class PdfSignatures
{
    private const int MostFields = 2_000;
    private const int Deepest = 20;

    public static IReadOnlyList<FoundSignature> Of(PdfDocument file)
    {
        var found = new List<FoundSignature>();
        if (Find<DictionaryToken>(file, file.Structure.Catalog.CatalogDictionary, "AcroForm") is not { } form) return found;
        if (Find<ArrayToken>(file, form, "Fields") is not { } fields) return found;
        var left = MostFields;
        foreach (var field in fields.Data) Walk(file, field, 0, ref left, found);
        return [.. found.OrderBy(s => s.Ranges[2] + s.Ranges[3])];
    }

    private static void Walk(PdfDocument file, IToken token, int depth, ref int left, List<FoundSignature> found)
    {
        if (left-- <= 0 || depth > Deepest || Resolve(file, token) is not DictionaryToken field) return;
        if (Find<ArrayToken>(file, field, "Kids") is { } kids)
            foreach (var kid in kids.Data) Walk(file, kid, depth + 1, ref left, found);
        if (Find<DictionaryToken>(file, field, "V") is not { } value || Find<ArrayToken>(file, value, "ByteRange") is not { } range) return;
        var contents = value.TryGet(NameToken.Contents, out var token2) ? Resolve(file, token2) : null;
        var bytes = contents switch { HexToken hex => hex.Memory, StringToken text => text.GetBytes(), _ => default };
        long[] ranges = [.. range.Data.Take(5).OfType<NumericToken>().Select(n => n.Long)];
        found.Add(new(Find<NameToken>(file, value, "SubFilter")?.Data ?? "", ranges.Length == 4 ? ranges : [0, 0, 0, 0], bytes));
    }

    private static T? Find<T>(PdfDocument file, DictionaryToken dictionary, string name) where T : class, IToken =>
        dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve(file, token) as T : null;

    private static IToken Resolve(PdfDocument file, IToken token)
    {
        for (var hops = 0; hops < Deepest && token is IndirectReferenceToken reference; hops++) token = file.Structure.GetObject(reference.Data).Data;
        return token;
    }
}
