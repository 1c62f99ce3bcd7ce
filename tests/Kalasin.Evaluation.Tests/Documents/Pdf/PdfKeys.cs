namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>The keys of the dictionaries that are written, with the kinds of their values, as ISO 32000-1 has them: others are slips.</summary>
internal static class PdfKeys
{
    // ! is required; N name, S string, I number, B boolean, A array, D dictionary, T stream.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Catalog"] = "Type!N Pages!D Lang!S MarkInfo!D StructTreeRoot!D Metadata!T ViewerPreferences!D PageLabels!D OutputIntents!A Outlines:D PageMode:N",
        ["Pages"] = "Type!N Count!I Kids!A",
        ["Page"] = "Type!N Parent!D MediaBox!A Resources!D Contents!T StructParents!I Tabs!N Annots:A",
        ["Font/Type0"] = "Type!N Subtype!N BaseFont!N Encoding!N DescendantFonts!A ToUnicode!T",
        ["Font/CIDFontType2"] = "Type!N Subtype!N BaseFont!N CIDSystemInfo!D FontDescriptor!D CIDToGIDMap!T DW:I W!A",
        ["FontDescriptor"] = "Type!N FontName!N Flags!I FontBBox!A ItalicAngle!I Ascent!I Descent!I CapHeight!I StemV!I FontFile2!T",
        ["StructTreeRoot"] = "Type!N K!D ParentTree!D ParentTreeNextKey!I",
        ["StructElem"] = "Type!N S!N P!D Pg:D A:D Alt:S K:A",
        ["Annot/Link"] = "Type!N Subtype!N F!I Border!A Rect!A Contents!S StructParent!I Dest:A A:D",
        ["Outlines"] = "Type!N First!D Last!D Count!I",
        ["XObject/Image"] = "Type!N Subtype!N Width!I Height!I BitsPerComponent!I ColorSpace!N Length!I Filter:N",
        ["Metadata/XML"] = "Type!N Subtype!N Length!I",
    };

    public static void Judge(int id, object value, PdfObjects file, List<string> violations)
    {
        var entries = value as Dictionary<string, object> ?? (value as PdfStream)?.Entries;
        if (entries?.GetValueOrDefault("Type") is not PdfName { Value: var type } || type is "ObjStm" or "XRef") return;
        var kind = entries.GetValueOrDefault("Subtype") is PdfName { Value: var subtype } ? $"{type}/{subtype}" : type;
        if (!Known.TryGetValue(kind, out var known))
        {
            violations.Add($"6.1.6–6.1.9 object {id} is an unknown {kind}");
            return;
        }
        var keys = known.Split(' ').Select(k => (Name: k[..^2], IsRequired: k[^2] == '!', Kind: k[^1])).ToDictionary(k => k.Name, StringComparer.Ordinal);
        foreach (var (name, held) in entries)
            if (!keys.TryGetValue(name, out var key) || KindOf(file.Resolve(held)) != key.Kind) violations.Add($"6.1.6–6.1.9 object {id}, a {kind}: /{name}");
        foreach (var key in keys.Values.Where(k => k.IsRequired && !entries.ContainsKey(k.Name))) violations.Add($"6.1.6–6.1.9 object {id}, a {kind}: no /{key.Name}");
    }

    private static char KindOf(object? value) => value switch
    {
        PdfName => 'N', PdfString => 'S', double => 'I', bool => 'B', List<object> => 'A', Dictionary<string, object> => 'D', PdfStream => 'T', _ => '?',
    };
}
