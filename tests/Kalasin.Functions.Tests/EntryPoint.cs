using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests;

/// <summary>The tests, or, when one of them starts this program again, the process that it means to kill.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [AppendUntilKilled.Mode, var folder]) return await AppendUntilKilled.RunAsync(folder);
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
