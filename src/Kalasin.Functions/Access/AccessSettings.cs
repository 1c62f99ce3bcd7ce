using System.Globalization;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>Who may come from where, and by what they are recognised.</summary>
internal sealed record AccessSettings
{
    private const string BaseAddressName = "KALASIN_BASE_ADDRESS";
    private const int LowestRate = 60;
    private const int HighestRate = 1_000_000;

    /// <summary>Where people reach this installation from outside, as an origin: what links and QR codes begin with. Null if none was named.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Where other machines are let in; null if only this one is.</summary>
    public OpenAddress? Open { get; init; }

    /// <summary>What that address shows; null for one without encryption.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>Why it can't be opened as the settings ask: the program doesn't start then. Null if nothing stands in the way.</summary>
    public Finding? Refusal { get; init; }

    /// <summary>Where the coordinator's password and the keys of sessions lie.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The Functions host stands before this process and passes every request on.</summary>
    public bool UnderFunctionsHost { get; init; }

    /// <summary>Accounts that App Service has signed in are believed.</summary>
    public bool TrustsPrincipal { get; init; }

    /// <summary>Whose tokens are believed; null for nobody's.</summary>
    public TokenIssuer? Tokens { get; init; }

    /// <summary>What the directory of accounts calls our roles.</summary>
    public RoleNames Roles { get; init; } = RoleNames.Default;

    /// <summary>The coordinator comes from elsewhere as well and signs in by a password.</summary>
    public bool AsksPassword => !UnderFunctionsHost && (Open is not null || BehindProxy);

    /// <summary>What readers send travels in the open.</summary>
    public bool IsInTheOpen => Open is not null && Certificate is null && !BehindProxy;

    /// <summary>Requests a minute of one who is known; as many may come at once.</summary>
    public int RequestsOfCaller { get; init; } = 1200;

    /// <summary>Requests a minute of all strangers from one place.</summary>
    public int RequestsOfStranger { get; init; } = 600;

    /// <summary>Whether anybody but the holder of a link can get in under the Functions host.</summary>
    public bool KnowsAccounts => TrustsPrincipal || Tokens is not null;

    /// <summary>
    /// Something in front of this program ends the readers' TLS: they come by https, and it serves none. Then a connection of this
    /// machine may be anybody's.
    /// </summary>
    public bool BehindProxy => !UnderFunctionsHost && Certificate is null && BaseAddress?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether cookies can be kept from connections without encryption: readers come by https alone.</summary>
    public bool IsAlwaysEncrypted => BaseAddress?.Scheme == Uri.UriSchemeHttps && (UnderFunctionsHost || BehindProxy);

    /// <summary>Whether a request came by https, as far as can be known: only the Functions host's word is taken for it.</summary>
    public bool IsEncrypted(HttpRequest request) =>
        request.IsHttps || IsAlwaysEncrypted || (UnderFunctionsHost && request.Headers["X-Forwarded-Proto"] is ["https"]);

    /// <param name="listen">Where to let other machines in, from the command line; empty for the usual address, null for nowhere.</param>
    /// <param name="baseAddress">From the command line, before that of the environment.</param>
    /// <param name="environment">Looks a variable up.</param>
    public static AccessSettings Read(
        string? listen, string? baseAddress, bool underFunctionsHost, Func<string, string?> environment, ICollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(findings);
        var settings = new AccessSettings
        {
            BaseAddress = Origin(baseAddress ?? Given(BaseAddressName)),
            UnderFunctionsHost = underFunctionsHost,
            TrustsPrincipal = TrustOf(Given("KALASIN_SIGN_IN")),
            Tokens = IssuerOf(Given("KALASIN_TOKEN_AUTHORITY"), Given("KALASIN_TOKEN_AUDIENCE")),
            Roles = RolesOf(Given("KALASIN_ROLES")),
        };
        settings = settings with
        {
            RequestsOfCaller = RateOf("KALASIN_RATE_KNOWN", settings.RequestsOfCaller),
            RequestsOfStranger = RateOf("KALASIN_RATE_UNKNOWN", settings.RequestsOfStranger),
        };
        if (listen is not null && !underFunctionsHost) settings = Opened(settings, listen);
        if (settings.IsInTheOpen) findings.Add(SettingsFindings.InTheOpen.At(Place.Nowhere));
        if (underFunctionsHost && !settings.KnowsAccounts) findings.Add(SettingsFindings.NobodySignsIn.At(Place.Nowhere));
        return settings;

        string? Given(string name) => environment(name)?.Trim() is { Length: > 0 } value ? value : null;

        AccessSettings Opened(AccessSettings closed, string where)
        {
            var path = Given("KALASIN_CERTIFICATE");
            var certificate = path is null
                ? null
                : ServerCertificate.Read(path, Given("KALASIN_CERTIFICATE_KEY"), Secret.Read("KALASIN_CERTIFICATE_PASSWORD", environment, findings));
            if (path is not null && certificate is null) return closed with { Refusal = SettingsFindings.CertificateUnusable.At(Place.Nowhere, path) };
            return OpenAddress.TryParse(where, certificate is not null, out var address)
                ? closed with { Open = address, Certificate = certificate }
                : closed with { Refusal = SettingsFindings.ListenUnusable.At(Place.Nowhere, where) };
        }

        Uri? Origin(string? text)
        {
            if (text is null) return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" })
                return uri;
            findings.Add(SettingsFindings.BaseAddressUnusable.At(Place.Nowhere, text, BaseAddressName));
            return null;
        }

        bool TrustOf(string? way)
        {
            if (way is null) return false;
            if (way == "appservice" && underFunctionsHost && environment("WEBSITE_AUTH_ENABLED") == "True") return true;
            findings.Add(SettingsFindings.SignInUnusable.At(Place.Nowhere, way));
            return false;
        }

        TokenIssuer? IssuerOf(string? authority, string? audience)
        {
            if (authority is null && audience is null) return null;
            if (audience is not null && Uri.TryCreate(authority, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
                return new(uri, audience);
            findings.Add(SettingsFindings.TokensUnusable.At(Place.Nowhere));
            return null;
        }

        int RateOf(string name, int usual)
        {
            if (Given(name) is not { } text) return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= LowestRate and <= HighestRate) return rate;
            findings.Add(SettingsFindings.RateUnusable.At(Place.Nowhere, text, name, ThaiNumerals.Number(usual)));
            return usual;
        }

        RoleNames RolesOf(string? text)
        {
            if (text is null) return RoleNames.Default;
            if (RoleNames.TryParse(text, out var names)) return names;
            findings.Add(SettingsFindings.RolesUnusable.At(Place.Nowhere));
            return RoleNames.Nobody;
        }
    }
}

/// <param name="Authority">Who signs tokens, as the address below which its configuration lies; https, or this machine in tests.</param>
/// <param name="Audience">For whom they are meant.</param>
internal sealed record TokenIssuer(Uri Authority, string Audience);
