using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>A part of a framework or plan as a table that people fill in: a worksheet, and the same on a page.</summary>
/// <param name="Id">Its name among the tables of one document.</param>
/// <param name="Name">What it is called; in Thai the name of its worksheet, at most 31 characters.</param>
/// <param name="Hint">How it is filled in.</param>
/// <param name="Columns">In order.</param>
/// <param name="Rows">What stands there now: a text for each column.</param>
internal sealed record RuleTable(string Id, BilingualText Name, BilingualText Hint, ImmutableArray<RuleColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Empty rows after those, to be filled in. Default: none.</summary>
    public int BlankRows { get; init; }

    /// <summary>It says nothing where its worksheet isn't there. Default <see langword="false"/>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Place of a column.</summary>
    public int IndexOf(string column) => Columns.IndexOf(Columns.First(c => c.Id == column));
}

/// <summary>A column of a <see cref="RuleTable"/>.</summary>
/// <param name="Id">Its name among the columns.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Kind">What its cells hold.</param>
internal sealed record RuleColumn(string Id, BilingualText Heading, RuleCell Kind)
{
    /// <summary>What may be chosen, in Thai. Only of <see cref="RuleCell.Choice"/>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>What is said beside a cell. Default: nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>It says nothing where its heading isn't there, as in a workbook of before there was one. Default <see langword="false"/>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Width in characters. Default 16.</summary>
    public double Width { get; init; } = 16;
}

/// <summary>What a cell of a <see cref="RuleTable"/> holds.</summary>
internal enum RuleCell
{
    /// <summary>What the program wrote: read, not changed.</summary>
    Given,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Several texts, one a line.</summary>
    Lines,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of some words.</summary>
    Choice,
}
