using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CsCheck;

namespace Kalasin.Evaluation.Tests.Json;

/// <summary>Makes up values of any record of the library: every member that JSON keeps is given something.</summary>
internal sealed class MadeUp(PCG chance)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] Texts = ["", "ก", "ตรวจสอบแล้ว ๑๒ เรื่อง", "ทต.นามน “เก่า”", "a\"b\\c\n\u0001", "Ω 🙂", "1,234.50"];

    /// <summary>A value of a type; of deep ones the inner lists are empty.</summary>
    public object? Of(Type type, int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Any(4) == 0 ? null : Of(inner, depth);
        if (type.IsEnum) return Pick(Enum.GetValues(type).Cast<object>());
        if (type == typeof(string)) return Pick(Texts);
        if (type == typeof(bool)) return Any(2) == 0;
        if (type == typeof(int)) return Any(100_000);
        if (type == typeof(long)) return 1L + Any(1_000_000_000) * 7L;
        if (type == typeof(decimal)) return (Any(2_000_000) - 1_000_000) / 1000m;
        if (type == typeof(DateOnly)) return new DateOnly(2024, 2, 29).AddDays(Any(900));
        if (type == typeof(TimeOnly)) return new TimeOnly(Any(24), Any(60));
        if (type == typeof(FrameworkId)) return Pick(["dla-2567", "any-2568"], FrameworkId.Parse);
        if (type == typeof(RoundId)) return Pick(["46-dla-2567", "10-any-2568"], RoundId.Parse);
        if (type == typeof(UnitCode)) return Pick(["PER", "4601", "ADM"], UnitCode.Parse);
        if (type == typeof(UnitKind)) return Pick(["section", "hospital"], UnitKind.Parse);
        if (type == typeof(IndicatorNumber)) return Pick(["1", "12", "3.2"], IndicatorNumber.Parse);
        if (type == typeof(AuthorityCode)) return Pick(["PAO-46", "SUB-460203"], c => new AuthorityCode(c));
        if (type == typeof(ContentHash)) return ContentHash.Of([(byte)Any(256)]);
        if (type == typeof(FiscalYear)) return new FiscalYear(2560 + Any(20));
        if (type == typeof(FiscalQuarter)) return new FiscalQuarter(new(2560 + Any(20)), 1 + Any(4));
        if (type == typeof(District)) return new District("4602", "นามน");
        if (type == typeof(LocalAuthority)) return new LocalAuthority(new("SUB-460203"), "สงเปลือย", new("4602", "นามน")) { EnglishName = (string)Of(typeof(string))!, From = (DateOnly?)Of(typeof(DateOnly?)) };
        if (type == typeof(Province)) return Pick(Province.All);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return ListOf(type.GenericTypeArguments[0], depth);
        if (type == typeof(ValuesById))
            return ValuesById.Of(((ImmutableArray<CellValue>)ListOf(typeof(CellValue), depth)).Select((v, i) => KeyValuePair.Create($"column-{i}", v)));
        return type.IsAbstract ? Of(Pick(type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(k => k.DerivedType)), depth) : RecordOf(type, depth);
    }

    private object ListOf(Type item, int depth)
    {
        var items = Array.CreateInstance(item, depth > 5 ? 0 : Any(3));
        for (var i = 0; i < items.Length; i++) items.SetValue(Of(item, depth + 1), i);
        return typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!.MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private object RecordOf(Type type, int depth)
    {
        var constructor = type.GetConstructors(Members).Where(c => c.GetParameters() is not [var only] || only.ParameterType != type)
            .OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var made = constructor is null
            ? RuntimeHelpers.GetUninitializedObject(type)
            : constructor.Invoke([.. constructor.GetParameters().Select(p => Given(p.ParameterType, depth, new NullabilityInfoContext().Create(p)))]);
        var named = constructor?.GetParameters().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        foreach (var property in type.GetProperties(Members).Where(p => p.SetMethod is not null && !named.Contains(p.Name) && IsKept(p)))
            property.SetValue(made, Given(property.PropertyType, depth, new NullabilityInfoContext().Create(property)));
        return made;
    }

    private object? Given(Type type, int depth, NullabilityInfo may) =>
        may.ReadState == NullabilityState.Nullable && (depth > 5 || Any(3) == 0) ? null : Of(type, depth + 1);

    private static bool IsKept(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
        && (property.GetMethod!.IsPublic || property.IsDefined(typeof(JsonIncludeAttribute)));

    private int Any(int count) => (int)chance.Next((uint)count);

    private T Pick<T>(IEnumerable<T> all) => all.ElementAt(Any(all.Count()));

    private object Pick<T>(string[] texts, Func<string, T> made) => made(Pick(texts))!;
}
