using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Access;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>A decision of each kind, as <c>POST rounds/{round}/decisions</c> takes it, in an order in which a round accepts one after the other.</summary>
internal sealed partial class EachDecision
{
    private const string Namon = "\"unit\": \"4602\", \"indicator\": \"3\"";
    private const string Why = "\"reason\": \"เหตุผล\"";

    /// <summary>A word behind @ stands for what only the running round knows; the name of a kind for the number of the decision of that kind.</summary>
    private static readonly ImmutableArray<(string Kind, string Members)> Script =
    [
        ("requestSignature", $"\"report\": \"@report\", {Why}"),
        ("approveReport", "\"report\": \"@report\""),
        ("returnReport", $"\"report\": \"@report\", {Why}"),
        ("numberLetter", "\"number\": \"กส ๐๐๒๓.๑/๑๒๓๔\", \"on\": \"@soon\""),
        ("confirmAddress", $"\"owner\": \"award\", {Why}"),
        ("showResults", "\"until\": \"@soon\""),
        ("askCorrection", $"{Namon}, \"until\": \"@soon\", {Why}"),
        ("answerCorrection", "\"correction\": @askCorrection, \"text\": \"ถูกต้องแล้ว\""),
        ("extendDeadline", $"\"unit\": \"4602\", \"until\": \"@soon\", {Why}"),
        ("excuseUnit", $"{Namon}, {Why}"),
        ("expectUnit", $"{Namon}, {Why}"),
        ("withdrawDelivery", $"\"receipt\": 1, {Why}"),
        ("restoreDelivery", $"\"receipt\": 1, {Why}"),
        ("excludeReturn", $"{Namon}, \"version\": 1, {Why}"),
        ("includeReturn", $"{Namon}, \"version\": 1, {Why}"),
        ("excludeRow", $"{Namon}, \"row\": \"@row\", {Why}"),
        ("includeRow", $"{Namon}, \"row\": \"@row\", {Why}"),
        ("settleDuplicate", $$"""
            "indicator": "3", "first": { "unit": "4602", "hash": "@row" }, "second": { "unit": "4602", "hash": "@other" }, "same": true, {{Why}}
            """),
        ("settleDisagreement", $"\"indicator\": \"10\", \"unit\": \"LAW\", {Why}"),
        ("recordCopy", $"{Namon}, \"form\": \"paper\", \"on\": \"@today\", \"registerNumber\": \"๑๒๓/๒๕๖๗\""),
        ("revokeCopy", $"{Namon}, \"form\": \"paper\", {Why}"),
        ("confirmReturn", $"{Namon}, \"version\": 1, \"as\": \"byAnother\""),
        ("withdrawConfirmation", $"{Namon}, \"version\": 1, \"as\": \"byAnother\", {Why}"),
        ("assess", $"\"indicator\": \"3\", \"score\": 3.5, {Why}"),
        ("takeBackAssessment", $"\"indicator\": \"3\", {Why}"),
        ("makeChoice", "\"choice\": \"website-names\", \"text\": \"www\""),
        ("askQuestion", $"{Namon}, \"text\": \"ขอต้นฉบับ\""),
        ("answerQuestion", "\"question\": @askQuestion, \"text\": \"แนบแล้ว\""),
        ("closeQuestion", $"\"question\": @askQuestion, {Why}"),
        ("writeNote", "\"text\": \"โปรดตรวจ\", \"role\": \"confirmer\""),
        ("finishNote", $"\"note\": @writeNote, {Why}"),
        ("nameStandIn", $"\"from\": \"@today\", \"to\": \"@soon\", \"link\": @link, {Why}"),
        ("endStandIn", $"\"standIn\": @nameStandIn, {Why}"),
        ("raiseObjection", $"{Namon}, \"text\": \"นับไม่ครบ\""),
        ("decideObjection", $"\"objection\": @raiseObjection, \"upheld\": true, {Why}"),
        ("explainJump", $"{Namon}, {Why}"),
        ("revokeLink", $"\"link\": @link, {Why}"),
        ("holdMail", "\"mail\": \"forms-1\""),
        ("releaseMail", "\"mail\": \"forms-1\""),
        ("releaseMails", "\"batch\": @forms"),
        ("cancelMails", $"\"batch\": @reminders, {Why}"),
        ("cancelDispatch", Why),
        ("settleDispatch", $"\"mail\": \"dispatch-2\", \"left\": true, {Why}"),
        ("acknowledgeDispatch", "\"by\": \"reply\", \"on\": \"@today\""),
    ];

    private static readonly Account Head = new("Kalasin.Head") { Id = "0a1b2c3d-0000-4000-8000-000000000001" };

    private readonly Dictionary<string, string> known;

    private EachDecision(Dictionary<string, string> known) => this.known = known;

    public static IEnumerable<string> Kinds => Script.Select(s => s.Kind);

    /// <summary>What the family has.</summary>
    public static IEnumerable<string> Family =>
        typeof(RoundDecision).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!);

    /// <summary>Brings what the decisions are about into a round that is open: three deliveries, a link, mails and a report.</summary>
    public static async Task<EachDecision> PrepareAsync(IStorage storage, string round, CancellationToken cancellationToken)
    {
        var (id, log) = (RoundId.Parse(round), new RoundLog(storage.Log, storage.Vaults, TimeProvider.System));
        var own = await DeliverAsync("4602", "3", "ร-1", "ร-2");
        await DeliverAsync("LAW", "10", "ร-1");
        await DeliverAsync("ADM", "10", "ร-99");
        var now = TimeProvider.System.GetUtcNow();
        var issue = new IssueLink(Guid.NewGuid(), LinkPurpose.StandIn, null, ContentHash.Of("secret"u8), now.AddDays(20));
        var (_, state) = await log.DecideAsync(id, issue, Actor.Local, cancellationToken);
        var (forms, reminders) = (await QueueAsync("forms", MailPurpose.Forms), await QueueAsync("reminders", MailPurpose.Reminder));
        var report = await CompileAsync(log, id, "compile", cancellationToken);
        var rows = own.Rows.Select(row => RowFingerprint.Of(own.Unit, row).Hash).ToList();
        return new(new(StringComparer.Ordinal)
        {
            ["today"] = Day(now), ["soon"] = Day(now.AddDays(10)), ["row"] = rows[0], ["other"] = rows[1],
            ["link"] = Number(state.Sequence), ["forms"] = Number(forms), ["reminders"] = Number(reminders), ["report"] = report.ToString(),
        });

        static string Day(DateTimeOffset moment) => BangkokTime.Date(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        async Task<long> QueueAsync(string name, MailPurpose purpose)
        {
            var mail = new MailToQueue(MailId.Of(name, 1), purpose, await KeepAsync(log, id, Encoding.UTF8.GetBytes(name), cancellationToken)) { Unit = UnitCode.Parse("4602") };
            var (decision, after) = await log.DecideAsync(id, new PrepareMails(Guid.NewGuid(), [mail]), Actor.Local, cancellationToken);
            Assert.IsType<Accept>(decision);
            return after.Batches.Keys.Last();
        }

        async Task<Return> DeliverAsync(string unit, string indicator, params string[] cases)
        {
            var told = cases.Select((name, n) => new RegisterRow(n + 1, ValuesById.Empty.With("case", new TextValue(name))
                .With("received", new DateValue(new(2024, 1, 10))).With("status", new ChoiceValue("found"))));
            var brought = new Return(UnitCode.Parse(unit), IndicatorNumber.Parse(indicator), ReturnStatus.Reported) { Rows = [.. told] };
            var content = await KeepAsync(log, id, ReturnJson.Write(brought), cancellationToken);
            var command = new ReceiveDelivery(
                Guid.NewGuid(), DeliveryChannel.Mail, brought.Unit, DateTimeOffset.UnixEpoch, content, content, [], [new(brought, content)], new(0, 0, 0), content);
            Assert.IsType<Accept>((await log.DecideAsync(id, command, new(ActorRole.Machine, "mail"), cancellationToken)).Decision);
            return brought;
        }
    }

    /// <summary>Brings a round to where a kind can be decided, if it is not there: to a dispatch that was ordered, and to another that was cut off an hour ago.</summary>
    /// <returns>Sequence of the round then.</returns>
    public static async Task<long> LeadToAsync(string kind, IStorage storage, string round, CancellationToken cancellationToken)
    {
        var (id, log) = (RoundId.Parse(round), new RoundLog(storage.Log, storage.Vaults, new ClockFrom(TimeProvider.System.GetUtcNow().AddHours(-1))));
        if (kind == "cancelDispatch")
        {
            var opened = (await log.FindAsync(id, null, cancellationToken))!;
            foreach (var choice in opened.Rules.Plan.OpenChoices) await DecideAsync(new MakeChoice(choice.Id, "www"), Actor.Local);
            var report = await CompileAsync(log, id, "compile-again", cancellationToken);
            await DecideAsync(new RequestSignature(report), Actor.Local);
            await DecideAsync(new ApproveReport(report), new(ActorRole.Head, Head.Id));
            var scan = await KeepAsync(log, id, [3], cancellationToken);
            await DecideAsync(new AttachSignedCopy(Guid.NewGuid(), SignedPaper.Letter, SignedForm.Scan, scan, 1, MatchedBy.Code, []), Actor.Local);
            await OrderAsync(1);
        }
        if (kind == "settleDispatch") await DecideAsync(new AttemptMail(Guid.NewGuid(), await OrderAsync(2)), Actor.Clock);
        return (await log.LoadAsync(id, cancellationToken)).Sequence;

        async Task<MailId> OrderAsync(int number)
        {
            var dispatch = MailId.Of("dispatch", number);
            await DecideAsync(new OrderDispatch(Guid.NewGuid(), [new(dispatch, MailPurpose.Dispatch, await KeepAsync(log, id, [4], cancellationToken))]), Actor.Local);
            return dispatch;
        }

        async Task DecideAsync(RoundCommand command, Actor actor)
        {
            foreach (var text in command.Texts) await KeepAsync(log, id, text.ToBytes(), cancellationToken);
            Assert.IsType<Accept>((await log.DecideAsync(id, command with { Id = Guid.NewGuid() }, actor, cancellationToken)).Decision);
        }
    }

    private static async Task<ContentHash> KeepAsync(RoundLog log, RoundId id, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var staged = new StagedContents(log.VaultOf(id));
        var content = await staged.AddOwnAsync(bytes, cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        return content;
    }

    private static async Task<ContentHash> CompileAsync(RoundLog log, RoundId id, string step, CancellationToken cancellationToken)
    {
        var (word, pdf) = (await KeepAsync(log, id, [1], cancellationToken), await KeepAsync(log, id, [2], cancellationToken));
        var sequence = (await log.LoadAsync(id, cancellationToken)).Sequence;
        var record = new RecordReport(Guid.NewGuid(), step, sequence, [new(Edition.Official, word, pdf), new(Edition.Internal, word, pdf)]);
        Assert.IsType<Accept>((await log.DecideAsync(id, record, Actor.Clock, cancellationToken)).Decision);
        return pdf;
    }

    /// <summary>The decision of a kind, as JSON.</summary>
    public string BodyOf(string kind) =>
        $"{{ \"kind\": \"{kind}\", {Placeholder().Replace(Script.Single(s => s.Kind == kind).Members, found => known[found.Groups["name"].Value])} }}";

    /// <summary>Who takes it; null for the coordinator.</summary>
    public static Account? ByOf(string kind) => kind is "approveReport" or "returnReport" or "settleDisagreement" ? Head : null;

    /// <summary>Something else of the same kind.</summary>
    public string OtherThan(string kind) => BodyOf(kind) is var body && body.Contains("เหตุผล", StringComparison.Ordinal)
        ? body.Replace("เหตุผล", "อีกเหตุผลหนึ่ง", StringComparison.Ordinal)
        : body + " ";

    public void Took(string kind, long number) => known[kind] = Number(number);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("@(?<name>[a-zA-Z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
