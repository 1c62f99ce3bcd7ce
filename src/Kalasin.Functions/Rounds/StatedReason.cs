using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>Why somebody decided something: free text, so that it is a vault object and the event names its hash. Salted, so that the hash tells nothing.</summary>
internal sealed record StatedReason
{
    /// <summary>Most characters, inclusive.</summary>
    public const int Longest = 500;

    [JsonConstructor]
    internal StatedReason(string salt, string text) => (Salt, Text) = (salt, text);

    /// <summary>Random, 32 hexadecimal digits.</summary>
    public string Salt { get; }

    public string Text { get; }

    /// <returns>False for no text or one that is too long.</returns>
    public static bool TryState(string? text, [NotNullWhen(true)] out StatedReason? reason)
    {
        reason = text?.Trim() is { Length: > 0 and <= Longest } given ? new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), given) : null;
        return reason is not null;
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DetailsJson.Default.StatedReason);

    /// <returns>Null where it was erased.</returns>
    public static async Task<StatedReason?> ReadAsync(IVault vault, ContentHash hash, CancellationToken cancellationToken)
    {
        await using var stream = await vault.OpenAsync(hash, ByteRange.All, cancellationToken);
        return stream is null ? null : await JsonSerializer.DeserializeAsync(stream, DetailsJson.Default.StatedReason, cancellationToken);
    }
}
