using System.Text;
using UglyToad.PdfPig;

namespace Kalasin.Functions.SignedCopies;

/// <summary>The text of a PDF, word by word, pages apart by form feeds, with the codes of ours that its pictures show.</summary>
internal static class PdfText
{
    private const int MostCharacters = 2_000_000;

    /// <summary>A return is printed in a few pages; a code beyond them is no copy's.</summary>
    private const int MostPictures = 12;

    public static string Of(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf, CopyProgram.Lenient);
        var (text, codes) = (new StringBuilder(), new CopyCodes(MostPictures));
        for (var number = 1; number <= Math.Min(file.NumberOfPages, CopyProgram.MostPages) && text.Length < MostCharacters; number++)
        {
            foreach (var word in file.GetPage(number).GetWords()) text.Append(word.Text).Append(' ');
            text.Append('\f');
        }
        codes.Look(file);
        foreach (var code in codes.Found.Where(c => c.Text.StartsWith("kalasin:", StringComparison.Ordinal))) text.Append(code.Text).Append('\n');
        return text.ToString();
    }
}
