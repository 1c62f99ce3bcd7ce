using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// The highest of its steps that is complete together with all below it. Steps of different subjects never add up; the best
/// subject counts.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Steps">At least one and at most 20, levels from 1 on in order.</param>
internal sealed record LevelMeasure(BilingualText Unit, RuleSource Source, ImmutableArray<LevelStep> Steps) : Measure(Unit, Source)
{
    private const int MostSteps = 20;

    /// <summary>
    /// Columns that together name the subject; the reporting unit always belongs to it when any is named. Empty: the entrant itself is
    /// the subject.
    /// </summary>
    public ImmutableArray<string> Subject { get; init => field = value.OrEmpty(); } = [];

    internal override bool IsLevel => true;

    internal override IEnumerable<BilingualText> StepTexts => Steps.Select(s => s.Text);

    internal override ExpectedSenders? SendersIn(string column) =>
        Steps.Select(s => s.Condition).OfType<Coverage>().FirstOrDefault(c => c.Column == column)?.Senders;

    internal override IEnumerable<(RuleKind Rule, RuleSource Source)> Sources =>
        base.Sources.Concat(Steps.Select(s => s.Condition).OfType<Coverage>().Select(c => (RuleKind.Measure, c.Senders.Source)));

    internal override IEnumerable<Predicate> Conditions => base.Conditions.Concat(Steps.Select(s => s.Condition.Asked).OfType<Predicate>());

    internal override BilingualText WithUnit(BilingualText number) => new($"ระดับ {number.Thai}", $"level {number.English}");

    internal override void Check(MeasureChecks checks)
    {
        checks.Columns(Subject, "subject");
        checks.InRange(Steps.Length, 1, MostSteps, "steps");
        foreach (var (i, step) in Steps.Index())
        {
            if (step.Level != i + 1)
                checks.Add($"steps/{i}/level", FrameworkFindings.LevelsOutOfOrder, ThaiNumerals.Number(step.Level), ThaiNumerals.Number(i + 1));
            step.Condition.Check(checks, $"steps/{i}/condition");
        }
    }
}

/// <summary>One level of a <see cref="LevelMeasure"/>.</summary>
/// <param name="Level">Its number, from 1.</param>
/// <param name="Text">What has been achieved at this level.</param>
/// <param name="Condition">When it is achieved.</param>
internal sealed record LevelStep(int Level, BilingualText Text, LevelCondition Condition);

/// <summary>When a level is achieved. Closed family; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SomeRow), "someRow")]
[JsonDerivedType(typeof(FactHolds), "fact")]
[JsonDerivedType(typeof(Coverage), "coverage")]
internal abstract record LevelCondition
{
    private protected LevelCondition() { }

    /// <summary>What is asked of a row or of the facts; <see langword="null"/> where every row will do.</summary>
    internal abstract Predicate? Asked { get; }

    internal abstract void Check(MeasureChecks checks, string at);
}

/// <summary>Some row of the subject meets a condition.</summary>
/// <param name="Where">The condition.</param>
internal sealed record SomeRow(Predicate Where) : LevelCondition
{
    internal override Predicate Asked => Where;

    internal override void Check(MeasureChecks checks, string at) => checks.Condition(Where, $"{at}/where");
}

/// <summary>A condition on facts and dates alone holds.</summary>
/// <param name="Holds">The condition; it names no column.</param>
internal sealed record FactHolds(Predicate Holds) : LevelCondition
{
    internal override Predicate Asked => Holds;

    internal override void Check(MeasureChecks checks, string at) => checks.FactCondition(Holds, $"{at}/holds");
}

/// <summary>Every expected sender occurs among the rows that meet a condition; those missing are listed by name.</summary>
/// <param name="Column">Column of type <see cref="ColumnType.Sender"/>, or a choice with a list, of which everything is expected.</param>
/// <param name="Senders">Who is expected; nobody besides a list.</param>
/// <param name="Where">Condition of a row that counts; <see langword="null"/> takes every row.</param>
internal sealed record Coverage(string Column, ExpectedSenders Senders, Predicate? Where = null) : LevelCondition
{
    internal override Predicate? Asked => Where;

    internal override void Check(MeasureChecks checks, string at)
    {
        checks.Condition(Where, $"{at}/where");
        checks.Kinds(Senders.Units, $"{at}/senders/units");
        var none = Senders is { Units.IsEmpty: true, Authorities.IsEmpty: true };
        if (checks.ListOf(Column) is null)
        {
            checks.Column(Column, ColumnType.Sender, $"{at}/column");
            if (none) checks.Add($"{at}/senders", FrameworkFindings.Empty);
        }
        else if (!none) checks.Add($"{at}/senders", FrameworkFindings.SendersOfList, Column);
    }
}

/// <summary>Who has to send something: units of a kind and authorities of some kinds.</summary>
/// <param name="Units">Kinds of units of the plan.</param>
/// <param name="Authorities">Kinds of local authorities of the province that report directly.</param>
/// <param name="Source">Where this comes from.</param>
internal sealed record ExpectedSenders(ImmutableArray<UnitKind> Units, ImmutableArray<AuthorityKind> Authorities, RuleSource Source);
