using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>A finding as the API says it.</summary>
/// <param name="Severity"><c>information</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Place">Absent when it is about the whole.</param>
/// <param name="About">The unit and indicator it is about; absent when not known.</param>
internal sealed record FindingAnswer(string Code, string Severity, PlaceAnswer? Place, SubjectAnswer? About, TextAnswer Message, TextAnswer Remedy)
{
    public static FindingAnswer Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(
            finding.Code, ApiJson.Word(finding.Severity), PlaceAnswer.Of(finding.Place), finding.About is { } about ? new(about.Unit, about.Indicator) : null,
            TextAnswer.Of(finding.Message), TextAnswer.Of(finding.Remedy));
    }
}

internal sealed record SubjectAnswer(string? Unit, string? Indicator);

/// <summary>The known parts of a place.</summary>
/// <param name="Cell">The first cell.</param>
/// <param name="Cells">Where it is several: their ranges, parted by spaces.</param>
/// <param name="Count">How many places there are, where it is several.</param>
/// <param name="More">How many of them are not named.</param>
internal sealed record PlaceAnswer(string? File, string? Sheet, string? Cell, string? Cells, int? Count, int? More, int? Row, string? Pointer, int? Line)
{
    public static PlaceAnswer? Of(Place place) =>
        place == Place.Nowhere ? null : new(place.File, place.Sheet, place.Cell, place.Cells, place.Count, place.More, place.Row, place.Pointer, place.Line);
}

/// <summary>A text in Thai and in English.</summary>
internal sealed record TextAnswer(string Th, string En)
{
    public static TextAnswer Of(BilingualText text) => new(text.Thai, text.English);
}
