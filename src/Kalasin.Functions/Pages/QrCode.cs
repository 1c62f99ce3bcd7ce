using System.Globalization;
using System.Text;
using QRCoder;

namespace Kalasin.Functions.Pages;

/// <summary>A text as the dark squares of a QR code: one path of an SVG, which needs neither script nor style.</summary>
/// <param name="Size">Squares in a row, with the quiet ones around.</param>
/// <param name="Path">The dark ones, a run at a time.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var made = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = made.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x < rows.Count && rows[y][x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        return new(rows.Count, path.ToString());
    }
}
