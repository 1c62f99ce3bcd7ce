using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A problem as people read it.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Findings">What explains it.</param>
/// <param name="Reference">Finds the request in the program's log.</param>
public sealed record ProblemView(BilingualText Title, int Status, ImmutableArray<Finding> Findings, string Reference) : PageView(Title);

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
                IsSample = isSample, Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.Home)],
            }, problem.Status).ExecuteAsync(context);
    }
}
