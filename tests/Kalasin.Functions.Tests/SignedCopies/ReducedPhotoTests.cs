using System.Text;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.SignedCopies;

public sealed class ReducedPhotoTests
{
    /// <summary>Where the corner stands that was first in the file (Exif 2.3, Orientation).</summary>
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    [InlineData(99, 0, 0)]
    public void Photo_StandsUpright(int turn, int right, int bottom)
    {
        var made = ReducedPhoto.Of(CameraPhoto.Of(2000, 1200, turn))!;
        var picture = GreyPicture.OfJpeg(made)!;
        Assert.Equal(turn is >= 5 and <= 8 ? (510, 850) : (1200, 720), (picture.Width, picture.Height));
        Assert.Equal(CameraTurn.Upright, CameraTurn.Of(made));
        foreach (var (x, y) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) })
        {
            var dot = picture.Dots[((picture.Height * ((2 * y) + 1) / 4) * picture.Width) + (picture.Width * ((2 * x) + 1) / 4)];
            Assert.Equal((x, y) == (right, bottom), dot < 128);
        }
    }

    [Theory]
    [InlineData(640, 480, 640, 480)]
    [InlineData(1201, 10, 1200, 10)]
    [InlineData(9, 1700, 4, 850)]
    [InlineData(1, 9000, 1, 850)]
    public void Photo_IsMadeNoLarger_AndKeepsItsShape(int width, int height, int wide, int high)
    {
        var size = PictureSize.Read(ReducedPhoto.Of(CameraPhoto.Of(width, height)))!.Value;
        Assert.Equal((false, wide, high), (size.IsPng, size.Width, size.Height));
    }

    [Fact]
    public void GreyPhoto_StaysGrey()
    {
        var made = ReducedPhoto.Of(ScanPicture.Jpeg("kalasin").Bytes)!;
        Assert.True(DocumentWriters.CanPrint(made));
        Assert.Equal((800, 800), (PictureSize.Read(made)!.Value.Width, PictureSize.Read(made)!.Value.Height));
    }

    /// <summary>What is printed is what both kinds of document take, and says nothing of the camera.</summary>
    [Fact]
    public void ReducedPhoto_IsPrinted_AndCarriesNothingOfTheCamera()
    {
        var made = ReducedPhoto.Of(CameraPhoto.Of(2400, 1800, 6))!;
        Assert.True(DocumentWriters.CanPrint(made));
        Assert.Equal(-1, made.AsSpan().IndexOf("Exif"u8));
        Assert.InRange(made.Length, 1_000, 400_000);
    }

    /// <summary>Cut off, of more dots than are read, or nothing at all: empty by the process that reads it, which lives on to read the next.</summary>
    [Fact]
    public async Task BadPhoto_IsNothing()
    {
        using var reader = new SignedCopyReader();
        var good = CameraPhoto.Of(1600, 1200);
        byte[] huge = [.. good];
        // Its frame says 65,000 × 65,000.
        var frame = huge.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (huge[frame + 5], huge[frame + 6], huge[frame + 7], huge[frame + 8]) = (0xFD, 0xE8, 0xFD, 0xE8);
        foreach (var bad in (byte[][])[good[..(good.Length / 2)], huge, good[..40], Encoding.ASCII.GetBytes("no photo at all"), []])
            Assert.Empty(await ReadAsync(reader, bad));
        Assert.Equal((1133, 850), SizeOf(await ReadAsync(reader, good)));
    }

    private static (int, int) SizeOf(byte[] made) => (PictureSize.Read(made)!.Value.Width, PictureSize.Read(made)!.Value.Height);

    private static async Task<byte[]> ReadAsync(SignedCopyReader reader, byte[] photo) =>
        (await reader.ReducePhotoAsync(new MemoryStream(photo), TestContext.Current.CancellationToken))!;
}
