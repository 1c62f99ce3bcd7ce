namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>Counts what a storage sees a program do, so that a kill can fall between any two of its steps, however fast the machine is.</summary>
internal sealed class Steps
{
    private readonly Lock counting = new();
    private readonly List<(long At, Action Then)> waiting = [];
    private long seen;

    /// <summary>One step more; whoever waited for it acts before this returns.</summary>
    public void Count()
    {
        List<Action> due;
        lock (counting)
        {
            seen++;
            due = [.. waiting.Where(w => w.At <= seen).Select(w => w.Then)];
            waiting.RemoveAll(w => w.At <= seen);
        }
        foreach (var action in due) action();
    }

    /// <summary>Acts at the step after so many more.</summary>
    public void After(int steps, Action then)
    {
        lock (counting) waiting.Add((seen + steps, then));
    }

    /// <summary>Nobody waits any more.</summary>
    public void Forget()
    {
        lock (counting) waiting.Clear();
    }
}
