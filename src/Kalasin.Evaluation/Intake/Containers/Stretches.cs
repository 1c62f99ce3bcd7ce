namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// A list that grows by stretches and moves nothing but its first: a list in one piece is copied as it grows, into pieces so large that the
/// collector of garbage looks after them with everything else. A short one takes little.
/// </summary>
/// <param name="bits">Of the length of a stretch: 12 are 4,096 items.</param>
/// <param name="rent">Where stretches come from, but for the first; <see langword="null"/> where they are made.</param>
internal sealed class Stretches<T>(int bits = 12, Func<int, T[]>? rent = null)
{
    private const int Least = 4;

    private readonly int size = 1 << bits;
    private T[][] stretches = [];
    private int begun;

    public int Count { get; private set; }

    public T this[int index] => stretches[index >> bits][index & (size - 1)];

    public void Add(T item)
    {
        var (last, at) = (Count >> bits, Count & (size - 1));
        if (last == begun) Begin(last);
        if (at == stretches[last].Length) Array.Resize(ref stretches[last], 2 * at);
        stretches[last][at] = item;
        Count++;
    }

    private void Begin(int last)
    {
        if (last == stretches.Length) Array.Resize(ref stretches, Math.Max(1, 2 * last));
        stretches[last] = last == 0 ? new T[Least] : rent is null ? new T[size] : rent(size);
        begun++;
    }
}
