using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// A list that grows by stretches and moves nothing but its first: a list in one piece is copied as it grows, into pieces so large that the
/// collector of garbage looks after them with everything else. A short one takes little.
/// </summary>
internal sealed class Stretches<T>
{
    private const int Bits = 12, Size = 1 << Bits, Least = 4;

    private readonly List<T[]> stretches = [];

    public int Count { get; private set; }

    public T this[int index] => stretches[index >> Bits][index & (Size - 1)];

    public void Add(T item)
    {
        var (last, at) = (Count >> Bits, Count & (Size - 1));
        if (last == stretches.Count) stretches.Add(new T[last == 0 ? Least : Size]);
        if (at == stretches[last].Length) Array.Resize(ref CollectionsMarshal.AsSpan(stretches)[last], 2 * at);
        stretches[last][at] = item;
        Count++;
    }

    public ImmutableArray<T> ToImmutable()
    {
        var all = ImmutableArray.CreateBuilder<T>(Count);
        foreach (var stretch in stretches) all.AddRange(stretch.AsSpan(0, Math.Min(Size, Count - all.Count)));
        return all.MoveToImmutable();
    }
}
