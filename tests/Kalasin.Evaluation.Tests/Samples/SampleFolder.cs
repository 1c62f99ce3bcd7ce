using System.Text.Json;

namespace Kalasin.Evaluation.Tests.Samples;

/// <summary>The sample round as it lies in the repository.</summary>
internal static class SampleFolder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Root { get; } = Path.Combine(Repository.Root, "samples", "46-dla-2567");

    public static SampleIndex Index { get; } = JsonSerializer.Deserialize<SampleIndex>(File.ReadAllText(Path.Combine(Root, "sample.json")), Json)!;
}

internal sealed record SampleIndex(string Round, DateTimeOffset Clock, BilingualNote Note, SampleDelivery[] Deliveries);

internal sealed record BilingualNote(string Th, string En);

internal sealed record SampleDelivery(string Unit, string Channel, DateTimeOffset ReceivedAt, string Key, string[] Files);
