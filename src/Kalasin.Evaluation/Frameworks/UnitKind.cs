using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>What a unit is: one of the kinds of a provincial office, or one that the framework names. 1–40 ASCII letters, digits and hyphens, starting with a small letter.</summary>
[JsonConverter(typeof(IdentifierConverter<UnitKind>))]
public readonly record struct UnitKind : IIdentifier<UnitKind>
{
    private const int Longest = 40;

    private readonly string? value;
    private UnitKind(string value) => this.value = value;

    /// <summary>กลุ่มงาน.</summary>
    public static UnitKind WorkGroup { get; } = new("workGroup");

    /// <summary>ฝ่าย.</summary>
    public static UnitKind Section { get; } = new("section");

    /// <summary>ท้องถิ่นอำเภอ.</summary>
    public static UnitKind DistrictOffice { get; } = new("districtOffice");

    /// <inheritdoc/>
    public static string Pattern => "^[a-z][A-Za-z0-9-]{0,39}$";

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <summary>Known without being named by a framework.</summary>
    internal bool IsOfAnOffice => this == WorkGroup || this == Section || this == DistrictOffice;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitKind id)
    {
        id = default;
        if (text is not { Length: > 0 and <= Longest } || !char.IsAsciiLetterLower(text[0]) || !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return false;
        id = new(text);
        return true;
    }

    /// <summary>The kind of a text known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static UnitKind Parse(string text) => TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var id) ? id : throw new FormatException($"'{text}' is no kind of unit.");

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
