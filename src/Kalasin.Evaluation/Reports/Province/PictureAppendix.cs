using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>A picture as the report numbers it.</summary>
/// <param name="Number">ข-๑, ข-๒ …</param>
/// <param name="Picture">The picture.</param>
/// <param name="Indicator">Whose evidence names its file; <see langword="null"/> when none does.</param>
/// <param name="Title">What that evidence calls it, or its file name.</param>
internal sealed record NumberedPicture(string Number, ReportPicture Picture, IndicatorNumber? Indicator, string Title);

/// <summary>ภาคผนวก ข ภาพกิจกรรม: the pictures that came with the returns.</summary>
internal static class PictureAppendix
{
    private const double MostWide = 120;
    private const double MostHigh = 85;

    /// <summary>The pictures that can be printed, in the order of units, named by the evidence lists.</summary>
    public static ImmutableArray<NumberedPicture> Number(ImmutableArray<ReportPicture> pictures, ImmutableArray<Return> returns) =>
    [
        .. pictures.Where(p => DocumentWriters.CanPrint(p.Content.AsSpan())).Select((picture, i) =>
        {
            var (of, evidence) = returns.Where(r => r.Unit == picture.Unit).SelectMany(r => r.Evidence.Select(e => (Return: r, Evidence: e)))
                .FirstOrDefault(e => string.Equals(Path.GetFileName(e.Evidence.Location?.Trim()), picture.Name, StringComparison.OrdinalIgnoreCase));
            return new NumberedPicture($"ข-{CellText.Number(i + 1)}", picture, of?.Indicator, CellText.Prose(evidence is { Title.Length: > 0 } ? evidence.Title : picture.Name));
        }),
    ];

    public static IEnumerable<Block> Compose(ReportContent report)
    {
        yield return new Heading(1, "ภาคผนวก ข ภาพกิจกรรม") { PageBreakBefore = true };
        foreach (var picture in report.Pictures)
        {
            var words = $"{picture.Title} ({report.Cells.UnitShortName(picture.Picture.Unit)})";
            yield return new Figure(picture.Picture.Content, words) { Caption = $"ภาพ {picture.Number} {words}", WidthMillimetres = Width(picture.Picture.Content) };
        }
        var others = report.Circumstances.Pictures.Length - report.Pictures.Length + report.Circumstances.PicturesLeftOut;
        if (others > 0) yield return new Paragraph($"อีก {CellText.Number(others)} ภาพเก็บไว้กับต้นฉบับที่หน่วยงานส่ง เพราะแฟ้มมีขนาดใหญ่หรือพิมพ์ในเล่มไม่ได้");
        yield return new Paragraph("ภาพซึ่งมิได้ส่งเป็นแฟ้มภาพมากับรายงาน เก็บไว้กับหลักฐาน ตามบัญชีหลักฐานในส่วนที่ ๔");
    }

    private static double Width(ImmutableArray<byte> picture) =>
        PictureSize.Read(picture.AsSpan()) is { } size ? Math.Min(MostWide, MostHigh * size.Width / size.Height) : MostWide;
}
