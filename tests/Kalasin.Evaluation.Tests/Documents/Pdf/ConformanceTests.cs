using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Tokens;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>The clauses of PDF/A-2a and PDF/UA-1 that docs/pdf-conformance.md calls enforced, read from the file.</summary>
public sealed class ConformanceTests : IDisposable
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dc = "http://purl.org/dc/elements/1.1/",
        Xmp = "http://ns.adobe.com/xap/1.0/", PdfA = "http://www.aiim.org/pdfa/ns/id/",
        PdfUa = "http://www.aiim.org/pdfua/ns/id/", Pdf = "http://ns.adobe.com/pdf/1.3/";

    private readonly PdfFacts facts = PdfFacts.Of(EveryBlock.Document);

    [Fact]
    public void Catalog_IsTaggedTitledAndInThai()
    {
        Assert.Equal("th-TH", PdfFacts.Text(facts.At(facts.Catalog, "Lang")));
        Assert.Equal("True", facts.At(facts.Catalog, "MarkInfo", "Marked")?.ToString(), ignoreCase: true);
        Assert.Equal("True", facts.At(facts.Catalog, "ViewerPreferences", "DisplayDocTitle")?.ToString(), ignoreCase: true);
        Assert.NotNull(facts.At(facts.Catalog, "StructTreeRoot", "ParentTree"));
        Assert.NotNull(facts.At(facts.Catalog, "PageLabels"));
        Assert.Equal(
            ["OpenAction", "AA", "AcroForm", "OCProperties", "Names", "Perms", "Requirements"],
            ((string[])["OpenAction", "AA", "AcroForm", "OCProperties", "Names", "Perms", "Requirements"]).Where(k => facts.At(facts.Catalog, k) is null));
    }

    [Fact]
    public void Metadata_ClaimsBothProfilesAndAgreesWithTheInformation()
    {
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(facts.Stream(facts.At(facts.Catalog, "Metadata"))).Trim('\uFEFF', ' ', '\n'));
        string Value(XName name) => xmp.Descendants(name).Single().Value.Trim();
        Assert.Equal(("2", "A", "1"), (Value(PdfA + "part"), Value(PdfA + "conformance"), Value(PdfUa + "part")));
        Assert.Contains(xmp.Descendants(), e => e.Name.LocalName == "namespaceURI" && e.Value == PdfUa.NamespaceName);
        var info = facts.Pdf.Information;
        Assert.Equal(
            (info.Title, info.Author, info.Subject, info.Producer),
            (Value(Dc + "title"), Value(Dc + "creator"), Value(Dc + "description"), Value(Pdf + "Producer")));
        Assert.Equal(("D:20240515000000+07'00'", "D:20240515000000+07'00'"), (info.CreationDate, info.ModifiedDate));
        Assert.Equal(("2024-05-15T00:00:00+07:00", "2024-05-15T00:00:00+07:00"), (Value(Xmp + "CreateDate"), Value(Xmp + "ModifyDate")));
        Assert.Equal("x-default", xmp.Descendants(Dc + "title").Single().Descendants(Rdf + "li").Single().Attribute(XNamespace.Xml + "lang")?.Value);
    }

    [Fact]
    public void Metadata_OfATitleThatXmlForbids_IsStillReadAndAgrees()
    {
        using var odd = PdfFacts.Of(EveryBlock.Document with { Title = "ก\u0007<&>" + '\uD83D' });
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(odd.Stream(odd.At(odd.Catalog, "Metadata"))).Trim('\uFEFF', ' ', '\n'));
        Assert.Equal("ก\uFFFD<&>\uFFFD", xmp.Descendants(Dc + "title").Single().Value);
        Assert.Equal("ก\uFFFD<&>\uFFFD", odd.Pdf.Information.Title);
    }

    [Fact]
    public void Ledger_NamesTestsThatExist()
    {
        using var ledger = new StreamReader(typeof(ConformanceTests).Assembly.GetManifestResourceStream("pdf-conformance.md")!);
        var named = Regex.Matches(
            ledger.ReadToEnd(), "`((?<class>[A-Za-z]+Tests)\\.)?(?<method>[A-Z][A-Za-z0-9]+_[A-Za-z0-9_]+)`",
            RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).ToList();
        Assert.True(named.Count > 20);
        Assert.All(named, m => Assert.Contains(
            typeof(ConformanceTests).Assembly.GetTypes(),
            t => t.Name == (m.Groups["class"].Success ? m.Groups["class"].Value : nameof(ConformanceTests))
                && t.GetMethod(m.Groups["method"].Value) is not null));
    }

    [Fact]
    public void OutputIntent_IsScreenColour()
    {
        Assert.Equal("GTS_PDFA1", PdfFacts.Text(facts.At(facts.Catalog, "OutputIntents", 0, "S")));
        var profile = facts.Stream(facts.At(facts.Catalog, "OutputIntents", 0, "DestOutputProfile"));
        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("mntrRGB XYZ ", Encoding.ASCII.GetString(profile, 12, 12));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        Assert.Equal(4, profile[8]);
    }

    [Fact]
    public void Pages_TabThroughTheStructure() =>
        Assert.All(facts.Pages, page => Assert.Equal("S", ((NameToken)facts.At(page, "Tabs")!).Data));

    [Fact]
    public void Content_IsEverywhereMarkedOnceOrAnArtifact()
    {
        foreach (var page in facts.Pdf.GetPages())
        {
            var open = new Stack<string>();
            foreach (var operation in page.Operations)
            {
                switch (operation)
                {
                    case BeginMarkedContent mark: open.Push(mark.Name.Data); break;
                    case BeginMarkedContentWithProperties mark:
                        var hasId = mark.Properties?.ContainsKey(NameToken.Create("MCID")) == true;
                        Assert.True(hasId ? open.Count == 0 : open.Count == 1 && open.Peek() != "Artifact", "marked content within the wrong one");
                        open.Push(mark.Name.Data);
                        break;
                    case EndMarkedContent: open.Pop(); break;
                    case ShowTextsWithPositioning or StrokePath or FillPathNonZeroWinding
                        or UglyToad.PdfPig.Graphics.Operations.InvokeNamedXObject:
                        Assert.NotEmpty(open);
                        break;
                }
            }
            Assert.Empty(open);
        }
    }

    [Fact]
    public void Fonts_AreEmbeddedSubsetsWithAUnicodeForEveryCode()
    {
        Assert.Equal(3, facts.Fonts.Count());
        foreach (var font in facts.Fonts)
        {
            Assert.Matches("^[A-Z]{6}\\+Sarabun-", PdfFacts.Text(facts.At(font, "BaseFont")));
            Assert.True(facts.Stream(facts.At(font, "DescendantFonts", 0, "FontDescriptor", "FontFile2")).Length > 1000);
            var widths = ((ArrayToken)facts.At(font, "DescendantFonts", 0, "W", 1)!).Data.Select(w => ((NumericToken)w).Int).ToArray();
            var map = facts.Stream(facts.At(font, "DescendantFonts", 0, "CIDToGIDMap"));
            Assert.Equal(2 * (widths.Length + 1), map.Length);
            var face = FontFace.Of(
                PdfFacts.Text(facts.At(font, "BaseFont"))!.EndsWith("Bold", StringComparison.Ordinal),
                PdfFacts.Text(facts.At(font, "BaseFont"))!.EndsWith("Italic", StringComparison.Ordinal));
            for (var cid = 1; cid <= widths.Length; cid++)
            {
                var glyph = map[2 * cid] << 8 | map[2 * cid + 1];
                Assert.NotEqual(0, glyph);
                Assert.Equal(face.Font.GetHorizontalGlyphAdvance((uint)glyph), widths[cid - 1]);
            }
            var unicode = Regex.Matches(
                Encoding.ASCII.GetString(facts.Stream(facts.At(font, "ToUnicode"))),
                "^<(?<cid>[0-9A-F]{4})> <(?<text>([0-9A-F]{4})+)>$", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)).ToList();
            // The first match is the range of codes.
            Assert.Equal(
                Enumerable.Range(1, widths.Length),
                unicode.Skip(1).Select(m => int.Parse(m.Groups["cid"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            Assert.DoesNotContain(unicode, m => m.Groups["text"].Value is "0000" or "FEFF" or "FFFE");
        }
    }

    [Fact]
    public void Links_ArePrintedDescribedAndInTheStructure()
    {
        Assert.NotEmpty(facts.Annotations);
        Assert.All(facts.Annotations, link =>
        {
            Assert.Equal(("Link", "4"), (PdfFacts.Text(facts.At(link, "Subtype")), facts.At(link, "F")?.ToString()));
            Assert.NotEmpty(PdfFacts.Text(facts.At(link, "Contents"))!);
            Assert.True(facts.At(link, "Dest") is ArrayToken || PdfFacts.Text(facts.At(link, "A", "S")) == "URI");
            Assert.NotNull(facts.At(link, "StructParent"));
        });
        var inTree = TagTree.Read(facts.Pdf).WithAll().Where(e => e.Role == "Link")
            .SelectMany(e => ((ArrayToken)facts.At(e.Dictionary, "K")!).Data).Count(k => PdfFacts.Text(facts.At(k, "Type")) == "OBJR");
        Assert.Equal(facts.Annotations.Count(), inTree);
    }

    [Fact]
    public void Links_AreUnderlined()
    {
        var boxes = Laid.Out(new Paragraph([new Link("เว็บไซต์", "https://example.go.th")])).Pages[0].Boxes().Select(b => b.Box).ToList();
        var link = boxes.OfType<LinkBox>().Single();
        Assert.Contains(boxes.OfType<RulesBox>().SelectMany(r => r.Rules), r => r.X1 == link.X && r.X2 == link.X + link.Width && r.Y1 > link.Y);
    }

    [Fact]
    public void Structure_FiguresHaveWordsAndBounds_HeadsHaveScope()
    {
        var all = TagTree.Read(facts.Pdf).WithAll().ToList();
        var figures = all.Where(e => e.Role == "Figure").ToList();
        Assert.Equal(
            EveryBlock.Document.Named.Select(b => b switch { Letterhead or OutgoingHead => Emblem.AlternateText, Figure f => f.AlternateText, QrFigure q => q.AlternateText, Chart c => c.AlternateText, _ => null }).OfType<string>(),
            figures.Select(f => PdfFacts.Text(facts.At(f.Dictionary, "Alt"))));
        Assert.All(figures, f => Assert.Equal(4, ((ArrayToken)facts.At(f.Dictionary, "A", "BBox")!).Length));
        Assert.All(all.Where(e => e.Role == "TH"), e => Assert.Contains(PdfFacts.Text(facts.At(e.Dictionary, "A", "Scope")), (string[])["Column", "Row"]));
        Assert.Equal("2", all.First(e => e.Role == "TH" && e.AllLetters == "ผล").Dictionary.Data["A"] is var a ? facts.At(a, "ColSpan")?.ToString() : null);
    }

    [Fact]
    public void Structure_WhatTagsSay_IsWhatGlyphsSay() =>
        Assert.All(TagTree.Read(facts.Pdf).WithAll().Where(e => e.Letters.Length > 0), e => Assert.Equal(e.Letters, e.Actual));

    [Fact]
    public void Write_TextLongerThanPdfAllows_IsAViolation()
    {
        var document = Laid.Document(new Figure(EveryBlock.Document.Blocks.OfType<Figure>().First().Picture, new string('ก', 20_000)));
        var thrown = Assert.Throws<ArgumentException>(() => PdfWriter.Bytes(document, false, TestContext.Current.CancellationToken));
        Assert.Contains("16000", thrown.Message, StringComparison.Ordinal);
    }

    public void Dispose() => facts.Dispose();
}
