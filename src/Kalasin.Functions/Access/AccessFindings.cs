using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>What keeps somebody out: KAL78xx.</summary>
internal static class AccessFindings
{
    public static readonly FindingKind PasswordWrong = new("KAL7801", Severity.Error,
        new("รหัสผ่านไม่ตรงกับที่ตั้งไว้", "That is not the password."),
        new(
            "โปรดลองอีกครั้ง ถ้าลืม ให้ตั้งใหม่ที่เครื่องที่ติดตั้งโปรแกรมด้วยคำสั่ง password",
            "Try again. If it is forgotten, set another with the command password on the machine that runs the program."));

    public static readonly FindingKind TooManyTries = new("KAL7802", Severity.Error,
        new("ลองรหัสผ่านหลายครั้งเกินไป", "The password was tried too often."),
        new("โปรดรอ {0} วินาทีแล้วลองอีกครั้ง", "Wait {0:second|seconds} and try again."), new BilingualText("๓๐", "30"));

    public static readonly FindingKind TooManyRequests = new("KAL7803", Severity.Error,
        new("มีคำขอมากเกินไปในเวลาสั้น ๆ", "Too many requests in a short time."),
        new("โปรดรอ {0} วินาทีแล้วลองอีกครั้ง", "Wait {0:second|seconds} and try again."), new BilingualText("๑", "1"));

    /// <summary>The same for a wrong, an expired and a revoked one: nobody learns which.</summary>
    public static readonly FindingKind LinkUnknown = new("KAL7804", Severity.Error,
        new(
            "ลิงก์นี้เปิดไม่ได้ อาจคัดลอกมาไม่ครบ หมดอายุ หรือถูกยกเลิก",
            "This link opens nothing: it may not be whole, may have expired, or may have been revoked."),
        new("โปรดขอลิงก์ใหม่จากผู้ประสานงานของจังหวัด", "Ask the province's coordinator for another one."));

    public static readonly FindingKind LinkShownBefore = new("KAL7805", Severity.Warning,
        new(
            "ออกลิงก์นี้ไปแล้วและแสดงแล้วครั้งหนึ่ง ระบบไม่เก็บลิงก์ไว้ จึงแสดงอีกไม่ได้",
            "This link was issued and shown before; it is not kept, so it can't be shown again."),
        new("ถ้าไม่ได้คัดลอกไว้ โปรดยกเลิกแล้วออกใหม่", "If it was not copied, revoke it and issue another."));

    public static readonly FindingKind LinkFormUnclear = new("KAL7806", Severity.Error,
        new(
            "ยังไม่ชัดว่าจะออกลิงก์ให้ใครหรือใช้ได้ถึงวันใด หรือหมายเหตุยาวเกินไป จึงยังไม่ได้ออก",
            "It is not clear for whom the link is or until when, or the note is too long; none was issued."),
        new("โปรดเลือกผู้ถือ ระบุวัน และเขียนหมายเหตุไม่เกิน 500 ตัวอักษร", "Choose a holder and a day, with a note of at most 500 characters."));
}
