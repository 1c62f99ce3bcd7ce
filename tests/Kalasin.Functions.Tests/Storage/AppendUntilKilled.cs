using System.Globalization;
using System.Text;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>The other process of the kill test: appends without end and tells after each answer what was acknowledged.</summary>
internal static class AppendUntilKilled
{
    public const string Mode = "append-until-killed";

    public static StreamId Stream { get; } = StreamId.Of("round", "killed");

    /// <summary>The text of the event with this sequence; long enough that several pages of the file are in flight.</summary>
    public static string TextOf(long sequence) => sequence.ToString(CultureInfo.InvariantCulture).PadLeft(3000, '.');

    public static async Task<int> RunAsync(string folder)
    {
        await using var storage = new LocalStorage(new(folder), TimeProvider.System);
        long last = 0;
        await foreach (var stored in storage.Log.ReadAsync(Stream, 0, CancellationToken.None)) last = stored.Sequence;
        await using var output = Console.OpenStandardOutput();
        while (true)
        {
            var events = Enumerable.Range(1, 3).Select(n => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(TextOf(last + n)));
            if (await storage.Log.AppendAsync(Stream, last, new(events), CancellationToken.None) is not AppendResult.Ok ok) return 1;
            last = ok.LastSequence;
            await output.WriteAsync(Encoding.ASCII.GetBytes($"{last}\n"));
            await output.FlushAsync();
        }
    }
}
