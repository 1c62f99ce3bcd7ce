using System.Collections.Immutable;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// A list that grows by stretches and never moves what it has: a list in one piece is copied as it grows, into pieces so large that the
/// collector of garbage looks after them with everything else.
/// </summary>
internal sealed class Stretches<T>
{
    private const int Bits = 12, Size = 1 << Bits;

    private readonly List<T[]> stretches = [];

    public int Count { get; private set; }

    public T this[int index] => stretches[index >> Bits][index & (Size - 1)];

    public void Add(T item)
    {
        if (Count >> Bits == stretches.Count) stretches.Add(new T[Size]);
        stretches[Count >> Bits][Count & (Size - 1)] = item;
        Count++;
    }

    public ImmutableArray<T> ToImmutable()
    {
        var all = ImmutableArray.CreateBuilder<T>(Count);
        foreach (var stretch in stretches) all.AddRange(stretch.AsSpan(0, Math.Min(Size, Count - all.Count)));
        return all.MoveToImmutable();
    }
}
