using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Inspection;

/// <summary>ผลการให้คะแนนของคณะกรรมการ: what each judge gave each entrant, what the mean leaves out, the mean and the place by it.</summary>
internal static class CommitteeResult
{
    public const string Title = "ผลการให้คะแนนของคณะกรรมการ";

    private const string Left = "คะแนนในวงเล็บเป็นคะแนนสูงสุดหรือต่ำสุดที่ตัดออกตามเกณฑ์ และไม่นำมาเฉลี่ย";

    /// <summary>The paper; <see langword="null"/> where judges score nothing.</summary>
    public static ReportDocument? Compose(InspectionContent content) => Committee.Of(content.Rules) is { } committee
        ? content.Paper(Title, new Section([.. Blocks(content, committee)]) { Landscape = true, Margins = new(20, 15, 17, 20), Footer = content.Footer })
        : null;

    private static IEnumerable<Block> Blocks(InspectionContent content, Committee committee)
    {
        foreach (var block in content.Head(Title)) yield return block;
        foreach (var of in committee.Indicators)
            foreach (var block in Scored(content, committee, of)) yield return block;
        yield return new SignatureBox([new("", null, "ประธานกรรมการ"), new("", null, "กรรมการ"), new("", null, "กรรมการและเลขานุการ")]) { IsDated = true };
    }

    private static IEnumerable<Block> Scored(InspectionContent content, Committee committee, JudgedIndicator of)
    {
        yield return new Heading(2, $"ตัวชี้วัดที่ {Printed.Indicator(of.Number)} {ThaiNumerals.ToThaiInProse(of.Indicator.ShortText.Thai)}");
        ImmutableArray<Given> all = [.. committee.Entrants.Where(u => committee.Scores(u.Code, of.Number)).Select(u => Given.Of(content, of, u))];
        ImmutableArray<string> judges = [.. all.SelectMany(g => g.Scores.Keys).Distinct(StringComparer.Ordinal).OrderBy(j => j.Length).ThenBy(j => j, StringComparer.Ordinal)];
        if (judges.IsEmpty)
        {
            yield return new Paragraph("ยังไม่ได้บันทึกคะแนนของกรรมการ") { Style = ParagraphStyle.Plain };
            yield break;
        }
        var shown = judges.Take(Committee.MostJudges).ToImmutableArray();
        yield return new Table(
            [new(1.1, Alignment.Center), new(4), .. shown.Select(_ => new TableColumn(1.3, Alignment.End)), new(1.4, Alignment.End)],
            [TableRow.Of(["ลำดับที่", "ผู้รับการประเมิน", .. shown.Select(ThaiNumerals.ToThaiInProse), "เฉลี่ย"])],
            [.. Placed(all).Take(ReportContent.MostRows).Select(p => Row(committee, shown, p.Place, p.Given)), .. ReportContent.Rest(all.Length, shown.Length + 3)])
        {
            Dense = true, Summary = $"คะแนนของกรรมการแต่ละคน ตัวชี้วัดที่ {Printed.Indicator(of.Number)}",
        };
        if (all.Any(g => !g.Left.IsEmpty)) yield return new Paragraph(Left) { Style = ParagraphStyle.Note };
        if (judges.Length > shown.Length)
            yield return new Paragraph($"แสดงกรรมการ {Printed.Number(shown.Length)} คน จาก {Printed.Number(judges.Length)} คน") { Style = ParagraphStyle.Note };
    }

    private static TableRow Row(Committee committee, ImmutableArray<string> judges, int? place, Given given) => new(
    [
        new(place is { } one ? Printed.Number(one) : Printed.None), new(committee.NameOf(given.Entrant).Thai) { RowHeader = true },
        .. judges.Select(judge => new TableCell(given.Scores.TryGetValue(judge, out var score)
            ? given.Left.Contains(judge) ? $"({ThaiNumerals.Exact(score).Thai})" : ThaiNumerals.Exact(score).Thai
            : Printed.None)),
        new(given.Mean is { } mean ? ThaiNumerals.Format(mean, 2) : Printed.None),
    ]);

    /// <summary>By the exact mean, highest first; equal ones share a place and the next are skipped. Who has no mean stands last, without one.</summary>
    private static IEnumerable<(int? Place, Given Given)> Placed(ImmutableArray<Given> all)
    {
        var ordered = all.OrderBy(g => g.Mean is null).ThenByDescending(g => g.Mean).ToList();
        int? place = null;
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Mean is not { } mean) place = null;
            else if (i == 0 || ordered[i - 1].Mean != mean) place = i + 1;
            yield return (place, ordered[i]);
        }
    }

    /// <summary>What an entrant was given on an indicator.</summary>
    /// <param name="Entrant">Who.</param>
    /// <param name="Scores">By judge, as the register names them.</param>
    /// <param name="Left">Judges whose score the mean leaves out.</param>
    /// <param name="Mean">The mean; <see langword="null"/> where there is none.</param>
    private sealed record Given(ReportingUnit Entrant, ImmutableSortedDictionary<string, decimal> Scores, ImmutableHashSet<string> Left, decimal? Mean)
    {
        public static Given Of(InspectionContent content, JudgedIndicator of, ReportingUnit entrant)
        {
            var card = content.Cards.FirstOrDefault(c => c.Entrant == entrant.Code.Value) ?? (content.Rules.Framework.Entrant == EntrantKind.Province ? content.Cards.FirstOrDefault() : null);
            var measured = card?.Scores.FirstOrDefault(s => s.Indicator == of.Number)?.Measurement;
            var rows = content.Returns.Where(r => r.Unit == entrant.Code && r.Indicator == of.Number).SelectMany(r => r.Rows);
            var scores = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
            foreach (var row in rows)
                if (JudgeOf(of, row) is { } judge && row[of.Score.Id] is NumberValue number) scores[judge] = number.Number;
            return new(
                entrant, scores.ToImmutable(), [.. (measured?.Excluded ?? []).Where(x => x.Why == ExclusionReason.Trimmed).Select(x => JudgeOf(of, x.Row.Row)).OfType<string>()], measured?.Value);
        }

        private static string? JudgeOf(JudgedIndicator of, RegisterRow row) => (row[of.Judge.Id] as TextValue)?.Text;
    }
}
