using System.Globalization;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The styles. Built-in ones keep Word's ids and names, so that navigation, contents and screen readers know them. Sizes are
/// those of TH Sarabun in the regulation on correspondence, scaled by the theme.
/// </summary>
internal static class StylePart
{
    public const string Body = "BodyText";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string KeyFigure = "KeyFigure";
    public const string Note = "Note";
    public const string Notice = "Notice";
    public const string Caption = "Caption";
    public const string CaptionName = "caption";
    public const string FigureCaption = "FigureCaption";
    public const string FigureCaptionName = "Figure Caption";
    public const string Figure = "Figure";
    public const string ListItem = "ListParagraph";
    public const string ContentsHeading = "TOCHeading";
    public const string TableText = "TableText";
    public const string TableHeading = "TableHeading";
    public const string DenseTableText = "DenseTableText";
    public const string DenseTableHeading = "DenseTableHeading";
    public const string Table = "ReportTable";
    public const string Spacer = "Spacer";
    public const string Signature = "Signature";
    public const string MemoTitle = "MemoTitle";
    public const string MemoLine = "MemoLine";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Hyperlink = "Hyperlink";

    /// <summary>Room below the page number, in twentieths of a point.</summary>
    public const string AfterPageNumber = "320";

    private static readonly Lazy<PackedBytes> Official = new(() => Pack(Theme.Official, "th-TH"));

    /// <summary>Style id of a heading level.</summary>
    public static string Heading(int level) => $"Heading{level}";

    /// <summary>Style id of a level of the contents.</summary>
    public static string Contents(int level) => $"TOC{level}";

    /// <summary>The part for a theme and language.</summary>
    public static PackedBytes For(Theme theme, string language) => theme == Theme.Official && language == "th-TH" ? Official.Value : Pack(theme, language);

    /// <summary>The styles of a theme and language.</summary>
    public static W.Styles Of(Theme theme, string language) => new([Defaults(theme, language), .. All(theme)]);

    private static PackedBytes Pack(Theme theme, string language) => PackedBytes.OfXml(Of(theme, language).WriteTo);

    private static W.DocDefaults Defaults(Theme theme, string language)
    {
        var family = ValidXml.Of(theme.WordFamily);
        var size = theme.HalfPoints(16);
        return new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = family, HighAnsi = family, EastAsia = family, ComplexScript = family },
                new W.FontSize { Val = size },
                new W.FontSizeComplexScript { Val = size },
                new W.Languages { Val = "en-US", EastAsia = "en-US", Bidi = language })),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(
                new W.WidowControl(),
                new W.SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto })));
    }

    private static IEnumerable<W.Style> All(Theme theme)
    {
        var firstLine = Measures.Twips(25).ToString(CultureInfo.InvariantCulture);
        yield return new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle())
        {
            Type = W.StyleValues.Paragraph, StyleId = "Normal", Default = true,
        };
        yield return new W.Style(new W.StyleName { Val = "Default Paragraph Font" }, new W.UIPriority { Val = 1 }, new W.SemiHidden(), new W.UnhideWhenUsed())
        {
            Type = W.StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true,
        };
        yield return PlainTable();
        yield return Of(
            Body, "Body Text",
            new() { SpacingBetweenLines = Space(before: 120), Indentation = new() { FirstLine = firstLine }, Justification = Thai() });
        yield return Of(
            Title, "Title",
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(after: 60), Justification = Centre() },
            Size(theme, 20, bold: true), Body);
        yield return Of(
            Subtitle, "Subtitle",
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(after: 60), Justification = Centre() },
            Size(theme, 17, bold: true), Body);
        for (var level = 1; level <= 6; level++)
        {
            yield return Of(
                Heading(level),
                $"heading {level}",
                new()
                {
                    KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(level == 1 ? 240 : 160, 60),
                    OutlineLevel = new() { Val = level - 1 },
                },
                Size(theme, level switch { 1 => 18, 2 => 17, _ => 16 }, bold: true, italic: level > 4),
                Body);
        }
        yield return Of(
            KeyFigure, "Key Figure",
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(60, 60), Justification = Centre() },
            Size(theme, 30, bold: true), Body);
        yield return Of(Note, "Note", new() { SpacingBetweenLines = Space(before: 60) }, Size(theme, 13));
        yield return Of(
            Notice, "Notice",
            new() { KeepLines = new(), ParagraphBorders = Frame(), SpacingBetweenLines = Space(120, 120), Indentation = new() { Left = "113", Right = "113" } },
            Size(theme, 16, bold: true));
        yield return Of(Caption, CaptionName, new() { KeepLines = new(), SpacingBetweenLines = Space(120, 60) }, Size(theme, 15, bold: true));
        yield return Of(FigureCaption, FigureCaptionName, new() { KeepLines = new(), SpacingBetweenLines = Space(60, 120) }, Size(theme, 15));
        yield return Of(Figure, "Figure", new() { SpacingBetweenLines = Space(120), Justification = Centre() });
        yield return Of(ListItem, "List Paragraph", new() { SpacingBetweenLines = Space(before: 40) });
        yield return Of(
            ContentsHeading, "TOC Heading",
            new() { KeepNext = new(), SpacingBetweenLines = Space(240, 120), Justification = Centre() },
            Size(theme, 18, bold: true));
        for (var level = 1; level <= 6; level++)
            yield return Of(
                Contents(level), $"toc {level}",
                new()
                {
                    Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Dot, Position = Measures.Twips(160) }),
                    SpacingBetweenLines = Space(before: 40),
                    // No indent at the end edge: LibreOffice prints nothing behind a tab that stands in one.
                    Indentation = new() { Left = Measures.Twips(6 * (level - 1)).ToString(CultureInfo.InvariantCulture) },
                });
        yield return Of(TableText, "Table Text", new() { SpacingBetweenLines = Space(20, 20) }, Size(theme, 14));
        yield return Of(
            TableHeading, "Table Heading",
            new() { KeepNext = new(), SpacingBetweenLines = Space(20, 20), Justification = Centre() },
            Size(theme, 14, bold: true));
        yield return Of(DenseTableText, "Dense Table Text", new() { SpacingBetweenLines = Space(10, 10) }, Size(theme, 14));
        yield return Of(
            DenseTableHeading, "Dense Table Heading",
            new() { KeepNext = new(), SpacingBetweenLines = Space(10, 10), Justification = Centre() },
            Size(theme, 14, bold: true));
        yield return Of(
            Spacer, "Spacer",
            new() { SpacingBetweenLines = new() { Before = "0", After = "0", Line = "120", LineRule = W.LineSpacingRuleValues.Exact } },
            Size(theme, 4));
        yield return Of(Signature, "Signature", new() { KeepLines = new(), Justification = Centre() });
        yield return Of(
            MemoTitle, "Memo Title",
            new()
            {
                KeepNext = new(), Justification = Centre(),
                SpacingBetweenLines = new() { Before = "150", After = "0", Line = "700", LineRule = W.LineSpacingRuleValues.Exact },
            },
            Size(theme, 29, bold: true));
        yield return Of(MemoLine, "Memo Line", new() { KeepNext = new(), KeepLines = new() });
        yield return Of(Header, "header", new() { SpacingBetweenLines = new() { Before = "0", After = AfterPageNumber }, Justification = Centre() });
        yield return Of(Footer, "footer", new() { Justification = Centre() }, Size(theme, 13));
        yield return ReportTable();
        yield return new W.Style(
            new W.StyleName { Val = "Hyperlink" }, new W.UIPriority { Val = 99 }, new W.UnhideWhenUsed(),
            new W.StyleRunProperties(new W.Color { Val = "0B4F9E" }, new W.Underline { Val = W.UnderlineValues.Single }))
        {
            Type = W.StyleValues.Character, StyleId = Hyperlink,
        };
    }

    private static W.Style Of(string id, string name, W.StyleParagraphProperties paragraph, W.StyleRunProperties? run = null, string? next = null)
    {
        var style = new W.Style
        {
            Type = W.StyleValues.Paragraph, StyleId = id, StyleName = new() { Val = name }, BasedOn = new() { Val = "Normal" },
            PrimaryStyle = new(), StyleParagraphProperties = paragraph,
        };
        if (name is "Key Figure" or Note or Notice or Figure or FigureCaptionName or "Table Text" or "Table Heading" or Spacer or "Memo Title" or "Memo Line")
            style.CustomStyle = true;
        if (next is not null) style.NextParagraphStyle = new() { Val = next };
        if (run is not null) style.StyleRunProperties = run;
        return style;
    }

    private static W.StyleRunProperties Size(Theme theme, double points, bool bold = false, bool italic = false)
    {
        var face = new W.StyleRunProperties
        {
            FontSize = new() { Val = theme.HalfPoints(points) }, FontSizeComplexScript = new() { Val = theme.HalfPoints(points) },
        };
        if (bold) (face.Bold, face.BoldComplexScript) = (new(), new());
        if (italic) (face.Italic, face.ItalicComplexScript) = (new(), new());
        return face;
    }

    private static W.SpacingBetweenLines Space(int before = 0, int after = 0) =>
        new() { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) };

    private static W.Justification Centre() => new() { Val = W.JustificationValues.Center };

    private static W.Justification Thai() => new() { Val = W.JustificationValues.ThaiDistribute };

    private static W.ParagraphBorders Frame() => new()
    {
        TopBorder = new() { Val = W.BorderValues.Single, Size = 8, Space = 4 },
        LeftBorder = new() { Val = W.BorderValues.Single, Size = 8, Space = 4 },
        BottomBorder = new() { Val = W.BorderValues.Single, Size = 8, Space = 4 },
        RightBorder = new() { Val = W.BorderValues.Single, Size = 8, Space = 4 },
    };

    private static W.Style PlainTable() => new(
        new W.StyleName { Val = "Normal Table" },
        new W.UIPriority { Val = 99 },
        new W.SemiHidden(),
        new W.UnhideWhenUsed(),
        new W.StyleTableProperties(new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa }, CellMargins()))
    { Type = W.StyleValues.Table, StyleId = "TableNormal", Default = true };

    private static W.Style ReportTable() => new(
        new W.StyleName { Val = "Report Table" },
        new W.BasedOn { Val = "TableNormal" },
        new W.StyleTableProperties(
            new W.TableBorders(
                new W.TopBorder { Val = W.BorderValues.Single, Size = 4 },
                new W.LeftBorder { Val = W.BorderValues.Single, Size = 4 },
                new W.BottomBorder { Val = W.BorderValues.Single, Size = 4 },
                new W.RightBorder { Val = W.BorderValues.Single, Size = 4 },
                new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = 4 },
                new W.InsideVerticalBorder { Val = W.BorderValues.Single, Size = 4 }),
            CellMargins()))
    { Type = W.StyleValues.Table, StyleId = Table, CustomStyle = true };

    private static W.TableCellMarginDefault CellMargins() => new(
        new W.TopMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellLeftMargin { Width = 85, Type = W.TableWidthValues.Dxa },
        new W.BottomMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellRightMargin { Width = 85, Type = W.TableWidthValues.Dxa });
}
