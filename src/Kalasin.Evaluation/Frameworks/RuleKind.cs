namespace Kalasin.Evaluation;

/// <summary>Which of an indicator's rules a score used.</summary>
public enum RuleKind
{
    /// <summary>Its wording.</summary>
    Text,

    /// <summary>The way of measuring, with the details that it leaves open.</summary>
    Measure,

    /// <summary>The day of the register that is the denominator.</summary>
    Population,

    /// <summary>The period.</summary>
    Period,

    /// <summary>The scale.</summary>
    Scale,

    /// <summary>The weight.</summary>
    Weight,

    /// <summary>Who hosts it, and who leads where that decides.</summary>
    Hosts,

    /// <summary>How the results of joint hosts become one.</summary>
    Merge,

    /// <summary>A person's score that counts in place of a computed one.</summary>
    Assessment,

    /// <summary>What holds where there is nothing to measure.</summary>
    NotApplicable,
}
