using Kalasin.Evaluation;

namespace Kalasin.Functions.SignedCopies;

/// <summary>A folder for one translation: the file, what is made of it, and a profile in which no macro runs, no link is followed and every proxy leads nowhere. Gone afterwards.</summary>
internal sealed class OfficeFolder : IDisposable
{
    private const string Prefix = "kalasin-office-";

    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        </oor:items>
        """;

    private readonly string _path;

    private OfficeFolder(string path, FileKind kind, string ending)
    {
        (_path, IsWorkbook) = (path, kind == FileKind.OldWorkbook);
        Source = Path.Combine(path, "in" + ending);
        Directory.CreateDirectory(Path.Combine(path, "profile", "user"));
        File.WriteAllText(Path.Combine(path, "profile", "user", "registrymodifications.xcu"), Profile);
    }

    public bool IsWorkbook { get; }

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>What is made of it.</summary>
    public string Target => Path.Combine(_path, "out", "in" + (IsWorkbook ? ".xlsx" : ".docx"));

    /// <summary>What LibreOffice is asked for.</summary>
    public IEnumerable<string> Words =>
    [
        $"-env:UserInstallation={new Uri(Path.Combine(_path, "profile")).AbsoluteUri}", "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        "--convert-to", IsWorkbook ? "xlsx:Calc MS Excel 2007 XML" : "docx:MS Word 2007 XML", "--outdir", Path.Combine(_path, "out"), Source,
    ];

    /// <returns>Null for a file that is not given to LibreOffice: a web page may name what is to be fetched.</returns>
    public static async Task<OfficeFolder?> MakeAsync(FileKind kind, Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[8];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (EndingOf(kind, head.AsSpan(0, read)) is not { } ending) return null;
        var folder = new OfficeFolder(Directory.CreateTempSubdirectory(Prefix).FullName, kind, ending);
        await using var file = File.Create(folder.Source);
        await file.WriteAsync(head.AsMemory(0, read), cancellationToken);
        await content.CopyToAsync(file, cancellationToken);
        return folder;
    }

    /// <summary>What a process that was killed left behind.</summary>
    public static void Sweep(TimeProvider clock)
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(f => Directory.GetCreationTimeUtc(f) < clock.GetUtcNow().UtcDateTime.AddHours(-1)))
            Remove(left);
    }

    public void Dispose() => Remove(_path);

    private static string? EndingOf(FileKind kind, ReadOnlySpan<byte> head) => head switch
    {
        [0xD0, 0xCF, ..] => kind == FileKind.OldWorkbook ? ".xls" : ".doc",
        [(byte)'P', (byte)'K', ..] => ".xlsb",
        [(byte)'{', ..] => ".rtf",
        [(byte)'<', (byte)'?', ..] or [0xEF, 0xBB, 0xBF, (byte)'<', (byte)'?', ..] => ".xml",
        _ => null,
    };

    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // What is still held goes with the next sweep.
        }
    }
}
