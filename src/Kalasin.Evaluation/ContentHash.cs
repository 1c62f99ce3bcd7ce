using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>
/// The SHA-256 of some bytes: the name of stored content, and a link of a round's chain. Written as 64 lower-case hex
/// digits. The default value is <see cref="Zero"/>. Immutable; equal when all 256 bits are equal.
/// </summary>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(ContentHashConverter))]
public readonly record struct ContentHash
{
    /// <summary>Bytes of a hash: 32.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private ContentHash(ReadOnlySpan<byte> hash) => (_a, _b, _c, _d) = (
        BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[16..]), BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));

    /// <summary>Thirty-two zero bytes: the head of a chain that has no link yet. No content is known to have this hash.</summary>
    public static ContentHash Zero => default;

    /// <summary>The hash of <paramref name="content"/>, which may be empty.</summary>
    /// <param name="content">The exact bytes.</param>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return new(hash);
    }

    /// <summary>The hash that an incremental computation has arrived at; resets <paramref name="computation"/>.</summary>
    /// <param name="computation">A SHA-256 computation.</param>
    /// <exception cref="ArgumentException">Another algorithm than SHA-256.</exception>
    public static ContentHash Of(IncrementalHash computation)
    {
        ArgumentNullException.ThrowIfNull(computation);
        if (computation.AlgorithmName != HashAlgorithmName.SHA256) throw new ArgumentException("Content is named by its SHA-256.", nameof(computation));
        Span<byte> hash = stackalloc byte[Size];
        computation.GetHashAndReset(hash);
        return new(hash);
    }

    /// <summary>The value whose 32 bytes are given.</summary>
    /// <param name="hash">Exactly <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    public static ContentHash FromBytes(ReadOnlySpan<byte> hash) =>
        hash.Length == Size ? new(hash) : throw new ArgumentException($"A hash has {Size} bytes.", nameof(hash));

    /// <summary>The next link of a chain: SHA-256 of this hash's bytes followed by <paramref name="content"/>.</summary>
    /// <param name="content">The exact bytes that the link adds.</param>
    public ContentHash Then(ReadOnlySpan<byte> content)
    {
        using var computation = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> link = stackalloc byte[Size];
        WriteTo(link);
        computation.AppendData(link);
        computation.AppendData(content);
        return Of(computation);
    }

    /// <summary>Reads 64 lower-case hex digits.</summary>
    /// <param name="text">The digits, without blanks or prefix.</param>
    /// <exception cref="FormatException">Anything else.</exception>
    public static ContentHash Parse(string text) =>
        TryParse(text ?? throw new ArgumentNullException(nameof(text)), out var hash) ? hash : throw new FormatException("A hash is written as 64 lower-case hex digits.");

    /// <summary>Reads 64 lower-case hex digits; false for anything else, upper case included, so that a hash has one spelling.</summary>
    /// <param name="text">The digits, without blanks or prefix.</param>
    /// <param name="hash">The value; <see cref="Zero"/> when false.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContentHash hash)
    {
        hash = default;
        if (text is not { Length: 2 * Size } || text.AsSpan().ContainsAnyExcept(Digits)) return false;
        hash = new(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void WriteTo(Span<byte> destination)
    {
        if (destination.Length < Size) throw new ArgumentException($"A hash has {Size} bytes.", nameof(destination));
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    /// <summary>The 64 lower-case hex digits.</summary>
    public override string ToString()
    {
        Span<byte> hash = stackalloc byte[Size];
        WriteTo(hash);
        return Convert.ToHexStringLower(hash);
    }
}
