using System.Text.RegularExpressions;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>Text of a cell as the file holds it.</summary>
internal static partial class CellText
{
    /// <summary>
    /// Readers turn <c>_x0041_</c> into A (ECMA-376 part 1, 22.9.2.19); a text that happens to say so has its underscore escaped, so
    /// that it stays what it was.
    /// </summary>
    public static string Of(string text)
    {
        var clean = ValidXml.Of(text);
        return clean.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(clean, "_x005F_") : clean;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Escape();
}
