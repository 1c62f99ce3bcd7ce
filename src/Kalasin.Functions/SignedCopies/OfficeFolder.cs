using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;

namespace Kalasin.Functions.SignedCopies;

/// <summary>A folder for one translation: the file, what is made of it, and a profile in which no macro runs, no link is followed and every proxy leads nowhere. Gone afterwards.</summary>
internal sealed partial class OfficeFolder : IDisposable
{
    private const string Prefix = "kalasin-office-";
    private const int HeadSize = 4096;

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
        var head = new byte[HeadSize];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (EndingOf(kind, head.AsSpan(0, read)) is not { } ending) return null;
        var folder = new OfficeFolder(Directory.CreateTempSubdirectory(Prefix).FullName, kind, ending);
        try
        {
            await folder.FillAsync(head.AsMemory(0, read), content, cancellationToken);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private async Task FillAsync(ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellationToken)
    {
        var user = Directory.CreateDirectory(Path.Combine(_path, "profile", "user"));
        await File.WriteAllTextAsync(Path.Combine(user.FullName, "registrymodifications.xcu"), Profile, cancellationToken);
        await using var file = File.Create(Source);
        await file.WriteAsync(head, cancellationToken);
        await rest.CopyToAsync(file, cancellationToken);
    }

    /// <summary>What a process that was killed left behind.</summary>
    public static void Sweep(TimeProvider clock)
    {
        var old = clock.GetUtcNow().UtcDateTime.AddHours(-1);
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*").Where(f => Directory.GetCreationTimeUtc(f) < old)) Remove(left);
    }

    public void Dispose() => Remove(_path);

    private static string? EndingOf(FileKind kind, ReadOnlySpan<byte> head) => head switch
    {
        [0xD0, 0xCF, ..] => kind == FileKind.OldWorkbook ? ".xls" : ".doc",
        [(byte)'P', (byte)'K', ..] => ".xlsb",
        [(byte)'{', ..] => ".rtf",
        _ => IsOfOffice(Encoding.UTF8.GetString(head)) ? ".xml" : null,
    };

    /// <summary>Whether the first element is a workbook or document of Office 2003: a web page in XML is none, whatever namespaces it names.</summary>
    private static bool IsOfOffice(string head) =>
        Root().Match(head) is { Success: true, Value: var root }
        && (root.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) || root.Contains("http://schemas.microsoft.com/office/word/2003/wordml", StringComparison.Ordinal));

    /// <summary>The tag of the first element, behind the declaration, instructions and comments.</summary>
    [GeneratedRegex(@"\A\uFEFF?\s*(<\?[^>]*>\s*|<!--[^>]*-->\s*)*<([A-Za-z]+:)?(Workbook|wordDocument)\s[^>]*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Root();

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
