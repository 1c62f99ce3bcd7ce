using Kalasin.Evaluation;

namespace Kalasin.Functions;

/// <summary>What can be wrong with the configuration: KAL7101–7199.</summary>
internal static class SettingsFindings
{
    public static readonly FindingKind StorageUnknown = new("KAL7101", Severity.Error,
        new("ไม่รู้จักที่เก็บข้อมูลชนิด “{0}” จึงยังไม่ได้เปิดที่เก็บใด", "There is no storage of the kind “{0}”; none was opened."),
        new("โปรดตั้ง KALASIN_STORAGE หรือ --storage เป็น local", "Set KALASIN_STORAGE or --storage to local."), "s3");

    public static readonly FindingKind AddressNotLoopback = new("KAL7102", Severity.Warning,
        new("ที่อยู่ {0} เปิดให้เครื่องอื่นเข้าได้ จึงเปิดเฉพาะภายในเครื่องนี้แทน", "The address {0} is open to other machines; only this machine was let in instead."),
        new("โปรดใช้ที่อยู่ของเครื่องนี้ เช่น http://localhost:7071", "Use an address of this machine, such as http://localhost:7071."), "http://*:80");

    public static readonly FindingKind AddressUnusable = new("KAL7103", Severity.Warning,
        new("ใช้ที่อยู่ {0} ใน ASPNETCORE_URLS ไม่ได้ จึงข้ามไป", "The address {0} in ASPNETCORE_URLS can't be used and was left out."),
        new("โปรดใช้ที่อยู่ที่ขึ้นต้นด้วย http:// เช่น http://localhost:7071", "Use an address that starts with http://, such as http://localhost:7071."), "https://localhost:7443");

    public static readonly FindingKind DataInsideApp = new("KAL7104", Severity.Error,
        new("โฟลเดอร์ข้อมูล {0} อยู่ในโฟลเดอร์ของโปรแกรม ซึ่ง Azure Functions จะเริ่มโปรแกรมใหม่ทุกครั้งที่มีการเขียน จึงไม่ได้เปิด", "The data folder {0} lies in the program's own folder, where each write restarts the Functions app; it was not opened."),
        new("โปรดตั้ง KALASIN_DATA เป็นโฟลเดอร์อื่น หรือใช้ที่เก็บข้อมูลของ Azure", "Set KALASIN_DATA to another folder, or use Azure storage."), "/home/site/wwwroot/kalasin-data");
}
