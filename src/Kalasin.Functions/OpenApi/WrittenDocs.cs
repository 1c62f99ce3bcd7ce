using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kalasin.Functions.OpenApi;

/// <summary>What the source says of its types, from the documentation files that lie beside the program; nothing where they don't.</summary>
internal sealed partial class WrittenDocs
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    private WrittenDocs() { }

    public static WrittenDocs Read()
    {
        var docs = new WrittenDocs();
        foreach (var path in (string[])["Kalasin.Functions.xml", "Kalasin.Evaluation.xml"])
        {
            var file = new FileInfo(Path.Combine(AppContext.BaseDirectory, path));
            if (!file.Exists) continue;
            foreach (var member in XDocument.Load(file.FullName).Descendants("member"))
                if ((string?)member.Attribute("name") is ['T', ':', ..] name) docs.members[name[2..]] = member;
        }
        return docs;
    }

    public string? SummaryOf(Type type) => TextOf(MemberOf(type)?.Element("summary"));

    public string? ParameterOf(Type type, string name) =>
        TextOf(MemberOf(type)?.Elements("param").FirstOrDefault(p => string.Equals((string?)p.Attribute("name"), name, StringComparison.OrdinalIgnoreCase)));

    private XElement? MemberOf(Type type) => members.GetValueOrDefault((type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!);

    /// <summary>As Markdown: words of code in backticks, names of ours by their last part.</summary>
    private static string? TextOf(XElement? element)
    {
        if (element is null) return null;
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement named when (named.Attribute("cref") ?? named.Attribute("name") ?? named.Attribute("langword")) is { } name =>
                $"`{name.Value[(name.Value.LastIndexOf('.') + 1)..]}`",
            XElement other => other.Value,
            XText words => words.Value,
            _ => "",
        }));
        return Space().Replace(text, " ").Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
