using System.Text;
using System.Xml;

namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>Text as XML 1.0 may hold it.</summary>
internal static class ValidXml
{
    /// <summary>
    /// The same text; characters that XML forbids (controls, lone surrogates, U+FFFE, U+FFFF) are replaced by U+FFFD, so that
    /// a reader sees that something stood there and the file still opens.
    /// </summary>
    public static string Of(string text)
    {
        var bad = FirstForbidden(text, 0);
        if (bad < 0) return text;
        var clean = new StringBuilder(text);
        for (; bad >= 0; bad = FirstForbidden(text, bad + 1)) clean[bad] = '\uFFFD';
        return clean.ToString();
    }

    private static int FirstForbidden(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\uD800' || XmlConvert.IsXmlChar(c)) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c)) i++;
            else return i;
        }
        return -1;
    }
}
