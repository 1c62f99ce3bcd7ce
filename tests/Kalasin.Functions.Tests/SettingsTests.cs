using Kalasin.Evaluation.Tests;

namespace Kalasin.Functions.Tests;

public sealed class SettingsTests
{
    private static readonly (string Name, string? Value) Host = ("FUNCTIONS_APPLICATION_DIRECTORY", "/home/site/wwwroot");

    [Fact]
    public void Read_FolderOfHeads()
    {
        Assert.Null(Settings.Read(null, null, _ => null).HeadsFolder);
        Assert.Equal("/mnt/usb", Settings.Read(null, null, name => name == "KALASIN_HEADS" ? "/mnt/usb" : null).HeadsFolder);
    }

    [Theory]
    [InlineData(null, "http://localhost:7071", "")]
    [InlineData("http://localhost:5000", "http://localhost:5000", "")]
    [InlineData("http://127.0.0.1:0;http://[::1]:5001", "http://127.0.0.1:0 http://[::1]:5001", "")]
    [InlineData("http://localhost:0", "http://127.0.0.1:0", "")]
    [InlineData("http://localhost", "http://localhost", "")]
    [InlineData("http://*:5000", "http://localhost:5000", "KAL7102")]
    [InlineData("http://+:5000", "http://localhost:5000", "KAL7102")]
    [InlineData("http://0.0.0.0:5000;http://[::]:5000", "http://localhost:5000", "KAL7102 KAL7102")]
    [InlineData("http://office.example:5000", "http://localhost:5000", "KAL7102")]
    [InlineData("https://localhost:5001", "http://localhost:7071", "KAL7103")]
    [InlineData("https://localhost:5001;http://localhost:5000", "http://localhost:5000", "KAL7103")]
    [InlineData("nonsense", "http://localhost:7071", "KAL7103")]
    public void Read_Urls_LoopbackOnly(string? urls, string addresses, string findings)
    {
        var settings = Read(("ASPNETCORE_URLS", urls));
        Assert.Equal(addresses, string.Join(' ', settings.Addresses));
        Assert.Equal(findings, string.Join(' ', settings.Findings.Select(f => f.Code)));
        Assert.False(settings.UnderFunctionsHost);
    }

    [Fact]
    public void Read_EndingThatIsNone_IsLeftOut_AndSaid()
    {
        var settings = Read(("KALASIN_POLITE_ENDING", "จ้ะ"));
        Assert.Equal("", settings.PoliteEnding);
        Told.Is(
            Assert.Single(settings.Findings), "KAL7122", "", "KALASIN_POLITE_ENDING เป็น “จ้ะ” จึงไม่เติมคำลงท้าย โปรดตั้งเป็น ครับ หรือ ค่ะ",
            "KALASIN_POLITE_ENDING is “จ้ะ”; messages go without an ending. Set it to ครับ or ค่ะ.");
    }

    [Fact]
    public void Read_FunctionsHost_ItsUrlsAreNotOurs()
    {
        var settings = Read(Host, ("ASPNETCORE_URLS", "http://+:80"));
        Assert.Equal(["http://127.0.0.1:0"], settings.Addresses);
        Assert.True(settings.UnderFunctionsHost);
        Assert.Equal("KAL7114", Assert.Single(settings.Findings).Code); // nobody can sign in yet
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("/home/site/wwwroot", true)]
    public void FunctionsHost_KnownByItsFolderOfTheApp(string? folder, bool underHost) =>
        Assert.Equal(underHost, Settings.IsUnderFunctionsHost(name => name == Host.Name ? folder : null));

    [Theory]
    [InlineData(null, null, "kalasin-data")]
    [InlineData(null, "/env", "/env")]
    [InlineData(null, " ", "kalasin-data")]
    [InlineData("/option", "/env", "/option")]
    public void Read_DataFolder_OptionBeforeEnvironment(string? option, string? environment, string expected) =>
        Assert.Equal(expected, Settings.Read(option, null, name => name == "KALASIN_DATA" ? environment : null).DataFolder);

    [Theory]
    [InlineData("local", null, null)]
    [InlineData(null, "local", null)]
    [InlineData("local", "azure", null)]
    [InlineData(null, "azure", "KAL7105")]
    [InlineData("azure", "local", "KAL7105")]
    [InlineData("s3", null, "KAL7101")]
    public void Read_StorageKind_UnknownGivesFinding(string? option, string? environment, string? code) =>
        Assert.Equal(code, Settings.Read(null, option, name => name == "KALASIN_STORAGE" ? environment : null).NoStorage?.Code);

    [Theory]
    [InlineData(null, null, "KAL7105")]
    [InlineData(" ", "", "KAL7105")]
    [InlineData("UseDevelopmentStorage=true", "kalasin46", "KAL7106")]
    [InlineData(null, "http://kalasin46", "KAL7107")]
    [InlineData("UseDevelopmentStorage=true", null, null)]
    [InlineData(null, " kalasin46 ", null)]
    public void Read_AzureStorage_OneAccount(string? connection, string? account, string? code)
    {
        var settings = Read(("KALASIN_STORAGE", "azure"), ("KALASIN_STORAGE_CONNECTION", connection), ("KALASIN_STORAGE_ACCOUNT", account));
        Assert.Equal(code, settings.NoStorage?.Code);
        Assert.Equal(code is null, settings.Azure is not null);
        Assert.Null(Read(("KALASIN_STORAGE", "local"), ("KALASIN_STORAGE_CONNECTION", connection), ("KALASIN_STORAGE_ACCOUNT", account)).Azure);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "connection string")]
    [InlineData("AzureWebJobsStorage__accountName", "kalasin46", "https://kalasin46.blob.core.windows.net/")]
    [InlineData("AzureWebJobsStorage", " ", null)]
    public void Read_NothingSetUnderTheHost_TheHostsAccount(string name, string value, string? account)
    {
        Assert.Equal(account, Read(Host, (name, value)).Azure?.ToString());
        Assert.Equal(account, Read(Host, (name, value), ("KALASIN_STORAGE", "azure")).Azure?.ToString());
        Assert.Equal(
            "https://own.blob.core.windows.net/",
            Read(Host, (name, value), ("KALASIN_STORAGE", "azure"), ("KALASIN_STORAGE_ACCOUNT", "own")).Azure?.ToString());
        Assert.Null(Read(Host, (name, value), ("KALASIN_STORAGE", "local")).Azure);
        Assert.Null(Read(Host, (name, value), ("KALASIN_DATA", "/data")).Azure);
        Assert.Null(Read((name, value)).Azure);
    }

    [Theory]
    [InlineData("data", "KAL7104")]
    [InlineData("", "KAL7104")]
    [InlineData("../beside", null)]
    [InlineData("../app-data", null)]
    public void Read_DataInsideTheAppUnderTheHost_Refused(string relative, string? code)
    {
        var root = Path.Combine(Path.GetTempPath(), "app");
        Assert.Equal(code, Read((Host.Name, root), ("KALASIN_DATA", Path.Combine(root, relative))).NoStorage?.Code);
        Assert.Null(Read(("KALASIN_DATA", Path.Combine(root, relative))).NoStorage);
    }

    private static Settings Read(params (string Name, string? Value)[] environment) =>
        Settings.Read(null, null, name => environment.FirstOrDefault(e => e.Name == name).Value);
}
