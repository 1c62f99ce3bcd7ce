using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Documents.Opc;
using ZipFile = Kalasin.Evaluation.Documents.Opc.ZipFile;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>A file that others are made of by spoiling it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Parts">Its parts, where it is a package that opens; each inflated once, however many files are made of it.</param>
internal sealed record FuzzSource(string Name, byte[] Bytes, ImmutableArray<FuzzPart> Parts)
{
    private const int MostBytes = 40_000;

    /// <summary>Of each format files that a reader gets somewhere with.</summary>
    public static ImmutableArray<FuzzSource> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Corpus"))
            .Where(f => !f.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(f).Length is > 200 and < MostBytes).Order(StringComparer.Ordinal)
            .Select(f => Of(Path.GetFileName(f), File.ReadAllBytes(f))),
        Of("return.json", Encoding.UTF8.GetBytes(
            """[{"unit":"4602","indicator":"3","status":"reported","facts":{},"rows":[{"number":1,"values":{"date":{"kind":"date","date":"2024-01-15"},"title":"ประชุม"}}]}]""")),
    ];

    private static FuzzSource Of(string name, byte[] bytes) => new(name, bytes, PartsOf(bytes));

    private static ImmutableArray<FuzzPart> PartsOf(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8)) return [];
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes));
            return [.. package.Entries.Select(FuzzPart.Of)];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }
}

/// <summary>A part of a package.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Deflated">The same, deflated.</param>
internal sealed record FuzzPart(string Name, byte[] Content, PackedBytes Deflated)
{
    /// <summary>A larger one is a bomb, and would be all that a run spends its time on if it were inflated in each file.</summary>
    private const int MostStored = 1 << 20;

    public static FuzzPart Of(ZipArchiveEntry entry)
    {
        using var opened = entry.Open();
        using var content = new MemoryStream();
        opened.CopyTo(content);
        return new(entry.FullName, content.ToArray(), PackedBytes.Of(content.ToArray()));
    }

    /// <summary>Writes it into a package, deflated or as the bytes that it holds.</summary>
    public Task WriteAsync(ZipFile to, bool isDeflated) =>
        isDeflated || Content.Length > MostStored
            ? to.AddAsync(Name, Deflated, CancellationToken.None)
            : to.CopyAsync(Name, new(0, Deflated.Crc32, Deflated.Length, Deflated.Length), new MemoryStream(Content, writable: false), CancellationToken.None);

    /// <summary>Writes another content under its name.</summary>
    public Task WriteAsync(ZipFile to, byte[] content) => to.AddAsync(Name, PackedBytes.Of(content, CompressionLevel.NoCompression), CancellationToken.None);
}
