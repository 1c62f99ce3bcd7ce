using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kalasin.Fuzz;

/// <summary>What the thread that asks has taken of a processor, others that work beside it left out; by the clock where the system isn't asked.</summary>
internal static class ThreadTime
{
    private const int OfThread = 3;

    public static TimeSpan Now
    {
        get
        {
            var time = new long[2];
            return OperatingSystem.IsLinux() && clock_gettime(OfThread, time) == 0
                ? TimeSpan.FromSeconds(time[0]) + TimeSpan.FromMicroseconds(time[1] / 1000)
                : Stopwatch.GetElapsedTime(0);
        }
    }

    [DllImport("libc", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, [Out] long[] time);
}
