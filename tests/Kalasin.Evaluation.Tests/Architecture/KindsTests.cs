using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Measures;
using Kalasin.Evaluation.Reports.Scorecards.Measures;
using Kalasin.Evaluation.Returns.Predicates;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>
/// A kind of measure, scale, predicate or event is known in each layer that has to know it. What a layer asks of the rules
/// themselves doesn't compile without an answer.
/// </summary>
public sealed class KindsTests
{
    [Theory]
    [InlineData(typeof(Measure))]
    [InlineData(typeof(Scale))]
    [InlineData(typeof(Predicate))]
    [InlineData(typeof(LevelCondition))]
    [InlineData(typeof(Operand))]
    [InlineData(typeof(ResultPart))]
    [InlineData(typeof(RoundEvent))]
    [InlineData(typeof(RoundDecision))]
    public void EveryKind_IsReadFromJsonUnderANameOfItsOwn(Type family)
    {
        var named = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        Assert.Equal(KindsOf(family).Order(), named.Select(n => n.DerivedType.Name).Order());
        Assert.Distinct(named.Select(n => n.TypeDiscriminator));
    }

    [Fact]
    public void EveryMeasure_IsMeasuredAndPrinted() => Assert.All(OneOfEach<Measure>(), measure =>
    {
        var measuring = Measuring.Of(measure);
        Assert.Equal(measure.GetType(), KindOf(measuring));
        Assert.NotEqual(measuring.Figures(IndicatorOf(measure)).IsEmpty, MeasureTables.Of(measure).GetType() == typeof(MeasureTables));
    });

    [Fact]
    public void EveryMeasure_HasFormulas() => Assert.All(OneOfEach<Measure>(), measure => Assert.Equal(measure.GetType(), MeasureFormulas.Of(measure).Kind));

    [Fact]
    public void EveryPredicate_HasAMeaning() =>
        Assert.All(OneOfEach<Predicate>(), predicate => Assert.Equal(predicate.GetType(), KindOf(Condition.Of(predicate))));

    private static IEnumerable<T> OneOfEach<T>() =>
        typeof(T).Assembly.GetTypes().Where(t => t.BaseType == typeof(T)).Select(t => (T)RuntimeHelpers.GetUninitializedObject(t));

    /// <summary>An indicator that is measured so, by columns that its register doesn't have.</summary>
    private static Indicator IndicatorOf(Measure measure)
    {
        foreach (var name in measure.GetType().GetProperties().Where(p => p.PropertyType == typeof(string))) name.SetValue(measure, "column");
        return BuiltInFrameworks.Get("dla-2567").Indicators[0] with { Measure = measure };
    }

    private static IEnumerable<string> KindsOf(Type family) => family.Assembly.GetTypes().Where(t => t.BaseType == family).Select(t => t.Name);

    private static Type KindOf(object meaning)
    {
        var type = meaning.GetType().BaseType!;
        while (!type.IsGenericType) type = type.BaseType!;
        return type.GetGenericArguments().Single();
    }
}
