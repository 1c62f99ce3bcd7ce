using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>
/// Files made of the corpus's by spoiling them, and what has to hold for each: an answer, no exception, findings where nothing was accepted,
/// and not too much of anything. A package is spoilt inside its parts and zipped again, so that most of what is made is opened.
/// </summary>
/// <param name="seed">The same number gives the same files.</param>
internal sealed class Fuzz(int seed)
{
    private const int MostBytes = 40_000, MostFindings = 3_000, MostCharacters = 2_000_000;

    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly IntakeLimits Limits = IntakeLimits.Default with { Steps = 300_000_000, Memory = 64 << 20 };

    private static readonly ImmutableArray<string> Words =
    [
        "1", "-1", "0", "1048576", "16384", "2147483648", "99999999999999999999", "1E308", "NaN", "A1:XFD1048576", "XFE1", "true", "\"", "'", "&", "&amp;", "&#x0;", "&#3585;",
        "<", ">", "</", "/>", "<![CDATA[", "]]>", "<!--", "-->", "<?x?>", "<!DOCTYPE x>", "\0", "\u0001", "\uFFFF", "\n", "\r\n", "\t", ",", ";", ",,,,,,,,", "{", "}", "[", "]", ":", "null",
        "ตัวชี้วัดที่ ๓", "หน่วยงาน", "ท้องถิ่นอำเภอนามน", "๑–๓ พ.ค. ๖๗", "๓๑/๒/๖๗", "๑๒ แห่ง", "รวม", "ํ", "ำ", "เเ", "\u200B", "\u00A0", "✓", "_x0000_", "_xD800_",
    ];

    private readonly Random random = new(seed);

    /// <summary>What is spoilt: of each format files that a reader gets somewhere with.</summary>
    public static ImmutableArray<(string Name, byte[] Bytes)> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Corpus"))
            .Where(f => !f.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(f).Length is > 200 and < MostBytes).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f))),
        ("return.json", Encoding.UTF8.GetBytes(
            """[{"unit":"4602","indicator":"3","status":"reported","facts":{},"rows":[{"number":1,"values":{"date":{"kind":"date","date":"2024-01-15"},"title":"ประชุม"}}]}]""")),
    ];

    /// <summary>The next file.</summary>
    public (string Name, byte[] Bytes) Next()
    {
        var (name, bytes) = Sources[random.Next(Sources.Length)];
        var spoilt = random.Next(8) switch
        {
            0 => Spoilt(bytes),
            1 => bytes[..random.Next(bytes.Length)],
            _ => Repacked(bytes) ?? Spoilt(bytes),
        };
        return (name, spoilt);
    }

    /// <summary>What doesn't hold for a file; <see langword="null"/> where all does.</summary>
    public static async Task<string?> FaultOf(string name, byte[] bytes)
    {
        try
        {
            var got = await ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes(name, bytes)], Limits, new IntakeOptions { ExpectedUnit = UnitCode.Parse("4602") });
            var file = got.Files.Single();
            if (file.Outcome == FileOutcome.Refused && !file.Findings.Any(f => f.Severity >= Severity.Warning)) return "refused without a reason";
            if (file.Outcome == FileOutcome.AcceptedAsReturns && file.Returns.IsEmpty) return "accepted without a return";
            if (got.Findings.Length > MostFindings) return $"{got.Findings.Length} findings";
            if (got.Findings.Sum(f => f.Message.Thai.Length + f.Message.English.Length) > MostCharacters) return "findings without end";
            foreach (var read in got.Returns)
                if (ReturnJson.Write(read).AsSpan().Contains((byte)0)) return "a character that is none";
            return null;
        }
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
    }

    private byte[]? Repacked(byte[] package)
    {
        if (!package.AsSpan().StartsWith("PK"u8)) return null;
        try
        {
            using var result = new MemoryStream();
            using (var old = new ZipArchive(new MemoryStream(package)))
            using (var zip = new ZipArchive(result, ZipArchiveMode.Create))
            {
                var chosen = random.Next(old.Entries.Count);
                for (var i = 0; i < old.Entries.Count; i++)
                {
                    using var part = old.Entries[i].Open();
                    using var content = new MemoryStream();
                    part.CopyTo(content);
                    using var entry = zip.CreateEntry(old.Entries[i].FullName, CompressionLevel.NoCompression).Open();
                    entry.Write(i == chosen ? Spoilt(content.ToArray()) : content.ToArray());
                }
            }
            return result.ToArray();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private byte[] Spoilt(byte[] bytes)
    {
        for (var n = random.Next(1, 5); n > 0 && bytes.Length > 0; n--)
        {
            var (at, length) = (random.Next(bytes.Length), random.Next(1, 60));
            length = Math.Min(length, bytes.Length - at);
            bytes = random.Next(6) switch
            {
                0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[(at + length)..]],
                2 => [.. bytes[..at], .. Enumerable.Repeat(bytes[at..(at + length)], random.Next(1, 40)).SelectMany(b => b), .. bytes[at..]],
                3 => [.. bytes[..at], .. OfAnother(), .. bytes[at..]],
                4 => Number(bytes, at),
                _ => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]), .. bytes[at..]],
            };
        }
        return bytes;
    }

    /// <summary>Another number in place of the next one.</summary>
    private byte[] Number(byte[] bytes, int from)
    {
        var at = bytes.AsSpan(from).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (at < 0) return bytes;
        var length = bytes.AsSpan(from + at).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var end = length < 0 ? bytes.Length : from + at + length;
        return [.. bytes[..(from + at)], .. Encoding.UTF8.GetBytes(Words[random.Next(9)]), .. bytes[end..]];
    }

    private byte[] OfAnother()
    {
        var (_, other) = Sources[random.Next(Sources.Length)];
        var at = random.Next(other.Length);
        return other[at..Math.Min(other.Length, at + random.Next(1, 400))];
    }
}
