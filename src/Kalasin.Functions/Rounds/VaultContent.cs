using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// What the log names in the vault, read and checked. Content never changes under its hash, so what was read once is kept
/// while there is room; what was found damaged is remembered until it is found whole.
/// </summary>
internal sealed class VaultContent(RoundLog log) : IDisposable
{
    /// <summary>
    /// Bytes of what is kept, as stored; in memory it takes two to three times that. Several rounds of several versions fit, or
    /// one register as large as any may be. When it is full, half of it goes, what was used longest ago first.
    /// </summary>
    private const long MostKept = 64 << 20;

    /// <summary>What the smallest content counts as.</summary>
    private const long LeastSize = 1024;

    private const int MostDamaged = 8192;

    private const int BlockSize = 32_768;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostKept, CompactionPercentage = 0.5 });
    private readonly ConcurrentDictionary<(RoundId Round, ContentHash Hash), Finding> damaged = new();

    /// <summary>How much was found damaged since the program started, round by round.</summary>
    public IEnumerable<Finding> Damage =>
        damaged.Keys.GroupBy(d => d.Round.Value).OrderBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => RoundServiceFindings.ContentDamaged.At(Place.Nowhere, d.Key, ThaiNumerals.Number(d.Count())));

    /// <summary>What is known to be damaged of a delivery's files and returns; that of its details is among its findings.</summary>
    public IEnumerable<Finding> DamageOf(RoundId round, DeliveryReceived delivery) => damaged.IsEmpty
        ? []
        : delivery.Files.Select(f => f.Hash).Concat(delivery.Returns.Select(r => r.Content)).Distinct()
            .Select(hash => damaged.GetValueOrDefault((round, hash))).OfType<Finding>();

    /// <summary>Changes with what is known to be damaged of a round; empty where nothing is.</summary>
    public string DamageMark(RoundId round) => damaged.IsEmpty
        ? ""
        : string.Join(' ', damaged.Keys.Where(d => d.Round == round).Select(d => d.Hash.ToString()).Order(StringComparer.Ordinal));

    /// <summary>The returns that these heads name, in their order.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">The vault lacks what the log names, or holds something else.</exception>
    public async Task<ImmutableArray<Return>> ReturnsAsync(RoundId round, IReadOnlyList<ReturnHead> heads, CancellationToken cancellationToken)
    {
        var returns = ImmutableArray.CreateBuilder<Return>(heads.Count);
        foreach (var head in heads)
        {
            var read = await LoadAsync(round, head.Content, ReturnOf, cancellationToken);
            returns.Add((read.Unit, read.Indicator) == (head.Unit, head.Indicator) ? read : throw Unfit(round, head.Content));
        }
        return returns.MoveToImmutable();
    }

    /// <summary>The details of a delivery; where they are damaged, what stands in for them and says so.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    public async Task<DeliveryDetails> DetailsAsync(RoundId round, DeliveryReceived delivery, CancellationToken cancellationToken)
    {
        try
        {
            var read = await LoadAsync(round, delivery.Details, bytes => DeliveryDetails.Read(bytes.Span), cancellationToken);
            return read.Names.Length == delivery.Files.Length ? read : throw Unfit(round, delivery.Details);
        }
        catch (DamagedException lost)
        {
            return DeliveryDetails.StandIn(delivery, lost.Finding);
        }
    }

    /// <summary>What somebody said in free text.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">The vault lacks it, or holds something else.</exception>
    public async Task<string> TextAsync(RoundId round, ContentHash hash, CancellationToken cancellationToken) =>
        (await LoadAsync(round, hash, bytes => StatedText.Read(bytes.Span), cancellationToken)).Text;

    /// <summary>Content that some reading understands; remembered as it was read.</summary>
    /// <param name="read">The reading; null where it doesn't understand what the log says is there.</param>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">The vault lacks it, or holds something else.</exception>
    public Task<T> ReadAsync<T>(RoundId round, ContentHash hash, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken cancellationToken) where T : class =>
        LoadAsync(round, hash, read, cancellationToken);

    /// <summary>What is made of content at some cost; remembered as it was made.</summary>
    /// <param name="make">Makes it; null where it could not be made this time, which isn't remembered.</param>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">The vault lacks it, or holds something else.</exception>
    public Task<byte[]?> MakeAsync(RoundId round, ContentHash hash, Func<ReadOnlyMemory<byte>, Task<byte[]?>> make, CancellationToken cancellationToken) =>
        KeepAsync(
            round, hash,
            async bytes =>
            {
                var made = await make(bytes);
                return (made, made?.Length ?? 0);
            }, cancellationToken);

    /// <summary>Writes content out; of what is damaged nothing, or, where it is too large to look through first, all but its end.</summary>
    /// <param name="size">How many bytes it has; nothing beyond them is written, whatever stands in its place.</param>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">The vault lacks it, or holds something else.</exception>
    public async Task CopyAsync(RoundId round, ContentHash hash, long size, Stream target, CancellationToken cancellationToken)
    {
        if (IsErased(round, hash)) throw ErasedOf(hash);
        try
        {
            await using var content = await log.VaultOf(round).OpenAsync(hash, ByteRange.All, cancellationToken) ?? throw await LackingAsync(round, hash, cancellationToken);
            var buffer = new byte[BlockSize];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; size -= read)
            {
                if (read > size) throw DamagedException.Changed(hash);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        catch (DamagedException damage)
        {
            Note(round, hash, damage);
            throw;
        }
        damaged.TryRemove((round, hash), out _);
    }

    /// <summary>Lets go of what was read of erased content, and of what was found of it.</summary>
    public void Forget(RoundId round, ContentHash erased)
    {
        known.Remove((round, erased));
        damaged.TryRemove((round, erased), out _);
    }

    public void Dispose() => known.Dispose();

    /// <summary>Erased content is not lost.</summary>
    private async Task<DamagedException> LackingAsync(RoundId round, ContentHash hash, CancellationToken cancellationToken) =>
        (await log.LoadAsync(round, cancellationToken)).Erased.ContainsKey(hash) ? ErasedOf(hash) : DamagedException.Missing(hash);

    /// <summary>
    /// Whether the log says so, as far as it is known: whoever asks for content has asked for its round before. What another process erased is
    /// gone with that, though it is still remembered here or not removed yet.
    /// </summary>
    private bool IsErased(RoundId round, ContentHash hash)
    {
        var isErased = log.Known(round).Erased.ContainsKey(hash);
        if (isErased) Forget(round, hash);
        return isErased;
    }

    private static DamagedException ErasedOf(ContentHash hash) => new(ErasureFindings.Erased.At(Place.Nowhere, hash.ToString()));

    /// <summary>That the bytes are those that the log names, and not what it says they are.</summary>
    private DamagedException Unfit(RoundId round, ContentHash hash) =>
        Note(round, hash, new(RoundServiceFindings.ContentUnfit.At(Place.Nowhere, hash.ToString())));

    private DamagedException Note(RoundId round, ContentHash hash, DamagedException damage)
    {
        if (damaged.Count < MostDamaged && damage.Finding.Code != ErasureFindings.Erased.Code) damaged[(round, hash)] = damage.Finding;
        return damage;
    }

    private async Task<T> LoadAsync<T>(
        RoundId round, ContentHash content, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken cancellationToken) where T : class =>
        await KeepAsync(round, content, bytes => Task.FromResult((read(bytes), bytes.Length)), cancellationToken) ?? throw Unfit(round, content);

    private async Task<T?> KeepAsync<T>(
        RoundId round, ContentHash content, Func<ReadOnlyMemory<byte>, Task<(T? Made, int Size)>> make, CancellationToken cancellationToken) where T : class
    {
        if (!IsErased(round, content) && known.TryGetValue((round, content), out T? earlier)) return earlier!;
        using var bytes = new MemoryStream();
        await CopyAsync(round, content, long.MaxValue, bytes, cancellationToken);
        var (made, size) = await make(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        return made is null ? null : known.Set((round, content), made, new MemoryCacheEntryOptions { Size = Math.Max(size, LeastSize) });
    }

    private static Return? ReturnOf(ReadOnlyMemory<byte> bytes) => ReturnJson.TryRead(bytes.Span, out var read) ? read : null;
}
