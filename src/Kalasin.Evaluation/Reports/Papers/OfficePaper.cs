using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>What the papers of a season have in common.</summary>
internal static class OfficePaper
{
    public const string Sample = "ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง";

    /// <summary>A paper of the office. That it is of sample data stands at the foot, where it moves nothing that the regulation places.</summary>
    public static ReportDocument Of(AwardRules rules, string title, DateOnly asOf, IEnumerable<Block> blocks, bool isSample) =>
        Of(rules, title, asOf, [.. blocks], isSample);

    private static ReportDocument Of(AwardRules rules, string title, DateOnly asOf, ImmutableArray<Block> blocks, bool isSample) => new(
        title, asOf,
        [
            new(blocks)
            {
                Margins = blocks[0] is Letterhead or OutgoingHead ? Margins.UnderEmblem : Margins.Official,
                Footer = isSample ? [new Run(Sample) { Bold = true }] : [],
            },
        ])
    {
        Author = rules.Plan.Office.Thai,
        Subject = title,
        Lexicon =
        [
            .. rules.Plan.Units.Select(u => u.Name.Thai), rules.Plan.Office.Thai, rules.Framework.Authority.Thai, .. AwardName.In(rules.Framework.Title.Thai),
            "ลงวันที่", .. ThaiDate.Weekdays.Select(day => $"วัน{day}ที่"),
        ],
    };

    /// <summary>Head of a memo of the unit that compiles the round.</summary>
    public static Letterhead Memo(AwardRules rules, MemoMark mark, string subject, string addressee) => new(
        $"{rules.Plan.Office.Thai} ({rules.Plan.Find(rules.Plan.Collector)!.Name.Thai})"
            + (rules.Plan.Telephone is { Length: > 0 } telephone ? $" โทร.\u00A0{ThaiNumerals.ToThai(telephone).Replace(' ', '\u00A0')}" : ""),
        mark.Number is { } number ? ThaiNumerals.ToThai(number) : null, ThaiDate.Long(mark.Date), subject, addressee);

    /// <summary>ตามหนังสือ ที่ …: the memo by which the office asked its units, before what it asked for; within one office its name goes without saying.</summary>
    public static string ByMemo(RoundPlan plan) => plan.AskedBy is { } source ? $"ตาม{Printed.Prose(source)} " : "";

    /// <summary>The letter in which the giver of the award asks for the report; what it leaves open as it was chosen, or as it is printed until then.</summary>
    public static string AskingLetter(AwardRules rules, IReadOnlyDictionary<string, string> choices) =>
        rules.Framework.FinalDeadline.Source is { IsAssumed: false, Citation: { } citation }
            ? $"หนังสือ{Printed.Prose(OpenWording.Of(rules.Plan, choices, citation))}"
            : $"หนังสือ{rules.Framework.Authority.Thai} {Printed.ToFill}";

    /// <summary>Whoever writes memos for the coordinator.</summary>
    public static Signer Compiler(RoundPlan plan) => Signatures.Certifying(plan).FirstOrDefault() is { } compiler
        ? compiler with { Role = "" }
        : new("", null, plan.Find(plan.Collector)!.Name.Thai);
}

/// <summary>Number and date of a memo.</summary>
/// <param name="Number">ที่; <see langword="null"/> leaves dots to fill in.</param>
/// <param name="Date">วันที่.</param>
internal sealed record MemoMark(string? Number, DateOnly Date);
