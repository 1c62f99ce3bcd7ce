using System.Diagnostics;

namespace Kalasin.Functions.SignedCopies;

/// <summary>The end of a process that reads a file from outside.</summary>
internal static class EndedProcess
{
    /// <summary>Longest that is waited for what the system takes away by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Kills it with all that it started, and waits until it is gone: what it held open can be taken away then.</summary>
    public static void End(this Process process)
    {
        if (process.HasExited) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit(Longest);
    }
}
