using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>An element of the logical structure as a stranger reads it from the file.</summary>
/// <param name="Role">Its structure type.</param>
/// <param name="Dictionary">Its dictionary.</param>
/// <param name="Letters">Text by the fonts' ToUnicode, children left out.</param>
/// <param name="Actual">Text by ActualText, children left out.</param>
/// <param name="Children">Children in order.</param>
internal sealed record TagElement(string Role, DictionaryToken Dictionary, string Letters, string Actual, IReadOnlyList<TagElement> Children)
{
    /// <summary>Text of the element and all in it, in reading order.</summary>
    public string AllLetters { get; init; } = "";

    public IEnumerable<TagElement> WithAll() => [this, .. Children.SelectMany(c => c.WithAll())];
}

/// <summary>Reads the structure tree of a file with PdfPig and nothing of the writer.</summary>
internal sealed class TagTree
{
    private readonly PdfDocument pdf;
    private readonly Dictionary<IndirectReference, int> pages = [];
    private readonly Dictionary<(int Page, int Content), MarkedContentElement> contents = [];

    private TagTree(PdfDocument pdf)
    {
        this.pdf = pdf;
        foreach (var page in pdf.GetPages())
            foreach (var content in page.GetMarkedContents())
                if (!content.IsArtifact && content.MarkedContentIdentifier >= 0) contents[(page.Number, content.MarkedContentIdentifier)] = content;
        var kids = Get<ArrayToken>(Get<DictionaryToken>(pdf.Structure.Catalog.CatalogDictionary, "Pages")!, "Kids")!;
        for (var i = 0; i < kids.Length; i++) pages[((IndirectReferenceToken)kids[i]).Data] = i + 1;
    }

    public static TagElement Read(PdfDocument pdf)
    {
        var tree = new TagTree(pdf);
        return tree.Element(tree.Get<DictionaryToken>(tree.Get<DictionaryToken>(pdf.Structure.Catalog.CatalogDictionary, "StructTreeRoot")!, "K")!);
    }

    private TagElement Element(DictionaryToken element)
    {
        var page = element.TryGet(NameToken.Create("Pg"), out var pg) ? pages[((IndirectReferenceToken)pg).Data] : 0;
        var children = new List<TagElement>();
        var (letters, actual, all) = ("", "", "");
        foreach (var kid in Get<ArrayToken>(element, "K")?.Data ?? [])
        {
            if (kid is NumericToken number) Add(contents[(page, number.Int)]);
            else if (Resolve(kid) is DictionaryToken { } entry)
            {
                if (entry.ContainsKey(NameToken.Create("MCID")))
                    Add(contents[(pages[((IndirectReferenceToken)entry.Data["Pg"]).Data], ((NumericToken)entry.Data["MCID"]).Int)]);
                else if (entry.ContainsKey(NameToken.Create("S")))
                {
                    children.Add(Element(entry));
                    all += children[^1].AllLetters;
                }
            }
        }
        return new(Get<NameToken>(element, "S")!.Data, element, letters, actual, children) { AllLetters = all };

        void Add(MarkedContentElement content)
        {
            var spans = content.Children.ToList();
            var text = string.Concat(spans.SelectMany(s => s.Letters).Concat(content.Letters).Select(l => l.Value));
            letters += text;
            all += text;
            actual += string.Concat(spans.Select(s => s.ActualText));
        }
    }

    private IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;

    private T? Get<T>(DictionaryToken dictionary, string key) where T : class, IToken =>
        dictionary.Data.TryGetValue(key, out var token) ? Resolve(token) as T : null;
}
