using System.Globalization;

namespace Kalasin.Evaluation;

/// <summary>
/// One row of the catalogue of findings: what every finding of a code says. Families stand as static fields in one file
/// each, next to the code that raises them; <c>docs/findings.md</c> is generated from them.
/// </summary>
/// <param name="Code"><c>KAL</c> and four digits; the first digit is the family's.</param>
/// <param name="Severity">How much every finding of this kind asks of the reader.</param>
/// <param name="Message">What was found, with <c>{0}</c>, <c>{1}</c> … for the arguments; in English <c>{0:row|rows}</c> for one that counts (<see cref="Counted"/>).</param>
/// <param name="Remedy">What the reader is asked to do, with the same arguments; empty when nothing is.</param>
/// <param name="Example">Arguments that make a telling example for the catalogue; as many as the texts use.</param>
internal sealed record FindingKind(string Code, Severity Severity, BilingualText Message, BilingualText Remedy, params BilingualText[] Example)
{
    /// <summary>A finding of this kind.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="arguments">Values for the texts' numbered holes; a plain string reads the same in both languages.</param>
    public Finding At(Place place, params ReadOnlySpan<BilingualText> arguments) => new(Code, Severity, place, Fill(Message, arguments), Fill(Remedy, arguments));

    private static BilingualText Fill(BilingualText text, ReadOnlySpan<BilingualText> arguments)
    {
        if (arguments.IsEmpty) return text;
        var thai = new object[arguments.Length];
        var english = new object[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) (thai[i], english[i]) = (arguments[i].Thai, Counted.Of(arguments[i]));
        return new(string.Format(CultureInfo.InvariantCulture, text.Thai, thai), string.Format(CultureInfo.InvariantCulture, text.English, english));
    }
}
