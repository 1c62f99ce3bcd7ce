using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>What every cell of a delivery is read against. Immutable.</summary>
/// <param name="rules">The round's rules.</param>
/// <param name="options">What is known about the delivery.</param>
internal sealed class ReadingScope(AwardRules rules, IntakeOptions options)
{
    public AwardRules Rules { get; } = rules;

    public ImmutableArray<FileTreatment> Treatments { get; } = options.Treatments;

    public IFileTranslator? Translator { get; } = options.Translator;

    public UnitCode? ExpectedUnit { get; } = options.ExpectedUnit;

    /// <summary>Later dates are in the future.</summary>
    public DateOnly Today { get; } = options.ReceivedOn ?? rules.Plan.JudgedOn;

    public AuthorityRegister Authorities { get; } = rules.Authorities;

    public UnitFinder Units { get; } = UnitFinder.Of(rules.Plan);

    /// <summary>The one unit whose address it is.</summary>
    public ReportingUnit? UnitOf(string? sender) =>
        sender is null ? null : Rules.Plan.Units.Where(u => sender.Equals(u.Email, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var one] ? one : null;

    public PredicateEvaluator Predicates { get; } = new(rules.Plan.JudgedOn);
}
