using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Returns;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Telemetry;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/units/{unit}/form</c> and <c>rounds/{round}/forms</c>: the pre-filled form of a unit, and those of all.</summary>
internal static class FormEndpoint
{
    public static IEndpointRouteBuilder MapForm(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{round}/units/{unit}/form", AnswerAsync).RequireAuthorization(Policies.Unit)
            .Tell("แบบรายงานที่เติมข้อมูลไว้แล้ว หรือแบบแก้ไขที่เติมฉบับล่าสุด", "The pre-filled form; with current=true the version that counts, to be corrected")
            .Gives([.. RoundForms.Formats.Select(f => f.MediaType)]);
        api.MapGet("/rounds/{round}/forms", AnswerAllAsync).RequireAuthorization(Policies.Round)
            .Tell("แบบรายงานของทุกหน่วยงาน หรือใบให้คะแนนของกรรมการทุกคน", "The forms of all units; with judges the sheets of a committee").Gives("application/zip");
        return api;
    }

    private static async Task<IResult> AnswerAsync(
        string round, string unit, RoundLog log, ResultsService results, CancellationToken cancellationToken,
        string format = "xlsx", string? indicator = null, bool current = false)
    {
        if (RoundForms.FormatOf(format) is not { } wanted) return UnknownFormat(format);
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (found.UnitOf(unit) is not { Code: var code } known) return RoundEndpoints.UnknownUnit(unit);
        if (!found.Rules.AskedOf(code).Any()) return Problem.NotFound.With(RoundEndpoints.NotAsked(found, known, null));
        IndicatorNumber? only = null;
        if (indicator is not null)
        {
            if (!IndicatorNumber.TryParse(indicator, out var number) || found.Rules.AskedOf(code).All(i => i.Number != number))
                return Problem.NotFound.With(RoundEndpoints.NotAsked(found, known, indicator));
            only = number;
        }
        ImmutableArray<Return> filled = current ? await results.ReturnsAsync(found, [.. found.State.Heads.Where(h => h.Unit == code)], cancellationToken) : [];
        var name = $"form-{found.Id}-{code}{(only is { } n ? $"-{n}" : "")}{(current ? "-current" : "")}.{format}";
        return new FormAnswer(Form.For(found.Rules, code, new() { Indicator = only, Current = filled }), wanted, name);
    }

    private static async Task<IResult> AnswerAllAsync(string round, RoundLog log, CancellationToken cancellationToken, string format = "xlsx", string? judges = null)
    {
        if (judges is not null) return await AnswerJudgesAsync(round, judges, format, log, cancellationToken);
        if (RoundForms.FormatOf(format) is not { } wanted) return UnknownFormat(format);
        return await log.FindAsync(round, cancellationToken) is { } found
            ? new AllFormsAnswer(
                $"forms-{found.Id}{(wanted == FileFormat.Excel ? "" : $"-{format}")}.zip", wanted, (zip, aborted) => RoundForms.WriteZipAsync(RoundForms.Of(found, wanted), wanted, zip, aborted))
            : RoundEndpoints.Unknown(round);
    }

    private static async Task<IResult> AnswerJudgesAsync(string round, string judges, string format, RoundLog log, CancellationToken cancellationToken)
    {
        if (JudgeForms.FormatOf(format) is not { } wanted)
            return Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), JudgeForms.Endings));
        if (!int.TryParse(judges, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Committee.MostJudges)
            return Problem.BadRequest.With(QueryFindings.JudgesUnknown.At(Place.Nowhere, QueryFindings.Shown(judges), ThaiNumerals.Number(Committee.MostJudges)));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        return JudgeForms.Of(found, number) is { IsEmpty: false } forms
            ? new AllFormsAnswer($"judges-{found.Id}-{wanted.Ending}.zip", wanted, (zip, aborted) => JudgeForms.WriteZipAsync(forms, wanted, zip, aborted))
            : Problem.NotFound.With(JudgingFindings.NothingJudged.At(Place.Nowhere));
    }

    private static IResult UnknownFormat(string format) =>
        Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), RoundForms.Endings));

    /// <summary>Written while they are sent.</summary>
    private sealed class AllFormsAnswer(string name, FileFormat format, Func<Stream, CancellationToken, Task> write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/zip";
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            return httpContext.RequestServices.GetRequiredService<Instruments>().RenderAsync(
                "forms", format.Program.ToLowerInvariant(), () => write(httpContext.Response.Body, httpContext.RequestAborted));
        }
    }

    /// <summary>Written while it is sent.</summary>
    private sealed class FormAnswer(Form form, FileFormat format, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = format.MediaType;
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            return httpContext.RequestServices.GetRequiredService<Instruments>()
                .RenderAsync("form", format.Program.ToLowerInvariant(), () => RoundForms.WriteAsync(form, format, httpContext.Response.Body, httpContext.RequestAborted));
        }
    }
}
