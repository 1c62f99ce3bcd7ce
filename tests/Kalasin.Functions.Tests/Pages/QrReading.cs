using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>Reads a QR code of a page as a phone does: its squares as a picture, looked at by a reader of another house.</summary>
internal static partial class QrReading
{
    private const int Scale = 6;

    public static string? Of(IElement svg)
    {
        var size = int.Parse(svg.GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);
        var side = size * Scale;
        var picture = new byte[side * side];
        Array.Fill(picture, byte.MaxValue);
        foreach (Match run in Runs().Matches(svg.QuerySelector("path")!.GetAttribute("d")!))
        {
            var (x, y, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            for (var row = y * Scale; row < (y + 1) * Scale; row++) picture.AsSpan((row * side) + (x * Scale), length * Scale).Clear();
        }
        var source = new RGBLuminanceSource(picture, side, side, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true })?.Text;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\d+z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Runs();
}
