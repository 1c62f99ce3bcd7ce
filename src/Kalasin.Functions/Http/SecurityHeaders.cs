namespace Kalasin.Functions.Http;

/// <summary>What every answer tells a browser not to do.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of what people sent: a page made of it could do nothing.</summary>
    public const string Originals = "originals";

    /// <summary>The policy of addresses that hold a secret: nothing that such a page asks for says where it was asked.</summary>
    public const string Entrance = "entrance";

    /// <summary>The policy of the API's own page alone: the script that shows the description styles its elements one by one.</summary>
    public const string Reference = "reference";

    public static IServiceCollection AddOurSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(Usual())
            .AddPolicy(Entrance, Usual().AddReferrerPolicyNoReferrer()).AddPolicy(Originals, Basic().AddContentSecurityPolicy(policy =>
        {
            policy.AddSandbox();
            policy.AddDefaultSrc().None();
        })).AddPolicy(Reference, Usual(styledInPlace: true));
        return services;
    }

    public static IApplicationBuilder UseOurSecurityHeaders(this IApplicationBuilder app) => app.UseSecurityHeaders().Use(static (context, next) =>
    {
        context.Response.OnStarting(static state => KeepOut((HttpResponse)state), context.Response);
        return next(context);
    });

    /// <summary>
    /// Answers show people's data and are made on machines that several share: nobody keeps them, unless they say otherwise. One
    /// with a tag may be kept by whoever asked, who has to ask again each time.
    /// </summary>
    private static Task KeepOut(HttpResponse response)
    {
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = response.Headers.ETag.Count > 0 ? "private, no-cache" : "no-store";
        return Task.CompletedTask;
    }

    private static HeaderPolicyCollection Basic() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        // Not "no-referrer": with it browsers send "Origin: null" from our own forms, which the origin guard stops.
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives();

    private static HeaderPolicyCollection Usual(bool styledInPlace = false) => Basic()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddScriptSrc().Self();
            var style = policy.AddStyleSrc().Self();
            if (styledInPlace) style.UnsafeInline();
            policy.AddImgSrc().Self().Data();
            policy.AddFontSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddFormAction().Self();
            policy.AddBaseUri().None();
            policy.AddFrameAncestors().None();
        });
}
