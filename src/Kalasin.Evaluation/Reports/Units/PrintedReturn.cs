using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>
/// แบบรายงาน: the return of one unit on one indicator as it is printed, signed and kept, in the eleven parts of the form that the unit fills in.
/// A hyphen says that there is nothing, dots that something is to be filled in by hand.
/// </summary>
internal static class PrintedReturn
{
    private static readonly Signer Reporter = By("ผู้รายงาน"), Checker = By("ผู้ตรวจสอบ"), Chief = By("หัวหน้าหน่วยงาน");

    /// <summary>Returns of one unit in one document, each beginning on a page of its own.</summary>
    /// <param name="returns">At least one, all of one unit.</param>
    public static ReportDocument Compose(ImmutableArray<PrintedReturnContent> returns)
    {
        var first = returns[0];
        var about = returns.Length == 1 ? $"ตัวชี้วัดที่ {Printed.Indicator(first.Indicator.Number)} " : "";
        return new($"แบบรายงานผลการดำเนินงาน {about}{first.Unit.Name.Thai}", first.AsOf, [.. returns.SelectMany(Sections)])
        {
            Author = first.Rules.Plan.Office.Thai,
            Subject = "แบบรายงานผลการดำเนินงาน",
            Lexicon = LexiconOf(first.Rules),
        };
    }

    /// <summary>The pages of one return.</summary>
    public static IEnumerable<Section> Sections(PrintedReturnContent content)
    {
        ImmutableArray<Block> head = [.. ReturnHead.Of(content)];
        ImmutableArray<Block> register = [.. Results(content), Head(FormPart.Register), .. ReturnRegister.Of(content)];
        ImmutableArray<Block> after =
        [
            Head(FormPart.Calculation), .. ReturnFigures.Of(content), .. Words(content), .. ReturnEvidence.Of(content), .. ReturnPictures.Of(content), .. Certification(content),
        ];
        // Pages turn for a wide register with what it is about, and back for what is read.
        return register.OfType<Table>().Any(TurnedRegister.IsWide)
            ? [Pages(content, head), Pages(content, register) with { Landscape = true }, Pages(content, after)]
            : [Pages(content, [.. head, .. register, .. after])];
    }

    /// <summary>The heading of a part, as the form that is filled in has it.</summary>
    public static Heading Head(FormPart part) => new(2, FormLayout.LabelOf(part));

    /// <summary>Names that lines don't break inside of.</summary>
    public static ImmutableArray<string> LexiconOf(AwardRules rules) =>
        [.. rules.Plan.Units.Select(u => u.Name.Thai), rules.Plan.Office.Thai, rules.Framework.Authority.Thai, .. AwardName.In(rules.Framework.Title.Thai), .. rules.Province.Districts.Select(d => d.Name)];

    private static Section Pages(PrintedReturnContent content, ImmutableArray<Block> blocks) => new(blocks)
    {
        Header = content.IsSample ? [new Run(OfficePaper.Sample) { Bold = true }] : [],
        Footer = [new Run($"แบบรายงาน {content.Code} · {content.Unit.ShortName.Thai} · พิมพ์จากข้อมูล ณ วันที่ {ThaiDate.Short(content.AsOf)}")],
    };

    private static IEnumerable<Block> Results(PrintedReturnContent content)
    {
        yield return Head(FormPart.Results);
        yield return new Paragraph(content.Said(n => n.Results));
        var facts = content.Indicator.Register.Facts;
        if (facts.IsEmpty) yield break;
        yield return new Heading(3, FormLayout.LabelOf(FormPart.Facts));
        foreach (var fact in facts)
            yield return new Paragraph([
                new Run($"{fact.Label.Thai}: ") { Bold = true },
                content.Reported?.Return.Facts.GetValueOrDefault(fact.Id) is { } value ? content.Printed.Of(value, fact) : Printed.ToFill,
            ]) { Style = ParagraphStyle.Plain };
    }

    private static IEnumerable<Block> Words(PrintedReturnContent content)
    {
        yield return Head(FormPart.SuccessFactors);
        yield return new Paragraph(content.Said(n => n.SuccessFactors));
        yield return Head(FormPart.Obstacles);
        yield return new Paragraph(content.Said(n => n.Obstacles));
        yield return Head(FormPart.Suggestions);
        yield return new Paragraph(content.Said(n => n.Suggestions));
    }

    private static IEnumerable<Block> Certification(PrintedReturnContent content)
    {
        yield return Head(FormPart.Certification);
        yield return new Paragraph("ขอรับรองว่าข้อมูลข้างต้นถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน") { KeepWithNext = true };
        var marked = content.Reported is not null;
        yield return new SignatureBox([Reporter, Checker]) { IsDated = true, KeepWithNext = true };
        yield return new SignatureBox([Chief]) { IsDated = true, KeepWithNext = marked };
        if (content.Reported is { Version: var version, Code: var code })
            yield return code.Beside(
                $"รหัสชุดข้อมูล {content.Code} ฉบับที่ {Printed.Number(version.Version)} ใบตอบรับข้อมูล เลขที่ {Printed.Number(version.Receipt.Value)}",
                $"ลายนิ้วมือข้อมูล {version.Content.ToString()[..16]}",
                "เมื่อลงนามแล้ว โปรดสแกนทั้งฉบับเป็น PDF ให้เห็นคิวอาร์โค้ด แล้วส่งทางหน้าของหน่วยงาน");
    }

    private static Signer By(string role) => new(role, null, $"ตำแหน่ง {Printed.ToFill}");
}
