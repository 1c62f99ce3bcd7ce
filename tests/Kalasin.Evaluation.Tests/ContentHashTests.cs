using System.Security.Cryptography;
using System.Text;

namespace Kalasin.Evaluation.Tests;

public sealed class ContentHashTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, B.1

    [Fact]
    public void Of_KnownVector() => Assert.Equal(OfAbc, ContentHash.Of("abc"u8).ToString());

    [Fact]
    public void Of_Empty() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ContentHash.Of([]).ToString());

    [Fact]
    public void Of_IncrementalInPieces_SameAsAtOnce()
    {
        using var computation = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        computation.AppendData("a"u8);
        computation.AppendData("bc"u8);
        Assert.Equal(ContentHash.Of("abc"u8), ContentHash.Of(computation));
    }

    [Fact]
    public void Of_AnotherAlgorithm_Throws()
    {
        using var computation = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        Assert.Throws<ArgumentException>(() => ContentHash.Of(computation));
    }

    [Fact]
    public void Then_IsHashOfBothOneAfterAnother()
    {
        Span<byte> both = stackalloc byte[ContentHash.Size + 3];
        ContentHash.Of("abc"u8).WriteTo(both);
        "xyz"u8.CopyTo(both[ContentHash.Size..]);
        Assert.Equal(ContentHash.Of(both), ContentHash.Of("abc"u8).Then("xyz"u8));
    }

    [Fact]
    public void Zero_IsDefault()
    {
        Assert.Equal(default, ContentHash.Zero);
        Assert.Equal(new string('0', 64), ContentHash.Zero.ToString());
    }

    [Fact]
    public void ParseAndFormat_RoundTrip()
    {
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes("ทะเบียน"));
        Assert.Equal(hash, ContentHash.Parse(hash.ToString()));
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.WriteTo(bytes);
        Assert.Equal(hash, ContentHash.FromBytes(bytes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    [InlineData(" a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("๐a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void TryParse_AnythingElse_False(string? text)
    {
        Assert.False(ContentHash.TryParse(text, out var hash));
        Assert.Equal(ContentHash.Zero, hash);
    }

    [Fact]
    public void Parse_AnythingElse_Throws() => Assert.Throws<FormatException>(() => ContentHash.Parse("abc"));

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void FromBytes_AnotherLength_Throws(int length) => Assert.Throws<ArgumentException>(() => ContentHash.FromBytes(new byte[length]));

    [Fact]
    public void Equality_LooksAtEveryByte()
    {
        var bytes = new byte[ContentHash.Size];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = 1;
            Assert.NotEqual(ContentHash.Zero, ContentHash.FromBytes(bytes));
            bytes[i] = 0;
        }
    }
}
