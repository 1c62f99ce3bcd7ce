using System.Collections.Immutable;

namespace Kalasin.Evaluation.Reports;

/// <summary>Several documents bound as one: each begins on a page of its own, has its own head and foot, and stands in the outline by its first heading.</summary>
internal static class Volume
{
    /// <summary>The documents in their order, pages numbered through.</summary>
    /// <param name="title">Of the volume.</param>
    /// <param name="documents">At least one; each begins with a heading of level 1, and no two have an anchor in common.</param>
    public static ReportDocument Of(string title, ImmutableArray<ReportDocument> documents) => new(
        title, documents.Max(d => d.AsOf), [.. documents.SelectMany(d => d.Sections)])
    {
        Author = documents[0].Author,
        Subject = documents[0].Subject,
        Stationery = documents[0].Stationery,
        Lexicon = [.. documents.SelectMany(d => d.Lexicon).Distinct()],
    };
}
