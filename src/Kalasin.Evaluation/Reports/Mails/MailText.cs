namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>
/// The words of a mail: Thai first, English below a line, the same whenever it is composed. No names of persons, and nothing
/// that somebody typed into a file.
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text, lines ended by CR LF.</param>
internal sealed record MailText(string Subject, string Body)
{
    /// <summary>The same to paste into a LINE group, at most <see cref="LongestLineText"/> characters; <see langword="null"/> for what goes to no unit.</summary>
    public string? LineText { get; init; }

    /// <summary>Characters that a text for LINE has at most.</summary>
    public const int LongestLineText = 500;

    /// <summary>The mail as its sender tries it on themself first.</summary>
    public MailText AsTest() => this with
    {
        Subject = $"ทดสอบ: {Subject}",
        Body = $"ฉบับทดสอบ ส่งถึงผู้จัดทำเท่านั้น ยังไม่ได้ส่งถึงผู้รับจริง / A test, sent to its maker alone\r\n\r\n{Body}",
    };
}
