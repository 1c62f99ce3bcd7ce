using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>One statement in Thai and in English. Immutable; equal when both texts are equal by ordinal comparison. In JSON <c>{ "th": …, "en": … }</c>.</summary>
/// <param name="Thai">The Thai text, official style, with Thai digits where a document shows them.</param>
/// <param name="English">The same statement in English.</param>
public sealed record BilingualText([property: JsonPropertyName("th")] string Thai, [property: JsonPropertyName("en")] string English)
{
    /// <summary>The empty text in both languages.</summary>
    public static BilingualText Empty { get; } = new("", "");

    /// <summary>A text that reads the same in both languages: a name, a code, a cell address.</summary>
    public static implicit operator BilingualText(string same) => Same(same);

    /// <summary>A text that reads the same in both languages.</summary>
    /// <param name="text">The text.</param>
    public static BilingualText Same(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, text);
    }

    /// <summary>The text in one language.</summary>
    /// <param name="language">Which language.</param>
    public string In(Language language) => language == Language.Thai ? Thai : English;

    /// <summary>The texts one after another in each language, with <paramref name="separator"/> between them.</summary>
    /// <param name="separator">Put between two neighbours; the same in both languages.</param>
    /// <param name="texts">The texts in order; empty ones are kept.</param>
    public static BilingualText Join(string separator, IEnumerable<BilingualText> texts)
    {
        ArgumentNullException.ThrowIfNull(separator);
        ArgumentNullException.ThrowIfNull(texts);
        return texts.ToArray() switch
        {
            [] => Empty,
            [var only] => only,
            var all => new(string.Join(separator, Array.ConvertAll(all, t => t.Thai)), string.Join(separator, Array.ConvertAll(all, t => t.English))),
        };
    }

    /// <summary>The Thai text.</summary>
    public override string ToString() => Thai;
}
