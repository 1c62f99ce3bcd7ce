using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// What units wrote around their figures, once for what several wrote in the same words: a paragraph each, or a table where they are many.
/// Units are named where several report.
/// </summary>
/// <param name="report">The report.</param>
/// <param name="returns">Whose texts.</param>
internal sealed class Narratives(ReportContent report, ImmutableArray<Return> returns)
{
    /// <summary>Texts of more units stand in a table.</summary>
    private const int MostParagraphs = 4;

    private bool AreNamed => returns.Length > 1;

    /// <summary>One text of each unit; a dash where nobody wrote any.</summary>
    /// <param name="what">What it is, for the head of a table.</param>
    /// <param name="text">Of a return.</param>
    public IEnumerable<Block> Of(string what, Func<Narrative, string> text) => Blocks([what], [text]);

    /// <summary>Obstacles, and beside them what is proposed.</summary>
    public IEnumerable<Block> ObstaclesAndProposals() =>
        Blocks(["ปัญหา อุปสรรค", "แนวทางแก้ไขหรือข้อเสนอแนะ"], [n => n.Obstacles, n => n.Suggestions == n.Obstacles ? "" : n.Suggestions]);

    /// <summary>A text as it is printed of a unit whose name stands beside it.</summary>
    public static string Beside(string name, string text) =>
        Printed.Prose(text.StartsWith(name, StringComparison.Ordinal) ? text[name.Length..].TrimStart() : text);

    private IEnumerable<Block> Blocks(ImmutableArray<string> heads, ImmutableArray<Func<Narrative, string>> texts)
    {
        var said = returns.Select(r => (Name: report.Printed.UnitShortName(r.Unit), Texts: Said(r, texts))).Where(r => r.Texts.Length > 0)
            .GroupBy(r => string.Join('\0', r.Texts), StringComparer.Ordinal)
            .Select(same => (Names: string.Join(", ", same.Select(r => r.Name)), same.First().Texts)).ToList();
        if (said.Count == 0) return [new Paragraph(Printed.None)];
        if (said.Count <= MostParagraphs) return said.SelectMany(s => Paragraphs(s.Names, s.Texts));
        var columns = heads.Select((_, i) => new TableColumn(said.Max(s => s.Texts[i].Length) == 0 ? 1 : 4));
        return
        [
            new Table([new(1.6), .. columns], [TableRow.Of(["หน่วยงาน", .. heads])],
                [.. said.Select(s => IndicatorTables.Row(s.Names, [.. s.Texts.Select(t => t.Length == 0 ? Printed.None : t)]))])
            {
                Summary = $"{string.Join(" ", heads)} ของหน่วยงาน {Printed.Number(said.Count)} กลุ่มที่รายงานต่างกัน",
            },
        ];
    }

    /// <summary>Texts of a return as they are printed; none where all are empty.</summary>
    private string[] Said(Return r, ImmutableArray<Func<Narrative, string>> texts)
    {
        var said = new string[texts.Length];
        var isSilent = true;
        for (var i = 0; i < texts.Length; i++)
        {
            var text = texts[i](r.Narrative).Trim();
            isSilent &= text.Length == 0;
            said[i] = AreNamed ? Beside(report.Printed.UnitShortName(r.Unit), text) : Printed.Prose(text);
        }
        return isSilent ? [] : said;
    }

    private IEnumerable<Block> Paragraphs(string names, string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0) continue;
            var label = i == 0 ? (AreNamed ? names : "") : "ข้อเสนอแนะ";
            yield return new Paragraph(label.Length == 0 ? [new Run(texts[i])] : [new Run(label + " ") { Bold = true }, new Run(texts[i])]);
        }
    }
}
