using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Documents.Word;

namespace Kalasin.Evaluation.Forms.Word;

/// <summary>
/// The form as a Word document: what the Excel form asks, in the same words and order, so that the one reader of forms reads both. Its mark
/// stands in the document's properties, which programs keep when they save it anew.
/// </summary>
internal static class WordForm
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" mc:Ignorable=\"w14 w15\"";

    public static Task WriteAsync(Form form, Stream stream, CancellationToken cancellationToken)
    {
        var (package, main) = (new OpcPackage(), new Relationships());
        package.Root.ToPart("officeDocument", "word/document.xml");
        var footer = main.ToPart("footer", "footer1.xml");
        var markup = new WordMarkup();
        WordCover.Compose(form, markup);
        markup.Section(isWide: false, footer, isLast: false);
        for (var i = 0; i < form.Indicators.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = new WordIndicator(form, form.Indicators[i], markup);
            page.Compose();
            markup.Section(page.IsWide, footer, isLast: i == form.Indicators.Length - 1);
        }
        package.Add("word/document.xml", Types + "document.main+xml", Pack($"<w:document {Namespaces}><w:body>{markup}</w:body></w:document>"), main);
        Add("styles", StylePart.For(Theme.Official, "th-TH"));
        Add("settings", SettingsPart.For("th-TH"));
        Add("numbering", NumberingPart.For(0));
        package.Add("word/footer1.xml", Types + "footer+xml", Pack(Footer(form)));
        FontParts.AddTo(package, main, [Theme.Official.WordFamily]);
        FormProperties.AddTo(package, form);
        new CoreProperties(form.Title, form.AsOf, form.Rules.Plan.Office.Thai, Language: "th-TH").AddTo(package);
        return package.WriteAsync(stream, cancellationToken);

        void Add(string name, PackedBytes bytes)
        {
            main.ToPart(name, $"{name}.xml");
            package.Add($"word/{name}.xml", $"{Types}{name}+xml", bytes);
        }
    }

    private static string Footer(Form form)
    {
        var words = XmlText.Escape($"{form.Rules.Plan.Id} · {form.Unit.Code}  หน้า ");
        return $"<w:ftr {Namespaces}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>{Field("PAGE")}<w:r><w:t>/</w:t></w:r>{Field("NUMPAGES")}</w:p></w:ftr>";

        static string Field(string name) => $"<w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    /// <summary>A part as XML; tables of forms compress well at any level.</summary>
    internal static PackedBytes Pack(string xml) =>
        PackedBytes.Of(Encoding.UTF8.GetBytes(XmlText.Declaration + xml), CompressionLevel.Fastest);
}
