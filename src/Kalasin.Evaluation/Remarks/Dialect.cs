namespace Kalasin.Evaluation.Remarks;

/// <summary>The edition of the standard that a workbook is written in: its namespaces.</summary>
/// <param name="Main">Of spreadsheets.</param>
/// <param name="Relations">Of relationships and their types.</param>
internal sealed record Dialect(string Main, string Relations)
{
    private static readonly Dialect Transitional = new(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    private static readonly Dialect Strict = new(
        "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /// <summary>That of a relationship's type.</summary>
    public static Dialect Of(string type) => type.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal) ? Strict : Transitional;
}
