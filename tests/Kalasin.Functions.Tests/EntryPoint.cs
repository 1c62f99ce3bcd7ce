using System.Diagnostics;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests;

/// <summary>The tests, or, when one of them starts this program again, the process that it means to kill, or the program itself.</summary>
internal static class EntryPoint
{
    /// <summary>Before the program's own words.</summary>
    public const string ProgramMode = "program";

    /// <summary>This program with other words, not yet started.</summary>
    public static ProcessStartInfo With(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(EntryPoint).Assembly.Location);
        foreach (var word in words) start.ArgumentList.Add(word);
        return start;
    }

    public static async Task<int> Main(string[] args)
    {
        if (args is [AppendUntilKilled.Mode, var folder]) return await AppendUntilKilled.RunAsync(folder);
        if (args is [ProgramMode, .. var words]) return await CommandLine.RunAsync(words);
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
