using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>What the schema says about single values beyond their own cells: compared with each other and with the rows.</summary>
internal static class FactChecks
{
    /// <summary>The facts, without the values that a broken check keeps from counting.</summary>
    public static ValuesById Check(
        RegisterSchema schema, ReadFacts facts, IReadOnlyCollection<RegisterRow> rows, ReadingScope scope)
    {
        var values = facts.Values;
        foreach (var check in schema.FactChecks)
        {
            if (!facts.Notes.TryGetValue(check.Fact, out var notes) || !IsViolated(check.Violated, facts.Values, rows, scope)) continue;
            var label = schema.Facts.First(f => f.Id == check.Fact).Label;
            var kind = check.Severity switch { Severity.Error => FactFailed, Severity.Warning => FactWarns, _ => FactTells };
            notes.Say(kind, label, check.Message, check.Remedy);
            if (check.Severity == Severity.Error) values = values.With(check.Fact, new UnreadValue(PredicateReasons.Show(facts.Values[check.Fact]).Thai));
        }
        return values;
    }

    private static bool IsViolated(
        Predicate violated, ValuesById facts, IReadOnlyCollection<RegisterRow> rows, ReadingScope scope) =>
        violated.Operands.Any(o => o is ColumnOperand)
            ? rows.Any(row => scope.Predicates.Holds(violated, new PredicateSubject(row.Values, facts)))
            : scope.Predicates.Holds(violated, new PredicateSubject(ValuesById.Empty, facts));
}
