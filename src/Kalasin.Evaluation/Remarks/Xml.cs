using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Remarks;

/// <summary>Text as it stands in XML that is put together by hand.</summary>
internal static class Xml
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    public static string Escape(string text) =>
        ValidXml.Of(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
