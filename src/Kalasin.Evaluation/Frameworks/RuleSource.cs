namespace Kalasin.Evaluation;

/// <summary>
/// Where a rule comes from. Every rule in a framework or plan has one; see decision 3 of the design: an assumed rule never poses as
/// the department's.
/// </summary>
/// <param name="Kind">Who made the rule.</param>
/// <param name="Citation">Where to read it: letter number and date, section of a regulation, the office decision's date. Default: none.</param>
/// <param name="Note">A doubt or an explanation for the reader. Default: none.</param>
public sealed record RuleSource(SourceKind Kind, string? Citation = null, string? Note = null)
{
    /// <summary>Somebody's default, not a rule anybody gave: shown in internal editions only, marked เกณฑ์สมมติ.</summary>
    public bool IsAssumed => Kind == SourceKind.Assumed;

    /// <summary>Where the rule comes from as forms print it, in Thai with the digits of the citation; an assumed one never poses as a given one.</summary>
    internal string InWords => (IsAssumed, Citation, Note) switch
    {
        (true, _, null) => "เกณฑ์สมมติ",
        (true, _, var note) => $"เกณฑ์สมมติ ({note})",
        (_, null, null) => "แผนของจังหวัด",
        (_, null, var note) => note,
        (_, var citation, null) => citation,
        (_, var citation, var note) => $"{citation} ({note})",
    };
}

/// <summary>Who made a rule.</summary>
public enum SourceKind
{
    /// <summary>The province's memo that started the round.</summary>
    Memo,

    /// <summary>The department's letter.</summary>
    DlaLetter,

    /// <summary>An annex of the department's letter, as an office entered it.</summary>
    Annex,

    /// <summary>A law, regulation or standard; the citation names it.</summary>
    Regulation,

    /// <summary>A decision of the province; the citation says whose and when.</summary>
    Office,

    /// <summary>Our default until somebody decides.</summary>
    Assumed,
}
