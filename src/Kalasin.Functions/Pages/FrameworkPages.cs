using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>The page of frameworks: what there is, and an office's own from a workbook.</summary>
internal static class FrameworkPages
{
    public static void MapFrameworkPages(this IEndpointRouteBuilder pages)
    {
        var frameworks = pages.MapGroup("/frameworks").RequireAuthorization(Policies.Coordinate);
        frameworks.MapGet("", ShowAsync);
        frameworks.MapPost("", TakeAsync).WithMetadata(BodyLimit.Upload);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Rulebook rulebook, Installation installation, CancellationToken cancellationToken) =>
        PageAnswer.Of<FrameworksPage>(await OfAsync(context, rulebook, installation, cancellationToken));

    private static async Task<IResult> TakeAsync(
        HttpContext context, Caller caller, Rulebook rulebook, FrameworkIntake intake, IVaults vaults, Installation installation, CancellationToken cancellationToken)
    {
        await using var upload = await FileForm.ReadAsync(context.Request, vaults.Of(StreamId.Of(RulesStreams.Framework, "incoming")), RuleEditPages.Limits, cancellationToken);
        if (upload is null) return FormToken.Refusal;
        var reason = upload.Fields.GetValueOrDefault("reason") ?? "";
        if (upload.Refusal is { } problem) return await AgainAsync([.. upload.Findings], null, problem.Status);
        using var bytes = new MemoryStream();
        var (file, content) = upload.Files.Sent[0];
        await using (var stream = await content.OpenAsync(cancellationToken)) await stream.CopyToAsync(bytes, cancellationToken);
        var read = await intake.ReadAsync(Path.GetFileNameWithoutExtension(file.Name), bytes.ToArray(), cancellationToken);
        if (read.Value is not { } framework) return await AgainAsync(read.Findings, null, Problem.NotAccepted.Status);
        if (upload.Fields.GetValueOrDefault("act") != "save") return await AgainAsync(read.Findings, framework, StatusCodes.Status200OK);
        if (!StatedTexts.TryState(reason, out var why)) return await AgainAsync([.. read.Findings, RulesEndpoints.NoReason], framework, Problem.NotAccepted.Status);
        return await rulebook.PublishAsync(framework, why, caller.Actor, cancellationToken) is Refuse refusal
            ? await AgainAsync([.. read.Findings, .. refusal.Findings], framework, Problem.NotAccepted.Status)
            : await AgainAsync(read.Findings, framework, StatusCodes.Status200OK, isPublished: true);

        async Task<IResult> AgainAsync(ImmutableArray<Finding> findings, Framework? read, int status, bool isPublished = false) => PageAnswer.Of<FrameworksPage>(
            await OfAsync(context, rulebook, installation, cancellationToken) with
            {
                Findings = findings, Read = read, Reason = isPublished ? "" : reason, IsPublished = isPublished,
                Changes = read is null || isPublished ? null : await intake.ChangesAsync(read, cancellationToken),
            }, status);
    }

    private static async Task<FrameworksView> OfAsync(HttpContext context, Rulebook rulebook, Installation installation, CancellationToken cancellationToken) => new()
    {
        IsSample = installation.IsSample, Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.Home)], Frameworks = await rulebook.FrameworksAsync(cancellationToken), Token = FormToken.Of(context),
    };
}
