using System.Text;
using QRCoder;

namespace Kalasin.Functions.Access;

/// <summary>A QR code on a terminal.</summary>
internal static class TerminalQr
{
    /// <summary>
    /// Two rows of squares in a line of text, light ones written: right side up on a dark terminal, and readable by most phones on a light one.
    /// </summary>
    public static string Of(string address)
    {
        using var generator = new QRCodeGenerator();
        using var made = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.L);
        var (rows, text) = (made.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y += 2)
        {
            for (var x = 0; x < rows.Count; x++)
                text.Append((rows[y][x], y + 1 < rows.Count && rows[y + 1][x]) switch
                {
                    (false, false) => '█',
                    (false, true) => '▀',
                    (true, false) => '▄',
                    _ => ' ',
                });
            text.AppendLine();
        }
        return text.ToString();
    }
}
