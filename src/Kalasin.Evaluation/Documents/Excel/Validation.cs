using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>What may be typed into a range, with what is said before and after.</summary>
/// <param name="Range">The cells.</param>
/// <param name="Rule">What they may hold; empty is always allowed.</param>
internal sealed record Validation(CellRange Range, ValidationRule Rule)
{
    /// <summary>Said when a cell of the range is chosen: at most 32 and 255 characters. Default: nothing.</summary>
    public Notice? Prompt { get; init; }

    /// <summary>Said when something else was typed: at most 32 and 225 characters. Default: Excel's own words.</summary>
    public Notice? Error { get; init; }

    /// <summary>Something else may be kept after the notice. Default <see langword="false"/>: it must be changed.</summary>
    public bool MayKeep { get; init; }
}

/// <summary>What is said beside a cell.</summary>
/// <param name="Title">At most 32 characters.</param>
/// <param name="Text">What is found and asked.</param>
internal sealed record Notice(string Title, string Text);

/// <summary>
/// What cells may hold. Closed family: <see cref="Anything"/>, <see cref="OneOf"/>, <see cref="OneOfRange"/>,
/// <see cref="WholeNumber"/>, <see cref="DecimalNumber"/>, <see cref="Day"/>.
/// </summary>
internal abstract record ValidationRule
{
    private protected ValidationRule() { }
}

/// <summary>Whatever is typed; for a range that only has a prompt.</summary>
internal sealed record Anything : ValidationRule;

/// <summary>One of a few texts, offered as a list.</summary>
/// <param name="Values">Non-empty texts without commas, at most 255 characters together with a comma between each; longer lists go
/// by <see cref="OneOfRange"/>.</param>
internal sealed record OneOf(ImmutableArray<string> Values) : ValidationRule;

/// <summary>One of the texts of a range, offered as a list.</summary>
/// <param name="Sheet">Name of the sheet, this one or another.</param>
/// <param name="Range">One row or one column.</param>
internal sealed record OneOfRange(string Sheet, CellRange Range) : ValidationRule;

/// <summary>A whole number.</summary>
/// <param name="Minimum">Smallest, included.</param>
/// <param name="Maximum">Largest, included.</param>
internal sealed record WholeNumber(long Minimum, long Maximum) : ValidationRule;

/// <summary>A number.</summary>
/// <param name="Minimum">Smallest, included.</param>
/// <param name="Maximum">Largest, included.</param>
internal sealed record DecimalNumber(decimal Minimum, decimal Maximum) : ValidationRule;

/// <summary>A day.</summary>
/// <param name="First">Earliest, included; 1 March 1900 or later.</param>
/// <param name="Last">Latest, included.</param>
internal sealed record Day(DateOnly First, DateOnly Last) : ValidationRule;
