using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>A signed PDF is what it says, or it is said what it isn't.</summary>
public sealed class SignatureCheckTests
{
    private static readonly X509Certificate2 Governor = Certificate();

    [Fact]
    public void SignedWithPades_IsIntactAndCoversTheFile()
    {
        var signature = Only(new SmallPdf("letter").Sign(Governor).Bytes);
        Assert.Equal(SignatureVerdict.Intact, signature.Verdict);
        Assert.True(signature.CoversFile);
        Assert.Equal("CN=Governor of Kalasin (test)", signature.Signer);
        Assert.Equal(new DateTimeOffset(2024, 5, 30, 8, 0, 0, TimeSpan.Zero), signature.SignedAt);
        Assert.True(signature.WithinValidity);
        Assert.False(signature.Trusted); // its root is nobody's
    }

    [Fact]
    public void SignedTwice_FirstCoversItsRevision_LastTheFile()
    {
        var signatures = Read(new SmallPdf("letter").Sign(Governor).Sign(Governor).Bytes).Signatures;
        Assert.Equal([(SignatureVerdict.Intact, false), (SignatureVerdict.Intact, true)], signatures.Select(s => (s.Verdict, s.CoversFile)));
    }

    [Fact]
    public void SomethingAppendedAfterSigning_IsIntactButDoesNotCoverTheFile()
    {
        var signature = Only(new SmallPdf("letter").Sign(Governor).Append("% one more line\n").Bytes);
        Assert.Equal((SignatureVerdict.Intact, false), (signature.Verdict, signature.CoversFile));
    }

    [Fact]
    public void AChangedByte_IsBroken()
    {
        var bytes = new SmallPdf("pay 100").Sign(Governor).Bytes;
        bytes[bytes.AsSpan().IndexOf("pay 100"u8) + 4] = (byte)'9';
        Assert.Equal(SignatureVerdict.Broken, Only(bytes).Verdict);
    }

    [Fact]
    public void AGapWiderThanTheSignature_IsBroken()
    {
        var bytes = new SmallPdf("letter").Sign(Governor).Bytes;
        var at = bytes.AsSpan().IndexOf("/ByteRange ["u8) + "/ByteRange [".Length;
        var end = at + bytes.AsSpan(at).IndexOf((byte)']');
        var ranges = Encoding.ASCII.GetString(bytes[at..end]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var wider = $"0 {ranges[1] - 2} {ranges[2]} {ranges[3]}".PadRight(end - at);
        Encoding.ASCII.GetBytes(wider).CopyTo(bytes, at);
        Assert.Equal(SignatureVerdict.Broken, Only(bytes).Verdict);
    }

    [Fact]
    public void PadesThatNamesNoCertificate_IsBroken_ItsForerunnerNeedsNone()
    {
        Assert.Equal(SignatureVerdict.Broken, Only(new SmallPdf("letter").Sign(Governor, names: false).Bytes).Verdict);
        Assert.Equal(SignatureVerdict.Intact, Only(new SmallPdf("letter").Sign(Governor, "adbe.pkcs7.detached", names: false).Bytes).Verdict);
    }

    [Theory]
    [InlineData("adbe.x509.rsa_sha1")]
    [InlineData("ETSI.RFC3161")]
    [InlineData("anything")]
    public void AFormNobodyChecks_IsUnknown(string form) => Assert.Equal(SignatureVerdict.Unknown, Only(new SmallPdf("letter").Sign(Governor, form).Bytes).Verdict);

    [Fact]
    public void Sha1_IsWeak() => Assert.Equal(SignatureVerdict.Weak, Only(new SmallPdf("letter").Sign(Governor, digest: "1.3.14.3.2.26").Bytes).Verdict);

    [Fact]
    public void RubbishWhereTheSignatureStands_IsBroken()
    {
        var bytes = new SmallPdf("letter").Sign(Governor).Bytes;
        bytes.AsSpan(bytes.AsSpan().IndexOf("/Contents <"u8) + "/Contents <".Length, 200).Fill((byte)'7');
        Assert.Equal(SignatureVerdict.Broken, Only(bytes).Verdict);
    }

    [Fact]
    public void NoSignature_HasNone() => Assert.Empty(Read(new SmallPdf("letter").Bytes).Signatures);

    private static SignatureFacts Only(byte[] pdf) => Assert.Single(Read(pdf).Signatures);

    private static CopyFacts Read(byte[] pdf) => CopyProgram.Read(pdf) ?? throw new InvalidOperationException("It could not be read.");

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Governor of Kalasin (test)", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
