using Kalasin.Evaluation;

namespace Kalasin.Functions;

/// <summary>What can be wrong with the configuration: KAL7101–7199.</summary>
internal static class SettingsFindings
{
    public static readonly FindingKind StorageUnknown = new("KAL7101", Severity.Error,
        new("ไม่รู้จักที่เก็บข้อมูลชนิด “{0}” จึงยังไม่ได้เปิดที่เก็บใด", "There is no storage of the kind “{0}”; none was opened."),
        new("โปรดตั้ง KALASIN_STORAGE หรือ --storage เป็น local หรือ azure", "Set KALASIN_STORAGE or --storage to local or azure."), "s3");

    public static readonly FindingKind AddressNotLoopback = new("KAL7102", Severity.Warning,
        new("ที่อยู่ {0} เปิดให้เครื่องอื่นเข้าได้ จึงเปิดเฉพาะภายในเครื่องนี้แทน", "The address {0} is open to other machines; only this machine was let in instead."),
        new("โปรดใช้ที่อยู่ของเครื่องนี้ เช่น http://localhost:7071", "Use an address of this machine, such as http://localhost:7071."), "http://*:80");

    public static readonly FindingKind AddressUnusable = new("KAL7103", Severity.Warning,
        new("ใช้ที่อยู่ {0} ใน ASPNETCORE_URLS ไม่ได้ จึงข้ามไป", "The address {0} in ASPNETCORE_URLS can't be used and was left out."),
        new("โปรดใช้ที่อยู่ที่ขึ้นต้นด้วย http:// เช่น http://localhost:7071", "Use an address that starts with http://, such as http://localhost:7071."), "https://localhost:7443");

    public static readonly FindingKind DataInsideApp = new("KAL7104", Severity.Error,
        new("โฟลเดอร์ข้อมูล {0} อยู่ในโฟลเดอร์ของโปรแกรม ซึ่ง Azure Functions จะเริ่มโปรแกรมใหม่ทุกครั้งที่มีการเขียน จึงไม่ได้เปิด", "The data folder {0} lies in the program's own folder, where each write restarts the Functions app; it was not opened."),
        new("โปรดตั้ง KALASIN_DATA เป็นโฟลเดอร์อื่น หรือใช้ที่เก็บข้อมูลของ Azure", "Set KALASIN_DATA to another folder, or use Azure storage."), "/home/site/wwwroot/kalasin-data");

    public static readonly FindingKind AccountMissing = new("KAL7105", Severity.Error,
        new("เลือกที่เก็บข้อมูลของ Azure แล้ว แต่ยังไม่ได้ระบุบัญชี", "Azure storage was chosen, but no account was named."),
        new("โปรดตั้ง KALASIN_STORAGE_ACCOUNT เป็นชื่อบัญชี หรือ KALASIN_STORAGE_CONNECTION เป็นค่าเชื่อมต่อ", "Set KALASIN_STORAGE_ACCOUNT to the account's name, or KALASIN_STORAGE_CONNECTION to its connection string."));

    public static readonly FindingKind AccountTwice = new("KAL7106", Severity.Error,
        new("ระบุบัญชีที่เก็บข้อมูลไว้สองแบบ คือ KALASIN_STORAGE_ACCOUNT และ KALASIN_STORAGE_CONNECTION จึงยังไม่ได้เปิดบัญชีใด", "The storage account is named twice, by KALASIN_STORAGE_ACCOUNT and by KALASIN_STORAGE_CONNECTION; neither was opened."),
        new("โปรดคงไว้แบบเดียว", "Keep one of the two."));

    public static readonly FindingKind AccountUnusable = new("KAL7107", Severity.Error,
        new("“{0}” ใน KALASIN_STORAGE_ACCOUNT ใช้เป็นบัญชีที่เก็บข้อมูลไม่ได้ จึงยังไม่ได้เปิดที่เก็บใด", "“{0}” in KALASIN_STORAGE_ACCOUNT can't be a storage account; none was opened."),
        new("โปรดใส่ชื่อบัญชี (ตัวพิมพ์เล็กและตัวเลข 3–24 ตัว) หรือที่อยู่ เช่น https://kalasin46.blob.core.windows.net", "Give the account's name (3 to 24 lower-case letters and digits) or its address, such as https://kalasin46.blob.core.windows.net."), "http://kalasin46");

    public static readonly FindingKind TelemetryUnusable = new("KAL7108", Severity.Warning,
        new("ใช้ค่าใน {0} ไม่ได้ จึงไม่ได้ส่งข้อมูลการทำงานของโปรแกรมไปที่นั้น", "The value of {0} can't be used; no telemetry is sent there."),
        new("โปรดใส่ที่อยู่ของตัวรับ OTLP เช่น http://localhost:4318 หรือค่าเชื่อมต่อของ Application Insights", "Give the address of an OTLP collector, such as http://localhost:4318, or the connection string of Application Insights."), "OTEL_EXPORTER_OTLP_ENDPOINT");

    public static readonly FindingKind TickKeyTooShort = new("KAL7109", Severity.Warning,
        new("กุญแจใน KALASIN_TICK_KEY สั้นกว่า {0} ตัวอักษร จึงไม่ใช้", "The key in KALASIN_TICK_KEY is shorter than {0} characters and is not used."),
        new("โปรดตั้งกุญแจที่สุ่มขึ้นและยาวพอ", "Set a longer, random key."), new BilingualText("๒๐", "20"));
}
