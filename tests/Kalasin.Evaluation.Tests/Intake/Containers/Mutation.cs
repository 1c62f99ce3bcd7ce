using System.IO.Compression;
using System.Text;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>Spoils packages: bytes of the file, or the text of a part in ways that XML, number formats and addresses are sensitive to.</summary>
internal static class Mutation
{
    private static readonly string[] Seeds =
        ["[", "]", "<a>", "<c>", "&amp;", "_x0041_", "\"", "'", "1", "A1:XFD1048576", " ", "ก่", "<!-- -->", "<![CDATA[x]]>", "%", "\\", ";"];

    public static byte[] Of(byte[] package, Random random)
    {
        if (random.Next(3) == 0 || !IsZip(package)) return WithBytesTurned(package, random);
        using var result = new MemoryStream();
        using (var old = new ZipArchive(new MemoryStream(package)))
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create))
        {
            var chosen = random.Next(old.Entries.Count);
            for (var i = 0; i < old.Entries.Count; i++)
            {
                using var part = new StreamReader(old.Entries[i].Open(), Encoding.UTF8);
                var text = part.ReadToEnd();
                using var entry = zip.CreateEntry(old.Entries[i].FullName).Open();
                entry.Write(Encoding.UTF8.GetBytes(i == chosen && text.Length < 4 << 20 ? WithTextGrown(text, random) : text));
            }
        }
        return result.ToArray();
    }

    /// <summary>Bytes of all parts, as the framework inflates them; 0 for what it can't open.</summary>
    public static long InflatedBytes(byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package));
            return zip.Entries.Sum(e => e.Length);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or ArgumentException)
        {
            return 0;
        }
    }

    private static bool IsZip(byte[] package) => InflatedBytes(package) > 0;

    private static byte[] WithBytesTurned(byte[] package, Random random)
    {
        var turned = (byte[])package.Clone();
        for (var n = 0; n < 8 && turned.Length > 0; n++) turned[random.Next(turned.Length)] = (byte)random.Next(256);
        return turned;
    }

    private static string WithTextGrown(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 200), text.Length - at);
        var seed = random.Next(3) == 0 ? text.Substring(at, length) : Seeds[random.Next(Seeds.Length)];
        var grown = new StringBuilder().Insert(0, seed, random.Next(1, 2_000)).ToString();
        return text.Insert(at, grown);
    }
}
