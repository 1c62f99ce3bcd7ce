using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>
/// The secret of a personal link: 144 random bits as 24 letters, digits, hyphens and underscores. Kept as its hash alone.
/// </summary>
internal static class LinkSecret
{
    /// <summary>Characters.</summary>
    public const int Length = 24;

    private const int Bytes = 18;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text can be one at all.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text) =>
        text is { Length: Length } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static ContentHash HashOf(string secret) => ContentHash.Of(Encoding.ASCII.GetBytes(secret));
}
