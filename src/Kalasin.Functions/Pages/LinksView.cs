using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's page of personal links: which there are, and the form for new ones.</summary>
public sealed record LinksView : PageView
{
    private LinksView(AwardRules rules) : base(new BilingualText("ลิงก์ส่วนบุคคล", "Personal links")) => Rules = rules;

    public AwardRules Rules { get; }

    public string Round => Rules.Plan.Id.Value;

    /// <summary>Newest first.</summary>
    public required ImmutableArray<LinkLine> Links { get; init; }

    /// <summary>Units that no link opens yet.</summary>
    public required int UnitsWithout { get; init; }

    /// <summary>Links lead somewhere from other machines too.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>The last day of a link, unless somebody picks another.</summary>
    public required DateOnly Last { get; init; }

    public required string Token { get; init; }

    public required string Key { get; init; }

    /// <summary>Why the last form came to nothing.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    internal static async Task<LinksView> OfAsync(
        OpenedRound round, HttpContext context, AccessSettings settings, DateTimeOffset now, bool isSample,
        CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<LinkLine>();
        foreach (var link in round.State.Links.Values.Reverse())
            lines.Add(new(
                link.Number, WordsFor(link, round.Rules), link.Issued.At, link.Expires, link.Revoked is not null,
                link.Opens(now), await NoteAsync(link, round, cancellationToken)));
        return new(round.Rules)
        {
            IsSample = isSample,
            InRound = round.Id.Value,
            Trail = TrailOf(round),
            Links = lines.ToImmutable(),
            UnitsWithout = LinkService.UnitsWithout(round, now).Count(),
            IsReachable = PublicAddress.IsReachable(context.Request, settings),
            Last = LastDay(round, now),
            Token = FormToken.Of(context),
            Key = Guid.NewGuid().ToString("N"),
        };
    }

    internal static ImmutableArray<Crumb> TrailOf(OpenedRound round) =>
    [
        new(new("รอบการประเมิน", "Rounds"), PageAddress.Home),
        new(new("ภาพรวมของรอบ", "The round"), PageAddress.Round(round.Id.Value)),
    ];

    /// <summary>For whom a link may be that is no unit's: the word of the form, and what they are called.</summary>
    public static IEnumerable<(string Purpose, BilingualText Holder)> Holders =>
        new[] { LinkPurpose.Head, LinkPurpose.StandIn, LinkPurpose.Confirmer, LinkPurpose.Inspector }
            .Select(purpose => (ApiJson.Word(purpose), IssuedLink.HolderOf(purpose)));

    /// <summary>For whom a link is.</summary>
    internal static BilingualText WordsFor(IssuedLink link, AwardRules rules) => new Telling(rules).HolderOf(link.Purpose, link.Unit);

    /// <summary>Long enough for corrections and questions after the department's own deadline.</summary>
    internal static DateOnly LastDay(OpenedRound round, DateTimeOffset now)
    {
        const int daysAfter = 90;
        var (final, today) = (round.Rules.Framework.FinalDeadline.Date, BangkokTime.Date(now));
        return (final > today ? final : today).AddDays(daysAfter);
    }

    private static async Task<string?> NoteAsync(IssuedLink link, OpenedRound round, CancellationToken cancellationToken) =>
        link.Issued.Text is { } note ? (await StatedTexts.ReadAsync(round.Vault, note, cancellationToken))?.Text : null;
}

/// <summary>A link in the list.</summary>
public sealed record LinkLine(long Number, BilingualText Whom, DateTimeOffset Issued, DateTimeOffset Expires, bool IsRevoked, bool Opens, string? Note)
{
    /// <summary>The last day on which it opens something.</summary>
    public DateOnly Last => BangkokTime.Date(Expires.AddTicks(-1));

    /// <summary>Whether it opens anything, in words.</summary>
    public BilingualText State => IsRevoked ? new("ยกเลิกแล้ว", "revoked") : Opens ? new("ใช้ได้", "usable") : new("หมดอายุ", "expired");
}
