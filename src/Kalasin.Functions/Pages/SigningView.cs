using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Pages;

/// <summary>Where the report stands on its way to the giver of the award, and what is to be done next.</summary>
public sealed record SigningView : PageView
{
    internal SigningView(AwardRules rules) : base(new BilingualText("การลงนามและการส่งรายงาน", "Signature and dispatch")) => Rules = rules;

    public AwardRules Rules { get; }

    public string Round => Rules.Plan.Id.Value;

    /// <summary>Why what was asked last was not done.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public required BilingualText Stage { get; init; }

    /// <summary>Somebody has to do something about that.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The official edition is compiled.</summary>
    public bool HasReport { get; init; }

    /// <summary>What has changed since the one compiled last, which is compiled again then; null where nothing has.</summary>
    public BilingualText? Outdated { get; init; }

    /// <summary>Compiling it at once, where that is due; null where it isn't.</summary>
    public CompileNow? Compile { get; init; }

    /// <summary>What has changed since the one that was put forward; null where nothing has.</summary>
    public BilingualText? Since { get; init; }

    /// <summary>What was said when it was put forward and decided.</summary>
    public ImmutableArray<SaidView> Said { get; init; } = [];

    public ImmutableArray<DecisionForm> ReportForms { get; init; } = [];

    /// <summary>Number and date of the letter; null before they were reserved.</summary>
    public BilingualText? Number { get; init; }

    /// <summary>Date of the letter; null before.</summary>
    public DateOnly? LetterOn { get; init; }

    public ImmutableArray<DecisionForm> LetterForms { get; init; } = [];

    /// <summary>The head has approved it, so that there is a page to sign.</summary>
    public bool IsApproved { get; init; }

    /// <summary>The last signed copy of each paper.</summary>
    public ImmutableArray<SignedCopyView> Copies { get; init; } = [];

    /// <summary>The visitor attaches signed returns of all units.</summary>
    public bool AttachesReturns { get; init; }

    /// <summary>What keeps it from being sent.</summary>
    public ImmutableArray<Finding> Obstacles { get; init; } = [];

    public ImmutableArray<DecisionForm> AddressForms { get; init; } = [];

    /// <summary>What would be sent; null as long as there is nothing, and for whoever doesn't send it.</summary>
    public DispatchView? Preview { get; init; }

    /// <summary>It was ordered to be sent.</summary>
    public bool IsDispatched { get; init; }

    public ImmutableArray<DecisionForm> DispatchForms { get; init; } = [];

    /// <summary>That it arrived; null while nobody has recorded it.</summary>
    public BilingualText? Acknowledged { get; init; }

    /// <summary>What the round has come to since it was sent; null where nothing has changed.</summary>
    public BilingualText? Difference { get; init; }

    /// <summary>Files of the office's own, each use with the one in use.</summary>
    public ImmutableArray<OfficeFileView> OfficeFiles { get; init; } = [];

    /// <summary>What a committee of judges needs here; null where judges score nothing.</summary>
    public CommitteeView? Committee { get; init; }

    /// <summary>The visitor gives files of the office's own.</summary>
    public bool GivesFiles { get; init; }

    /// <summary>The visitor attaches signed copies and sends the report.</summary>
    public bool IsInCharge { get; init; }

    public string Token { get; init; } = "";

    /// <summary>Makes a form that is sent twice one attachment.</summary>
    public string Key { get; init; } = "";
}

/// <summary>What a committee of judges needs.</summary>
/// <param name="Unit">Unit on whose page its sheets are sent.</param>
/// <param name="MayRecord">The visitor may record what it gave.</param>
public sealed record CommitteeView(ReportingUnit Unit, bool MayRecord)
{
    internal static CommitteeView? Of(OpenedRound round, Actor actor, DateTimeOffset now, bool isPast)
    {
        var asked = new Asked(round.State, round.Rules, now, actor);
        return Committee.Of(round.Rules) is { } committee
            ? new(round.Rules.Plan.Find(round.Rules.Plan.Collector)!, !isPast && committee.Entrants.All(e => asked.RecordsScoresOf(e.Code)))
            : null;
    }
}

/// <summary>A use of a file of the office's own.</summary>
/// <param name="Word">As addresses name it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="GivenAt">Since when there is one; null where there is none.</param>
/// <param name="Bytes">Its size.</param>
public sealed record OfficeFileView(string Word, BilingualText Name, DateTimeOffset? GivenAt, long Bytes);

/// <summary>A signed copy on the page.</summary>
/// <param name="Number">Of the entry that attached it.</param>
/// <param name="Paper">Of what.</param>
/// <param name="How">How it is signed, and how it is known to be of that paper.</param>
/// <param name="Said">By whom and when, and why.</param>
/// <param name="Signers">Who signed by certificate and what checking it gave; null for a scan.</param>
/// <param name="Codes">Codes of what was found in it.</param>
/// <param name="Holds">It is of the number and the report as they are now.</param>
public sealed record SignedCopyView(
    long Number, BilingualText Paper, BilingualText How, SaidView Said, BilingualText? Signers, ImmutableArray<string> Codes, bool Holds);

/// <summary>What would be sent to the giver of the award.</summary>
/// <param name="Seen">Fingerprint of all of it, which comes back with the order.</param>
public sealed record DispatchView(string To, ImmutableArray<DispatchMailView> Mails, string Seen)
{
    internal static DispatchView Of(DispatchPreview preview) => new(
        preview.To,
        [.. preview.Mails.Select(m => new DispatchMailView(m.Text.Subject, m.Text.Body, [.. m.Files.Select(f => (f.Name, (long)f.Content.Length))]))], preview.Seen.ToString());
}

/// <summary>A mail of it.</summary>
/// <param name="Files">Name and bytes of each.</param>
public sealed record DispatchMailView(string Subject, string Body, ImmutableArray<(string Name, long Bytes)> Files);
