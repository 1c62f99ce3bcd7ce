using System.Text;
using System.Xml.Linq;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The fields that elements hold: each begins with its name.</summary>
internal static class FieldNames
{
    private static readonly XNamespace W = WordXml.Namespace;

    /// <summary>Names in order, simple fields and those between marks.</summary>
    public static IEnumerable<string> Of(XElement root)
    {
        var code = new StringBuilder();
        foreach (var element in root.Descendants())
        {
            if (element.Name == W + "fldSimple") yield return NameOf((string?)element.Attribute(W + "instr") ?? "");
            else if (element.Name == W + "instrText") code.Append(element.Value);
            else if (element.Name == W + "fldChar" && code.Length > 0)
            {
                yield return NameOf(code.ToString());
                code.Clear();
            }
        }
        if (code.Length > 0) yield return NameOf(code.ToString());
    }

    private static string NameOf(string code) => code.Trim().Split([' ', '\t', '\u00A0', '"', '\\'], 2)[0];
}
