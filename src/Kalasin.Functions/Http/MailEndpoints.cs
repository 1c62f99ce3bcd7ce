using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/mails</c>: prepares mails to many units, and the journal of all. They are released, held and cancelled by decisions, as everything is; sending one once more writes another.
/// </summary>
internal static class MailEndpoints
{
    public static IEndpointRouteBuilder MapMails(this IEndpointRouteBuilder api)
    {
        var mails = api.MapGroup("/rounds/{round}/mails").RequireAuthorization(Policies.Coordinate);
        mails.MapGet("", ListAsync).Tell("อีเมลของรอบ", "The mails of a round").Tagged<ListAnswer<MailLine>>();
        mails.MapPost("", PrepareAsync).Tell("เตรียมอีเมลถึงหลายหน่วยงาน", "Prepares mails to many units")
            .Takes("application/json", nameof(MailRequest)).Keyed().Produces<BatchAnswer>(StatusCodes.Status201Created).Fails(StatusCodes.Status422UnprocessableEntity);
        mails.MapGet("/{mail}", ShowAsync).Tell("อีเมลหนึ่งฉบับพร้อมข้อความ", "One mail with its exact words").Tagged<JournalAnswer>();
        mails.MapGet("/{mail}/eml", EmlAsync).Tell("อีเมลตามที่ส่งจริง", "The very message").Gives("message/rfc822");
        mails.MapPost("/{mail}/again", AgainAsync).Tell("ส่งอีเมลซ้ำอีกฉบับ", "Sends once more what a mail said")
            .Produces<MailLine>(StatusCodes.Status201Created).Produces<MailLine>().Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<IResult> ListAsync(
        string round, RoundLog log, TimeProvider clock, CancellationToken cancellationToken, string? asOf = null, string? next = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var mails = found.State.Mails.Values.OrderBy(m => m.Number).ToList();
        return Paging.Of(mails, m => m.Number.ToString(CultureInfo.InvariantCulture), next) is { } page
            ? TaggedAnswers.Of(new([.. page.Items.Select(m => MailLine.Of(found, m, clock.GetUtcNow()))], page.Next), ApiJson.Readable.ListAnswerMailLine)
            : Paging.Unknown;
    }

    private static async Task<IResult> PrepareAsync(
        string round, HttpRequest request, Caller caller, RoundLog log, Batches batches, AccessSettings settings, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (await ReadAsync(request, found, cancellationToken) is not var (asked, isTest)) return Problem.NotAccepted.With(BatchFindings.BatchUnclear.At(Place.Nowhere));
        var origin = PublicAddress.Of(request, settings);
        var outcome = isTest
            ? await batches.TestAsync(found, asked, origin, caller.Actor, cancellationToken)
            : await batches.PrepareAsync(found, asked, origin, key.Length > 0 ? key : null, caller.Actor, cancellationToken);
        if (outcome.Numbers.IsEmpty) return Problem.NotAccepted.With(outcome.Findings);
        return new CreatedAnswer<BatchAnswer>($"/api/rounds/{found.Id}/mails", BatchAnswer.Of(outcome), ApiJson.Readable.BatchAnswer);
    }

    private static async Task<IResult> ShowAsync(
        string round, string mail, RoundLog log, TimeProvider clock, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        return Find(found, mail) is { } known
            ? TaggedAnswers.Of(JournalAnswer.Of(found, await MailReading.OfAsync(found, known, cancellationToken), clock.GetUtcNow()), ApiJson.Readable.JournalAnswer)
            : Unknown;
    }

    private static async Task<IResult> EmlAsync(string round, string mail, RoundLog log, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (Find(found, mail) is not { } known) return Unknown;
        var eml = await found.Vault.OpenAsync(known.Eml, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(known.Eml);
        return TypedResults.Stream(eml, "message/rfc822", $"{found.Id}-{known.Id}.eml");
    }

    private static async Task<IResult> AgainAsync(
        string round, string mail, Caller caller, RoundLog log, Resending resending, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (Find(found, mail) is not { } known) return Unknown;
        var (decision, after) = await resending.SendAgainAsync(found, known, caller.Actor, cancellationToken);
        if (decision is Refuse refusal) return Problem.NotAccepted.With(refusal.Findings);
        var again = after.State.Mails[known.Id].ResentAs!.Value;
        var line = MailLine.Of(after, after.State.Mails[again], clock.GetUtcNow());
        return decision is Accept
            ? new CreatedAnswer<MailLine>($"/api/rounds/{found.Id}/mails/{again}", line, ApiJson.Readable.MailLine)
            : TypedResults.Json(line, ApiJson.Readable.MailLine);
    }

    private static IResult Unknown => Problem.NotFound.With(BatchFindings.MailUnknown.At(Place.Nowhere));

    private static JournalMail? Find(OpenedRound round, string mail) => MailId.TryParse(mail, out var id) ? round.State.Mails.GetValueOrDefault(id) : null;

    /// <returns>Null for a body that is none, or names no purpose or no unit of the plan.</returns>
    private static async Task<(BatchRequest Asked, bool IsTest)?> ReadAsync(HttpRequest request, OpenedRound round, CancellationToken cancellationToken)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(request.Body, ApiJson.Readable.MailRequest, cancellationToken) is not { For: { } word } read) return null;
            if (ApiJson.Named<MailPurpose>(word) is not { } purpose || !Batches.Purposes.Contains(purpose)) return null;
            var units = ImmutableArray.CreateBuilder<UnitCode>();
            foreach (var unit in read.Units ?? [])
                if (round.UnitOf(unit) is { } known) units.Add(known.Code);
                else return null;
            return (new(purpose, units.ToImmutable()), read.Test == true);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="For"><c>forms</c>: each unit its forms and its link; <c>results</c>: that provisional results can be seen; <c>reminder</c>: whoever owes something what that is.</param>
/// <param name="Units">Codes of the units; all that report if it is left out.</param>
/// <param name="Test">One of them to the coordinator's own mailbox, without a link that opens anything. Default: no.</param>
internal sealed record MailRequest(string? For, IReadOnlyList<string>? Units, bool? Test);

/// <summary>Mails that were prepared and wait until they are released.</summary>
/// <param name="Batches">Numbers by which decisions name them.</param>
/// <param name="Mails">The mails.</param>
/// <param name="Findings">Units that were left out, and why.</param>
internal sealed record BatchAnswer(IReadOnlyList<long> Batches, IReadOnlyList<string> Mails, IReadOnlyList<FindingAnswer> Findings)
{
    public static BatchAnswer Of(BatchOutcome outcome) => new(
        outcome.Numbers,
        [.. outcome.Round.State.Mails.Values.Where(m => m.Batch is { } batch && outcome.Numbers.Contains(batch)).OrderBy(m => m.Number).Select(m => m.Id.Value)],
        [.. outcome.Findings.Select(FindingAnswer.Of)]);
}

/// <summary>A mail in the journal.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="For">What it is for.</param>
/// <param name="Unit">The unit it goes to, if any.</param>
/// <param name="Batch">Number of its batch, if a person prepared it.</param>
/// <param name="Stage"><c>waiting</c>, <c>held</c>, <c>underWay</c>, <c>failed</c>, <c>interrupted</c>, <c>sent</c>, <c>bounced</c> or <c>cancelled</c>.</param>
/// <param name="Queued">When it was queued.</param>
/// <param name="Sent">When it was handed over.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Failure">Code of the finding that the last attempt ended with.</param>
/// <param name="Smtp">Code of the mail server that gave it back, or says that it is late, where it gave one.</param>
/// <param name="LinkOpened">When the link in it was opened first.</param>
/// <param name="ResentAs">The mail that says the same once more.</param>
internal sealed record MailLine(
    string Mail, string For, string? Unit, long? Batch, string Stage, DateTimeOffset Queued, DateTimeOffset? Sent, int Attempts,
    string? Failure, string? Smtp, DateTimeOffset? LinkOpened, string? ResentAs)
{
    public static MailLine Of(OpenedRound round, JournalMail mail, DateTimeOffset now) => new(
        mail.Id.Value, ApiJson.Word(mail.Purpose), mail.Unit?.Value, mail.Batch, ApiJson.Word(mail.Stage(now)), mail.QueuedAt, mail.SentAt, mail.Attempts,
        mail.Failure, mail.Bounce?.Smtp?.Value, mail.Link is { } link ? round.State.Links[link].OpenedAt : null, mail.ResentAs?.Value);
}

/// <summary>A mail with its exact words.</summary>
/// <param name="Line">Its line in the journal.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text.</param>
/// <param name="Files">Names of the files attached.</param>
internal sealed record JournalAnswer(MailLine Line, string To, string Subject, string Body, IReadOnlyList<string> Files)
{
    public static JournalAnswer Of(OpenedRound round, MailReading reading, DateTimeOffset now) =>
        new(MailLine.Of(round, reading.Mail, now), reading.To, reading.Subject, reading.Body, reading.Files);
}
