using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Kalasin.Functions.Storage;

/// <summary>
/// The name of one stream of events and of the vault beside it: a kind and an id, <c>round/46-dla-2567</c>. Both parts are
/// 1 to 64 lower-case ASCII letters, digits and hyphens, starting with a letter or digit, so that a stream's name is a
/// legal partition key, blob prefix and file name everywhere, and never differs by case alone.
/// </summary>
internal sealed record StreamId
{
    private const int LongestPart = 64;
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private StreamId(string kind, string id) => (Kind, Id) = (kind, id);

    /// <summary><c>round</c>, <c>framework</c> or <c>ranking</c>.</summary>
    public string Kind { get; }

    /// <summary>The id within the kind.</summary>
    public string Id { get; }

    /// <exception cref="ArgumentException">A part is not of the form above.</exception>
    public static StreamId Of(string kind, string id) =>
        IsPart(kind) && IsPart(id) ? new(kind, id) : throw new ArgumentException($"'{kind}/{id}' is no stream's name.", nameof(id));

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out StreamId? stream)
    {
        stream = null;
        if (text is null || text.IndexOf('/') is var slash && slash < 0) return false;
        var (kind, id) = (text[..slash], text[(slash + 1)..]);
        if (IsPart(kind) && IsPart(id)) stream = new(kind, id);
        return stream is not null;
    }

    public override string ToString() => $"{Kind}/{Id}";

    private static bool IsPart(string part) =>
        part.Length is > 0 and <= LongestPart && part[0] != '-' && !part.AsSpan().ContainsAnyExcept(Alphabet);
}
