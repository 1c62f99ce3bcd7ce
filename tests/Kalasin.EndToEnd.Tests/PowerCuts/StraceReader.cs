using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>Reads the record of <see cref="Strace"/>: what it says of the folder that is watched, as operations on the disk, in the order in which they began.</summary>
internal sealed partial class StraceReader(Disk disk)
{
    private readonly Dictionary<string, (long Began, string Text)> unfinished = new(StringComparer.Ordinal);

    /// <param name="lines">The record.</param>
    /// <param name="others">What others put on the disk meanwhile, in order.</param>
    public void Read(IEnumerable<string> lines, IEnumerable<(long At, string Path, byte[] Bytes)> others)
    {
        long place = 0;
        var waiting = new Queue<(long At, string Path, byte[] Bytes)>(others);
        foreach (var line in lines)
        {
            while (waiting.TryPeek(out var other) && other.At <= place)
            {
                disk.Place(other.At, other.Path, other.Bytes);
                waiting.Dequeue();
            }
            var (began, ended) = (place, place += line.Length + 1);
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (thread, text) = (line[..space], line[(space + 1)..].TrimStart());
            if (text.StartsWith("+++", StringComparison.Ordinal) || text.StartsWith("---", StringComparison.Ordinal)) continue;
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[thread] = (began, text[..^"<unfinished ...>".Length]);
                continue;
            }
            if (Resumed().Match(text) is { Success: true } resumed)
            {
                if (!unfinished.Remove(thread, out var first)) continue;
                (began, text) = (first.Began, first.Text + text[resumed.Length..]);
            }
            if (Call().Match(text) is { Success: true } call) Take(began, ended, call.Groups["name"].Value, Arguments(call.Groups["arguments"].Value), call.Groups["result"].Value);
        }
        // What was cut off by the end of the program may have been done.
        foreach (var (began, text) in unfinished.Values)
            if (Call().Match(text.TrimEnd(' ', ',') + ") = 0") is { Success: true } call) Take(began, long.MaxValue, call.Groups["name"].Value, Arguments(call.Groups["arguments"].Value), "0");
    }

    private void Take(long began, long ended, string name, List<string> a, string result)
    {
        if (result.StartsWith('-') || result.StartsWith('?')) return;
        switch (name)
        {
            case "openat" when a[2].Contains("O_CREAT", StringComparison.Ordinal) || a[2].Contains("O_TRUNC", StringComparison.Ordinal):
                disk.Open(began, ended, At(a[0], a[1]), a[2].Contains("O_TRUNC", StringComparison.Ordinal));
                break;
            case "open" when a[1].Contains("O_CREAT", StringComparison.Ordinal) || a[1].Contains("O_TRUNC", StringComparison.Ordinal):
                disk.Open(began, ended, TextOf(a[0]), a[1].Contains("O_TRUNC", StringComparison.Ordinal));
                break;
            case "pwrite64":
                disk.Write(began, ended, FileOf(a[0]), Number(a[3]), BytesOf(a[1])[..(int)Math.Min(Number(result), Number(a[2]))]);
                break;
            case "write":
                disk.Append(began, ended, FileOf(a[0]), BytesOf(a[1])[..(int)Math.Min(Number(result), Number(a[2]))]);
                break;
            case "ftruncate":
                disk.Resize(began, ended, FileOf(a[0]), Number(a[1]));
                break;
            case "truncate":
                disk.Resize(began, ended, TextOf(a[0]), Number(a[1]));
                break;
            case "rename":
                disk.Rename(began, ended, TextOf(a[0]), TextOf(a[1]));
                break;
            case "renameat" or "renameat2":
                disk.Rename(began, ended, At(a[0], a[1]), At(a[2], a[3]));
                break;
            case "link":
                disk.Link(began, ended, TextOf(a[0]), TextOf(a[1]));
                break;
            case "linkat":
                disk.Link(began, ended, At(a[0], a[1]), At(a[2], a[3]));
                break;
            case "unlink" or "rmdir":
                disk.Remove(began, ended, TextOf(a[0]));
                break;
            case "unlinkat":
                disk.Remove(began, ended, At(a[0], a[1]));
                break;
            case "mkdir":
                disk.MakeFolder(began, ended, TextOf(a[0]));
                break;
            case "mkdirat":
                disk.MakeFolder(began, ended, At(a[0], a[1]));
                break;
            case "fsync" or "fdatasync":
                disk.Flush(began, ended, FileOf(a[0]));
                break;
            case "openat" or "open":
                break;
            default:
                // Nothing that the program does today: whoever makes it do so teaches this reader.
                foreach (var argument in a.Where(x => x.Contains('<', StringComparison.Ordinal))) disk.RefuseIfWatched(FileOf(argument), name);
                break;
        }
    }

    /// <summary>Commas separate them; none stands in a text or path, all of which are hexadecimal.</summary>
    private static List<string> Arguments(string text) => [.. text.Split(", ").Select(a => a.Trim())];

    private static string At(string folder, string path) => Path.Combine(FileOf(folder), TextOf(path));

    private static string FileOf(string descriptor) => descriptor.IndexOf('<', StringComparison.Ordinal) is >= 0 and var start
        ? Encoding.UTF8.GetString(Hexadecimal(descriptor[(start + 1)..descriptor.LastIndexOf('>')])) : "";

    private static string TextOf(string quoted) => Encoding.UTF8.GetString(BytesOf(quoted));

    private static byte[] BytesOf(string quoted) => quoted.EndsWith("...", StringComparison.Ordinal)
        ? throw new InvalidDataException("A text in the record is cut off.") : Hexadecimal(quoted.Trim('"'));

    private static byte[] Hexadecimal(string text) => text.StartsWith(@"\x", StringComparison.Ordinal) ? Convert.FromHexString(text.Replace(@"\x", "", StringComparison.Ordinal)) : [];

    private static long Number(string text) => long.Parse(text.Split('<')[0], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^<\.\.\. [a-z0-9_]+ resumed>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>[a-z0-9_]+)\((?<arguments>.*)\)\s+= (?<result>\S+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Call();
}
