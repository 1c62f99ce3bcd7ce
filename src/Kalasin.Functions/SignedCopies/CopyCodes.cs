using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using ZXing;
using ZXing.Common;

namespace Kalasin.Functions.SignedCopies;

/// <summary>The codes of a file: QR codes in its pictures, as a scanner makes them, and codes of ours in its text, as our own PDF has them.</summary>
/// <param name="most">Most pictures that are looked at.</param>
internal sealed partial class CopyCodes(int most)
{
    /// <summary>A scan has at least so many dots an inch.</summary>
    private const int FewestDots = 150;

    private const int LongestText = 200;

    private readonly List<PageCode> _found = [];
    private readonly BarcodeReaderGeneric _reader = new() { Options = new DecodingOptions { TryHarder = true, PossibleFormats = [BarcodeFormat.QR_CODE] } };
    private int _seen;

    public IReadOnlyList<PageCode> Found => _found;

    public int Unread { get; private set; }

    public HashSet<int> UnreadPages { get; } = [];

    public List<CoarsePage> CoarsePages { get; } = [];

    public void Look(PdfDocument file)
    {
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            var page = file.GetPage(number);
            foreach (var image in page.GetImages())
            {
                var isPage = image.BoundingBox.Width * image.BoundingBox.Height >= page.Width * page.Height / 2;
                if (!Look(number, image) && isPage) UnreadPages.Add(number);
                if (isPage && DotsOf(image) is > 0 and < FewestDots and var dots && CoarsePages.TrueForAll(p => p.Page != number)) CoarsePages.Add(new(number, dots));
            }
            foreach (Match code in OurCode().Matches(page.Text)) Add(number, code.Value);
        }
    }

    private static int DotsOf(IPdfImage image)
    {
        const double inch = 72;
        var (wide, high) = (image.BoundingBox.Width, image.BoundingBox.Height);
        return wide <= 0 || high <= 0 ? 0 : (int)Math.Round(Math.Min(image.WidthInSamples / wide, image.HeightInSamples / high) * inch);
    }

    /// <returns>Whether it could be looked at.</returns>
    private bool Look(int page, IPdfImage image)
    {
        if (_seen++ >= most || Brightness(image) is not { } grey)
        {
            Unread++;
            return false;
        }
        var source = new RGBLuminanceSource(grey.Dots, grey.Width, grey.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        foreach (var code in _reader.DecodeMultiple(source) ?? []) Add(page, code.Text);
        return true;
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
