using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions;

/// <summary>
/// How this process runs. Read once from the command line and the environment; what is wrong with it is a finding that
/// <c>/api/health</c> shows, never a crash.
/// </summary>
internal sealed record Settings
{
    /// <summary>Set by the Functions host for its workers, in every kind of start.</summary>
    private const string AppDirectory = "FUNCTIONS_APPLICATION_DIRECTORY";

    private const int DefaultPort = 7071;
    private const int ShortestKey = 20;

    /// <summary>The folder of local storage.</summary>
    public string DataFolder { get; init; } = "kalasin-data";

    /// <summary>The folder where local storage seals heads of the log; null for one beside the data folder.</summary>
    public string? HeadsFolder { get; init; }

    /// <summary>The account of Azure storage; null for local storage.</summary>
    public AzureAccount? Azure { get; init; }

    /// <summary>The Functions host runs this process, calls it on loopback and pulls the triggers.</summary>
    public bool UnderFunctionsHost { get; init; }

    /// <summary>Where to listen, as URLs of this machine alone, and what is opened to others; <c>localhost</c> is both 127.0.0.1 and [::1].</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [Localhost(DefaultPort)];

    /// <summary>The user's browser is opened once the service is ready.</summary>
    public bool OpensBrowser { get; init; } = OfficePc.IsThis;

    /// <summary>The sample round runs: its own folder in the data folder, its own clock, every page and document marked. Null otherwise.</summary>
    public SampleScript? Sample { get; init; }

    /// <summary>Where metrics, traces and logs are sent.</summary>
    public TelemetrySettings Telemetry { get; init; } = TelemetrySettings.None;

    /// <summary>Where finished mails are put as <c>.eml</c> files, if the settings name a folder.</summary>
    public string? OutboxFolder { get; init; }

    /// <summary>Where they are really put: the sample's never go out of its data folder. Null where nothing is set up, as on Azure.</summary>
    public string? PickupFolder => (Sample is null ? OutboxFolder : null) ?? (Azure is null ? Path.Combine(DataFolder, "outbox") : null);

    /// <summary>The servers that mails leave by and come from: none for the sample, whose mails never go out of its data folder.</summary>
    public MailSettings Mail { get => Sample is null ? field : MailSettings.None; init; } = MailSettings.None;

    /// <summary>Who may come from where.</summary>
    public AccessSettings Access { get => field with { UnderFunctionsHost = UnderFunctionsHost, Folder = Path.Combine(DataFolder, "access") }; init; } = new();

    /// <summary>What a call of <c>POST /api/tick</c> has to bring along; null if none is set.</summary>
    public string? TickKey { get; init; }

    /// <summary>ครับ or ค่ะ, at the end of messages for chats; empty for neither.</summary>
    public string PoliteEnding { get; init; } = "";

    /// <summary>What is wrong or noteworthy about the configuration.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why there is no store at all, whatever the disk looks like; null when the settings name one.</summary>
    public Finding? NoStorage { get; init; }

    /// <summary>Tells whoever starts the program what is wrong with its configuration.</summary>
    public void Tell(TextWriter error)
    {
        foreach (var finding in NoStorage is { } none ? Findings.Append(none) : Findings) error.WriteLine(finding);
    }

    /// <summary>Whether the Functions host started this process, as its worker.</summary>
    public static bool IsUnderFunctionsHost(Func<string, string?> environment) => NotEmpty(environment(AppDirectory)) is not null;

    /// <param name="data">The folder from the command line, before that of the environment.</param>
    /// <param name="storage">The kind of storage from the command line, before that of the environment.</param>
    /// <param name="environment">Looks a variable up.</param>
    /// <param name="baseAddress">The base address from the command line, before that of the environment.</param>
    /// <param name="listen">Where to let other machines in; empty for the usual address, null for nowhere.</param>
    public static Settings Read(string? data, string? storage, Func<string, string?> environment, string? baseAddress = null, string? listen = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var findings = new List<Finding>();
        var underHost = IsUnderFunctionsHost(environment);
        var named = data ?? NotEmpty(environment("KALASIN_DATA"));
        var folder = named ?? (OfficePc.IsThis ? OfficePc.DataFolder : "kalasin-data");
        var account = (Secret.Read("KALASIN_STORAGE_CONNECTION", environment, findings), NotEmpty(environment("KALASIN_STORAGE_ACCOUNT")));
        var hosts = underHost ? AccountOfHost(environment) : default;
        var kind = storage ?? NotEmpty(environment("KALASIN_STORAGE")) ?? (named is null && hosts != default ? "azure" : "local");
        AzureAccount? azure = null;
        Finding? noStorage = null;
        if (kind == "azure") (azure, noStorage) = Account(account == default ? hosts : account);
        else if (kind != "local") noStorage = SettingsFindings.StorageUnknown.At(Place.Nowhere, kind);
        else if (NotEmpty(environment(AppDirectory)) is { } root && IsInside(folder, root))
            noStorage = SettingsFindings.DataInsideApp.At(Place.Nowhere, Path.GetFullPath(folder));

        var (telemetry, unusable) = TelemetrySettings.Read(environment);
        findings.AddRange(unusable.Select(name => SettingsFindings.TelemetryUnusable.At(Place.Nowhere, name)));

        var access = AccessSettings.Read(listen, baseAddress, underHost, environment, findings);
        var settings = new Settings
        {
            DataFolder = folder,
            HeadsFolder = NotEmpty(environment("KALASIN_HEADS")),
            Azure = azure,
            UnderFunctionsHost = underHost,
            // The Functions host hands its own ASPNETCORE_URLS down, which is not meant for us.
            Addresses = underHost ? ["http://127.0.0.1:0"] : With(access.Open, Loopback(environment("ASPNETCORE_URLS"), findings)),
            NoStorage = noStorage,
            OutboxFolder = NotEmpty(environment("KALASIN_OUTBOX")),
            Mail = MailSettings.Read(environment, findings),
            Telemetry = telemetry,
            Access = access,
            TickKey = KeyOf(Secret.Read("KALASIN_TICK_KEY", environment, findings), findings),
            PoliteEnding = EndingOf(NotEmpty(environment("KALASIN_POLITE_ENDING"))?.Trim(), findings),
            Findings = findings,
        };
        if (settings.Access.AsksPassword && new PasswordFile(settings.Access.Folder).Problem is { } problem) findings.Add(problem);
        return settings;
    }

    /// <summary>The account that the Functions host itself works in, and that its drops come from.</summary>
    private static (string? Connection, string? Name) AccountOfHost(Func<string, string?> environment) =>
        NotEmpty(environment("AzureWebJobsStorage")) is { } connection ? (connection, null) : (null, NotEmpty(environment("AzureWebJobsStorage__accountName")));

    private static (AzureAccount? Account, Finding? None) Account((string? Connection, string? Name) given)
    {
        var (connection, account) = given;
        if (connection is not null && account is not null) return (null, SettingsFindings.AccountTwice.At(Place.Nowhere));
        if (connection is not null) return (new AzureAccount.ByConnection(connection), null);
        if (account is null) return (null, SettingsFindings.AccountMissing.At(Place.Nowhere));
        return AzureAccount.TryParse(account.Trim(), out var named) ? (named, null) : (null, SettingsFindings.AccountUnusable.At(Place.Nowhere, account));
    }

    private static string? KeyOf(string? key, List<Finding> findings)
    {
        if (key is null or { Length: >= ShortestKey }) return key;
        findings.Add(SettingsFindings.TickKeyTooShort.At(Place.Nowhere, ThaiNumerals.Number(ShortestKey)));
        return null;
    }

    private static string EndingOf(string? ending, List<Finding> findings)
    {
        if (ending is null or "ครับ" or "ค่ะ") return ending ?? "";
        findings.Add(SettingsFindings.EndingUnknown.At(Place.Nowhere, ending));
        return "";
    }

    private static List<string> Loopback(string? urls, List<Finding> findings)
    {
        var addresses = new List<string>();
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // "*" and "+" are ASP.NET Core's own, not a URL's.
            var standard = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(standard, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            {
                findings.Add(SettingsFindings.AddressUnusable.At(Place.Nowhere, url));
            }
            else if (uri.IsLoopback)
            {
                addresses.Add(uri.Port == 0 ? "http://127.0.0.1:0" : $"http://{uri.Authority}");
            }
            else
            {
                findings.Add(SettingsFindings.AddressNotLoopback.At(Place.Nowhere, url));
                addresses.Add(Localhost(uri.Port));
            }
        }
        return addresses.Count > 0 ? [.. addresses.Distinct()] : [Localhost(DefaultPort)];
    }

    /// <summary>What is open to other machines is open to this one as well, at the same port.</summary>
    private static List<string> With(OpenAddress? open, List<string> own) =>
        open is null ? own : [.. own.Where(address => new Uri(address).Port is var port && (port == 0 || port != open.Port)), open.Url];

    private static string Localhost(int port) => $"http://localhost:{port}";

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool IsInside(string folder, string root)
    {
        var relative = Path.GetRelativePath(root, Path.GetFullPath(folder));
        return relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}
