using System.Runtime.CompilerServices;
using System.Security.Claims;
using Kalasin.Evaluation.Rounds;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Kalasin.Functions.Access;

/// <summary>
/// The coordinator who signed in by the password, from wherever: a cookie that this installation has sealed, as long as the
/// password stays the same.
/// </summary>
internal sealed class Session(PasswordFile password) : IRecognition
{
    public const string Cookie = "kalasin-session";
    private const string Scheme = "session";
    private const string StampClaim = "stamp";

    private static readonly TimeSpan Working = TimeSpan.FromHours(8);

    /// <summary>Whoever signed in.</summary>
    private static Caller SignedIn { get; } = new(new(ActorRole.Coordinator, "password"));

    /// <summary>Apart and not inlined, so that a start for one machine loads none of the libraries.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(IServiceCollection services, AccessSettings settings)
    {
        var keys = Path.Combine(settings.Folder, "keys");
        PasswordFile.MakeFolder(settings.Folder);
        PasswordFile.MakeFolder(keys);
        services.AddSingleton(new PasswordFile(settings.Folder)).AddSingleton<SignInRate>().AddSingleton<Session>()
            .AddSingleton<IRecognition>(s => s.GetRequiredService<Session>());
        // Its usual folder is where the system's users are at home; here keys lie where the password does.
        services.AddDataProtection().SetApplicationName("Kalasin").PersistKeysToFileSystem(new(keys));
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddAuthentication().AddCookie(Scheme, options =>
        {
            options.Cookie.Name = Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = settings.IsAlwaysEncrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            (options.ExpireTimeSpan, options.SlidingExpiration) = (Working, true);
        });
    }

    public async Task<AuthenticateResult> RecogniseAsync(HttpContext context)
    {
        var given = await context.AuthenticateAsync(Scheme);
        return given.Succeeded && password.Stamp is { } stamp && given.Principal.FindFirstValue(StampClaim) == stamp
            ? SignedIn.ToResult()
            : AuthenticateResult.NoResult();
    }

    /// <returns>False if it is not the password.</returns>
    public async Task<bool> SignInAsync(HttpContext context, string given)
    {
        if (!password.Matches(given) || password.Stamp is not { } stamp) return false;
        await context.SignInAsync(Scheme, new(new ClaimsIdentity([new(StampClaim, stamp)], Scheme)));
        return true;
    }

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
