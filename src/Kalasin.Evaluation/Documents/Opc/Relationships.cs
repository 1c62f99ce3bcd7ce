namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>What one part leads to; ids are rId1, rId2 … in the order of the calls.</summary>
internal sealed class Relationships
{
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly List<(string Id, string Type, string Target, bool External)> all = [];
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);

    /// <summary>All relationships in order.</summary>
    public IReadOnlyList<(string Id, string Type, string Target, bool External)> All => all;

    /// <summary>Leads to another part.</summary>
    /// <param name="type">Last segment of the office document relationship type, or a whole type.</param>
    /// <param name="target">Path relative to the folder of the source part.</param>
    /// <returns>The id.</returns>
    public string ToPart(string type, string target) => Add(type, target, external: false);

    /// <summary>Leads to a web or mail address; the same address gets the same id.</summary>
    /// <param name="target">Absolute URI; non-ASCII characters are escaped.</param>
    /// <returns>The id.</returns>
    public string ToAddress(string target)
    {
        if (!links.TryGetValue(target, out var id)) links.Add(target, id = Add("hyperlink", new Uri(target, UriKind.Absolute).AbsoluteUri, external: true));
        return id;
    }

    private string Add(string type, string target, bool external)
    {
        var id = $"rId{all.Count + 1}";
        all.Add((id, type.Contains('/', StringComparison.Ordinal) ? type : OfficeDocument + type, target, external));
        return id;
    }
}
