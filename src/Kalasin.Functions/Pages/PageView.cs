using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Http;

namespace Kalasin.Functions.Pages;

/// <summary>What a page shows, worked out before anything is rendered. Components are public by their nature, so views are too.</summary>
/// <param name="Title">The page's own name.</param>
public abstract record PageView(BilingualText Title)
{
    /// <summary>Pages above this one, outermost first.</summary>
    public ImmutableArray<Crumb> Trail { get; init; } = [];

    /// <summary>Holds sample data only, and says so.</summary>
    public bool IsSample { get; init; }

    /// <summary>The round that it is about; null where it is about none.</summary>
    public string? InRound { get; init; }

    /// <summary>The day at whose end it shows everything; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The same day on another page: whoever looks at the past stays in it.</summary>
    /// <param name="address">A page that can show the past.</param>
    public string Then(string address) => AsOf is { } day ? PageTime.AsOf(address, day) : address;

    /// <summary>When what it shows was true; null where that doesn't change.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where it learns that there is something newer; null where it doesn't.</summary>
    public string? Live { get; init; }

    /// <summary>Who reads it; put in when it is answered.</summary>
    public VisitorView? Visitor { get; init; }
}

/// <param name="Text">What the link says.</param>
/// <param name="Address">Where it goes.</param>
public sealed record Crumb(BilingualText Text, string Address);

/// <summary>Addresses of the pages, and of what they link to in the API.</summary>
internal static class PageAddress
{
    public const string Home = "/app/";

    /// <summary>The list of rounds, also where there is one alone: there another is opened.</summary>
    public const string AllRounds = "/app/?all=true";

    public const string Installation = "/app/installation";
    public const string SignIn = "/app/sign-in";
    public const string SignOut = "/app/sign-out";

    /// <param name="here">The page to come back to; null for home.</param>
    public static string Language(Language language, string? here) => $"/app/language/{PageLanguage.TagOf(language)}?to={Uri.EscapeDataString(here ?? Home)}";

    public const string Rankings = "/app/rankings";

    public static string Ranking(string framework) => $"{Rankings}/{framework}";

    public static string RankedEntrant(string framework, string entrant) => $"{Rankings}/{framework}/{entrant}";

    public static string RankingDocument(string framework, string ending) => $"/api/rankings/{framework}?format={ending}";

    /// <summary>Where the plan of a final is published that a ranking opens.</summary>
    public static string Final(string framework) => $"{Ranking(framework)}/final";

    public static string RankingSheet(string framework) => $"/api/rankings/{framework}/sheet";

    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string ScorecardFile(string round, DateOnly? asOf) =>
        $"/api/rounds/{round}/scorecard-file" + (PageTime.EndOf(asOf) is { } moment ? $"?asOf={Uri.EscapeDataString(moment.ToString("O"))}" : "");

    public static string Round(string round) => $"/app/rounds/{round}";

    public static string Links(string round) => $"/app/rounds/{round}/links";

    public static string RevokeLink(string round, long number) => $"/app/rounds/{round}/links/{number}/revoke";

    public static string Decisions(string round) => $"/app/rounds/{round}/decisions";

    /// <summary>What the coordinator does next, and everything before and after it.</summary>
    public static string Season(string round) => $"/app/rounds/{round}/season";

    /// <summary>Where what leads to a report is asked for at once.</summary>
    public static string Compile(string round) => $"/app/rounds/{round}/compile";

    /// <summary>Where the head's link leads.</summary>
    public static string Head(string round) => $"/app/rounds/{round}/head";

    public static string Signing(string round) => $"/app/rounds/{round}/signing";

    public static string SigningCopies(string round) => $"/app/rounds/{round}/signing/copies";

    public static string SigningFiles(string round) => $"/app/rounds/{round}/signing/office-files";

    public static string OfficeFile(string round, string use) => $"/api/rounds/{round}/office-files/{use}";

    public static string FilledForm(string round) => $"/api/rounds/{round}/filled-form";

    public static string SigningDispatch(string round) => $"/app/rounds/{round}/signing/dispatch";

    /// <summary>Where the page's form sends a stack of signed returns.</summary>
    public static string SigningReturns(string round) => $"/app/rounds/{round}/signing/returns";

    public static string Contacts(string round) => $"/app/rounds/{round}/contacts";

    public const string Frameworks = "/app/frameworks";

    /// <summary>The rules that a round has gone by.</summary>
    public static string Rules(string round) => $"/app/rounds/{round}/rules";

    /// <summary>The page that enters a plan before its round is opened.</summary>
    public static string Opening(string framework, string province, int year) => FormattableString.Invariant($"/app/opening?framework={framework}&province={province}&year={year}");

    /// <param name="opening">Address of the page.</param>
    /// <param name="part"><c>plan.xlsx</c> or <c>sheet</c>.</param>
    public static string OpeningPart(string opening, string part) => opening.Replace("/opening?", $"/opening/{part}?", StringComparison.Ordinal);

    /// <param name="word"><c>annex</c> or <c>plan</c>.</param>
    public static string RuleEdit(string round, string word) => $"/app/rounds/{round}/{word}";

    /// <param name="word"><c>annex</c> or <c>plan</c>.</param>
    public static string RuleSheet(string round, string word) => $"/api/rounds/{round}/{word}.xlsx";

    public static string SignedCopy(string round, long number) => $"/api/rounds/{round}/signed-copies/{number}";

    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string Paper(string round, string paper, string format, DateOnly? asOf) =>
        $"/api/rounds/{round}/papers/{paper}?format={format}{At(asOf)}";

    /// <param name="indicator">One of the unit's returns; null for all.</param>
    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string PrintedReturn(string round, string unit, string? indicator, ReportFormat format, DateOnly? asOf) =>
        $"/api/rounds/{round}/units/{unit}/return?format={FileFormat.Of(format).Ending}{(indicator is null ? "" : $"&indicator={indicator}")}{At(asOf)}";

    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string ReturnMemo(string round, string unit, ReportFormat format, DateOnly? asOf) =>
        $"/api/rounds/{round}/units/{unit}/return-memo?format={FileFormat.Of(format).Ending}{At(asOf)}";

    /// <summary>A delivered file with notes beside its cells.</summary>
    public static string Commented(string round, int receipt, int number) => $"/api/rounds/{round}/deliveries/{receipt}/files/{number}/commented";

    /// <summary>Where the page's form sends a file that is only to be looked at.</summary>
    public static string CheckFile(string round, string unit) => $"/app/rounds/{round}/units/{unit}/checks";

    /// <summary>Where the page's form sends the signed copy of returns.</summary>
    public static string AttachReturn(string round, string unit) => $"/app/rounds/{round}/units/{unit}/signed-returns";

    public static string SignedReturn(string round, string unit, string indicator) => $"/api/rounds/{round}/units/{unit}/signed-returns/{indicator}";

    /// <param name="kind"><c>receipts</c> or <c>returns</c>.</param>
    /// <param name="format">Null for the zip file.</param>
    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string Volume(string round, string kind, ReportFormat? format, DateOnly? asOf) =>
        $"/api/rounds/{round}/{kind}?format={(format is { } known ? FileFormat.Of(known).Ending : "zip")}{At(asOf)}";

    /// <param name="unit">Null for those of the whole round.</param>
    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string Findings(string round, string? unit, ReportFormat format, DateOnly? asOf) =>
        $"/api/rounds/{round}{(unit is null ? "" : $"/units/{unit}")}/findings?format={FileFormat.Of(format).Ending}{At(asOf)}";

    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string Binder(string round, DateOnly? asOf) =>
        $"/api/rounds/{round}/binder" + (PageTime.EndOf(asOf) is { } moment ? $"?asOf={Uri.EscapeDataString(moment.ToString("O"))}" : "");

    public static string Log(string round) => $"/app/rounds/{round}/log";

    public static string Mails(string round) => $"/app/rounds/{round}/mails";

    public static string Mail(string round, string mail) => $"/app/rounds/{round}/mails/{mail}";

    public static string MailAgain(string round, string mail) => $"{Mail(round, mail)}/again";

    public static string Eml(string round, string mail) => $"/api/rounds/{round}/mails/{mail}/eml";

    public static string Return(string round, string unit, string indicator) => $"/app/rounds/{round}/units/{unit}/returns/{indicator}";

    /// <summary>
    /// A page of ours, whatever somebody put into the address: its path by plain letters, so that nothing leads out of it; in what is asked for, all that a
    /// browser writes there, since it leads nowhere.
    /// </summary>
    public static string Local(string? to)
    {
        if (to is not { Length: <= LongestAddress } || !to.StartsWith(Home, StringComparison.Ordinal)) return Home;
        var query = to.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? to : to[..query];
        return !path.Contains("..", StringComparison.Ordinal) && path.All(c => IsPlain(c) || c is '/' or '#') && to[path.Length..].All(c => IsPlain(c) || QueryMarks.Contains(c)) ? to : Home;
    }

    private const int LongestAddress = 2_000;

    private const string QueryMarks = "?=&#%:+,;@/!$'()*~";

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    /// <param name="after">What the page has shown.</param>
    /// <param name="isBusy">It shows that something is under way.</param>
    public static string Live(string page, long after, bool isBusy = false) => $"{page}/live?after={new LivePages.Shown(after, isBusy)}";

    public static string WhatIf(string round) => $"/app/rounds/{round}/what-if";

    /// <summary>Where inputs of one return are tried.</summary>
    public static string WhatIf(string round, string unit, string indicator) => $"{WhatIf(round)}?unit={unit}&indicator={indicator}";

    public static string Scores(string round) => $"/app/rounds/{round}/scores";

    public static string Unit(string round, string unit) => $"/app/rounds/{round}/units/{unit}";

    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string Scorecard(string round, Edition edition, string? entrant, DateOnly? asOf) =>
        $"/api/rounds/{round}/scorecard?format={FileFormat.Excel.Ending}&edition={ApiJson.Word(edition)}{(entrant is null ? "" : $"&entrant={entrant}")}"
            + (PageTime.EndOf(asOf) is { } moment ? $"&asOf={Uri.EscapeDataString(moment.ToString("O"))}" : "");

    /// <param name="asOf">The day at whose end; null for now.</param>
    public static string Report(string round, Edition edition, ReportFormat format, string? entrant, DateOnly? asOf) =>
        $"/api/rounds/{round}/report?format={FileFormat.Of(format).Ending}&edition={ApiJson.Word(edition)}{(entrant is null ? "" : $"&entrant={entrant}")}{At(asOf)}";

    /// <summary>Where a unit's files come in parts.</summary>
    public static string Uploads(string round, string unit) => $"/api/rounds/{round}/units/{unit}/uploads";

    /// <param name="current">Filled in with the version that counts.</param>
    public static string Form(string round, string unit, string format = "xlsx", bool current = false) =>
        $"/api/rounds/{round}/units/{unit}/form?format={format}{(current ? "&current=true" : "")}";

    /// <summary>The forms of all units as one zip file.</summary>
    public static string Forms(string round, string format) => $"{AllForms(round)}?format={format}";

    /// <summary>The forms of all units, or of all judges.</summary>
    public static string AllForms(string round) => $"/api/rounds/{round}/forms";

    public static string Receipt(string round, int receipt) =>
        $"/api/rounds/{round}/deliveries/{receipt}/receipt?format={FileFormat.Of(ReportFormat.Pdf).Ending}";

    public static string File(string round, int receipt, int number) => $"/api/rounds/{round}/deliveries/{receipt}/files/{number}";

    private static string At(DateOnly? asOf) => PageTime.EndOf(asOf) is { } moment ? $"&asOf={Uri.EscapeDataString(moment.ToString("O"))}" : "";
}
