using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>Something wrong or noteworthy in what was sent or asked: said to people instead of thrown at them.</summary>
/// <param name="Code">Stable code, <c>KAL</c> and four digits; never reused for another meaning.</param>
/// <param name="Severity">How much it asks of the reader.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What the reader is asked to do; empty when nothing is.</param>
public sealed record Finding(string Code, Severity Severity, Place Place, BilingualText Message, BilingualText Remedy)
{
    /// <summary>The unit and indicator it is about; <see langword="null"/> when not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Subject? About { get; init; }

    /// <summary>Message and remedy in one language, without the place.</summary>
    /// <param name="language">Which language.</param>
    public string ToString(Language language)
    {
        var remedy = Remedy.In(language);
        return remedy.Length == 0 ? Message.In(language) : $"{Message.In(language)} {remedy}";
    }

    /// <summary>Code, place, and the Thai message and remedy.</summary>
    public override string ToString() =>
        Place == Place.Nowhere ? $"{Code} {ToString(Language.Thai)}" : $"{Code} {Place}: {ToString(Language.Thai)}";
}
