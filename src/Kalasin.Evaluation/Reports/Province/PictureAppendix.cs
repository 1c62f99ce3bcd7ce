using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>A picture that is printed.</summary>
/// <param name="Anchor">Where it stands.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Indicator">On what a return names its file; <see langword="null"/> when none does.</param>
/// <param name="Title">Activity, place and day; a file name says nothing to a reader.</param>
internal sealed record PrintedPicture(string Anchor, ReportPicture Picture, IndicatorNumber? Indicator, string Title);

/// <summary>ภาพกิจกรรม: the pictures that came with the returns.</summary>
internal static class PictureAppendix
{
    public const string Anchor = "pictures";

    private const double MostWide = 120;
    private const double MostHigh = 85;

    /// <summary>The pictures that can be printed, in the order of units, named by what names their files.</summary>
    public static ImmutableArray<PrintedPicture> Printable(AwardRules rules, ImmutableArray<ReportPicture> pictures, ImmutableArray<Return> returns)
    {
        var printable = pictures.Where(p => DocumentWriters.CanPrint(p.Content.AsSpan())).ToList();
        var names = PictureName.Of(rules, printable, returns);
        return
        [
            .. printable.Select((picture, i) =>
            {
                var named = names.GetValueOrDefault((picture.Unit, EvidencePiece.NameOf(picture.Name)));
                return new PrintedPicture($"picture-{i + 1}", picture, named?.Indicator, named?.Words ?? "ภาพกิจกรรมที่ส่งมากับรายงาน");
            }),
        ];
    }

    /// <summary>What is listed is a picture, by what it is called or by the name of its file.</summary>
    public static bool IsPicture(Evidence evidence) =>
        evidence.Title.Contains("ภาพ", StringComparison.Ordinal)
        || Path.GetExtension(evidence.Location?.Trim())?.ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".heic";

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Appendix, "ภาพกิจกรรม", Blocks(report)) { Anchor = Anchor };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        foreach (var row in PictureRows.Of(report.Pictures.Select(p => FigureOf(p, report)))) yield return row;
        var others = report.Circumstances.Pictures.Length - report.Pictures.Length + report.Circumstances.PicturesLeftOut;
        if (others > 0) yield return new Paragraph($"อีก {Printed.Number(others)} ภาพเก็บไว้กับต้นฉบับที่หน่วยงานส่ง เพราะไฟล์มีขนาดใหญ่หรือพิมพ์ในเล่มไม่ได้");
        yield return new Paragraph(["ภาพซึ่งมิได้ส่งเป็นไฟล์ภาพมากับรายงาน เก็บไว้กับหลักฐาน ", .. EvidencePart.AsListed]);
    }

    private static Figure FigureOf(PrintedPicture picture, ReportContent report)
    {
        var words = $"{picture.Title} ({report.Printed.UnitName(picture.Picture.Unit)})";
        return new(picture.Picture.Content, words) { Caption = words, Anchor = picture.Anchor, WidthMillimetres = Width(picture.Picture.Content) };
    }

    private static double Width(ImmutableArray<byte> picture) =>
        PictureSize.Read(picture.AsSpan()) is { } size ? Math.Min(MostWide, MostHigh * size.Width / size.Height) : MostWide;
}
