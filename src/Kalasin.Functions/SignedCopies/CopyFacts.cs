using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Functions.SignedCopies;

/// <summary>What a file that somebody gives as the signed copy of a paper turned out to hold. Facts only: what they are worth is decided elsewhere.</summary>
/// <param name="Pages">Pages of the file.</param>
/// <param name="Codes">QR codes of its pictures, and codes of ours that stand in its text.</param>
/// <param name="Signatures">Certificate signatures in the order of the file.</param>
/// <param name="UnreadPictures">Pictures that were not looked at, because they are too many, too large or in a form that can't be read.</param>
internal sealed record CopyFacts(int Pages, ImmutableArray<PageCode> Codes, ImmutableArray<SignatureFacts> Signatures, int UnreadPictures)
{
    /// <summary>Pages whose picture was not looked at, so that a code on them would not be known.</summary>
    public ImmutableArray<int> UnreadPages { get; init; } = [];

    /// <summary>Pages that were scanned with fewer dots an inch than a scan needs.</summary>
    public ImmutableArray<CoarsePage> CoarsePages { get; init; } = [];
}

/// <summary>A page that was scanned coarsely.</summary>
/// <param name="Page">1 for the first.</param>
/// <param name="Dots">An inch.</param>
internal sealed record CoarsePage(int Page, int Dots);

/// <summary>A code on a page.</summary>
/// <param name="Page">1 for the first.</param>
/// <param name="Text">What it says; at most 200 characters.</param>
internal sealed record PageCode(int Page, string Text);

/// <summary>What a certificate signature is and what checking it gave.</summary>
/// <param name="Form">Its <c>SubFilter</c>: <c>ETSI.CAdES.detached</c> is PAdES (ETSI EN 319 142-1), <c>adbe.pkcs7.detached</c> its forerunner (ISO 32000-1).</param>
/// <param name="Verdict">What the check gave.</param>
/// <param name="CoversFile">It covers every byte of the file but itself: nothing was added after it.</param>
/// <param name="Signer">Whom the certificate names, as it says it.</param>
/// <param name="Issuer">Who issued the certificate.</param>
/// <param name="SignedAt">When it was signed by the signer's own clock; null if it doesn't say.</param>
/// <param name="WithinValidity">The certificate was valid at that time.</param>
/// <param name="Trusted">Its chain ends at a root that this machine trusts. Revocation isn't asked: no address is ever called.</param>
internal sealed record SignatureFacts(
    string Form, SignatureVerdict Verdict, bool CoversFile, string Signer, string Issuer, DateTimeOffset? SignedAt, bool WithinValidity, bool Trusted);

/// <summary>What checking a signature gave.</summary>
internal enum SignatureVerdict
{
    /// <summary>What it covers is what was signed.</summary>
    Intact,

    /// <summary>What it covers was changed, or it is no signature of it.</summary>
    Broken,

    /// <summary>Made with an algorithm that no longer proves anything (MD5, SHA-1).</summary>
    Weak,

    /// <summary>In a form that this program doesn't check.</summary>
    Unknown,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(CopyFacts))]
internal sealed partial class CopyJson : JsonSerializerContext;
