using System.Globalization;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>A text as the dark squares of a QR code: one path of an SVG, which needs neither script nor style.</summary>
/// <param name="Size">Squares in a row, with the quiet ones around.</param>
/// <param name="Path">The dark ones, a run at a time.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        var squares = QrCodes.Of(text);
        return new(squares.Size, string.Concat(squares.Runs.Select(
            run => string.Create(CultureInfo.InvariantCulture, $"M{run.Column} {run.Row}h{run.Length}v1h-{run.Length}z"))));
    }
}
