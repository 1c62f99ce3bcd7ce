namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A picture as an image of PDF.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="ColourSpace">Name or array, as PDF spells it.</param>
/// <param name="Filter">Filter entries, empty for plain samples of 8 bits.</param>
/// <param name="Bytes">Samples, or the file as the filter takes it.</param>
internal sealed record PictureData(int Width, int Height, string ColourSpace, string Filter, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads PNG or JPEG; <see langword="null"/> with a reason when it can't be kept within PDF/A.</summary>
    public static PictureData? Read(ReadOnlySpan<byte> file, out string why)
    {
        why = "a picture is neither PNG nor JPEG";
        if (PictureSize.Read(file) is not { } size) return null;
        if (size.IsPng) return PngPicture.Read(file, size, out why);
        var (bits, components) = Frame(file);
        why = $"a JPEG has {components} colour components of {bits} bits; 1 (grey) or 3 (colour of screens) of 8 bits are taken";
        // The file is embedded as it is: JPEG is its own filter.
        return bits == 8 && components is 1 or 3
            ? new(size.Width, size.Height, components == 1 ? "/DeviceGray" : "/DeviceRGB", "/Filter/DCTDecode", file.ToArray())
            : null;
    }

    /// <summary>Bits a sample and colour components, from the frame header; 0 for kinds of JPEG that PDF doesn't know.</summary>
    private static (int Bits, int Components) Frame(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            // Baseline, extended and progressive frames; DCTDecode knows no others.
            if (file[at + 1] is >= 0xC0 and <= 0xC2) return (file[at + 4], file[at + 9]);
            at += file[at + 1] == 0xFF ? 1 : 2 + System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return (0, 0);
    }
}
