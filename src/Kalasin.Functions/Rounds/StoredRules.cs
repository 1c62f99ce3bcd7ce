using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>Frameworks and plans in a vault: canonical JSON under its hash, checked when it was taken in and not again.</summary>
internal static class StoredRules
{
    /// <returns>Null if the vault has nothing of that hash.</returns>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">It holds something else.</exception>
    public static async Task<T?> ReadAsync<T>(IVault vault, ContentHash hash, CancellationToken cancellationToken) where T : class
    {
        await using var stream = await vault.OpenAsync(hash, ByteRange.All, cancellationToken);
        if (stream is null) return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return Read<T>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), hash);
    }

    /// <exception cref="DamagedException">The bytes have another hash, or are of a version this program can't read.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, ContentHash hash) where T : class =>
        ContentHash.Of(bytes) == hash && CanonicalJson.Read<T>(bytes) is { } rules ? rules : throw Unusable(hash);

    public static DamagedException Unusable(ContentHash hash) => new(RoundServiceFindings.RulesUnusable.At(Place.Nowhere, hash.ToString()[..12]));
}
