using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The styles of a template and of the program in one part. Word knows styles by name and files by id, which differs with the language of the
/// Word that saved them: a template's style takes the id that the writers use for its name.
/// </summary>
internal sealed class MergedStyles
{
    // Tables of an office are seldom called what ours are.
    private const string OurTable = "Report Table", OfficeTable = "Table Grid";

    private static readonly XNamespace W = WordXml.Namespace;

    /// <summary>Where an element names a style.</summary>
    private static readonly ImmutableHashSet<XName> References =
        [W + "basedOn", W + "next", W + "link", W + "pStyle", W + "rStyle", W + "tblStyle", W + "numStyleLink", W + "styleLink"];

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    private MergedStyles(PackedBytes part, ImmutableArray<string> missing, Dictionary<string, string> ids) => (Part, Missing, this.ids) = (part, missing, ids);

    /// <summary>The part.</summary>
    public PackedBytes Part { get; }

    /// <summary>Names of styles that the template has none of, so that the program's own stand there.</summary>
    public ImmutableArray<string> Missing { get; }

    /// <summary>Renames the styles that elements of the template name.</summary>
    public void Rename(XElement root) => Rename(root, ids);

    /// <summary>Merges.</summary>
    public static MergedStyles Of(XElement template, Theme theme, string language)
    {
        var merged = new XElement(template);
        foreach (var numbered in merged.Descendants(W + "numPr").ToList()) numbered.Remove();
        var theirs = merged.Elements(W + "style").ToList();
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<XElement>();
        var ours = XElement.Parse(StylePart.Of(theme, language).OuterXml).Elements(W + "style").ToList();
        var lacking = new List<XElement>();
        foreach (var style in ours)
            if (theirs.Find(t => !taken.Contains(t) && IsFor(t, style)) is { } found)
            {
                taken.Add(found);
                renamed[IdOf(found)] = IdOf(style);
            }
            else lacking.Add(style);
        var used = renamed.Values.Concat(lacking.Select(IdOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var other in theirs.Where(t => !taken.Contains(t)))
        {
            var id = IdOf(other);
            for (var n = 2; !used.Add(id); n++) id = $"{IdOf(other)}{n.ToString(CultureInfo.InvariantCulture)}";
            if (id != IdOf(other)) renamed[IdOf(other)] = id;
        }
        foreach (var style in theirs) style.SetAttributeValue(W + "styleId", renamed.GetValueOrDefault(IdOf(style), IdOf(style)));
        Rename(merged, renamed);
        foreach (var style in lacking)
        {
            if (style.Attribute(W + "default") is { } isDefault && theirs.Exists(t => TypeOf(t) == TypeOf(style) && t.Attribute(W + "default") is not null)) isDefault.Remove();
            merged.Add(style);
        }
        SpeakThai(merged, language);
        return new(PackedBytes.OfXml(merged.WriteTo), [.. lacking.Select(NameOf)], renamed);
    }

    private static void Rename(XElement root, Dictionary<string, string> renamed)
    {
        foreach (var reference in root.Descendants().Where(e => References.Contains(e.Name)))
            if (reference.Attribute(W + "val") is { } id && renamed.TryGetValue(id.Value, out var ours)) id.Value = ours;
    }

    private static bool IsFor(XElement theirs, XElement ours)
    {
        if (TypeOf(theirs) != TypeOf(ours)) return false;
        var wanted = NameOf(ours);
        string[] names = [NameOf(theirs), .. ((string?)theirs.Element(W + "aliases")?.Attribute(W + "val") ?? "").Split(',', StringSplitOptions.TrimEntries)];
        return names.Any(n => string.Equals(n, wanted, StringComparison.OrdinalIgnoreCase) || (wanted == OurTable && n == OfficeTable));
    }

    /// <summary>Lines of Thai are broken where Word is told that it is Thai.</summary>
    private static void SpeakThai(XElement styles, string language)
    {
        var run = Child(Child(Child(styles, "docDefaults", first: true), "rPrDefault", first: true), "rPr", first: true);
        var spoken = Child(run, "lang", first: false);
        if (spoken.Attribute(W + "bidi") is null) spoken.SetAttributeValue(W + "bidi", language);
    }

    private static XElement Child(XElement parent, string name, bool first)
    {
        if (parent.Element(W + name) is { } found) return found;
        var made = new XElement(W + name);
        if (first) parent.AddFirst(made);
        else parent.Add(made);
        return made;
    }

    private static string IdOf(XElement style) => (string?)style.Attribute(W + "styleId") ?? "";

    private static string TypeOf(XElement style) => (string?)style.Attribute(W + "type") ?? "paragraph";

    private static string NameOf(XElement style) => (string?)style.Element(W + "name")?.Attribute(W + "val") ?? "";
}
