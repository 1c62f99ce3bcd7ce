using System.Globalization;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/units/{unit}/uploads</c>: a file in parts, by the protocol of tus (tus.io, version 1.0.0 with creation, expiration and
/// termination). What is whole is sent in by naming it in the field <c>uploads</c> of a delivery.
/// </summary>
internal static class PartEndpoints
{
    private const string Version = "1.0.0";
    private const string OffsetBytes = "application/offset+octet-stream";

    public static IEndpointRouteBuilder MapParts(this IEndpointRouteBuilder api)
    {
        var uploads = api.MapGroup("/rounds/{round}/units/{unit}/uploads").RequireAuthorization(Policies.Deliver).AddEndpointFilter(SpeakTusAsync);
        uploads.MapMethods("", [HttpMethods.Options], Describe).Tell("ข้อกำหนดการส่งเป็นส่วน", "What parts may be like").Produces(StatusCodes.Status204NoContent).NeverMissing();
        uploads.MapPost("", BeginAsync).Tell("เริ่มส่งไฟล์เป็นส่วน", "Begins a file in parts").Produces(StatusCodes.Status201Created)
            .SpeaksTus().Reads("Upload-Length", required: true).Reads("Upload-Metadata", required: true).Fails(StatusCodes.Status422UnprocessableEntity);
        uploads.MapMethods("/{id}", [HttpMethods.Head], ShowAsync).Tell("ได้รับไฟล์ถึงไหนแล้ว", "How far a file has come").Produces(StatusCodes.Status200OK).SpeaksTus();
        uploads.MapMethods("/{id}", [HttpMethods.Patch], AppendAsync).WithMetadata(BodyLimit.Upload).Tell("ส่งส่วนถัดไป", "Sends the next part")
            .Takes(OffsetBytes).Produces(StatusCodes.Status204NoContent).SpeaksTus().Reads("Upload-Offset", required: true)
            .Fails(StatusCodes.Status409Conflict, StatusCodes.Status415UnsupportedMediaType);
        uploads.MapDelete("/{id}", DeleteAsync).Tell("ยกเลิกไฟล์ที่ส่งเป็นส่วน", "Gives a file in parts up").Produces(StatusCodes.Status204NoContent).SpeaksTus();
        return api;
    }

    private static RouteHandlerBuilder SpeaksTus(this RouteHandlerBuilder endpoint) =>
        endpoint.Reads("Tus-Resumable", required: true).Fails(StatusCodes.Status412PreconditionFailed);

    /// <summary>Where a unit's files in parts lie; null if there is no such round or unit.</summary>
    public static PartialPlace? PlaceOf(OpenedRound? found, string unit) => found?.UnitOf(unit) is { } known ? new(found.Id, known.Code) : null;

    private static async ValueTask<object?> SpeakTusAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, answer) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        answer["Tus-Resumable"] = Version;
        if (HttpMethods.IsOptions(request.Method) || request.Headers["Tus-Resumable"] == Version) return await next(context);
        answer["Tus-Version"] = Version;
        return Problem.OtherProtocol.With(PartFindings.OtherProtocol.At(Place.Nowhere, Version));
    }

    private static NoContent Describe(HttpResponse response)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,expiration,termination";
        response.Headers["Tus-Max-Size"] = UploadLimits.Default.FileBytes.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> BeginAsync(
        string round, string unit, HttpRequest request, RoundLog log, PartialUploads parts, CancellationToken cancellationToken)
    {
        if (PlaceOf(await log.FindAsync(round, cancellationToken), unit) is not { } place) return Problem.NotFound.With();
        if (!long.TryParse(request.Headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || NameOf(request) is not { } name)
            return Problem.BadRequest.With(PartFindings.HeadersUnreadable.At(Place.Nowhere));
        var (file, objection) = await parts.BeginAsync(place, name, length, cancellationToken);
        if (file is null) return (objection!.Code == TransportFindings.FileTooLarge.Code ? Problem.TooLarge : Problem.NotAccepted).With(objection);
        Tell(request.HttpContext.Response, file);
        request.HttpContext.Response.Headers.Location = $"/api/rounds/{round}/units/{unit}/uploads/{file.Id}";
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> ShowAsync(
        string round, string unit, string id, HttpResponse response, RoundLog log, IParts parts, CancellationToken cancellationToken)
    {
        if (await FindAsync(round, unit, id, log, parts, cancellationToken) is not { } file) return Gone;
        Tell(response, file);
        response.Headers["Upload-Length"] = file.Length.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok();
    }

    private static async Task<IResult> AppendAsync(
        string round, string unit, string id, HttpRequest request, RoundLog log, IParts parts, CancellationToken cancellationToken)
    {
        if (request.ContentType != OffsetBytes) return Problem.UnsupportedMediaType.With(PartFindings.OtherMediaType.At(Place.Nowhere, OffsetBytes));
        if (!long.TryParse(request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return Problem.BadRequest.With(PartFindings.HeadersUnreadable.At(Place.Nowhere));
        if (await FindAsync(round, unit, id, log, parts, cancellationToken) is not { } file) return Gone;
        if (offset > file.Length || request.ContentLength > file.Length - offset) return Beyond(file);
        if (await parts.AppendAsync(file, offset, request.Body, cancellationToken) is not { } longer)
            return Problem.OffsetDiffers.With(PartFindings.OffsetDiffers.At(Place.InFile(file.Name)));
        if (await request.Body.ReadAsync(new byte[1], cancellationToken) > 0) return Beyond(file);
        Tell(request.HttpContext.Response, longer);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> DeleteAsync(string round, string unit, string id, RoundLog log, IParts parts, CancellationToken cancellationToken)
    {
        if (await FindAsync(round, unit, id, log, parts, cancellationToken) is not { } file) return Gone;
        await parts.DeleteAsync(file, cancellationToken);
        return TypedResults.NoContent();
    }

    private static IResult Gone => Problem.NotFound.With(PartFindings.Unknown.At(Place.Nowhere));

    private static IResult Beyond(PartialFile file) =>
        Problem.BadRequest.With(PartFindings.BeyondEnd.At(Place.InFile(file.Name), ThaiNumerals.Number(file.Length)));

    private static async Task<PartialFile?> FindAsync(string round, string unit, string id, RoundLog log, IParts parts, CancellationToken cancellationToken) =>
        PartialId.TryParse(id, out var known) && PlaceOf(await log.FindAsync(round, cancellationToken), unit) is { } place
            ? await parts.FindAsync(place, known, cancellationToken)
            : null;

    private static void Tell(HttpResponse response, PartialFile file)
    {
        response.Headers["Upload-Offset"] = file.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = (file.BegunAt + PartialFile.KeptFor).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>The value of <c>filename</c> in <c>Upload-Metadata</c>: pairs of a word and Base64 of UTF-8, with commas between.</summary>
    private static string? NameOf(HttpRequest request)
    {
        const string key = "filename ";
        foreach (var pair in request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (!pair.StartsWith(key, StringComparison.Ordinal)) continue;
            var bytes = new byte[pair.Length];
            return Convert.TryFromBase64String(pair[key.Length..], bytes, out var size) && size > 0
                ? PartDisposition.WithoutFolders(Encoding.UTF8.GetString(bytes, 0, size))
                : null;
        }
        return null;
    }
}
