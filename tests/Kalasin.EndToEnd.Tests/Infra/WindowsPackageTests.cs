using System.IO.Compression;
using System.Reflection.PortableExecutable;
using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests.Infra;

public sealed class WindowsPackageTests
{
    /// <summary>What a program of one file needs beside it: code of other makers, what the API's description says, and the sample.</summary>
    private static readonly string[] Beside =
        ["Kalasin.exe", "libHarfBuzzSharp.dll", "e_sqlite3.dll", "Kalasin.Evaluation.xml", "Kalasin.Functions.xml", "samples/46-dla-2567/sample.json"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Breadth.Trait, Breadth.Long)]
    public async Task Zip_OneFolderWithOneProgramToClick_NothingForTheFunctionsHostAndNoDebugFiles()
    {
        using var folder = new TemporaryFolder();
        await PublishedProgram.PublishAsync(Repository.Root, folder.Path, "windows-x64", isQuick: true);
        await using var zip = await ZipFile.OpenReadAsync(folder.File("kalasin-windows-x64.zip"), Token);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.All(names, name => Assert.StartsWith("Kalasin/", name, StringComparison.Ordinal));
        Assert.Superset(Beside.Select(name => $"Kalasin/{name}").ToHashSet(), names.ToHashSet());
        Assert.Equal("Kalasin/Kalasin.exe", Assert.Single(names, name => name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(names, name => name.EndsWith(".pdb", StringComparison.OrdinalIgnoreCase) || name.EndsWith("host.json", StringComparison.Ordinal) || name.Contains(".azurefunctions", StringComparison.Ordinal));
        Assert.InRange(names.Count(name => !name.StartsWith("Kalasin/samples/", StringComparison.Ordinal)), Beside.Length - 1, 15);
        Assert.InRange(new FileInfo(folder.File("kalasin-windows-x64.zip")).Length, 30_000_000, 130_000_000);

        await using var program = zip.GetEntry("Kalasin/Kalasin.exe")!.Open();
        var bytes = new MemoryStream();
        await program.CopyToAsync(bytes, Token);
        bytes.Position = 0;
        using var reader = new PEReader(bytes);
        Assert.Equal((Machine.Amd64, Subsystem.WindowsCui), (reader.PEHeaders.CoffHeader.Machine, reader.PEHeaders.PEHeader!.Subsystem));
        // Its configuration lies in the file as text: whoever double-clicks it gets the browser, and data beside the documents.
        Assert.True(bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf("\"Kalasin.OfficePc\": true"u8) > 0);
    }
}
