using Microsoft.AspNetCore.Authorization;

namespace Kalasin.Functions.Access;

/// <summary>The parts of access, as far as the settings ask for them.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings)
            .AddAuthenticationCore(options =>
            {
                options.DefaultScheme = AccessScheme.Name;
                options.AddScheme<AccessScheme>(AccessScheme.Name, displayName: null);
            })
            .AddTransient<AccessScheme>()
            .AddSingleton<IAuthorizationHandler, RoleCheck>().AddAuthorization(Policies.Add);
        services.AddSingleton<LinkDoor>().AddSingleton<LinkService>().AddSingleton<LinkOpenings>();
        // In the order in which they are asked.
        services.AddSingleton<IRecognition, LinkRecognition>();
        if (settings.TrustsPrincipal) services.AddSingleton<IRecognition, PlatformPrincipal>();
        if (settings.Tokens is { } issuer)
            services.AddSingleton(s => TokenRecognition.Of(issuer, settings.Roles, s.GetRequiredService<TimeProvider>()));
        if (settings.AsksPassword) Session.Add(services, settings);
        if (!settings.UnderFunctionsHost) services.AddSingleton<IRecognition, MachineRecognition>();
        services.AddSingleton<IRecognition, LinkElsewhere>();
        return services;
    }
}
