using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>What people say in free text, salted here, where there is chance.</summary>
internal static class StatedTexts
{
    /// <summary>A new salt.</summary>
    public static string Salt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <returns>False for no reason or one that is too long.</returns>
    public static bool TryState(string? text, [NotNullWhen(true)] out StatedText? reason)
    {
        reason = text?.Trim() is { Length: > 0 and <= StatedText.LongestReason } given ? new(Salt(), given) : null;
        return reason is not null;
    }

    /// <returns>Null where it was erased.</returns>
    public static async Task<StatedText?> ReadAsync(IVault vault, Evaluation.ContentHash hash, CancellationToken cancellationToken)
    {
        await using var stream = await vault.OpenAsync(hash, ByteRange.All, cancellationToken);
        if (stream is null) return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return StatedText.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
