namespace Kalasin.EndToEnd.Tests.Documents;

/// <summary>LibreOffice without a window, with a profile of its own, so that it touches nobody's settings.</summary>
internal static class LibreOffice
{
    /// <summary>Converts a file of the folder; gives the path of the new one beside it.</summary>
    /// <param name="folder">Where the file lies and the new one goes.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="format">LibreOffice's name of the target: <c>pdf</c>, or ending, colon and filter.</param>
    /// <param name="made">Name of the new file where it isn't that of the old one with another ending.</param>
    public static async Task<string> ConvertAsync(TemporaryFolder folder, string file, string format, string? made = null)
    {
        var soffice = ExternalTool.Require("soffice");
        await soffice.RunAsync(
            $"-env:UserInstallation={new Uri(folder.File("profile")).AbsoluteUri}", "--headless", "--convert-to", format,
            "--outdir", folder.Path, folder.File(file));
        var target = folder.File(made ?? Path.ChangeExtension(file, format.Split(':')[0]));
        Assert.True(File.Exists(target), $"LibreOffice made no {format} of {file}.");
        return target;
    }

    // A start costs as much as several files, and a run that is cut short has hung.
    private const int MostAtOnce = 30;

    /// <summary>Converts files of the folder into another one in it, many in one run; formulas without a result are computed.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="files">Their names.</param>
    /// <param name="format">LibreOffice's name of the target.</param>
    /// <param name="into">Name of the folder that the new files go to.</param>
    public static async Task ConvertAllAsync(TemporaryFolder folder, IEnumerable<string> files, string format, string into)
    {
        var soffice = ExternalTool.Require("soffice");
        foreach (var some in files.Chunk(MostAtOnce))
            await soffice.RunAsync(
            [
                $"-env:UserInstallation={new Uri(folder.File("profile")).AbsoluteUri}", "--headless", "--convert-to", format,
                "--outdir", folder.File(into), .. some.Select(folder.File),
            ]);
    }
}
