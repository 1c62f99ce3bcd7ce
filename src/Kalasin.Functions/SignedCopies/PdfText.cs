using System.Text;
using UglyToad.PdfPig;

namespace Kalasin.Functions.SignedCopies;

/// <summary>The text of a PDF, word by word, pages apart by form feeds, with the codes of ours that its pictures show.</summary>
/// <param name="Text">What was read.</param>
/// <param name="IsWhole">Whether that is every page, and where there are no words and no codes, every picture.</param>
internal sealed record PdfText(string Text, bool IsWhole)
{
    /// <summary>Longest text that is read.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>Most pictures that are looked at: a return is printed in a few pages.</summary>
    public const int MostPictures = 12;

    public static PdfText Of(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf, CopyProgram.Lenient);
        var (text, codes, pages, hasWords) = (new StringBuilder(), new CopyCodes(MostPictures), 0, false);
        while (pages < Math.Min(file.NumberOfPages, CopyProgram.MostPages) && text.Length < MostCharacters)
        {
            foreach (var word in file.GetPage(++pages).GetWords())
            {
                hasWords = true;
                text.Append(word.Text).Append(' ');
                if (text.Length > MostCharacters) break;
            }
            text.Append('\f');
        }
        var isCut = pages < file.NumberOfPages || text.Length > MostCharacters;
        codes.Look(file);
        var ours = codes.Found.Where(c => c.Text.StartsWith("kalasin:", StringComparison.Ordinal)).ToList();
        foreach (var code in ours) text.Append(code.Text).Append('\n');
        return new(text.ToString(), !isCut && (hasWords || ours.Count > 0 || codes.Unread == 0));
    }
}
