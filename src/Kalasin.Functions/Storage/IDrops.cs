using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Kalasin.Functions.Storage;

/// <summary>Where machines and people put files without a request, and where they find the answers.</summary>
internal interface IDrops
{
    /// <summary>What lies there and is whole, oldest first. A drop is listed until it is deleted.</summary>
    IAsyncEnumerable<Drop> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads a drop; null if it is gone or no longer the one that was listed.</summary>
    Task<Stream?> OpenAsync(Drop drop, CancellationToken cancellationToken);

    /// <summary>Writes an answer under the path of what it answers, apart from the drops; one of the same name is replaced.</summary>
    /// <param name="name">A file name of ours: lower-case ASCII letters, digits, hyphens and dots.</param>
    Task AnswerAsync(DropPath answered, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Removes a drop that was taken in.</summary>
    /// <returns>False, and nothing removed, if it is gone or no longer the one that was listed.</returns>
    Task<bool> DeleteAsync(Drop drop, CancellationToken cancellationToken);
}

/// <param name="Tag">Changes whenever the content does; path and tag together are a delivery's key.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ArrivedAt">When it arrived, not when it was looked at.</param>
internal sealed record Drop(DropPath Path, string Tag, long Size, DateTimeOffset ArrivedAt);

/// <summary>
/// Where a drop lies, <c>{round}/{unit}/…</c>, as its sender named it, Thai included. At most 1,024 characters; no empty, <c>.</c>
/// or <c>..</c> part, no backslash and no control character, so that it never leads out of the place it belongs to.
/// </summary>
internal sealed record DropPath
{
    private const int Longest = 1024;

    private DropPath(string value) => Value = value;

    public string Value { get; }

    public IReadOnlyList<string> Parts => Value.Split('/');

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DropPath? path)
    {
        var legal = text is { Length: > 0 and <= Longest }
            && !text.Any(c => char.IsControl(c) || c == '\\')
            && text.Split('/').All(part => part is not ("" or "." or ".."));
        path = legal ? new(text!) : null;
        return legal;
    }

    /// <exception cref="FormatException">Not of the form above.</exception>
    public static DropPath Parse(string text) => TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is no path of a drop.");

    public override string ToString() => Value;
}

/// <summary>The rule for answers' names, kept for every store.</summary>
internal static class AnswerName
{
    private const int Longest = 64;
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <exception cref="ArgumentException">Not a file name of ours.</exception>
    public static void Check(string name)
    {
        var ours = name is { Length: > 0 and <= Longest } && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(Alphabet);
        if (!ours) throw new ArgumentException($"'{name}' is no name of an answer.", nameof(name));
    }
}
