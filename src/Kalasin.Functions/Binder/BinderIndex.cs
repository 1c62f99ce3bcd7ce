using System.Net;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Binder;

/// <summary>The index that people read: what is in the binder, what is not and why, and where evidence without a file is kept.</summary>
internal static class BinderIndex
{
    public const string Name = "00-สารบัญ.html";

    /// <summary>As many pieces of evidence as a table of the report lists.</summary>
    private const int MostRows = ReportContent.MostRows;

    private const string Style =
        "body{font:16px/1.5 'TH SarabunPSK',Sarabun,sans-serif;max-width:72em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.2em;margin:1.5em 0 .3em}"
        + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}th{background:#eee}"
        + "code{font:12px monospace;word-break:break-all}.bad{border:2px solid #b00;padding:.5em 1em}thead{display:table-header-group}tr{break-inside:avoid}";

    public static byte[] Of(OpenedRound round, BinderContents contents, IReadOnlyList<BinderLine> lines)
    {
        var html = new StringBuilder($"<!doctype html>\n<html lang=\"th\"><meta charset=\"utf-8\"><title>แฟ้มรวม {round.Id}</title><style>{Style}</style>\n");
        Head(html, round, contents, lines);
        Lacking(html, [.. lines.Where(l => l.Lack is not null)]);
        foreach (var folder in lines.Where(l => l.Lack is null).GroupBy(l => l.Path[..l.Path.IndexOf('/', StringComparison.Ordinal)]))
            Table(html, folder.Key, ["ไฟล์", "รายการ", "ขนาด (ไบต์)", "SHA-256"], folder.Select(l => (string[])
                [$"<a href=\"{Address(l.Path)}\">{Text(l.Path[(folder.Key.Length + 1)..])}</a>", Text(l.Title), ThaiNumerals.Format(l.Size), $"<code>{l.Hash}</code>"]));
        Table(html, "หลักฐานที่ไม่มีไฟล์ในนี้", ["รหัส", "รายการ", "หน่วยงาน", "ที่เก็บ"], contents.Evidence.Pieces.Where(p => p.Files.IsEmpty).Select(p => (string[])
            [$"<code>{p.Piece.Code}</code>", Text(p.Piece.Evidence.Title), Text(p.Piece.Unit.Name.Thai), Text(p.Piece.Evidence.Location ?? "หน่วยงานยังไม่ระบุ")]), MostRows);
        Table(html, "หลักฐานที่ไฟล์อยู่กับหลักฐานอื่น", ["รหัส", "รายการ", "ไฟล์อยู่ในโฟลเดอร์ของ"], contents.Evidence.Shared.Select(s => (string[])
            [$"<code>{s.Piece.Code}</code>", Text(s.Piece.Evidence.Title), string.Join(", ", s.With.Select(other => $"<code>{other.Code}</code>"))]), MostRows);
        Table(html, "การนำส่งที่ไม่นับ จึงไม่ได้บรรจุต้นฉบับ", ["ใบตอบรับเลขที่", "หน่วยงาน", "รับเมื่อ", "เหตุ"], contents.Evidence.LeftOut.Select(d => (string[])
            [
                ThaiNumerals.Format(d.Delivery.Receipt.Value), Text(round.Rules.Plan.Find(d.Delivery.Unit)?.Name.Thai ?? d.Delivery.Unit.Value),
                Text(BangkokTime.DateAndTime(d.Delivery.ReceivedAt).Thai), Text(d.Why),
            ]));
        return Encoding.UTF8.GetBytes(html.Append("</html>\n").ToString());
    }

    private static void Head(StringBuilder html, OpenedRound round, BinderContents contents, IReadOnlyList<BinderLine> lines)
    {
        var (rules, state) = (round.Rules, round.State);
        html.Append($"<h1>แฟ้มรวมของรอบการประเมิน {round.Id}</h1>\n<p>{Text(rules.Framework.Title.Thai)}<br>{Text(rules.Plan.Office.Thai)}<br>");
        if (contents.IsSample) html.Append("<strong>ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง</strong><br>");
        html.Append($"ข้อมูล ณ วันที่ {ThaiDate.Long(ResultsService.DayOf(round))} · {ThaiNumerals.Format(lines.Count(l => l.Lack is null))} ไฟล์ · "
            + $"เหตุการณ์ที่ {ThaiNumerals.Format(state.Sequence)} ลายนิ้วมือบันทึกของรอบ <code>{state.Head}</code></p>\n");
        html.Append("<p>ตรวจว่าไฟล์ครบและไม่ถูกแก้ไข: แตกไฟล์ เปิดโฟลเดอร์นี้ในเทอร์มินัล แล้วสั่ง <code>sha256sum -c SHA256SUMS</code> "
            + "(macOS: <code>shasum -a 256 -c SHA256SUMS</code>; Windows: <code>certutil -hashfile ชื่อไฟล์ SHA256</code> แล้วเทียบกับที่พิมพ์ไว้ข้างล่าง)</p>\n");
    }

    private static void Lacking(StringBuilder html, IReadOnlyList<BinderLine> lines)
    {
        if (lines.Count == 0) return;
        html.Append("<div class=\"bad\"><h2>ไฟล์ที่ขาด</h2><ul>\n");
        foreach (var line in lines)
            html.Append($"<li>{Text(line.Path)} ({Text(line.Title)}): {Text(line.Lack!.ToString(Language.Thai))} <code>{line.Lack.Code}</code></li>\n");
        html.Append("</ul></div>\n");
    }

    /// <param name="rows">Cells as HTML.</param>
    /// <param name="most">How many are listed; of the others their number is said.</param>
    private static void Table(StringBuilder html, string title, string[] heads, IEnumerable<string[]> rows, int most = int.MaxValue)
    {
        var (body, left) = (new List<string[]>(), 0);
        foreach (var row in rows)
            if (body.Count < most) body.Add(row);
            else left++;
        if (body.Count == 0) return;
        html.Append($"<h2>{Text(title)}</h2>\n<table><thead><tr>{string.Concat(heads.Select(h => $"<th scope=\"col\">{h}</th>"))}</tr></thead>\n");
        foreach (var row in body) html.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>\n");
        if (left > 0) html.Append($"<tr><td colspan=\"{heads.Length}\">และอีก {ThaiNumerals.Format(left)} รายการ ซึ่งเก็บไว้ในไฟล์ต้นฉบับ</td></tr>\n");
        html.Append("</table>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
