namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>A state that a disk may be in after a power cut.</summary>
/// <param name="At">Place in the record where the power went.</param>
/// <param name="What">What it kept, in words.</param>
/// <param name="Kept">What it kept.</param>
internal sealed record DiskState(long At, string What, IEnumerable<DiskOperation> Kept);

/// <summary>
/// What a disk may keep of what a program did, in the manner of ALICE: for each moment all that was flushed, and of the rest everything, nothing, all
/// but one piece, one piece alone, or the last piece torn.
/// </summary>
internal static class DiskStates
{
    /// <summary>Pieces that were not flushed and are tried one by one: what is older was tried at an earlier moment.</summary>
    private const int Recent = 12;

    /// <summary>What disks write at once.</summary>
    private const int Sector = 512;

    public static IEnumerable<DiskState> Of(IReadOnlyList<DiskOperation> all)
    {
        foreach (var at in all.Select(o => o.Ended).Where(ended => ended < long.MaxValue).Distinct().Order())
            foreach (var state in At(all, at)) yield return state;
    }

    private static IEnumerable<DiskState> At(IReadOnlyList<DiskOperation> all, long at)
    {
        var begun = all.Where(o => o.Began < at).ToList();
        var flushes = begun.OfType<Flushed>().Where(f => f.Ended <= at).GroupBy(f => f.Node).ToDictionary(g => g.Key, g => g.Max(f => f.Began));
        var changes = begun.Where(o => o is not Flushed).ToList();
        var loose = changes.Where(o => !(flushes.TryGetValue(o.Of, out var flushed) && o.Ended <= flushed)).ToList();
        var set = loose.ToHashSet(ReferenceEqualityComparer.Instance);
        yield return new(at, "all that was asked", changes);
        if (loose.Count == 0) yield break;
        yield return new(at, "what was flushed", changes.Where(o => !set.Contains(o)));
        foreach (var one in loose.TakeLast(Recent))
        {
            yield return new(at, $"all but {Name(one)}", changes.Where(o => !ReferenceEquals(o, one)));
            yield return new(at, $"what was flushed and {Name(one)}", changes.Where(o => !set.Contains(o) || ReferenceEquals(o, one)));
        }
        if (loose.LastOrDefault(o => o is Written) is not Written last) yield break;
        foreach (var length in new[] { last.Bytes.Length / 2, last.Bytes.Length / 2 / Sector * Sector, last.Bytes.Length - 1 }.Distinct())
            yield return new(at, $"{Name(last)} torn at {length}", changes.Select(o => ReferenceEquals(o, last) ? last with { Bytes = last.Bytes[..length] } : o));
    }

    private static string Name(DiskOperation operation) => operation switch
    {
        Written written => $"{written.Bytes.Length} bytes at {written.Offset}",
        Resized resized => $"a new length of {resized.Length}",
        Named { Node: null } named => $"the removal of {named.Name}",
        Named { Instead: { } before } named => $"the renaming of {before.Name} to {named.Name}",
        Named named => $"the name {named.Name}",
        _ => "nothing",
    };
}
