using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>What keeps somebody out: KAL78xx.</summary>
internal static class AccessFindings
{
    public static readonly FindingKind PasswordWrong = new("KAL7801", Severity.Error,
        new("รหัสผ่านไม่ตรงกับที่ตั้งไว้", "That is not the password."),
        new("โปรดลองอีกครั้ง ถ้าลืม ให้ตั้งใหม่ที่เครื่องที่ติดตั้งโปรแกรมด้วยคำสั่ง password", "Try again. If it is forgotten, set another with the command password on the machine that runs the program."));

    public static readonly FindingKind TooManyTries = new("KAL7802", Severity.Error,
        new("ลองรหัสผ่านหลายครั้งเกินไป", "The password was tried too often."),
        new("โปรดรอ {0} วินาทีแล้วลองอีกครั้ง", "Wait {0} seconds and try again."), new BilingualText("๓๐", "30"));

    public static readonly FindingKind TooManyRequests = new("KAL7803", Severity.Error,
        new("มีคำขอมากเกินไปในเวลาสั้น ๆ", "Too many requests in a short time."),
        new("โปรดรอ {0} วินาทีแล้วลองอีกครั้ง", "Wait {0} seconds and try again."), new BilingualText("๑", "1"));
}
