using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A problem as people read it.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Findings">What explains it.</param>
/// <param name="Reference">Finds the request in the program's log.</param>
public sealed record ProblemView(BilingualText Title, int Status, ImmutableArray<Finding> Findings, string Reference) : PageView(Title)
{
    /// <summary>Where somebody who isn't known can sign in; null where there is no such place, or it isn't that.</summary>
    public string? SignIn { get; init; }
}

/// <summary>Answers problems under <c>/app/</c> as pages.</summary>
internal static class ProblemPages
{
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app)
    {
        var form = new Form(app.ApplicationServices.GetRequiredService<Installation>().IsSample);
        return app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/app", StringComparison.Ordinal)) context.Features.Set<IProblemForm>(form);
            return next(context);
        });
    }

    private sealed class Form(bool isSample) : IProblemForm
    {
        public Task WriteAsync(HttpContext context, Problem problem, IReadOnlyList<Finding> findings) =>
            PageAnswer.Of<ProblemPage>(new ProblemView(problem.Title, problem.Status, [.. findings], context.TraceIdentifier)
            {
                IsSample = isSample, SignIn = problem == Problem.NotKnown ? SignInAt(context) : null,
                Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.Home)],
            }, problem.Status).ExecuteAsync(context);

        private static string? SignInAt(HttpContext context)
        {
            var settings = context.RequestServices.GetRequiredService<AccessSettings>();
            var to = HttpMethods.IsGet(context.Request.Method) ? Uri.EscapeDataString(context.Request.Path + context.Request.QueryString) : Uri.EscapeDataString(PageAddress.Home);
            return settings.TrustsPrincipal ? $"/.auth/login/aad?post_login_redirect_uri={to}" : settings.AsksPassword ? $"{PageAddress.SignIn}?to={to}" : null;
        }
    }
}
