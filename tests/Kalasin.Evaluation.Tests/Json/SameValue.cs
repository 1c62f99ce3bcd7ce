using System.Collections;
using System.Reflection;

namespace Kalasin.Evaluation.Tests.Json;

/// <summary>Equal down to the last field, lists item by item: what records compare by reference is looked into.</summary>
internal static class SameValue
{
    /// <summary>Where two values differ first; <see langword="null"/> where they don't.</summary>
    public static string? Difference(object? one, object? other, string at = "")
    {
        if (ReferenceEquals(one, other)) return null;
        if (one is null || other is null || one.GetType() != other.GetType()) return $"{at}: {one ?? "null"} ≠ {other ?? "null"}";
        if (one is not string && one is IEnumerable list)
        {
            var (first, second) = (Items(list), Items((IEnumerable)other));
            return first.Count != second.Count
                ? $"{at}: {first.Count} ≠ {second.Count} items"
                : first.Select((item, i) => Difference(item, second[i], $"{at}[{i}]")).FirstOrDefault(d => d is not null);
        }
        var type = one.GetType();
        if (type.Assembly != typeof(Finding).Assembly && !type.FullName!.StartsWith("System.Collections.Generic.KeyValuePair", StringComparison.Ordinal) || type.IsEnum)
            return Equals(one, other) ? null : $"{at}: {one} ≠ {other}";
        for (var declared = type; declared is not null && declared != typeof(object) && declared != typeof(ValueType); declared = declared.BaseType)
            foreach (var field in declared.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (Difference(field.GetValue(one), field.GetValue(other), $"{at}.{field.Name}") is { } difference) return difference;
        return null;
    }

    private static List<object?> Items(IEnumerable list) =>
        list.GetType() is { IsGenericType: true } type && type.GetProperty("IsDefault") is { } isDefault && (bool)isDefault.GetValue(list)! ? [] : [.. list.Cast<object?>()];
}
