using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>A value that a predicate compares. Closed family; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ColumnOperand), "column")]
[JsonDerivedType(typeof(FactOperand), "fact")]
[JsonDerivedType(typeof(TextOperand), "text")]
[JsonDerivedType(typeof(NumberOperand), "number")]
[JsonDerivedType(typeof(DateOperand), "date")]
[JsonDerivedType(typeof(EvaluationDateOperand), "evaluationDate")]
[JsonDerivedType(typeof(FiscalYearEndOperand), "fiscalYearEnd")]
internal abstract record Operand
{
    private protected Operand() { }
}

/// <summary>The row's value in a column.</summary>
/// <param name="Name">Column id of the register.</param>
internal sealed record ColumnOperand(string Name) : Operand;

/// <summary>A single value of the return.</summary>
/// <param name="Name">Fact id of the register.</param>
internal sealed record FactOperand(string Name) : Operand;

/// <summary>A fixed text; for a choice the option's id, for a flag <c>yes</c> or <c>no</c>.</summary>
/// <param name="Value">The text.</param>
internal sealed record TextOperand(string Value) : Operand;

/// <summary>A fixed number.</summary>
/// <param name="Value">The number.</param>
internal sealed record NumberOperand(decimal Value) : Operand;

/// <summary>A fixed day.</summary>
/// <param name="Value">The day.</param>
internal sealed record DateOperand(DateOnly Value) : Operand;

/// <summary>The day on which "overdue" and "not yet due" are judged.</summary>
internal sealed record EvaluationDateOperand : Operand;

/// <summary>The last day of a fiscal year, 30 September.</summary>
/// <param name="Year">Buddhist-era fiscal year, 2400 to 2800.</param>
internal sealed record FiscalYearEndOperand(int Year) : Operand;
