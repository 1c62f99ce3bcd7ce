using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Files that come in parts, from phones and over lines that break: each is kept as far as it came, so that its sender goes on from
/// there. Nothing here counts for a round; what becomes whole is taken in like any other file.
/// </summary>
internal interface IParts
{
    /// <summary>Begins a file.</summary>
    /// <param name="name">As the sender gave it.</param>
    /// <param name="length">Bytes it will have.</param>
    Task<PartialFile> BeginAsync(PartialPlace place, string name, long length, CancellationToken cancellationToken);

    /// <returns>Null if there is none of this id in this place.</returns>
    Task<PartialFile?> FindAsync(PartialPlace place, PartialId id, CancellationToken cancellationToken);

    /// <summary>Adds bytes up to the file's length; what came before a sender broke off may stay. An answer means durable.</summary>
    /// <param name="offset">Where the file ends, as the sender knows it.</param>
    /// <returns>The file afterwards; null, and nothing added, if it ends elsewhere or somebody else adds to it.</returns>
    Task<PartialFile?> AppendAsync(PartialFile file, long offset, Stream bytes, CancellationToken cancellationToken);

    /// <summary>What came of it so far; null if it is gone.</summary>
    Task<Stream?> OpenAsync(PartialFile file, CancellationToken cancellationToken);

    /// <summary>Removes a file; one that is gone is no failure.</summary>
    Task DeleteAsync(PartialFile file, CancellationToken cancellationToken);

    /// <summary>Everything that was begun in a place and is not yet removed.</summary>
    IAsyncEnumerable<PartialFile> ListAsync(PartialPlace place, CancellationToken cancellationToken);

    /// <summary>Removes what was begun before a moment, everywhere.</summary>
    Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>Whose door a file comes to: its parts are known there and nowhere else.</summary>
internal sealed record PartialPlace(RoundId Round, UnitCode Unit)
{
    public override string ToString() => $"{Round}/{Unit}";
}

/// <summary>A file that comes in parts.</summary>
/// <param name="Name">As the sender gave it.</param>
/// <param name="Length">Bytes it will have.</param>
/// <param name="Offset">Bytes that came.</param>
internal sealed record PartialFile(PartialPlace Place, PartialId Id, string Name, long Length, long Offset, DateTimeOffset BegunAt)
{
    /// <summary>How long a file is kept, whole or not, taken in or not: a delivery whose answer was lost can be sent again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public bool IsWhole => Offset == Length;
}

/// <summary>Names a file that comes in parts: 32 hexadecimal digits, lower case, random, so that nobody guesses another's.</summary>
internal readonly record struct PartialId
{
    private const int Bytes = 16;
    private readonly string? _value;

    private PartialId(string value) => _value = value;

    public string Value => _value ?? "";

    public static PartialId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    public static bool TryParse([NotNullWhen(true)] string? text, out PartialId id)
    {
        var isId = text is { Length: 2 * Bytes } && text.All(char.IsAsciiHexDigitLower);
        id = isId ? new(text!) : default;
        return isId;
    }

    public override string ToString() => Value;
}
