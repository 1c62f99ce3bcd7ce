using Kalasin.Evaluation;

namespace Kalasin.Functions;

/// <summary>What can be wrong with the configuration: KAL7101–7199.</summary>
internal static class SettingsFindings
{
    public static readonly FindingKind StorageUnknown = new("KAL7101", Severity.Error,
        new("ไม่รู้จักที่เก็บข้อมูลชนิด “{0}” จึงยังไม่ได้เปิดที่เก็บใด", "There is no storage of the kind “{0}”; none was opened."),
        new("โปรดตั้ง KALASIN_STORAGE หรือ --storage เป็น local หรือ azure", "Set KALASIN_STORAGE or --storage to local or azure."), "s3");

    public static readonly FindingKind AddressNotLoopback = new("KAL7102", Severity.Warning,
        new(
            "ที่อยู่ {0} เปิดให้เครื่องอื่นเข้าได้ จึงเปิดเฉพาะภายในเครื่องนี้แทน",
            "The address {0} is open to other machines; only this machine was let in instead."),
        new("โปรดใช้ที่อยู่ของเครื่องนี้ เช่น http://localhost:7071", "Use an address of this machine, such as http://localhost:7071."), "http://*:80");

    public static readonly FindingKind AddressUnusable = new("KAL7103", Severity.Warning,
        new("ใช้ที่อยู่ {0} ใน ASPNETCORE_URLS ไม่ได้ จึงข้ามไป", "The address {0} in ASPNETCORE_URLS can't be used and was left out."),
        new(
            "โปรดใช้ที่อยู่ที่ขึ้นต้นด้วย http:// เช่น http://localhost:7071",
            "Use an address that starts with http://, such as http://localhost:7071."),
        "https://localhost:7443");

    public static readonly FindingKind DataInsideApp = new("KAL7104", Severity.Error,
        new(
            "โฟลเดอร์ข้อมูล {0} อยู่ในโฟลเดอร์ของโปรแกรม ซึ่ง Azure Functions จะเริ่มโปรแกรมใหม่ทุกครั้งที่มีการเขียน จึงไม่ได้เปิด",
            "The data folder {0} lies in the program's own folder, where each write restarts the Functions app; it was not opened."),
        new(
            "โปรดตั้ง KALASIN_DATA เป็นโฟลเดอร์อื่น หรือใช้ที่เก็บข้อมูลของ Azure",
            "Set KALASIN_DATA to another folder, or use Azure storage."),
        "/home/site/wwwroot/kalasin-data");

    public static readonly FindingKind AccountMissing = new("KAL7105", Severity.Error,
        new("เลือกที่เก็บข้อมูลของ Azure แล้ว แต่ยังไม่ได้ระบุบัญชี", "Azure storage was chosen, but no account was named."),
        new(
            "โปรดตั้ง KALASIN_STORAGE_ACCOUNT เป็นชื่อบัญชี หรือ KALASIN_STORAGE_CONNECTION เป็นค่าเชื่อมต่อ",
            "Set KALASIN_STORAGE_ACCOUNT to the account's name, or KALASIN_STORAGE_CONNECTION to its connection string."));

    public static readonly FindingKind AccountTwice = new("KAL7106", Severity.Error,
        new(
            "ระบุบัญชีที่เก็บข้อมูลไว้สองแบบ คือ KALASIN_STORAGE_ACCOUNT และ KALASIN_STORAGE_CONNECTION จึงยังไม่ได้เปิดบัญชีใด",
            "The storage account is named twice, by KALASIN_STORAGE_ACCOUNT and by KALASIN_STORAGE_CONNECTION; neither was opened."),
        new("โปรดคงไว้แบบเดียว", "Keep one of the two."));

    public static readonly FindingKind AccountUnusable = new("KAL7107", Severity.Error,
        new(
            "“{0}” ใน KALASIN_STORAGE_ACCOUNT ใช้เป็นบัญชีที่เก็บข้อมูลไม่ได้ จึงยังไม่ได้เปิดที่เก็บใด",
            "“{0}” in KALASIN_STORAGE_ACCOUNT can't be a storage account; none was opened."),
        new(
            "โปรดใส่ชื่อบัญชี (ตัวพิมพ์เล็กและตัวเลข 3–24 ตัว) หรือที่อยู่ เช่น https://kalasin46.blob.core.windows.net",
            "Give the account's name (3 to 24 lower-case letters and digits) or its address, such as https://kalasin46.blob.core.windows.net."),
        "http://kalasin46");

    public static readonly FindingKind TelemetryUnusable = new("KAL7108", Severity.Warning,
        new("ใช้ค่าใน {0} ไม่ได้ จึงไม่ได้ส่งข้อมูลการทำงานของโปรแกรมไปที่นั้น", "The value of {0} can't be used; no telemetry is sent there."),
        new(
            "โปรดใส่ที่อยู่ของตัวรับ OTLP เช่น http://localhost:4318 หรือค่าเชื่อมต่อของ Application Insights",
            "Give the address of an OTLP collector, such as http://localhost:4318, or the connection string of Application Insights."),
        "OTEL_EXPORTER_OTLP_ENDPOINT");

    public static readonly FindingKind TickKeyTooShort = new("KAL7109", Severity.Warning,
        new("กุญแจใน KALASIN_TICK_KEY สั้นกว่า {0} ตัวอักษร จึงไม่ใช้", "The key in KALASIN_TICK_KEY is shorter than {0} characters and is not used."),
        new("โปรดตั้งกุญแจที่สุ่มขึ้นและยาวพอ", "Set a longer, random key."), new BilingualText("๒๐", "20"));

    public static readonly FindingKind BaseAddressUnusable = new("KAL7110", Severity.Warning,
        new("ใช้ที่อยู่ {0} ใน {1} ไม่ได้ จึงไม่ใช้ในลิงก์และ QR code", "The address {0} in {1} can't be used; links and QR codes go without it."),
        new(
            "โปรดใส่เฉพาะต้นทางของที่อยู่ เช่น https://kalasin.example.go.th โดยไม่มีเส้นทางต่อท้าย",
            "Give an origin alone, such as https://kalasin.example.go.th, without a path."),
        "kalasin.example.go.th/app", "KALASIN_BASE_ADDRESS");

    public static readonly FindingKind SignInUnusable = new("KAL7111", Severity.Warning,
        new(
            "ตั้ง KALASIN_SIGN_IN เป็น “{0}” แต่ App Service ไม่ได้ตรวจบัญชีให้ จึงไม่เชื่อบัญชีใดที่คำขอแจ้งมา",
            "KALASIN_SIGN_IN is “{0}”, but App Service signs nobody in here; no account that a request names is believed."),
        new(
            "โปรดเปิดการตรวจสอบสิทธิของ App Service (WEBSITE_AUTH_ENABLED=True) หรือลบการตั้งค่านี้",
            "Switch App Service authentication on (WEBSITE_AUTH_ENABLED=True), or take this setting away."),
        "appservice");

    public static readonly FindingKind TokensUnusable = new("KAL7112", Severity.Warning,
        new(
            "KALASIN_TOKEN_AUTHORITY และ KALASIN_TOKEN_AUDIENCE ไม่ครบหรือใช้ไม่ได้ จึงไม่รับ token ใด",
            "KALASIN_TOKEN_AUTHORITY and KALASIN_TOKEN_AUDIENCE are incomplete or can't be used; no token is taken."),
        new("โปรดตั้งทั้งสองค่า ค่าแรกเป็นที่อยู่ https ของผู้ออก token", "Set both, the first as the https address of whoever signs tokens."));

    public static readonly FindingKind RolesUnusable = new("KAL7113", Severity.Error,
        new("อ่าน KALASIN_ROLES ไม่ได้ จึงไม่มีบัญชีใดได้บทบาท", "KALASIN_ROLES can't be read; no account has a role."),
        new("โปรดเขียนในรูป coordinator=ชื่อ;head=ชื่อ โดยชื่อไม่ซ้ำกัน", "Write coordinator=name;head=name, with no name twice."));

    public static readonly FindingKind NobodySignsIn = new("KAL7114", Severity.Warning,
        new(
            "ยังไม่ได้ตั้งค่าการตรวจสอบบัญชี จึงเข้าได้เฉพาะผู้ถือลิงก์ส่วนบุคคล ผู้ประสานงานยังเข้าไม่ได้",
            "No way to sign in is set up, so only holders of personal links get in; the coordinator can't."),
        new(
            "โปรดตั้ง KALASIN_SIGN_IN=appservice พร้อมเปิดการตรวจสอบสิทธิของ App Service หรือตั้ง KALASIN_TOKEN_AUTHORITY และ KALASIN_TOKEN_AUDIENCE",
            "Set KALASIN_SIGN_IN=appservice with App Service authentication, or KALASIN_TOKEN_AUTHORITY and KALASIN_TOKEN_AUDIENCE."));

    public static readonly FindingKind ListenUnusable = new("KAL7115", Severity.Error,
        new("เปิดบริการให้เครื่องอื่นที่ {0} ไม่ได้ จึงยังไม่ได้เปิดบริการ", "The service can't be opened to other machines at {0}; it was not started."),
        new(
            "โปรดใช้ที่อยู่เช่น http://0.0.0.0:7071 หรือ https:// เมื่อตั้ง KALASIN_CERTIFICATE ไว้",
            "Use an address such as http://0.0.0.0:7071, or https:// where KALASIN_CERTIFICATE is set."),
        "kalasin:7071");

    public static readonly FindingKind CertificateUnusable = new("KAL7116", Severity.Error,
        new("ใช้ใบรับรอง {0} ไม่ได้ จึงยังไม่ได้เปิดบริการ", "The certificate {0} can't be used; the service was not started."),
        new(
            "โปรดตรวจไฟล์ PFX หรือ PEM กุญแจ และรหัสผ่านใน KALASIN_CERTIFICATE_PASSWORD",
            "Check the PFX or PEM file, its key, and the password in KALASIN_CERTIFICATE_PASSWORD."),
        "/etc/kalasin/server.pfx");

    public static readonly FindingKind InTheOpen = new("KAL7117", Severity.Warning,
        new(
            "เปิดให้เครื่องอื่นเข้าโดยไม่เข้ารหัส ผู้อยู่ในเครือข่ายเดียวกันอาจอ่านสิ่งที่รับส่งได้ รวมทั้งลิงก์ส่วนบุคคลและรหัสผ่าน",
            "Other machines are let in without encryption: others in the network may read what is sent, personal links and the password too."),
        new(
            "โปรดตั้ง KALASIN_CERTIFICATE หรือใช้หลัง reverse proxy ที่เข้ารหัส",
            "Set KALASIN_CERTIFICATE, or put a reverse proxy with encryption before it."));

    public static readonly FindingKind SecretReadable = new("KAL7118", Severity.Warning,
        new("ผู้ใช้อื่นของเครื่องเปิดอ่านไฟล์ความลับ {0} ได้", "Other users of the machine can read the file of a secret {0}."),
        new("โปรดจำกัดสิทธิเป็นเจ้าของไฟล์เท่านั้น เช่น chmod 600", "Let its owner alone read it, for example by chmod 600."), "/etc/kalasin/tick-key");

    public static readonly FindingKind SecretUnreadable = new("KAL7119", Severity.Warning,
        new("อ่านไฟล์ความลับ {0} ของ {1} ไม่ได้ จึงไม่มีค่านั้น", "The file {0} with the secret {1} can't be read; there is no such value."),
        new("โปรดตรวจที่อยู่และสิทธิของไฟล์", "Check its path and rights."), "/etc/kalasin/tick-key", "KALASIN_TICK_KEY");

    public static readonly FindingKind PasswordMissing = new("KAL7120", Severity.Error,
        new(
            "ยังไม่ได้ตั้งรหัสผ่านของผู้ประสานงาน จึงยังไม่เปิดบริการให้เครื่องอื่น",
            "The coordinator has no password yet, so the service is not opened to other machines."),
        new("โปรดตั้งรหัสผ่านด้วยคำสั่ง password แล้วเปิดอีกครั้ง", "Set one with the command password, then start again."));

    public static readonly FindingKind RateUnusable = new("KAL7121", Severity.Warning,
        new("ใช้ค่า “{0}” ใน {1} ไม่ได้ จึงใช้ {2} ครั้งต่อนาที", "The value “{0}” of {1} can't be used; {2} a minute is."),
        new(
            "โปรดใส่จำนวนครั้งต่อนาทีตั้งแต่ 60 ขึ้นไป",
            "Give requests a minute, 60 or more."),
        "many", "KALASIN_RATE_KNOWN", new BilingualText("๑,๒๐๐", "1,200"));

    public static readonly FindingKind EndingUnknown = new("KAL7122", Severity.Warning,
        new("KALASIN_POLITE_ENDING เป็น “{0}” จึงไม่เติมคำลงท้าย", "KALASIN_POLITE_ENDING is “{0}”; messages go without an ending."),
        new("โปรดตั้งเป็น ครับ หรือ ค่ะ", "Set it to ครับ or ค่ะ."), "จ้ะ");
}
