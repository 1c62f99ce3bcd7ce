namespace Kalasin.Evaluation;

/// <summary>A district (อำเภอ) of a province.</summary>
public sealed record District
{
    /// <summary>A district.</summary>
    /// <param name="code">Four Arabic digits; the first two are the province's code.</param>
    /// <param name="name">Thai name without the word อำเภอ.</param>
    /// <exception cref="ArgumentException">The code isn't of that shape, or the name is empty.</exception>
    public District(string code, string name)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (code.Length != 4 || !code.All(char.IsAsciiDigit)) throw new ArgumentException($"Not a district's code: {code}", nameof(code));
        (Code, Name) = (code, name);
    }

    /// <summary>Four Arabic digits: 4602.</summary>
    public string Code { get; }

    /// <summary>Thai name without the word อำเภอ: นามน.</summary>
    public string Name { get; }

    /// <summary>Romanised name without the word for a district: Na Mon; empty when not known.</summary>
    public string EnglishName { get; init => field = value ?? ""; } = "";

    /// <summary>Its name in one language; the Thai one where no other is known.</summary>
    internal string NameIn(Language language) => language == Language.English && EnglishName.Length > 0 ? EnglishName : Name;

    /// <summary>Code of its province.</summary>
    public string ProvinceCode => Code[..2];

    /// <summary>อำเภอนามน.</summary>
    public string FullName => $"อำเภอ{Name}";

    /// <summary>อ.นามน.</summary>
    public string ShortName => $"อ.{Name}";

    /// <summary>The full name.</summary>
    public override string ToString() => FullName;
}
