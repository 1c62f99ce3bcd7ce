using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Season;

/// <summary>What the facts of a file are worth as the signed copy of a paper. Pure.</summary>
/// <param name="Form">How it is signed.</param>
/// <param name="Matched">How it is known to be of the paper; null where nothing says so.</param>
/// <param name="Findings">What was found, errors among it where it can't be taken.</param>
/// <param name="Signers">Who signed by which certificate and what checking it gave; null for a scan. Names persons.</param>
internal sealed record SignedCopyVerdict(SignedForm Form, MatchedBy? Matched, ImmutableArray<Finding> Findings, string? Signers)
{
    private const string OurCodes = "kalasin:";

    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);

    /// <param name="mark">What the QR code of the paper says.</param>
    /// <param name="hasReason">Somebody says why it is this paper.</param>
    public static SignedCopyVerdict Of(CopyFacts facts, PaperMark mark, bool hasReason)
    {
        var codes = CodesOf(facts);
        return Of(facts, codes.Contains(mark.ToString()) ? MatchedBy.Code : codes.Count == 0 && hasReason ? MatchedBy.Person : null, codes, SigningHostFindings.NoCode);
    }

    /// <summary>The same of returns, of which a file may hold several.</summary>
    /// <param name="marks">What the QR codes of the returns say.</param>
    /// <returns>The verdict, and those of the returns whose code is in it.</returns>
    public static (SignedCopyVerdict Verdict, ImmutableArray<PaperMark> Found) Of(CopyFacts facts, ImmutableArray<PaperMark> marks)
    {
        var codes = CodesOf(facts);
        ImmutableArray<PaperMark> found = [.. marks.Where(m => codes.Contains(m.ToString()))];
        return (Of(facts, found.IsEmpty ? null : MatchedBy.Code, codes, SigningFindings.NothingSigned), found);
    }

    private static List<string> CodesOf(CopyFacts facts) =>
        [.. facts.Codes.Where(c => c.Text.StartsWith(OurCodes, StringComparison.Ordinal)).Select(c => c.Text)];

    private static SignedCopyVerdict Of(CopyFacts facts, MatchedBy? matched, List<string> codes, FindingKind noCode)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (matched is null) findings.Add(codes is [var other, ..] ? SigningHostFindings.OtherPaper.At(Place.Nowhere, other) : noCode.At(Place.Nowhere));
        if (facts.UnreadPictures > 0) findings.Add(SigningHostFindings.PicturesUnread.At(Place.Nowhere, ThaiNumerals.Number(facts.UnreadPictures)));
        foreach (var (i, signature) in facts.Signatures.Index())
            if (KindOf(signature) is { } kind) findings.Add(kind.At(Place.Nowhere, ThaiNumerals.Number(i + 1)));
        // An earlier one never covers what the next signer adds: that the last covers all is what counts.
        if (facts.Signatures.Length > 0 && !facts.Signatures.Any(s => s.CoversFile)) findings.Add(SigningHostFindings.SignatureNotWhole.At(Place.Nowhere));
        return new(facts.Signatures.IsEmpty ? SignedForm.Scan : SignedForm.Certificate, matched, findings.ToImmutable(), SignersOf(facts.Signatures));
    }

    private static FindingKind? KindOf(SignatureFacts signature) => signature.Verdict switch
    {
        SignatureVerdict.Broken => SigningHostFindings.SignatureBroken,
        SignatureVerdict.Weak => SigningHostFindings.SignatureWeak,
        SignatureVerdict.Unknown => SigningHostFindings.SignatureUnchecked,
        _ when !signature.WithinValidity || !signature.Trusted => SigningHostFindings.CertificateDoubtful,
        _ => null,
    };

    private static string? SignersOf(ImmutableArray<SignatureFacts> signatures)
    {
        if (signatures.IsEmpty) return null;
        var all = string.Join('\n', signatures.Select(s => string.Create(
            CultureInfo.InvariantCulture,
            $"{s.Signer} · {s.Issuer} · {s.SignedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "–"} · {s.Form} {s.Verdict}")));
        return all.Length > StatedText.LongestText ? all[..StatedText.LongestText] : all;
    }
}
