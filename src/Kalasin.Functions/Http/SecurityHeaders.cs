namespace Kalasin.Functions.Http;

/// <summary>What every answer tells a browser not to do.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of what people sent: a page made of it could do nothing.</summary>
    public const string Originals = "originals";

    public static IServiceCollection AddOurSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(Usual()).AddPolicy(Originals, Basic().AddContentSecurityPolicy(policy =>
        {
            policy.AddSandbox();
            policy.AddDefaultSrc().None();
        }));
        return services;
    }

    public static IApplicationBuilder UseOurSecurityHeaders(this IApplicationBuilder app) => app.UseSecurityHeaders();

    private static HeaderPolicyCollection Basic() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        // Not "no-referrer": with it browsers send "Origin: null" from our own forms, which the origin guard stops.
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives();

    private static HeaderPolicyCollection Usual() => Basic()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddScriptSrc().Self();
            policy.AddStyleSrc().Self();
            policy.AddImgSrc().Self().Data();
            policy.AddFontSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddFormAction().Self();
            policy.AddBaseUri().None();
            policy.AddFrameAncestors().None();
        });
}
