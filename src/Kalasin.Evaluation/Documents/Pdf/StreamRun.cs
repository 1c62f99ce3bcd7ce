using System.IO.Compression;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>Streams written one after another and compressed together, on another core where there is one.</summary>
/// <param name="plain">Nothing is compressed.</param>
/// <param name="room">Bytes there is room for before the buffer grows.</param>
internal sealed class StreamRun(bool plain, int room = StreamRun.Full * 3 / 2)
{
    private const int Full = 1 << 17;

    private readonly List<(int Id, string Entries, int End, bool Compress)> parts = [];
    private readonly List<int> packedEnds = [];
    private Task<RentedStream> packed = null!;

    private PdfSyntax? data;

    /// <summary>Where the next stream is written; borrowed by whoever writes the first.</summary>
    public PdfSyntax Data => data ??= new(room);

    public bool IsFull => Data.Length >= Full;

    /// <summary>Ends a stream.</summary>
    public void End(int id, string entries, bool compress) => parts.Add((id, entries, Data.Length, compress && !plain));

    /// <summary>Starts the compression; nothing can be added afterwards.</summary>
    /// <param name="write">Adds streams first, on the other core as well.</param>
    public void Start(Action? write = null) => packed = Task.Run(() =>
    {
        write?.Invoke();
        return Packed();
    });

    /// <summary>Waits for the end of it; returns about how many bytes a file needs for the streams.</summary>
    public int Wait() => (int)packed.GetAwaiter().GetResult().Length + 256 * parts.Count;

    /// <summary>Number of streams.</summary>
    public int Count => parts.Count;

    /// <summary>A stream, counted from 0, and whether it is compressed.</summary>
    public (int Id, string Entries, bool Compressed) this[int index] => (parts[index].Id, parts[index].Entries, parts[index].Compress);

    /// <summary>A stream's bytes as they stand in the file; after <see cref="Wait"/>.</summary>
    public ReadOnlySpan<byte> Bytes(int index) => packed.Result.Written[(index == 0 ? 0 : packedEnds[index - 1])..packedEnds[index]];

    /// <summary>Gives the buffers back.</summary>
    public void GiveBack() => packed.Result.Dispose();

    /// <summary>Flate (ISO 32000-1, 7.4.4).</summary>
    public static void Deflate(ReadOnlySpan<byte> data, Stream into)
    {
        using var zlib = new ZLibStream(into, CompressionLevel.Fastest, leaveOpen: true);
        zlib.Write(data);
    }

    private RentedStream Packed()
    {
        var bytes = new RentedStream(Data.Length / (plain ? 1 : 2) + 64);
        var start = 0;
        foreach (var (_, _, end, compress) in parts)
        {
            var part = Data.Written[start..end];
            if (compress) Deflate(part, bytes);
            else bytes.Write(part);
            packedEnds.Add((int)bytes.Length);
            start = end;
        }
        Data.GiveBack();
        return bytes;
    }
}
