using System.Diagnostics;
using System.IO.Compression;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Evaluation.Tests;

[assembly: AssemblyFixture(typeof(PublishedProgram))]

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>
/// The package that is deployed, made once a run by the script that makes it, and unpacked as the platform does; only the long run compiles it ahead. For the inner
/// loop KALASIN_PROGRAM names the folder of a program, built or published, that is driven instead.
/// </summary>
public sealed class PublishedProgram : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string? given = Environment.GetEnvironmentVariable("KALASIN_PROGRAM") is { Length: > 0 } path ? Path.GetFullPath(path) : null;
    private readonly Lazy<Task> made;

    public PublishedProgram() => made = new(() => given is null ? MakeAsync() : Task.CompletedTask);

    public string Zip
    {
        get
        {
            if (given is not null) Assert.Skip("KALASIN_PROGRAM is set: no package was made.");
            return folder.File("kalasin-functions-linux-x64.zip");
        }
    }

    /// <summary>Where the package is unpacked; the program may write nothing here.</summary>
    public string Root => given ?? folder.File("wwwroot");

    /// <summary>What <c>dotnet</c> runs; the platform brings that along.</summary>
    public string Program => Path.Combine(Root, "Kalasin.Functions.dll");

    public Task MadeAsync() => made.Value;

    /// <summary>Runs the script of a checkout; what it prints goes to a file, because build servers that outlive it would keep a pipe open.</summary>
    /// <param name="checkout">Whose script.</param>
    /// <param name="target">Folder of the zip.</param>
    /// <param name="system">What for.</param>
    /// <param name="isQuick">Without code compiled ahead, which takes minutes and changes no file's name.</param>
    public static async Task PublishAsync(string checkout, string target, string system = "linux-x64", bool isQuick = false)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Packages are made on Linux.");
        var start = new ProcessStartInfo("bash", ["-c", "\"$0\" \"$1\" \"$2\" > \"$1/publish.log\" 2>&1", Path.Combine(checkout, "build", "publish.sh"), target, system]);
        if (isQuick) start.Environment["PublishReadyToRun"] = "false";
        using var script = Process.Start(start)!;
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(script.ExitCode == 0, await File.ReadAllTextAsync(Path.Combine(target, "publish.log"), TestContext.Current.CancellationToken));
    }

    /// <summary>Runs it to its end with a command line of its own, without a host.</summary>
    public Task<string> RunAsync(params IEnumerable<string> arguments) => ExternalTool.Require("dotnet").RunAsync([Program, .. arguments]);

    public void Dispose() => folder.Dispose();

    private async Task MakeAsync()
    {
        await PublishAsync(Repository.Root, folder.Path, isQuick: !Breadth.IsLong);
        await ZipFile.ExtractToDirectoryAsync(Zip, Root, TestContext.Current.CancellationToken);
    }
}
