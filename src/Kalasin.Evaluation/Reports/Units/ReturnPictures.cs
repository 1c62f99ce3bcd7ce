using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>ภาพกิจกรรม: the pictures that the evidence list names, two to four of an activity, with what, where and when from the row they prove.</summary>
internal static class ReturnPictures
{
    private const int MostOfActivity = 4;
    private const double MostWide = 110;
    private const double MostHigh = 75;

    public static IEnumerable<Block> Of(PrintedReturnContent content)
    {
        yield return PrintedReturn.Head(FormPart.Pictures);
        if (content.Reported is not { } reported)
        {
            yield return new Paragraph("แนบภาพ ๒–๔ ภาพต่อกิจกรรม พร้อมคำบรรยาย: กิจกรรม สถานที่ วันที่");
            yield break;
        }
        var (named, other) = Sorted(content, reported);
        var number = 0;
        foreach (var activity in named.GroupBy(p => CaptionOf(content, reported.Return, p.Evidence)))
        {
            var shown = activity.Take(MostOfActivity).Select(p => FigureOf(p.Picture, $"ภาพที่ {Printed.Number(++number)} {activity.Key}")).ToList();
            foreach (var row in PictureRows.Of(shown)) yield return row;
            if (activity.Count() is > MostOfActivity and var all)
                yield return new Paragraph($"{activity.Key}: อีก {Printed.Number(all - MostOfActivity)} ภาพเก็บไว้กับต้นฉบับ") { Style = ParagraphStyle.Note };
        }
        if (number == 0 && other == 0) yield return new Paragraph(Printed.None);
        if (other > 0)
            yield return new Paragraph(
                $"หน่วยงานส่งภาพอื่นมาอีก {Printed.Number(other)} ภาพ ซึ่งเก็บไว้กับต้นฉบับ หากต้องการให้พิมพ์ในแบบนี้ โปรดระบุชื่อไฟล์ภาพ JPG หรือ PNG ในบัญชีหลักฐาน")
            {
                Style = ParagraphStyle.Note,
            };
    }

    private static Figure FigureOf(ReportPicture picture, string caption) =>
        new(picture.Content, caption) { Caption = caption, WidthMillimetres = Width(picture.Content) };

    private static (ImmutableArray<(Evidence Evidence, ReportPicture Picture)> Named, int Other) Sorted(PrintedReturnContent content, ReportedReturn reported)
    {
        var byName = new Dictionary<string, Evidence>(StringComparer.OrdinalIgnoreCase);
        foreach (var evidence in reported.Return.Evidence)
            foreach (var name in new EvidencePiece(content.Indicator, content.Unit, evidence).FileNames) byName.TryAdd(name, evidence);
        var named = reported.Pictures.Where(p => DocumentWriters.CanPrint(p.Content.AsSpan()))
            .Select(p => (Evidence: byName.GetValueOrDefault(EvidencePiece.NameOf(p.Name)), Picture: p)).Where(p => p.Evidence is not null)
            .Select(p => (p.Evidence!, p.Picture)).ToImmutableArray();
        return (named, reported.Pictures.Length - named.Length);
    }

    /// <summary>What tells the row apart that the evidence proves: its activity, its place and its day; what the evidence is called where it proves none or several.</summary>
    private static string CaptionOf(PrintedReturnContent content, Return reported, Evidence evidence)
    {
        if (RowOf(reported, evidence) is not { } row) return Titled(evidence);
        var words = content.Indicator.Register.Key.Select(id => content.Indicator.Register.Find(id)!).Where(c => row[c.Id] is not null and not UnreadValue)
            .OrderBy(c => c.Type == ColumnType.Date).Select(c => (c.Type == ColumnType.Date ? "วันที่ " : "") + content.Printed.Of(row[c.Id], c));
        return string.Join(' ', words) is { Length: > 0 } caption ? caption : Titled(evidence);
    }

    private static string Titled(Evidence evidence)
    {
        var title = evidence.Title.Length > 0 ? Printed.Prose(evidence.Title) : "ภาพกิจกรรม";
        return evidence.Date is { } date ? $"{title} วันที่ {ThaiDate.Short(date)}" : title;
    }

    private static RegisterRow? RowOf(Return reported, Evidence evidence) =>
        int.TryParse(ThaiNumerals.ToArabic(evidence.Rows?.Trim() ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? reported.Rows.FirstOrDefault(r => r.Number == number) : null;

    private static double Width(ImmutableArray<byte> picture) =>
        PictureSize.Read(picture.AsSpan()) is { } size ? Math.Min(MostWide, MostHigh * size.Width / size.Height) : MostWide;
}
