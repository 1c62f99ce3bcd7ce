using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>What a return of an indicator is made of: columns of its rows, single facts, checks.</summary>
/// <param name="Row">What one row is: คดีวินัย, กิจกรรม, องค์กรปกครองส่วนท้องถิ่น.</param>
/// <param name="Columns">Columns in the order of the form; at least one. The running number ที่ is the form's own and not listed.</param>
public sealed record RegisterSchema(BilingualText Row, ImmutableArray<Column> Columns)
{
    /// <summary>Single values of a return. Default: none.</summary>
    public ImmutableArray<Fact> Facts { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Columns whose values together are unique within a return; a second row with the same is a finding. Default: none.</summary>
    public ImmutableArray<string> Key { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Conditions that make a row wrong or noteworthy. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<RowCheck> Checks { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Conditions that make single values wrong or noteworthy, compared with each other or with the rows. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<FactCheck> FactChecks { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Nothing in its returns may name a person or hold an identity number. Default <see langword="false"/>; case codes say it too.</summary>
    public bool NoPersonalData { get; init; }

    /// <summary>
    /// Personal data in its returns are a finding and withheld from everything but the original file: said so, or about cases that
    /// go by a code (<see cref="Column.CaseCode"/>).
    /// </summary>
    [JsonIgnore] public bool HoldsNoPersonalData => NoPersonalData || Columns.Any(c => c.CaseCode);

    /// <summary>The form lists every local authority, or everything on the column's list, beforehand in this column. Default: none.</summary>
    public string? Prefill { get; init; }

    /// <summary>The column of an id, or <see langword="null"/>.</summary>
    public Column? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        foreach (var column in Columns)
            if (column.Id == id) return column;
        return null;
    }

    /// <summary>What forms and reports call a column.</summary>
    internal BilingualText HeadingOf(string column) => Find(column)?.Heading ?? column;
}

/// <summary>A column of a register.</summary>
/// <param name="Id">Name in rules and data: lower-case letters, digits and hyphens; unique in the register.</param>
/// <param name="Heading">Heading in forms and reports.</param>
/// <param name="Type">What its cells hold.</param>
public sealed record Column(string Id, BilingualText Heading, ColumnType Type)
{
    /// <summary>A row without it is an error. Default <see langword="false"/>.</summary>
    public bool Required { get; init; }

    /// <summary>Options of a choice column, in order. Only for <see cref="ColumnType.Choice"/>.</summary>
    public ImmutableArray<ChoiceOption> Options { get; init => field = value.OrEmpty(); } = [];

    /// <summary>
    /// The options are the things of this list of the framework, as the plan's table has them. Only for <see cref="ColumnType.Choice"/>, without options of
    /// its own. Default: none.
    /// </summary>
    public string? List { get; init; }

    /// <summary>Smallest number, inclusive. Only for number columns. Default: none.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest number, inclusive. Only for number columns. Default: none.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Other headings that mean this column.</summary>
    public ImmutableArray<string> Synonyms { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Never leaves the house: left out of official editions and exports. Default <see langword="false"/>.</summary>
    public bool Internal { get; init; }

    /// <summary>
    /// The day on which what a row reports happened: later than the evaluation date it doesn't count. Only for date columns.
    /// Default <see langword="false"/>.
    /// </summary>
    public bool Happened { get; init; }

    /// <summary>
    /// A code of a case, never a person's name; possible personal data in it is an error, and anywhere else in the return a finding.
    /// Default <see langword="false"/>.
    /// </summary>
    public bool CaseCode { get; init; }
}

/// <summary>A single value of a return, such as the date the summary went to the governor.</summary>
/// <param name="Id">Name in rules and data; unique among the register's facts.</param>
/// <param name="Label">Label in forms and reports.</param>
/// <param name="Type">What it holds; not an authority or a sender.</param>
public sealed record Fact(string Id, BilingualText Label, ColumnType Type)
{
    /// <summary>Options of a choice. Only for <see cref="ColumnType.Choice"/>.</summary>
    public ImmutableArray<ChoiceOption> Options { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Other labels that mean this fact.</summary>
    public ImmutableArray<string> Synonyms { get; init => field = value.OrEmpty(); } = [];
}

/// <summary>What a cell holds.</summary>
public enum ColumnType
{
    /// <summary>Short text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of fixed options.</summary>
    Choice,

    /// <summary>Yes or no (ใช่/ไม่).</summary>
    Flag,

    /// <summary>A local authority of the province.</summary>
    Authority,

    /// <summary>A unit of the plan or a local authority that sent something.</summary>
    Sender,
}

/// <summary>An option of a choice.</summary>
/// <param name="Id">Name in rules and data.</param>
/// <param name="Text">What forms show.</param>
public sealed record ChoiceOption(string Id, BilingualText Text)
{
    /// <summary>Other words that mean it.</summary>
    public ImmutableArray<string> Synonyms { get; init => field = value.OrEmpty(); } = [];
}
