using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ทะเบียนเต็ม: single values, what was explicitly nothing, and the register of each indicator.</summary>
internal static class RegisterAppendix
{
    public const string Anchor = "registers";

    /// <summary>Fewer rows stay on wide pages, where those before them stand: pages are not turned for half of one.</summary>
    private const int WorthTurning = 30;

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Appendix, "ทะเบียนข้อมูล", Runs(report))
    {
        Anchor = Anchor,
        Captions = CaptionNumbers.OfSections,
    };

    private static IEnumerable<PageRun> Runs(ReportContent report)
    {
        // What comes without a table stands with the table after it: it fills no page of its own before the pages turn.
        var (blocks, bare) = (new List<Block>(), new List<Block>());
        bool? wide = null;
        foreach (var score in report.Card.Scores)
        {
            var indicator = report.Rules.Framework[score.Indicator];
            var register = FullRegister.Of(report, indicator, score).ToList();
            var table = register.OfType<Table>().FirstOrDefault();
            if (table is not null)
            {
                var shape = IsWide(table, wide);
                if (wide is { } before && before != shape)
                {
                    yield return new(before, [.. blocks]);
                    blocks.Clear();
                }
                wide = shape;
                blocks.AddRange(bare);
                bare.Clear();
            }
            var into = table is null ? bare : blocks;
            into.Add(new Heading(2, $"ตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} : {indicator.ShortText.Thai}"));
            var facts = Facts(report, indicator).ToList();
            into.AddRange(facts);
            into.AddRange(register);
            if (register.Count == 0 && facts.Count == 0) into.Add(new Paragraph("ไม่มีรายการ"));
        }
        yield return new(wide ?? false, [.. blocks, .. bare]);
    }

    private static bool IsWide(Table table, bool? before) =>
        TurnedRegister.IsWide(table) || before == true && table.Rows.Length < WorthTurning;

    private static IEnumerable<Block> Facts(ReportContent report, Indicator indicator)
    {
        foreach (var r in report.ReturnsOn(indicator.Number))
        {
            foreach (var fact in indicator.Register.Facts)
                if (r.Facts.TryGetValue(fact.Id, out var value))
                    yield return Line($"{fact.Label.Thai}: {report.Printed.Of(value, fact)} ({report.Printed.UnitShortName(r.Unit)})");
            if (r.Status == ReturnStatus.Nil)
            {
                var reason = r.NilReason is { Length: > 0 } given ? $": {Printed.Prose(given)}" : "";
                yield return Line($"{report.Printed.UnitShortName(r.Unit)} รายงานว่าไม่มีเรื่อง{reason}");
            }
        }

        static Paragraph Line(string text) => new(text) { Style = ParagraphStyle.Plain };
    }
}
