namespace Kalasin.Evaluation.Frameworks;

/// <summary>A condition that makes a row wrong or noteworthy: <em>resolved not before received</em>.</summary>
/// <param name="Violated">Holds for a row that breaks the rule.</param>
/// <param name="Severity">An error keeps the row from counting.</param>
/// <param name="Column">Column the finding points at.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What is asked.</param>
internal sealed record RowCheck(Predicate Violated, Severity Severity, string Column, BilingualText Message, BilingualText Remedy);

/// <summary>A condition that makes a single value wrong or noteworthy: <em>presented before the summary was done</em>.</summary>
/// <param name="Violated">Holds where the rule is broken. One that names a column is asked of every row and broken by any of them.</param>
/// <param name="Severity">An error keeps the fact from counting.</param>
/// <param name="Fact">Fact the finding points at.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What is asked.</param>
internal sealed record FactCheck(Predicate Violated, Severity Severity, string Fact, BilingualText Message, BilingualText Remedy);
