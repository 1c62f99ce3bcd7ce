using System.Runtime.CompilerServices;

namespace Kalasin.Evaluation.Tests;

/// <summary>
/// What something holds in memory: what is free again once it is let go. Pools and caches that give up something meanwhile let it seem more,
/// so it is made some times, and the least is true.
/// </summary>
internal static class Held
{
    private const int Rounds = 3;

    /// <summary>Bytes that what is made holds.</summary>
    public static long By(Func<object> make) => Enumerable.Range(0, Rounds).Min(_ => WithOne(make) - GC.GetTotalMemory(forceFullCollection: true));

    /// <inheritdoc cref="By"/>
    public static async Task<long> ByAsync(Func<Task<object>> make)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++) least = Math.Min(least, await WithOneAsync(make) - GC.GetTotalMemory(forceFullCollection: true));
        return least;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long WithOne(Func<object> make) => With(make());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<long> WithOneAsync(Func<Task<object>> make) => With(await make());

    private static long With(object one)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(one);
        return held;
    }
}
