using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Tests.Scoring;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>Whoever leaves out what a public method can't do without is told which argument it was, at once and not from somewhere inside.</summary>
public sealed class ArgumentsTests
{
    private static readonly AwardRules Rules = KalasinRound.Rules;
    private static readonly Scorecard Card = KalasinRound.Score();

    /// <summary>Something of each kind that methods take, so that only the argument in question is missing.</summary>
    private static readonly ImmutableArray<object> Samples =
    [
        Rules, Rules.Framework, Rules.Plan, Rules.Province, Rules.Framework.Indicators[0], Rules.Framework.Indicators[0].Register, Rules.Framework.Indicators[0].Register.Columns[0],
        Rules.Framework.Indicators[0].Measure, Card, Card.Scores[0], Card.Scores[0].Explanation, new MemoryStream(), SourceFile.FromBytes("a.xlsx", new byte[1]), IntakeLimits.Default, new IntakeOptions(),
        KalasinRound.Nil("PER", "1"), KalasinRound.Row(1), KalasinRound.Row(1).Values, "46", UnitCode.Parse("PER"), IndicatorNumber.Parse("1"), new BilingualText("ก", "a"),
        Place.Nowhere, CancellationToken.None, ThaiLexicon.Official, Rules.Authorities, Decisions.None, new DateOnly(2024, 5, 15), 1, 1L, 1m, Array.Empty<byte>(),
        new ReportDocument("ก", new(2024, 5, 15), []), Form.For(Rules, UnitCode.Parse("PER")), Ranking.Of([Card]), new NumberValue(1), AsyncEnumerable.Empty<SourceFile>(), Rules.Framework.FiscalYear, BangkokTime.At(new(2024, 5, 15)),
    ];

    public static TheoryData<string> Types() =>
        [.. typeof(AwardRules).Assembly.GetExportedTypes().Where(t => !t.IsInterface && Asked(t).Any()).Select(t => t.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Method_WithoutAnArgument_SaysWhich(string type)
    {
        var silent = new List<string>();
        foreach (var (method, parameter) in Asked(typeof(AwardRules).Assembly.GetType(type, throwOnError: true)!))
            if (await MissingAsync(method, parameter) is var said && said != parameter.Name) silent.Add($"{method.Name}({parameter.Name}): {said}");
        Assert.Empty(silent);
    }

    /// <summary>There is a sample of everything, so that no argument is left out unseen. What an interface is given is for those who implement it.</summary>
    [Fact]
    public void EveryArgument_IsAskedFor() => Assert.Empty(
        from type in typeof(AwardRules).Assembly.GetExportedTypes()
        where !type.IsInterface
        from left in Needed(type).Except(Asked(type))
        select $"{type.Name}.{left.Method.Name}({left.Parameter.Name})");

    /// <summary>Those of which everything but the argument in question can be given.</summary>
    private static IEnumerable<(MethodInfo Method, ParameterInfo Parameter)> Asked(Type type) => Needed(type).Where(n => (n.Method.IsStatic || Sample(type) is not null)
        && n.Method.GetParameters().All(p => p == n.Parameter || p.IsOut || p.HasDefaultValue || Sample(p.ParameterType) is not null || p.ParameterType.IsValueType));

    /// <summary>Arguments that a type's own public methods can't do without.</summary>
    private static IEnumerable<(MethodInfo Method, ParameterInfo Parameter)> Needed(Type type)
    {
        var context = new NullabilityInfoContext();
        return
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !method.IsGenericMethod
                && method.GetBaseDefinition().DeclaringType == type
            from parameter in method.GetParameters()
            where !parameter.ParameterType.IsValueType && !parameter.IsOut && context.Create(parameter).WriteState == NullabilityState.NotNull
            select (method, parameter);
    }

    private static async Task<string?> MissingAsync(MethodInfo method, ParameterInfo missing)
    {
        try
        {
            var given = method.GetParameters().Select(p => p == missing || p.IsOut ? null : p.HasDefaultValue ? Type.Missing : Sample(p.ParameterType) ?? Activator.CreateInstance(p.ParameterType)).ToArray();
            if (method.Invoke(method.IsStatic ? null : Sample(method.DeclaringType!), BindingFlags.OptionalParamBinding, null, given, null) is Task task) await task;
            return "nothing";
        }
        catch (Exception thrown)
        {
            var inner = thrown is TargetInvocationException { InnerException: { } first } ? first : thrown;
            return inner is ArgumentNullException { ParamName: { } name } ? name : $"{inner.GetType().Name} {inner.Message}";
        }
    }

    private static object? Sample(Type type)
    {
        if (Samples.FirstOrDefault(type.IsInstanceOfType) is { } sample) return sample;
        return type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? Array.CreateInstance(type.GetGenericArguments()[0], 0) : null;
    }
}
