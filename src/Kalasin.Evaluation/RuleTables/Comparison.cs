using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>How a condition on a sheet compares, and the predicate that it stands for.</summary>
/// <param name="Word">What is chosen in the cell.</param>
/// <param name="Kind">Kind of the predicate.</param>
/// <param name="Field">Member that the field stands in.</param>
/// <param name="Value">Member that the value stands in; <see langword="null"/> where none is asked.</param>
/// <param name="IsNegated">It holds where the predicate doesn't: also where a value is missing.</param>
internal sealed record Comparison(string Word, string Kind, string Field, string? Value, bool IsNegated = false)
{
    private const string OrBlank = " (หรือว่าง)";

    public static ImmutableArray<Comparison> All { get; } =
    [
        new("คือ", "equals", "value", "to"), new("ไม่ใช่", "equals", "value", "to", true), new("ตั้งแต่", "atLeast", "value", "limit"), new("ไม่เกิน", "atMost", "value", "limit"),
        new("กรอกไว้", "present", "value", null), new("เว้นว่าง", "present", "value", null, true), new("ก่อน", "before", "value", "than"), new("หลัง", "before", "than", "value"),
        new("ภายใน", "within", "to", "from"), new("พ้นกำหนด", "overdueAfter", "from", null),
        new("ไม่ถึง" + OrBlank, "atLeast", "value", "limit", true), new("เกิน" + OrBlank, "atMost", "value", "limit", true), new("ไม่ก่อน" + OrBlank, "before", "value", "than", true),
        new("ไม่หลัง" + OrBlank, "before", "than", "value", true), new("ไม่ภายใน" + OrBlank, "within", "to", "from", true), new("ไม่พ้นกำหนด" + OrBlank, "overdueAfter", "from", null, true),
    ];

    public static ImmutableArray<string> Words { get; } = [.. All.Select(c => c.Word)];

    /// <summary>It asks about a length of time.</summary>
    public bool HasSpan => Kind is "within" or "overdueAfter";
}
