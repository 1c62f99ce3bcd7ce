using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>A finding as the API says it.</summary>
/// <param name="Severity"><c>information</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Place">Absent when it is about the whole.</param>
internal sealed record FindingAnswer(string Code, string Severity, PlaceAnswer? Place, TextAnswer Message, TextAnswer Remedy)
{
    public static FindingAnswer Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(finding.Code, ApiJson.Word(finding.Severity), PlaceAnswer.Of(finding.Place), TextAnswer.Of(finding.Message), TextAnswer.Of(finding.Remedy));
    }
}

/// <summary>The known parts of a place.</summary>
internal sealed record PlaceAnswer(string? File, string? Sheet, string? Cell, int? Row, string? Pointer, int? Line)
{
    public static PlaceAnswer? Of(Place place) =>
        place == Place.Nowhere ? null : new(place.File, place.Sheet, place.Cell, place.Row, place.Pointer, place.Line);
}

/// <summary>A text in Thai and in English.</summary>
internal sealed record TextAnswer(string Th, string En)
{
    public static TextAnswer Of(BilingualText text) => new(text.Thai, text.English);
}
