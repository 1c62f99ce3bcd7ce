using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Inspection;

/// <summary>แบบตรวจประเมินในพื้นที่: what was reported, and room for what inspectors see and certify.</summary>
internal static class AssessmentForm
{
    private const string Title = "แบบตรวจประเมินในพื้นที่", Tick = "(\u00A0\u00A0\u00A0)", Dots = "..............................";

    /// <summary>The form as a document: the sheet that is signed, then the evidence of each indicator piece by piece.</summary>
    public static ReportDocument Compose(InspectionContent content) => content.Paper(
        Title, [.. content.Entrants.Select(entrant => Pages(content, Sheet(content, entrant))), .. Checks(content)]);

    private static Section Pages(InspectionContent content, IEnumerable<Block> blocks) =>
        new([.. blocks]) { Landscape = true, Margins = new(20, 15, 17, 20), Footer = content.Footer };

    private static IEnumerable<Block> Sheet(InspectionContent content, ReportContent entrant)
    {
        foreach (var block in content.Head(Title)) yield return block;
        yield return new Paragraph($"ผู้รับการประเมิน {entrant.Card.EntrantName.Thai}     วันที่ตรวจ {Dots}     สถานที่ {Dots}{Dots}") { Style = ParagraphStyle.Plain };
        yield return new Table(
            [new(3.6), new(2.7), new(2.3), new(2.6), new(1.3), new(4.2)],
            [TableRow.Of("ตัวชี้วัด", "ผลที่รายงาน", "หลักฐานที่เห็น", "ผลที่ผู้ตรวจรับรอง", "คะแนน", "ข้อเสนอแนะ")],
            [.. entrant.Card.Scores.Select(score => Row(content, entrant, score))])
        {
            Summary = Title,
        };
        yield return new SignatureBox([.. Enumerable.Range(1, 3).Select(n => new Signer("", null, $"ผู้ตรวจประเมินคนที่ {Printed.Number(n)}"))]) { IsDated = true };
        yield return new SignatureBox([new("", null, $"ผู้รับการตรวจประเมิน {content.Rules.Plan.Office.Thai}")]) { IsDated = true };
    }

    private static TableRow Row(InspectionContent content, ReportContent entrant, Score score)
    {
        var indicator = content.Rules.Framework[score.Indicator];
        var evidence = entrant.ReturnsOn(indicator.Number).Sum(r => r.Evidence.Length);
        return new(
        [
            new($"{Printed.Indicator(indicator.Number)}. {indicator.ShortText.Thai}") { RowHeader = true },
            new(Reported(entrant, indicator, score)),
            new([$"ตามบัญชี {Printed.Number(evidence)} รายการ", new LineBreak(), $"{Tick} มี  {Tick} ไม่มี", new LineBreak(), $"{Tick} ไม่ตรง"]),
            new(""), new(""), new(""),
        ]);
    }

    /// <summary>The value as the report prints it, with the numbers it is made of.</summary>
    private static ImmutableArray<Inline> Reported(ReportContent entrant, Indicator indicator, Score score)
    {
        var (measured, printed) = (score.Measurement, entrant.ValueOf(indicator, score));
        if (measured is not { State: MeasurementState.Measured, Value: { } value } || !entrant.ShowsLevel(indicator)) return [printed];
        var shown = ScoreDisplay.Value(indicator, value).Thai;
        return measured is { Numerator: { } counted, Denominator: { } all }
            ? [shown, new LineBreak(), $"({ThaiNumerals.Number(counted, 0).Thai} จาก {ThaiNumerals.Number(all, 0).Thai})"]
            : [shown];
    }

    private static IEnumerable<Section> Checks(InspectionContent content)
    {
        if (content.Evidence.IsEmpty) yield break;
        yield return Pages(content, [new Heading(1, "รายการตรวจหลักฐาน") { Alignment = Alignment.Center }, .. content.Evidence.GroupBy(p => p.Indicator.Number).SelectMany(Check), .. Rest(content)]);
    }

    private static IEnumerable<Block> Rest(InspectionContent content)
    {
        if (content.EvidenceCount > content.Evidence.Length)
            yield return new Paragraph($"และอีก {Printed.Number(content.EvidenceCount - content.Evidence.Length)} รายการ ซึ่งเก็บไว้ในไฟล์ต้นฉบับ") { Style = ParagraphStyle.Note };
    }

    private static IEnumerable<Block> Check(IGrouping<IndicatorNumber, EvidencePiece> pieces)
    {
        yield return new Heading(2, $"ตัวชี้วัดที่ {Printed.Indicator(pieces.Key)} {pieces.First().Indicator.ShortText.Thai}");
        yield return new Table(
            [new(2), new(6.5), new(3), new(1.1, Alignment.Center), new(1.1, Alignment.Center), new(1.1, Alignment.Center), new(4)],
            [TableRow.Of("รหัส", "รายการ", "หน่วยงาน", "มี", "ไม่มี", "ไม่ตรง", "บันทึกของผู้ตรวจ")],
            [.. pieces.Select(p => IndicatorTables.Row(
                EvidencePart.CodeOf(p), EvidencePart.TitleOf(p), p.Unit.ShortName.Thai, Tick, Tick, Tick, ""))])
        {
            Dense = true, Summary = $"หลักฐานของตัวชี้วัดที่ {Printed.Indicator(pieces.Key)}",
        };
    }
}
