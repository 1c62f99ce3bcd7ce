using Kalasin.Evaluation.Documents;
using QRCoder;

namespace Kalasin.Functions.Rounds;

/// <summary>Texts as QR codes, for pages and for papers.</summary>
internal static class QrCodes
{
    /// <summary>A code of middle error correction, its light edge included.</summary>
    public static QrSquares Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var made = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new(made.ModuleMatrix.Count, [.. made.ModuleMatrix.SelectMany(row => row.Cast<bool>())]);
    }
}
