using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Reports.Mails;

/// <summary>What all mails have in common, and each of them word by word (<c>mails.txt</c>; KALASIN_BLESS=1 writes it anew).</summary>
public sealed partial class MailTextTests
{
    public static TheoryData<string> Names => [.. EveryMail.All.Select(m => m.Name)];

    [Fact]
    public void EveryMail_ReadsAsBefore()
    {
        var text = new StringBuilder();
        foreach (var (name, mail) in EveryMail.All)
        {
            text.Append($"=== {name}\nSubject: {mail.Subject}\n\n{mail.Body.ReplaceLineEndings("\n")}");
            if (mail.LineText is { } line) text.Append($"--- LINE\n{line}\n");
            text.Append('\n');
        }
        var path = RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Reports", "Mails", "mails.txt");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, text.ToString());
        Assert.Equal(File.ReadAllText(path), text.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_IsThaiThenEnglish_InLinesThatTravel(string name)
    {
        var mail = Mail(name);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.Equal(mail.Body, mail.Body.ReplaceLineEndings("\r\n"));
        Assert.InRange(mail.LineText?.Length ?? 0, 0, MailText.LongestLineText);
        var parts = mail.Body.Split("\r\n----\r\n");
        Assert.Equal(2, parts.Length);
        Assert.Contains("เรียน ", parts[0], StringComparison.Ordinal);
        Assert.Contains("To ", parts[1], StringComparison.Ordinal);
        var thai = MachineWords().Replace(string.Join('\n', parts[0].Split('\n').Where(l => !l.Contains(" / ", StringComparison.Ordinal))) + mail.LineText, "");
        Assert.False(thai.Any(char.IsAsciiDigit), thai);
        Assert.All((string[])["ครับ", "ค่ะ", "ผิดพลาด", "ไม่ถูกต้อง", "ปฏิเสธ"], word => Assert.DoesNotContain(word, mail.Body, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_NamesNobody(string name) =>
        Assert.All((string[])["สมชาย", "สมหญิง"], word => Assert.DoesNotContain(word, Mail(name).Subject + Mail(name).Body + Mail(name).LineText, StringComparison.Ordinal));

    [Fact]
    public void Reminder_NamesExactlyWhatIsMissing()
    {
        var body = Mail("reminder").Body;
        Assert.Contains("เหลือ ๓ วันทำการ", body, StringComparison.Ordinal);
        Assert.Contains("๑. รายงานตัวชี้วัดที่ ๔ และ ๘\r\n๒. การแก้ไขรายงานตัวชี้วัดที่ ๓\r\n๓. สำเนารายงานตัวชี้วัดที่ ๓ เป็นไฟล์ PDF ที่ลงนามแล้ว และเอกสารกระดาษ\r\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain("๙", Mail("reminder").LineText!, StringComparison.Ordinal);
    }

    [Fact]
    public void LeadHost_IsToldOfTheIndicatorsItLeadsAlone()
    {
        var body = Mail("escalation-lead").Body;
        Assert.Contains("ท้องถิ่นอำเภอนามน ตัวชี้วัดที่ ๓ และ ๔\r\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain("ตรวจสอบ ตัวชี้วัดที่", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispatch_SaysNumberDateAndSubjectInItsSubjectLine() => Assert.Equal(
        "ที่ กส ๐๐๒๓.๑/๑๒๓๔ ลงวันที่ ๓๐ พฤษภาคม ๒๕๖๗ เรื่อง รายงานผลการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        Mail("dispatch").Subject);

    [Fact]
    public void FindingInAMail_QuotesNothingThatWasTyped()
    {
        var said = SpokenFinding.Of(EveryMail.CellError with { Message = new("พบ “ก” (นายสมชาย ”ข) ค", "found “x (y") });
        Assert.Equal("[ต้องแก้] KAL2101 ตัวชี้วัดที่ ๓ ช่อง D7: พบ “…”ข) ค โปรดแก้เป็นวันที่จริง เช่น ๒๙/๒/๒๕๖๗", said.Thai);
        Assert.Equal("[to be corrected] KAL2101 indicator 3 cell D7: found … Enter a real one.", said.English);
    }

    [Fact]
    public void FindingInAMail_SaysHowManyThereAreBesideThoseItNames()
    {
        var cells = SpokenFinding.Of(EveryMail.CellError with { Place = new() { Cell = "D7", Cells = "D7:D9 F7", Count = 1_244, More = 1_240 } });
        Assert.Contains("ช่อง D7:D9, F7 และอีก ๑,๒๔๐ ช่อง:", cells.Thai, StringComparison.Ordinal);
        Assert.Contains("cells D7:D9, F7 and 1,240 more:", cells.English, StringComparison.Ordinal);
        var all = SpokenFinding.Of(EveryMail.CellError with { Place = new() { Cell = "D7", Cells = "D7:D9", Count = 3 } });
        Assert.Contains("ช่อง D7:D9:", all.Thai, StringComparison.Ordinal);
        var rows = SpokenFinding.Of(EveryMail.CellError with { Place = new() { Row = 3, Count = 5 } });
        Assert.Contains("แถว ๓ และอีก ๔ แถว:", rows.Thai, StringComparison.Ordinal);
        Assert.Contains("row 3 and 4 more:", rows.English, StringComparison.Ordinal);
    }

    [Fact]
    public void UnitOfManyIndicators_HasALineTextThatStillFits()
    {
        var owed = new Owed([.. Enumerable.Range(1, 400).Select(i => IndicatorNumber.Parse($"{i}.100.100"))], [], []);
        var line = ReminderMail.Before(EveryMail.Rules, EveryMail.Namon, owed, EveryMail.Due, EveryMail.Due, isSample: true).LineText!;
        Assert.InRange(line.Length, 1, MailText.LongestLineText);
        Assert.Contains("ยังขาด ๔๐๐ ตัวชี้วัด", line, StringComparison.Ordinal);
    }

    [Fact]
    public void UnitWithoutCopiesAlone_HoldsNothingUp()
    {
        var owed = EveryMail.Owed with { Returns = [], Corrections = [] };
        Assert.False(owed.HoldsResultsUp);
        Assert.True(EveryMail.Owed.HoldsResultsUp);
    }

    private static MailText Mail(string name) => EveryMail.All.Single(m => m.Name == name).Mail;

    /// <summary>Addresses, hashes, ids, codes and cells stay in Arabic digits.</summary>
    [GeneratedRegex(@"https?://\S+|[0-9a-f]{64}|46-dla-2567|KAL[0-9]{4}|SHA-256|\b[A-Z]{1,2}[0-9]+\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MachineWords();
}
