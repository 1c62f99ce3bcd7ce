using System.Collections.Immutable;
using System.Text;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>What is particular about a mail; everything else is the same in all of them.</summary>
/// <param name="To">Whom it addresses: an office or a position, never a person.</param>
/// <param name="About">เรื่อง.</param>
/// <param name="Paragraphs">In order; of a text that only one language needs, the other is empty.</param>
internal sealed record MailDraft(BilingualText To, BilingualText About, ImmutableArray<BilingualText> Paragraphs)
{
    public const string ForInformation = "จึงเรียนมาเพื่อโปรดทราบ";
    public const string ForAction = "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ";
    public const string ForConsideration = "จึงเรียนมาเพื่อโปรดพิจารณา";

    private const string Sample = "ข้อมูลตัวอย่าง";

    /// <summary>The line that mail programs show. Default: the Thai <see cref="About"/>.</summary>
    public string? Subject { get; init; }

    /// <summary>What the reader is asked for in the end.</summary>
    public string Closing { get; init; } = ForInformation;

    /// <summary>Nobody looked at it before it left. Default: so it is.</summary>
    public bool IsAutomatic { get; init; } = true;

    /// <summary>Parts of the text for LINE, the most important first; what doesn't fit is left out from the end. Default: there is none.</summary>
    public ImmutableArray<string> LineParts { get; init; } = [];

    /// <summary>The mail.</summary>
    /// <param name="rules">Rules of its round.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public MailText Write(AwardRules rules, bool isSample)
    {
        var (plan, title) = (rules.Plan, rules.Framework.Title);
        var text = new StringBuilder();
        if (isSample) Line($"{Sample} มิใช่ผลการดำเนินงานจริง / Sample data, not real results", "");
        Line($"เรียน {To.Thai}", "", $"เรื่อง {About.Thai}");
        if (!About.Thai.Contains(title.Thai, StringComparison.Ordinal)) Line(title.Thai);
        Line("");
        foreach (var paragraph in Paragraphs)
            if (paragraph.Thai.Length > 0) Line(paragraph.Thai, "");
        Line(Closing, "", plan.Office.Thai, IsAutomatic ? $"ข้อความนี้ระบบจัดทำโดยอัตโนมัติ รอบ {plan.Id}" : $"รอบ {plan.Id}", "", "----", "");
        Line($"To {To.English}", "", About.English);
        if (!About.English.Contains(title.English, StringComparison.Ordinal)) Line(title.English);
        Line("");
        foreach (var paragraph in Paragraphs)
            if (paragraph.English.Length > 0) Line(paragraph.English, "");
        Line($"{plan.Office.English}, round {plan.Id}.{(IsAutomatic ? " This message was made automatically." : "")}");
        var subject = OnOneLine(Subject ?? About.Thai);
        return new(isSample ? $"{Sample}: {subject}" : subject, text.ToString()) { LineText = LineText(isSample) };

        void Line(params ReadOnlySpan<string> lines)
        {
            foreach (var line in lines) text.Append(line).Append("\r\n");
        }
    }

    private string? LineText(bool isSample)
    {
        if (LineParts.IsEmpty) return null;
        var text = isSample ? $"{Sample}: {LineParts[0]}" : LineParts[0];
        foreach (var part in LineParts.Skip(1).Where(p => p.Length > 0))
            if (text.Length + 1 + part.Length <= MailText.LongestLineText) text = $"{text}\n{part}";
        return text.Length <= MailText.LongestLineText ? text : text[..(MailText.LongestLineText - 1)] + "…";
    }

    private static string OnOneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
