using System.Buffers;

namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>XML that is spelt by hand.</summary>
internal static class XmlText
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private static readonly SearchValues<char> Marks = SearchValues.Create("&<>");

    /// <summary>Writes a text between tags.</summary>
    public static void Write(RentedStream xml, string text)
    {
        var rest = ValidXml.Of(text).AsSpan();
        for (int at; (at = rest.IndexOfAny(Marks)) >= 0; rest = rest[(at + 1)..])
        {
            xml.Write(rest[..at]);
            xml.Write(rest[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, _ => "&gt;"u8 });
        }
        xml.Write(rest);
    }

    /// <summary>Text as it stands between tags and in attributes.</summary>
    public static string Escape(string text) =>
        ValidXml.Of(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
