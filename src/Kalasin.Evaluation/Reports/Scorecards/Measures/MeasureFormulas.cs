using System.Collections.Frozen;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>A value as a fraction, so that it is exact until it is divided once: the value is <c>Numerator × Factor ÷ Denominator</c>.</summary>
/// <param name="Numerator">Formula above the line.</param>
/// <param name="Above">What it comes to.</param>
/// <param name="Denominator">Formula below the line.</param>
/// <param name="Below">What it comes to; 0 or less: there is nothing to measure.</param>
internal readonly record struct Fraction(Func<string?> Numerator, decimal Above, Func<string?> Denominator, decimal Below);

/// <summary>What a kind of measure makes of rows, as formulas.</summary>
internal abstract class MeasureFormulas
{
    private static readonly FrozenDictionary<Type, MeasureFormulas> ByKind = new MeasureFormulas[]
    {
        new PercentageFormulas(), new CountFormulas(), new LevelFormulas(), new RatioOfSumsFormulas(), new AverageFormulas(), new SumFormulas(), new GrowthFormulas(),
    }.ToFrozenDictionary(m => m.Kind);

    public static MeasureFormulas Of(Measure measure) => ByKind[measure.GetType()];

    /// <summary>The kind of measure.</summary>
    public abstract Type Kind { get; }

    /// <summary>What the numerator is multiplied by.</summary>
    public virtual int Factor => 1;

    /// <summary>What stands above and below the line, in words.</summary>
    public abstract (string Above, string Below) Words(Measure measure);

    /// <summary>Text columns whose values are compared.</summary>
    public virtual IEnumerable<string> Compared(Indicator indicator) => indicator.Measure.IdentityIn(indicator.Register);

    /// <summary>Adds its columns to the register and the tables that it needs beside.</summary>
    public abstract AddedFormulas Add(IndicatorWork work);

    /// <summary>Text columns that a condition compares with a word.</summary>
    protected static IEnumerable<string> ComparedIn(params IEnumerable<Predicate?> conditions) =>
        conditions.OfType<Predicate>().SelectMany(p => p.Operands).OfType<ColumnOperand>().Select(c => c.Name);
}

/// <summary>What a measure added to a sheet.</summary>
/// <param name="Of">The value of rows that are measured together.</param>
/// <param name="Place">Puts its own tables at the end of the sheet; they stand above the register.</param>
internal sealed record AddedFormulas(Func<RowGroup, Fraction> Of, Action? Place = null)
{
    /// <summary>A value shown beside and never scored. Default: none.</summary>
    public (string Name, Fraction Value, int Factor)? Also { get; init; }

    /// <summary>Sum of a column's ones over the rows of a group.</summary>
    public static (Func<string?> Formula, decimal Result) Count(IndicatorWork work, RowColumn flag, IReadOnlyList<bool> holds, RowGroup group) => (
        () => $"SUMPRODUCT({flag.All}{IndicatorWork.In(group, work.Register.Units)}{(group.Host is null ? "*1" : "")})",
        holds.Where((h, i) => h && (group.Host is null || work.Register.Lines[i]!.Value.From.Unit == group.Host.Unit)).Count());
}
