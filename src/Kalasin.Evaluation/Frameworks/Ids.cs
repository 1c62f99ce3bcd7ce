using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>A name that identifies something: ASCII, case-sensitive, safe in routes, file names and storage keys.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IIdentifier<TSelf> where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The id as text.</summary>
    string Value { get; }

    /// <summary>Regular expression (ECMA-262, anchored) of a valid id; printed in the JSON Schemas.</summary>
    static abstract string Pattern { get; }

    /// <summary>The id, or <see langword="false"/> when the text does not match <see cref="Pattern"/>.</summary>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf id);
}

/// <summary>Identifies a framework: <c>dla-2567</c>. 1–40 lower-case letters, digits and hyphens, starting with a letter.</summary>
[JsonConverter(typeof(IdentifierConverter<FrameworkId>))]
public readonly record struct FrameworkId : IIdentifier<FrameworkId>
{
    private readonly string? value;
    private FrameworkId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static string Pattern => "^[a-z][a-z0-9-]{0,39}$";

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out FrameworkId id) =>
        Identifier.TryParse(text, 40, lower: true, letterFirst: true, t => new FrameworkId(t), out id);

    /// <summary>The id of a text known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static FrameworkId Parse(string text) => TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var id) ? id : throw new FormatException($"'{text}' is no framework id.");

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}

/// <summary>Identifies a round: province code and framework, <c>46-dla-2567</c>. 1–60 lower-case letters, digits and hyphens.</summary>
[JsonConverter(typeof(IdentifierConverter<RoundId>))]
public readonly record struct RoundId : IIdentifier<RoundId>
{
    private readonly string? value;
    private RoundId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static string Pattern => "^[a-z0-9][a-z0-9-]{0,59}$";

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out RoundId id) =>
        Identifier.TryParse(text, 60, lower: true, letterFirst: false, t => new RoundId(t), out id);

    /// <summary>The id of a text known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static RoundId Parse(string text) => TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var id) ? id : throw new FormatException($"'{text}' is no round id.");

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}

/// <summary>Identifies a unit within its plan: <c>PER</c>, <c>4601</c>. 1–12 upper-case letters and digits.</summary>
[JsonConverter(typeof(IdentifierConverter<UnitCode>))]
public readonly record struct UnitCode : IIdentifier<UnitCode>
{
    private readonly string? value;
    private UnitCode(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static string Pattern => "^[A-Z0-9]{1,12}$";

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitCode id) =>
        Identifier.TryParse(text, 12, lower: false, letterFirst: false, t => new UnitCode(t), out id);

    /// <summary>The code of a text known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static UnitCode Parse(string text) => TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var id) ? id : throw new FormatException($"'{text}' is no unit code.");

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}

/// <summary>An indicator's number within its framework, in Arabic digits: <c>1</c>, <c>12</c>, <c>3.2</c>. 1–12 characters.</summary>
[JsonConverter(typeof(IdentifierConverter<IndicatorNumber>))]
public readonly record struct IndicatorNumber : IIdentifier<IndicatorNumber>
{
    private readonly string? value;
    private IndicatorNumber(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <summary>The number for a finding or explanation: Thai digits in Thai.</summary>
    internal BilingualText Bilingual => ThaiNumerals.Digits(Value);

    /// <inheritdoc/>
    public static string Pattern => @"^[0-9]{1,3}(\.[0-9]{1,3}){0,2}$";

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out IndicatorNumber id)
    {
        id = default;
        if (text is null || text.Length > 11) return false;
        var parts = text.Split('.');
        if (parts.Length > 3 || parts.Any(p => p.Length is 0 or > 3 || !p.All(char.IsAsciiDigit))) return false;
        id = new(text);
        return true;
    }

    /// <summary>The number of a text known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static IndicatorNumber Parse(string text) => TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var id) ? id : throw new FormatException($"'{text}' is no indicator number.");

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
