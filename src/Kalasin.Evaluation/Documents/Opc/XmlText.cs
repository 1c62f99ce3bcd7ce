namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>XML that is spelt by hand.</summary>
internal static class XmlText
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>Text as it stands between tags and in attributes.</summary>
    public static string Escape(string text) =>
        ValidXml.Of(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
