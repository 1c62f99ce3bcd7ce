using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>A problem as the API answers it: RFC 9457, with the findings that explain it.</summary>
/// <param name="Type">Stable; what programs compare.</param>
/// <param name="Title">Thai and English.</param>
/// <param name="Reference">Finds the request in the program's log.</param>
internal sealed record ProblemAnswer(string Type, string Title, int Status, IReadOnlyList<FindingAnswer> Findings, string Reference);

/// <summary>The closed family of problems.</summary>
internal sealed record Problem
{
    public static readonly Problem BadRequest = new("bad-request", 400, new("คำขอไม่อยู่ในรูปที่อ่านได้", "The request can't be read"));
    public static readonly Problem HostUnknown = new(
        "host-unknown", 400, new("คำขอไม่ได้ส่งถึงที่อยู่ของบริการนี้", "The request is not addressed to this service"));
    public static readonly Problem CrossSite = new("cross-site", 403, new("คำขอมาจากหน้าเว็บอื่น", "The request comes from another site"));
    public static readonly Problem NotKnown = new("not-known", 401, new("ยังไม่ทราบว่าผู้ขอเป็นใคร", "It is not known who asks"));
    public static readonly Problem NotAllowed = new("not-allowed", 403, new("ไม่มีสิทธิสั่งงานนี้", "This is not allowed"));
    public static readonly Problem NotFound = new("not-found", 404, new("ไม่พบสิ่งที่ขอ", "Not found"));
    public static readonly Problem LinkUnknown = new("link-unknown", 404, new("ลิงก์นี้เปิดไม่ได้", "This link opens nothing"));
    public static readonly Problem MethodNotAllowed = new(
        "method-not-allowed", 405, new("ที่อยู่นี้ไม่รับคำขอแบบนี้", "The address does not take this method"));
    public static readonly Problem OffsetDiffers = new(
        "offset-differs", 409, new("ส่วนที่ส่งมาไม่ต่อจากที่ได้รับไว้", "The part does not follow what was kept"));
    public static readonly Problem OtherProtocol = new("other-protocol", 412, new("ข้อกำหนดการส่งไม่ตรงกัน", "The protocol is another one"));
    public static readonly Problem Gone = new("gone", 410, new("สิ่งที่ขอถูกลบแล้ว", "What is asked for was erased"));
    public static readonly Problem TooLarge = new("too-large", 413, new("ข้อมูลที่ส่งมีขนาดเกินกำหนด", "What was sent is too large"));
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, new("ไม่รับข้อมูลชนิดนี้", "The type of content is not taken"));
    public static readonly Problem NotAccepted = new(
        "not-accepted", 422, new("ยังรับสิ่งที่ส่งมาไม่ได้ โปรดดูข้อสังเกต", "What was sent could not be accepted; see the findings"));
    public static readonly Problem TooMany = new("too-many", 429, new("มีคำขอมากเกินไปในเวลาสั้น ๆ", "Too many requests in a short time"));
    public static readonly Problem Unexpected = new("unexpected", 500, new("เกิดเหตุที่ไม่ได้คาดไว้ในโปรแกรม", "Something unexpected happened in the program"));
    public static readonly Problem Busy = new("busy", 503, new("ระบบมีงานมากในขณะนี้", "There is too much to do at the moment"));
    public static readonly Problem Damaged = new("damaged", 500, new("สิ่งที่เก็บไว้สูญหายหรือถูกเปลี่ยนแปลง", "What was kept is lost or was changed"));
    public static readonly Problem StorageUnavailable = new(
        "storage-unavailable", 503, new("ใช้ที่เก็บข้อมูลไม่ได้ในขณะนี้", "The storage can't be used at the moment"));

    private static readonly Problem[] ByStatus =
    [
        BadRequest, NotKnown, NotAllowed, NotFound, MethodNotAllowed, OffsetDiffers, Gone, OtherProtocol, TooLarge, UnsupportedMediaType, NotAccepted, TooMany, StorageUnavailable,
    ];

    private Problem(string name, int status, BilingualText title) => (Type, Status, Title) = ($"urn:kalasin:problem:{name}", status, title);

    public string Type { get; }

    public int Status { get; }

    public BilingualText Title { get; }

    /// <summary>What a bare status of the framework means here.</summary>
    public static Problem OfStatus(int status) => Array.Find(ByStatus, p => p.Status == status) ?? (status < 500 ? BadRequest : Unexpected);

    /// <summary>The answer, for an endpoint.</summary>
    public IResult With(params IReadOnlyList<Finding> findings) => new ProblemResult(this, findings);

    /// <summary>The answer, for what stands before the endpoints.</summary>
    public Task WriteAsync(HttpContext context, params IReadOnlyList<Finding> findings)
    {
        if (context.Features.Get<IProblemForm>() is { } form) return form.WriteAsync(context, this, findings);
        context.Response.StatusCode = Status;
        var answer = new ProblemAnswer(Type, $"{Title.Thai} / {Title.English}", Status, [.. findings.Select(FindingAnswer.Of)], context.TraceIdentifier);
        return context.Response.WriteAsJsonAsync(answer, ApiJson.Readable.ProblemAnswer, "application/problem+json", context.RequestAborted);
    }

    private sealed class ProblemResult(Problem problem, IReadOnlyList<Finding> findings) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => problem.WriteAsync(httpContext, findings);
    }
}

/// <summary>Another form of problems than JSON, set as a feature of the request by whoever answers in it.</summary>
internal interface IProblemForm
{
    Task WriteAsync(HttpContext context, Problem problem, IReadOnlyList<Finding> findings);
}
