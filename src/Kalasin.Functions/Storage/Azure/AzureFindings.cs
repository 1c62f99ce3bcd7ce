using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>What can stand in the way of an Azure storage account: KAL7021–7099.</summary>
internal static class AzureFindings
{
    public static readonly FindingKind ConnectionUnreadable = new("KAL7021", Severity.Error,
        new(
            "อ่านค่าเชื่อมต่อที่เก็บข้อมูลใน KALASIN_STORAGE_CONNECTION หรือ AzureWebJobsStorage ไม่ได้ จึงยังไม่ได้เปิดที่เก็บใด",
            "The connection string in KALASIN_STORAGE_CONNECTION or AzureWebJobsStorage can't be read; no storage was opened."),
        new(
            "โปรดคัดลอกค่าเชื่อมต่อจากหน้า Access keys ของบัญชีที่เก็บข้อมูลอีกครั้ง",
            "Copy the connection string again from the storage account's page of access keys."));

    public static readonly FindingKind Unreachable = new("KAL7022", Severity.Error,
        new("ติดต่อที่เก็บข้อมูล {0} ไม่ได้ในขณะนี้", "The storage account {0} can't be reached at the moment."),
        new(
            "โปรดตรวจเครือข่าย ชื่อบัญชี และไฟร์วอลล์ของบัญชี แล้วลองอีกครั้ง",
            "Check the network, the account's name and its firewall, then try again."),
        "https://kalasin46.blob.core.windows.net/");

    public static readonly FindingKind NotSignedIn = new("KAL7023", Severity.Error,
        new("โปรแกรมนี้ยังไม่มีตัวตนสำหรับเข้าใช้ที่เก็บข้อมูล {0}", "This program has no identity with which to enter the storage account {0}."),
        new(
            "โปรดกำหนด managed identity ให้แอป (และ AZURE_CLIENT_ID หากมีหลายตัว) หรือลงชื่อเข้าใช้ด้วย az login",
            "Give the app a managed identity (and AZURE_CLIENT_ID where it has several), or sign in with az login."),
        "https://kalasin46.blob.core.windows.net/");

    public static readonly FindingKind NotAllowed = new("KAL7024", Severity.Error,
        new("ที่เก็บข้อมูล {0} ยังไม่อนุญาตให้โปรแกรมนี้อ่านหรือเขียน ({1})", "The storage account {0} does not let this program read or write ({1})."),
        new(
            "โปรดให้บทบาท Storage Blob Data Contributor และ Storage Table Data Contributor แก่ตัวตนของโปรแกรม หรือตรวจกุญแจในค่าเชื่อมต่อ",
            "Give the program's identity the roles Storage Blob Data Contributor and Storage Table Data Contributor, "
            + "or check the key of the connection string."),
        "https://kalasin46.blob.core.windows.net/", "AuthorizationPermissionMismatch");

    public static readonly FindingKind Busy = new("KAL7025", Severity.Error,
        new("ที่เก็บข้อมูล {0} ยังรับคำขอไม่ได้ในขณะนี้ ({1})", "The storage account {0} can't take requests at the moment ({1})."),
        new("โปรดรอสักครู่แล้วลองอีกครั้ง", "Wait a moment and try again."), "https://kalasin46.blob.core.windows.net/", "ServerBusy");

    public static readonly FindingKind Unusable = new("KAL7026", Severity.Error,
        new("ที่เก็บข้อมูล {0} ตอบว่าทำคำขอนี้ไม่ได้ ({1})", "The storage account {0} answered that it can't do what was asked ({1})."),
        new(
            "โปรดแจ้งรหัสในวงเล็บแก่ผู้ดูแลระบบ",
            "Tell the administrator the code in brackets."),
        "https://kalasin46.blob.core.windows.net/", "404 TableNotFound");

    public static readonly FindingKind LogBroken = new("KAL7027", Severity.Error,
        new(
            "บันทึกเหตุการณ์ {0} ในที่เก็บข้อมูลไม่ครบหรือมีแถวที่ไม่ได้สร้างโดยโปรแกรมนี้ พบแถว {1} ในที่ของเหตุการณ์ที่ {2}",
            "The event log {0} is not whole, or has rows that this program did not make: row {1} stands where event {2} should."),
        new(
            "โปรดอย่าแก้ไขตาราง log และนำข้อมูลสำรองล่าสุดกลับมาใช้",
            "Leave the table log as it is and restore the latest backup."),
        "round/46-dla-2567", "e0000000007", "6");

    public static readonly FindingKind SpoolFull = new("KAL7028", Severity.Error,
        new(
            "เครื่องนี้พักไฟล์ชั่วคราวใน {0} ไม่ได้ จึงยังไม่ได้รับข้อมูลครั้งนี้",
            "This machine can't keep temporary files in {0}; nothing was kept this time."),
        new("โปรดเพิ่มเนื้อที่ว่างแล้วส่งอีกครั้ง", "Free some space and send again."), "/tmp/");

    /// <summary>A table or container that the deployment should have made.</summary>
    public static readonly FindingKind Missing = new("KAL7029", Severity.Error,
        new(
            "ที่เก็บข้อมูล {0} ยังไม่มีตารางหรือที่เก็บไฟล์ที่ต้องใช้ ({1}) ซึ่งโปรแกรมไม่สร้างเอง",
            "The storage account {0} lacks a table or container ({1}), which this program does not make itself."),
        new(
            "โปรดติดตั้งโครงสร้างจากโฟลเดอร์ infra ให้ครบ (azd provision)",
            "Deploy the templates of the folder infra (azd provision)."),
        "https://kalasin46.blob.core.windows.net/", "404 TableNotFound");

    /// <summary>Heads that the account would let somebody change.</summary>
    public static readonly FindingKind HeadsChangeable = new("KAL7030", Severity.Warning,
        new(
            "ที่เก็บลายนิ้วมือของบันทึก {0} ยังไม่มีนโยบายห้ามแก้ไข (immutability) จึงยังไม่เป็นหลักฐาน",
            "The container {0}, where heads of the log are sealed, has no immutability policy and is no witness yet."),
        new(
            "โปรดติดตั้งโครงสร้างจากโฟลเดอร์ infra ให้ครบ แล้วล็อกนโยบายตามคู่มือ",
            "Deploy the templates of the folder infra and lock the policy as the runbook says."),
        "https://kalasin46.blob.core.windows.net/heads");
}
