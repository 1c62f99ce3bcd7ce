using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A member of decisions that a person fills in; what it is called and how it is typed is the same in every form.</summary>
/// <param name="Name">Of the member in JSON, and of the field.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Input">How it is typed.</param>
/// <param name="Longest">Most characters.</param>
/// <param name="IsOptional">It may be left empty.</param>
public sealed record DecisionField(string Name, BilingualText Label, FieldInput Input, int Longest, bool IsOptional = false)
{
    private const int LongestDay = 10;
    private const int LongestNumber = 10;
    private const int LongestRegisterNumber = 100;

    /// <summary>What can be picked, each as JSON says it and in words.</summary>
    public ImmutableArray<(string Value, BilingualText Words)> Options { get; init; } = [];

    /// <summary>Every field that a form may have.</summary>
    internal static ImmutableArray<DecisionField> All { get; } =
    [
        new("until", new("ถึงวันที่", "Until"), FieldInput.Day, LongestDay),
        new("on", new("วันที่", "Date"), FieldInput.Day, LongestDay),
        new("from", new("ตั้งแต่วันที่", "From"), FieldInput.Day, LongestDay),
        new("to", new("ถึงวันที่", "To"), FieldInput.Day, LongestDay),
        new("number", new("เลขที่", "Number"), FieldInput.Line, LongestRegisterNumber, IsOptional: true),
        new("by", new("ทราบจาก", "Known by"), FieldInput.Choice, LongestDay) { Options = AcknowledgedBys },
        new("registerNumber", new("เลขทะเบียนรับ", "Register number"), FieldInput.Line, LongestRegisterNumber, IsOptional: true),
        new("score", new("คะแนน", "Score"), FieldInput.Number, LongestNumber),
        new("role", new("มอบหมายให้", "For"), FieldInput.Choice, LongestDay, IsOptional: true) { Options = Roles },
        new("text", new("ข้อความ", "Text"), FieldInput.Words, StatedText.LongestText),
        new("reason", new("เหตุผล", "Reason"), FieldInput.Words, StatedText.LongestReason),
    ];

    /// <summary>The last day of a personal link, which no form of a decision asks for.</summary>
    internal static DecisionField Expires { get; } = new("expires", new("ใช้ได้ถึงวันที่", "Valid until"), FieldInput.Day, LongestDay);

    /// <summary>The field at a place that a decision's findings name; null for what no form asks.</summary>
    internal static DecisionField? At(Place place) =>
        place is { File: null, Pointer: ['/', .. var name] } ? All.Append(Expires).FirstOrDefault(f => f.Name == name) : null;

    private static ImmutableArray<(string, BilingualText)> Roles =>
        [.. Enum.GetValues<NoteRole>().Select(role => (Http.ApiJson.Word(role), Actor.NameOf(Note.RoleOf(role))))];

    private static ImmutableArray<(string, BilingualText)> AcknowledgedBys =>
        [.. Enum.GetValues<AcknowledgedBy>().Select(by => (Http.ApiJson.Word(by), Acknowledgement.NameOf(by)))];

    /// <summary>What was typed, as JSON; what is no number is left for the reader of decisions to say so. Null for what was left out.</summary>
    internal string? ToJson(string typed) => (typed.Trim(), Input) switch
    {
        ("", _) when IsOptional => null,
        (var number, FieldInput.Number) when decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) =>
            value.ToString(CultureInfo.InvariantCulture),
        _ => JsonValue.Create(typed).ToJsonString(),
    };
}

/// <summary>How a field is typed.</summary>
public enum FieldInput
{
    /// <summary>A date.</summary>
    Day,

    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Words,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of a few.</summary>
    Choice,
}
