using System.Buffers;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>Where machines and people put files without a request, and where they find the answers.</summary>
internal interface IDrops
{
    /// <summary>
    /// Whatever lies there and is whole, oldest first; what can't be read as it lies is listed with its obstacle. A drop is listed
    /// until it is deleted.
    /// </summary>
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
internal sealed record Drop(DropPath Path, string Tag, long Size, DateTimeOffset ArrivedAt)
{
    /// <summary>
    /// Why it can't be read as it lies there, whatever is in it; null for nearly every drop. Its path is then the one that its
    /// answers lie under.
    /// </summary>
    public Finding? Obstacle { get; init; }

    /// <summary>Tells one content in one place from every other.</summary>
    public string Key => $"{Path}\n{Tag}";

    /// <summary>Names it in the program's log, where a file's name may stand for a person.</summary>
    public string Reference => ContentHash.Of(Encoding.UTF8.GetBytes(Key)).ToString()[..12];

    /// <summary>A drop by the name that the store has for it, which may be no path.</summary>
    public static Drop Named(string name, string tag, long size, DateTimeOffset arrivedAt)
    {
        if (DropPath.TryParse(name, out var path)) return new(path, tag, size, arrivedAt);
        var nearest = DropPath.Nearest(name);
        var place = Place.InFile(nearest.Value);
        return new(nearest, tag, size, arrivedAt)
        {
            Obstacle = name.Length > DropPath.Longest
                ? StorageFindings.DropTooDeep.At(place, ThaiNumerals.Number(DropPath.Longest))
                : StorageFindings.DropNameUnusable.At(place),
        };
    }
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
