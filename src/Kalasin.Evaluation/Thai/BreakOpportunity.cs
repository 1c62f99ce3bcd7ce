namespace Kalasin.Evaluation;

/// <summary>What it costs a text to end a line at a place.</summary>
public enum BreakCost
{
    /// <summary>Between words: any line may end here.</summary>
    Free,

    /// <summary>Inside a compound or a term of the lexicon, which is kept whole while it fits on a line.</summary>
    Dear,

    /// <summary>
    /// Inside a date, a number with its unit, a name or an address: only where the whole is wider than its line, and still better
    /// than between any two letters.
    /// </summary>
    Last,
}

/// <summary>A place where a line may end.</summary>
/// <param name="Index">Index of the character that the next line begins with: greater than 0, less than the text's length.</param>
/// <param name="Cost">What it costs.</param>
public readonly record struct BreakOpportunity(int Index, BreakCost Cost);
