using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>The frameworks that something can be ranked by.</summary>
public sealed record RankingsView() : PageView(new BilingualText("การจัดอันดับ", "Rankings"))
{
    public required IReadOnlyList<(Framework Framework, int Entrants)> Rankings { get; init; }
}

/// <summary>Entrants in order, as far as they are looked for.</summary>
public sealed record RankingView : PageView
{
    /// <summary>Who enters a final, as many as are listed.</summary>
    public const int MostShown = 100;

    private readonly OpenedRanking ranking;

    private RankingView(OpenedRanking ranking) : base(new BilingualText("การจัดอันดับ", "Ranking")) => this.ranking = ranking;

    public Framework Framework => ranking.Framework;

    public string Id => Framework.Id.Value;

    public Ranking Ranking => ranking.Field.Ranking;

    /// <summary>What is here and can't be ranked.</summary>
    public ImmutableArray<Finding> Unfit => ranking.Field.Findings;

    public IEnumerable<Province> Awaited => ranking.Field.Awaited;

    /// <summary>The finals that this ranking opens, with who enters. Default: none.</summary>
    public ImmutableArray<EnteredFinal> Finals { get; init; } = [];

    /// <summary>The visitor publishes plans.</summary>
    public bool Plans { get; init; }

    /// <summary>Day of what was sent last.</summary>
    public DateOnly Day => ranking.Field.AsOf;

    public bool HasTScores => Framework.Ranking?.TScores == true;

    /// <summary>What is looked for; empty for everybody.</summary>
    public string Search { get; private init; } = "";

    /// <summary>Class and option as <c>class:option</c>; empty for all.</summary>
    public string Class { get; private init; } = "";

    /// <summary>Province code; empty for all.</summary>
    public string InProvince { get; private init; } = "";

    /// <summary>Group of indicators whose scores are shown; empty for all.</summary>
    public string Group { get; private init; } = "";

    /// <summary>May send results, and take them out.</summary>
    public bool MayRank { get; init; }

    /// <summary>The form's proof of origin.</summary>
    public string Token { get; init; } = "";

    /// <summary>What became of files that were sent just now.</summary>
    public ImmutableArray<Finding> Said { get; init; } = [];

    /// <summary>How many entrants were taken in just now; null where nothing was sent.</summary>
    public int? TakenIn { get; init; }

    /// <summary>Indicators whose scores are shown.</summary>
    public IEnumerable<Indicator> Indicators => Framework.Groups.FirstOrDefault(g => g.Id == Group) is { } group
        ? Framework.Indicators.Where(i => group.Indicators.Contains(i.Number))
        : Framework.Indicators;

    public IEnumerable<(string Value, BilingualText Text)> Classes =>
        Framework.Classes.SelectMany(c => c.Options.Select(o => ($"{c.Id}:{o.Id}", new BilingualText($"{c.Name.Thai}: {o.Text.Thai}", $"{c.Name.English}: {o.Text.English}"))));

    public IEnumerable<(string Value, BilingualText Text)> Groups => Framework.Groups.Select(g => (g.Id, g.Name));

    /// <summary>Provinces that units come from; empty where provinces are ranked.</summary>
    public IEnumerable<Province> Provinces => Framework.Entrant == EntrantKind.Province ? [] : ranking.Field.Entries.Select(e => e.Province).Distinct();

    /// <summary>How many of each standing are looked for.</summary>
    public IReadOnlyDictionary<EntrantStanding, int> Counts { get; private init; } = ImmutableDictionary<EntrantStanding, int>.Empty;

    /// <summary>A page of the rows that are looked for, in order.</summary>
    public IReadOnlyList<RankedEntrant> Rows { get; private init; } = [];

    /// <summary>The address of the next page; null at the end.</summary>
    public string? Next { get; private init; }

    public BilingualText? TieOf(RankedEntrant row) => ranking.Field.Ties.GetValueOrDefault(row.Scorecard.Entrant);

    /// <returns>Null if the token names no page.</returns>
    internal static RankingView? Of(OpenedRanking ranking, string? search = null, string? of = null, string? province = null, string? group = null, string? next = null)
    {
        var view = Of(ranking, search, of, province, group);
        List<RankedEntrant> lookedFor = [.. view.Ranking.Rows.Where(view.IsLookedFor)];
        if (Paging.Of(lookedFor, r => r.Scorecard.Entrant, next) is not { } rows) return null;
        string[] asked = [$"q={Uri.EscapeDataString(view.Search)}", $"of={Uri.EscapeDataString(view.Class)}", $"province={Uri.EscapeDataString(view.InProvince)}", $"group={Uri.EscapeDataString(view.Group)}"];
        return view with
        {
            Counts = lookedFor.CountBy(r => r.Standing).ToImmutableDictionary(),
            Rows = rows.Items,
            Next = rows.Next is { } token ? $"{PageAddress.Ranking(view.Id)}?{string.Join('&', asked.Where(a => !a.EndsWith('=')))}&next={token}".Replace("?&", "?", StringComparison.Ordinal) : null,
        };
    }

    private static RankingView Of(OpenedRanking ranking, string? search, string? of, string? province, string? group) => new(ranking)
    {
        IsSample = ranking.Field.IsSample,
        Search = search?.Trim() is { Length: <= 100 } text ? text : "",
        Class = of is { Length: <= 100 } ? of : "",
        InProvince = province is { Length: <= 100 } ? province : "",
        Group = group is { Length: <= 100 } ? group : "",
        Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.Home), new(new("การจัดอันดับ", "Rankings"), PageAddress.Rankings)],
    };

    private bool IsLookedFor(RankedEntrant row)
    {
        var entry = ranking.Field.EntryOf(row);
        if (InProvince.Length > 0 && entry.Province.Code != InProvince) return false;
        if (Class.Length > 0 && !entry.Classes.Any(c => $"{c.Class}:{c.Is}" == Class)) return false;
        if (Search.Length == 0) return true;
        var key = ThaiText.Key(Search);
        return ThaiText.Key(row.Scorecard.EntrantName.Thai).Contains(key, StringComparison.Ordinal) || ThaiText.Key(row.Scorecard.EntrantName.English).Contains(key, StringComparison.Ordinal)
            || row.Scorecard.Entrant.Contains(Search, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What a standing is called.</summary>
    public static BilingualText NameOf(EntrantStanding standing) => standing switch
    {
        EntrantStanding.Ranked => new("จัดอันดับ", "ranked"),
        EntrantStanding.Apart => new("แสดงแยกตามที่หนังสือยกเว้น", "stands apart, as the letter says"),
        EntrantStanding.Barred => new("ไม่ผ่านเกณฑ์ขั้นต่ำ", "fails a requirement"),
        _ => new("ยังไม่มีคะแนน", "no score yet"),
    };
}

/// <summary>One entrant of a ranking.</summary>
public sealed record RankedEntrantView : PageView
{
    private RankedEntrantView(OpenedRanking ranking, string entrant, BilingualText name) : base(name) => (Opened, Entrant) = (ranking, entrant);

    internal OpenedRanking Opened { get; }

    public string Entrant { get; }

    public Framework Framework => Opened.Framework;

    /// <summary>Null where nothing of it counts.</summary>
    public RankedEntrant? Row => Opened.Find(Entrant);

    public RankingEntry? Entry => Row is { } row ? Opened.Field.EntryOf(row) : null;

    public BilingualText? Tie => Opened.Field.Ties.GetValueOrDefault(Entrant);

    /// <summary>May take it out.</summary>
    public bool MayRank { get; init; }

    public string Token { get; init; } = "";

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>A page of what was sent of it, newest first.</summary>
    public IEnumerable<SentLine> Sent => SentPage.Items.Select(s => new SentLine(
        s.At, s.By.RoleName, s.File?.ToString()[..12], Opened.History.Current.GetValueOrDefault(Entrant)?.Number == s.Number));

    internal Page<SentToRanking> SentPage { get; private init; } = new([], null);

    /// <summary>Token of what was sent before; null at the end.</summary>
    public string? Next => SentPage.Next;

    /// <returns>Null if the token names no page.</returns>
    internal static RankedEntrantView? Of(OpenedRanking ranking, string entrant, string? next = null) =>
        RankingEndpoints.SentPage(ranking, entrant, next) is { } sent ? Of(ranking, entrant, sent) : null;

    private static RankedEntrantView Of(OpenedRanking ranking, string entrant, Page<SentToRanking> sent) => new(
        ranking, entrant, ranking.Find(entrant)?.Scorecard.EntrantName ?? Province.Find(entrant)?.BilingualName ?? entrant)
    {
        IsSample = ranking.Field.IsSample,
        SentPage = sent,
        Trail =
        [
            new(new("รอบการประเมิน", "Rounds"), PageAddress.Home), new(new("การจัดอันดับ", "Rankings"), PageAddress.Rankings),
            new(ranking.Framework.Title, PageAddress.Ranking(ranking.Framework.Id.Value)),
        ],
    };
}

/// <param name="At">When.</param>
/// <param name="By">In what role.</param>
/// <param name="File">Beginning of the file's hash; null where it was taken out.</param>
/// <param name="Counts">It is what counts now.</param>
public sealed record SentLine(DateTimeOffset At, BilingualText By, string? File, bool Counts);
