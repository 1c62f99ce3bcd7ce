using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>What the covering letter says that isn't in the rules.</summary>
/// <param name="Letter">Number and date that were reserved; <see langword="null"/> leaves dots to fill in.</param>
/// <param name="AsOf">Day the letter is composed on, for the file's properties.</param>
/// <param name="Choices">What was chosen, by id of the plan's open choice.</param>
/// <param name="Reported">Indicators that the report has a return on.</param>
/// <param name="Email">Address that the files go to, once somebody has confirmed it; <see langword="null"/> leaves dots.</param>
/// <param name="Code">Its QR code; <see langword="null"/> before it has a number.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record CoveringLetterContent(
    NumberedLetter? Letter, DateOnly AsOf, ImmutableDictionary<string, string> Choices, int Reported, string? Email, MarkedCode? Code, bool IsSample);

/// <summary>
/// หนังสือภายนอก that the report goes with, in the regulation's geometry. It is signed before anything is sent, so it never says that something
/// was.
/// </summary>
internal static class CoveringLetter
{
    /// <summary>The letter as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="content">What else it says.</param>
    public static ReportDocument Compose(AwardRules rules, CoveringLetterContent content) => OfficePaper.Of(
        rules, $"หนังสือนำส่ง {NumberedLetter.SubjectOf(rules).Thai}", content.AsOf, Blocks(rules, content), content.IsSample);

    private static IEnumerable<Block> Blocks(AwardRules rules, CoveringLetterContent content)
    {
        var (plan, framework, province) = (rules.Plan, rules.Framework, rules.Province.FullName);
        var subject = NumberedLetter.SubjectOf(rules).Thai;
        yield return new OutgoingHead(
            content.Letter?.Printed,
            [$"ศาลากลาง{province}", plan.OfficeAddress is { } address ? Printed.Prose(address) : Printed.ToFill],
            content.Letter is { Date: var date } ? ThaiDate.Long(date) : null,
            [
                new("เรื่อง", subject),
                new("เรียน", NumberedLetter.AddresseeOf(rules).Thai),
                new("อ้างถึง", OfficePaper.AskingLetter(rules, content.Choices)),
                new("สิ่งที่ส่งมาด้วย", $"{subject} จำนวน ๑ ชุด"),
            ]);
        yield return new Paragraph(
            $"ตามหนังสือที่อ้างถึง {framework.Authority.Thai}ขอให้จังหวัดรายงานผลการดำเนินการตามกรอบ{framework.Title.Thai} "
            + "ทางเอกสารและทางไปรษณีย์อิเล็กทรอนิกส์ ในรูปแบบไฟล์ Word และ .pdf "
            + $"ภายใน{ThaiDate.WithWeekday(framework.FinalDeadline.Date)} นั้น");
        yield return new Paragraph(
            $"{province}ได้รวบรวมผลการดำเนินงาน{Covered(framework.Indicators.Length, content.Reported)} "
            + $"จึงขอส่งรายงานตามสิ่งที่ส่งมาด้วย พร้อมทั้งขอส่งไฟล์ Word และ .pdf ทางไปรษณีย์อิเล็กทรอนิกส์ {content.Email ?? Printed.ToFill} อีกทางหนึ่ง");
        yield return new Paragraph("จึงเรียนมาเพื่อโปรดพิจารณา");
        yield return new SignatureBox([Signatures.Sending(plan)]) { Closing = "ขอแสดงความนับถือ" };
        string[] foot = [plan.Office.Thai, plan.Find(plan.Collector)!.Name.Thai, $"โทรศัพท์ {ThaiNumerals.ToThai(plan.Telephone ?? Printed.ToFill)}"];
        if (content.Code is { } code) yield return code.Beside(foot);
        else
            foreach (var line in foot) yield return new Paragraph(line) { Style = ParagraphStyle.Plain };
    }

    private static string Covered(int all, int reported) => reported >= all
        ? $"ทั้ง {Printed.Number(all)} ตัวชี้วัดเรียบร้อยแล้ว"
        : $" {Printed.Number(reported)} จาก {Printed.Number(all)} ตัวชี้วัดแล้ว";
}
