using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>
/// How one province runs a framework: units, hosts and leads, internal dates, addresses, signatories. Exists only checked: read one
/// with <c>RoundPlanReader</c>.
/// </summary>
public sealed record RoundPlan
{
    [JsonConstructor]
    internal RoundPlan() { }

    /// <summary>The round it makes, such as <c>46-dla-2567</c>.</summary>
    [JsonInclude] public required RoundId Id { get; init; }

    /// <summary>1 for the first published text, one more for each correction.</summary>
    [JsonInclude] public required int Revision { get; init; }

    /// <summary>Framework it runs.</summary>
    [JsonInclude] public required FrameworkId Framework { get; init; }

    /// <summary>Two-digit province code.</summary>
    [JsonInclude] public required string Province { get; init; }

    /// <summary>Name of the provincial office.</summary>
    [JsonInclude] public required BilingualText Office { get; init; }

    /// <summary>Address of the office as its letters print it, in a line of at most 200 characters. Default: none; the office enters it.</summary>
    [JsonInclude] public string? OfficeAddress { get; init; }

    /// <summary>Telephone that letters name for questions, at most 200 characters. Default: none; the office enters it.</summary>
    [JsonInclude] public string? Telephone { get; init; }

    /// <summary>Units in official order; codes, names and aliases are unique.</summary>
    [JsonInclude] public required ImmutableArray<ReportingUnit> Units { get; init; }

    /// <summary>Tables of the things on the framework's lists. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<ListTable> Lists { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The classes of the province, where it is the entrant and thresholds depend on them. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<EntrantClass> Classes { get; init => field = value.OrEmpty(); } = [];

    /// <summary>One entry per indicator of the framework.</summary>
    [JsonInclude] public required ImmutableArray<Hosting> Hosting { get; init; }

    /// <summary>Unit that collects all returns.</summary>
    [JsonInclude] public required UnitCode Collector { get; init; }

    /// <summary>When the units' returns are due.</summary>
    [JsonInclude] public required InternalDeadline InternalDeadline { get; init; }

    /// <summary>Day on which "overdue" and "not yet due" are judged. Default: the internal deadline.</summary>
    [JsonInclude] public DateOnly? EvaluationDate { get; init; }

    /// <summary>Day the register of local authorities is taken of, where a rule doesn't say its own.</summary>
    [JsonInclude] public required DateOnly AuthoritiesOn { get; init; }

    /// <summary>What happens to the same thing reported by two units until somebody decides.</summary>
    [JsonInclude] public required DuplicatesPolicy Duplicates { get; init; }

    /// <summary>Whether the head of each unit confirms its returns. Default <see langword="false"/>: the letter doesn't ask for it.</summary>
    [JsonInclude] public bool UnitHeadConfirms { get; init; }

    /// <summary>
    /// How many working days before its last day a unit is reminded of what it owes, each 1–60. Default: none is said, and 14, 7, 3 and 1 are
    /// assumed (the letter doesn't say).
    /// </summary>
    [JsonInclude] public ImmutableArray<int> Reminders { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Who certifies and signs, by position.</summary>
    [JsonInclude] public required ImmutableArray<Signatory> Signatories { get; init; }

    /// <summary>What the letter leaves open and a person has to choose before anything goes to the department.</summary>
    [JsonInclude] public ImmutableArray<OpenChoice> OpenChoices { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The memo that started the round: number and date as printed.</summary>
    [JsonInclude] public required string Memo { get; init; }

    /// <summary>What stands for the memo where there is none.</summary>
    internal const string NoMemo = "-";

    /// <summary>By what the units are asked: the memo; where there is none the province's source of who reports, such as the ranking that made the plan; else nothing.</summary>
    [JsonIgnore] internal string? AskedBy => Memo != NoMemo ? $"หนังสือ {Memo}" : Hosting is [{ Source: { Kind: SourceKind.Office, Citation: { } source } }, ..] ? source : null;

    /// <summary>The day "overdue" is judged on: <see cref="EvaluationDate"/>, or the internal deadline.</summary>
    [JsonIgnore] public DateOnly JudgedOn => EvaluationDate ?? InternalDeadline.Date;

    /// <summary>Working days before its last day on which a unit is reminded: <see cref="Reminders"/>, or the assumed ones.</summary>
    [JsonIgnore] internal ImmutableArray<int> RemindersInForce => Reminders.IsEmpty ? [14, 7, 3, 1] : Reminders;

    /// <summary>Where mails go: a unit's to its own address, the coordinator's to the deadline's.</summary>
    /// <param name="unit">The unit; <see langword="null"/> for the coordinator.</param>
    /// <returns><see langword="null"/> where the plan says none.</returns>
    internal string? AddressOf(UnitCode? unit) => unit is { } code ? Find(code)?.Email : InternalDeadline.Email is { Length: > 0 } address ? address : null;

    /// <summary>
    /// The same plan for the award of another fiscal year, as revision 1: units, hosts, addresses and names stay, days move, and all that the office said for one
    /// year is assumed for the other.
    /// </summary>
    /// <param name="before">The framework that this plan runs.</param>
    /// <param name="after">The framework that it shall run.</param>
    /// <exception cref="ArgumentException">This plan runs another framework.</exception>
    public RoundPlan CarriedTo(Framework before, Framework after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Id != Framework) throw new ArgumentException($"The plan runs {Framework}, not {before.Id}.", nameof(before));
        return CarriedRules.Of(this, before, after);
    }

    /// <summary>The unit of a code, or <see langword="null"/>.</summary>
    public ReportingUnit? Find(UnitCode code) => Units.FirstOrDefault(u => u.Code == code);
}

/// <summary>A unit that reports.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its full name.</param>
/// <param name="ShortName">A few words for tables and pages.</param>
/// <param name="Kind">What it is.</param>
public sealed record ReportingUnit(UnitCode Code, BilingualText Name, BilingualText ShortName, UnitKind Kind)
{
    /// <summary>Other names and spellings people use for it.</summary>
    public ImmutableArray<string> Aliases { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Four-digit district code of a district office. Default: none.</summary>
    public string? District { get; init; }

    /// <summary>The classes of the unit, where it is an entrant and thresholds depend on them. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<EntrantClass> Classes { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Official e-mail address that its mails go to, at most 254 ASCII characters. Default: none; the office enters it, the letter doesn't say it.</summary>
    public string? Email { get; init; }
}

/// <summary>Who reports on an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Hosts">Units that report, lead included.</param>
/// <param name="Lead">Unit that answers for the merged answer; one of the hosts.</param>
/// <param name="Source">Where the hosts come from.</param>
/// <param name="LeadSource">Where the lead comes from.</param>
public sealed record Hosting(IndicatorNumber Indicator, ImmutableArray<UnitCode> Hosts, UnitCode Lead, RuleSource Source, RuleSource LeadSource);

/// <summary>When the units' returns are due.</summary>
/// <param name="Date">Last day, inclusive, Asia/Bangkok.</param>
/// <param name="Email">Address the memo names; empty while the office has not said.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record InternalDeadline(DateOnly Date, string Email, RuleSource Source)
{
    private static readonly TimeOnly UsualEnd = new(16, 30);

    /// <summary>End of office hours; later on the day is shown as หลังเวลาราชการ. Default 16:30, assumed.</summary>
    [JsonIgnore] public TimeOnly OfficeHoursEnd { get; init; } = UsualEnd;

    /// <summary>The same, where the plan says it.</summary>
    [JsonInclude, JsonPropertyName("officeHoursEnd")] internal TimeOnly? SaidEnd { get => OfficeHoursEnd; init => OfficeHoursEnd = value ?? UsualEnd; }

    /// <summary>Where the end of office hours comes from. Default: nobody has said; it is assumed.</summary>
    public RuleSource? OfficeHoursSource { get; init; }

    /// <summary>
    /// Whether after office hours on the last day is late (Civil and Commercial Code 193/4). Default <see langword="false"/>: the
    /// day ends at midnight.
    /// </summary>
    public bool AfterHoursIsLate { get; init; }
}

/// <summary>What happens to the same thing reported by two units until somebody decides.</summary>
public enum DuplicatesPolicy
{
    /// <summary>Counted once and listed.</summary>
    CountOnce,

    /// <summary>Counted as often as reported and listed.</summary>
    CountAll,
}

/// <summary>Who certifies or signs.</summary>
/// <param name="Role">Why: <c>compiler</c>, <c>certifier</c>, <c>sender</c>.</param>
/// <param name="RoleText">Printed role.</param>
/// <param name="Position">Position.</param>
public sealed record Signatory(string Role, BilingualText RoleText, BilingualText Position)
{
    /// <summary>Name as it stands under the signature, at most 200 characters. Default: none; the office enters it, and none is ever shipped.</summary>
    public string? Name { get; init; }

    /// <summary>Who signs in their place for now. Default: nobody; the office enters it.</summary>
    public Deputy? Deputy { get; init; }

    /// <summary>They sign the page that certifies the report; the sender signs the letter that it goes with.</summary>
    internal bool Certifies => Role is "compiler" or "certifier";
}

/// <summary>Who signs in the place of a signatory.</summary>
/// <param name="Position">Their own position, as printed.</param>
public sealed record Deputy(string Position)
{
    /// <summary>Name as it stands under the signature, at most 200 characters. Default: none.</summary>
    public string? Name { get; init; }

    /// <summary>Why they may. Default: powers were delegated to them.</summary>
    public DeputyBasis Basis { get; init; }
}

/// <summary>Why somebody may sign in the place of a signatory.</summary>
public enum DeputyBasis
{
    /// <summary>ปฏิบัติราชการแทน: powers were delegated to them.</summary>
    ActingFor,

    /// <summary>รักษาราชการแทน: the signatory is away, or nobody fills the post.</summary>
    StandingIn,
}

/// <summary>Something the letter leaves open; nobody guesses it.</summary>
/// <param name="Id">Its id: lower-case letters, digits and hyphens.</param>
/// <param name="Question">What has to be chosen.</param>
/// <param name="Options">What the letter or the office offers; a person may also write another.</param>
/// <param name="Until">Text printed until somebody has chosen.</param>
/// <param name="Source">Where the doubt comes from.</param>
public sealed record OpenChoice(string Id, BilingualText Question, ImmutableArray<string> Options, string Until, RuleSource Source)
{
    /// <summary>Indicator whose Thai wording it decides: options and choice are whole wordings. Default: none.</summary>
    public IndicatorNumber? Indicator { get; init; }

    /// <summary>One of its options stands in a text, so that the choice changes what is printed of it.</summary>
    internal bool StandsIn(string? text) => text is not null && Options.Any(option => text.Contains(option, StringComparison.Ordinal));
}
