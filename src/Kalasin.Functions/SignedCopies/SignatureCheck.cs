using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Kalasin.Functions.SignedCopies;

/// <summary>Checks a signature against the bytes it says it covers. Asks nobody: no list, no time server, no address in a certificate.</summary>
internal static class SignatureCheck
{
    /// <summary>PAdES binds the certificate into what is signed (ETSI EN 319 122-1, 5.2.2): an attribute with one of these.</summary>
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.12";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private const string Pades = "ETSI.CAdES.detached";
    private const string Forerunner = "adbe.pkcs7.detached";

    private static readonly string[] WeakDigests = ["1.2.840.113549.2.5", "1.3.14.3.2.26"];

    public static SignatureFacts Of(FoundSignature signature, ReadOnlyMemory<byte> file)
    {
        if (signature.Form is not (Pades or Forerunner)) return Unchecked(signature, SignatureVerdict.Unknown);
        if (Covered(signature, file) is not { } covered) return Unchecked(signature, SignatureVerdict.Broken);
        try
        {
            return Of(signature, covered, Bare(signature.Contents), signature.Ranges[2] + signature.Ranges[3] == file.Length);
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            return Unchecked(signature, SignatureVerdict.Broken);
        }
    }

    private static SignatureFacts Of(FoundSignature signature, byte[] covered, byte[] contents, bool coversFile)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(contents);
        if (cms.SignerInfos is not [{ Certificate: { } certificate } signer]) return Unchecked(signature, SignatureVerdict.Unknown);
        var at = signer.SignedAttributes.OfType<CryptographicAttributeObject>().SelectMany(a => a.Values.OfType<Pkcs9SigningTime>())
            .Select(t => (DateTimeOffset?)new DateTimeOffset(t.SigningTime.ToUniversalTime(), TimeSpan.Zero)).FirstOrDefault();
        return new(
            signature.Form, VerdictOf(signature, signer, certificate), coversFile, NameOf(certificate.SubjectName), NameOf(certificate.IssuerName), at,
            at is { } moment && moment.UtcDateTime >= certificate.NotBefore.ToUniversalTime() && moment.UtcDateTime <= certificate.NotAfter.ToUniversalTime(),
            IsTrusted(certificate, cms.Certificates, at));
    }

    private static SignatureVerdict VerdictOf(FoundSignature signature, SignerInfo signer, X509Certificate2 certificate)
    {
        if (WeakDigests.Contains(signer.DigestAlgorithm.Value, StringComparer.Ordinal)) return SignatureVerdict.Weak;
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return SignatureVerdict.Broken;
        }
        return signature.Form == Pades && !NamesItsCertificate(signer, certificate) ? SignatureVerdict.Broken : SignatureVerdict.Intact;
    }

    /// <summary>Whether what was signed says that it was signed with this very certificate.</summary>
    private static bool NamesItsCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid?.Value is not (SigningCertificate or SigningCertificateV2) || attribute.Values.Count != 1) continue;
            var certificates = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence();
            var first = certificates.ReadSequence();
            var digest = HashAlgorithmName.SHA1;
            if (attribute.Oid.Value == SigningCertificateV2)
            {
                digest = HashAlgorithmName.SHA256;
                if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)) digest = HashAlgorithmName.FromOid(first.ReadSequence().ReadObjectIdentifier());
            }
            return first.ReadOctetString().AsSpan().SequenceEqual(certificate.GetCertHash(digest));
        }
        return false;
    }

    /// <summary>
    /// The bytes it covers, if all is in order with them: from the first byte of the file, without its own contents and nothing else. A gap that
    /// is larger could hide a page.
    /// </summary>
    private static byte[]? Covered(FoundSignature signature, ReadOnlyMemory<byte> file)
    {
        if (signature.Ranges is not [0, > 0 and var first, var second, > 0 and var length] || second <= first || second > file.Length || length > file.Length - second) return null;
        var gap = file.Span[(int)first..(int)second];
        if (gap is not [(byte)'<', .., (byte)'>']) return null;
        var packed = new List<byte>(gap.Length);
        foreach (var symbol in gap[1..^1])
            if (!char.IsWhiteSpace((char)symbol)) packed.Add(symbol);
        var hex = System.Text.Encoding.ASCII.GetString([.. packed]);
        if (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit) || !Convert.FromHexString(hex).AsSpan().SequenceEqual(signature.Contents.Span)) return null;
        return [.. file.Span[..(int)first], .. file.Span.Slice((int)second, (int)length)];
    }

    /// <summary>Without the zeros that fill the place kept for it.</summary>
    private static byte[] Bare(ReadOnlyMemory<byte> contents)
    {
        AsnDecoder.ReadEncodedValue(contents.Span, AsnEncodingRules.BER, out _, out _, out var read);
        return contents.Span[..read].ToArray();
    }

    private static bool IsTrusted(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset? at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ExtraStore.AddRange(others);
        if (at is { } moment) chain.ChainPolicy.VerificationTime = moment.UtcDateTime;
        return chain.Build(certificate);
    }

    private static string NameOf(X500DistinguishedName name)
    {
        var text = name.Name;
        return text.Length > 300 ? text[..300] : text;
    }

    private static SignatureFacts Unchecked(FoundSignature signature, SignatureVerdict verdict) => new(signature.Form, verdict, false, "", "", null, false, false);
}
