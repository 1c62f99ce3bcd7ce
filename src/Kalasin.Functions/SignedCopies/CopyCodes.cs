using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using ZXing;
using ZXing.Common;

namespace Kalasin.Functions.SignedCopies;

/// <summary>The codes of a file: QR codes in its pictures, as a scanner makes them, and codes of ours in its text, as our own PDF has them.</summary>
internal sealed partial class CopyCodes
{
    /// <summary>Most pictures that are looked at; a scanned letter has one a page.</summary>
    private const int MostPictures = 60;

    private const int LongestText = 200;

    private readonly List<PageCode> _found = [];
    private readonly BarcodeReaderGeneric _reader = new() { Options = new DecodingOptions { TryHarder = true, PossibleFormats = [BarcodeFormat.QR_CODE] } };
    private int _seen;

    public IReadOnlyList<PageCode> Found => _found;

    public int Unread { get; private set; }

    public void Look(PdfDocument file)
    {
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            var page = file.GetPage(number);
            foreach (var image in page.GetImages()) Look(number, image);
            foreach (Match code in OurCode().Matches(page.Text)) Add(number, code.Value);
        }
    }

    private void Look(int page, IPdfImage image)
    {
        if (_seen++ >= MostPictures || Brightness(image) is not { } grey)
        {
            Unread++;
            return;
        }
        var source = new RGBLuminanceSource(grey.Dots, grey.Width, grey.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        foreach (var code in _reader.DecodeMultiple(source) ?? []) Add(page, code.Text);
    }

    private static GreyPicture? Brightness(IPdfImage image)
    {
        try
        {
            return GreyPicture.Of(image);
        }
        catch (Exception damaged) when (damaged is not (OutOfMemoryException or StackOverflowException))
        {
            // A damaged picture keeps none of the others from being read; that it was not read is said.
            return null;
        }
    }

    private void Add(int page, string text)
    {
        var code = new PageCode(page, text.Length > LongestText ? text[..LongestText] : text);
        if (!_found.Contains(code)) _found.Add(code);
    }

    [GeneratedRegex("kalasin:[a-z0-9-]{1,40}:[A-Za-z0-9.-]{1,40}:[0-9]{1,10}:[0-9a-f]{16}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OurCode();
}
