using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>
/// Files made of the corpus's by spoiling them, and what has to hold for each: an answer, no exception, findings where nothing was accepted,
/// and not too much of anything. A package is spoilt inside its parts and zipped again, so that most of what is made is opened.
/// </summary>
/// <param name="seed">The same number gives the same files.</param>
internal sealed class Fuzz(int seed)
{
    private const int MostFindings = 3_000, MostCharacters = 2_000_000;

    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly IntakeLimits Limits = IntakeLimits.Default with { Steps = 300_000_000, Memory = 64 << 20 };

    private static readonly ImmutableArray<byte[]> Words =
    [
        .. new[]
        {
            "1", "-1", "0", "1048576", "16384", "2147483648", "99999999999999999999", "1E308", "NaN", "A1:XFD1048576", "XFE1", "true", "\"", "'", "&", "&amp;", "&#x0;", "&#3585;",
            "<", ">", "</", "/>", "<![CDATA[", "]]>", "<!--", "-->", "<?x?>", "<!DOCTYPE x>", "\0", "\u0001", "\uFFFF", "\n", "\r\n", "\t", ",", ";", ",,,,,,,,", "{", "}", "[", "]", ":", "null",
            "ตัวชี้วัดที่ ๓", "หน่วยงาน", "ท้องถิ่นอำเภอนามน", "๑–๓ พ.ค. ๖๗", "๓๑/๒/๖๗", "๑๒ แห่ง", "รวม", "ํ", "ำ", "เเ", "\u200B", "\u00A0", "✓", "_x0000_", "_xD800_",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>A file by its number: the same whatever was made before it, and by whom.</summary>
    public async Task<(string Name, byte[] Bytes)> FileAsync(int number)
    {
        var random = new Random(Mixed(seed, number));
        var source = FuzzSource.All[random.Next(FuzzSource.All.Length)];
        var spoilt = random.Next(8) switch
        {
            0 => Spoilt(source.Bytes, random),
            1 => source.Bytes[..random.Next(source.Bytes.Length)],
            _ => source.Parts.IsEmpty ? Spoilt(source.Bytes, random) : await RepackedAsync(source.Parts, random),
        };
        return (source.Name, spoilt);
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

    /// <summary>A package with one of its parts spoilt; the others are deflated, or in a file of four as they are.</summary>
    private static async Task<byte[]> RepackedAsync(ImmutableArray<FuzzPart> parts, Random random)
    {
        using var package = new MemoryStream();
        var zip = new ZipFile(package);
        var (chosen, isDeflated) = (random.Next(parts.Length), random.Next(4) > 0);
        for (var i = 0; i < parts.Length; i++)
            await (i == chosen ? parts[i].WriteAsync(zip, Spoilt(parts[i].Content, random)) : parts[i].WriteAsync(zip, isDeflated));
        await zip.FinishAsync(CancellationToken.None);
        return package.ToArray();
    }

    private static byte[] Spoilt(byte[] sound, Random random)
    {
        var bytes = new List<byte>(sound.Length + 2_000);
        bytes.AddRange(sound);
        for (var n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, Repeated(bytes.GetRange(at, length), random.Next(1, 40))); break;
                case 3: bytes.InsertRange(at, OfAnother(random)); break;
                case 4: OtherNumber(bytes, at, random); break;
                default: bytes.InsertRange(at, Words[random.Next(Words.Length)]); break;
            }
        }
        return [.. bytes];
    }

    private static List<byte> Repeated(List<byte> piece, int times)
    {
        var repeated = new List<byte>(piece.Count * times);
        for (var i = 0; i < times; i++) repeated.AddRange(piece);
        return repeated;
    }

    /// <summary>Another number in place of the next one.</summary>
    private static void OtherNumber(List<byte> bytes, int from, Random random)
    {
        var at = bytes.FindIndex(from, b => b is >= (byte)'0' and <= (byte)'9');
        if (at < 0) return;
        var end = bytes.FindIndex(at, b => b is not (>= (byte)'0' and <= (byte)'9'));
        bytes.RemoveRange(at, (end < 0 ? bytes.Count : end) - at);
        bytes.InsertRange(at, Words[random.Next(9)]);
    }

    private static byte[] OfAnother(Random random)
    {
        var other = FuzzSource.All[random.Next(FuzzSource.All.Length)].Bytes;
        var at = random.Next(other.Length);
        return other[at..Math.Min(other.Length, at + random.Next(1, 400))];
    }

    /// <summary>A seed that tells nothing of its neighbours (the finisher of SplitMix64): those of <see cref="Random"/> begin alike where they are near.</summary>
    private static int Mixed(int seed, int number)
    {
        var z = ((ulong)(uint)seed << 32 | (uint)number) * 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return (int)(z ^ z >> 31);
    }
}
