using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// The sample round that ships: its files go through the same doors as anybody's, with the arrival times of
/// <c>sample.json</c> and its keys, so that running it again doubles nothing.
/// </summary>
internal sealed class SampleRound(RoundService rounds, DeliveryService deliveries, SampleDecisions decisions, TickService tick)
{
    private static readonly Actor Opener = new(ActorRole.Coordinator, "sample");

    /// <summary>Where the app ships the sample.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "46-dla-2567");

    /// <exception cref="InvalidDataException">The shipped sample is broken.</exception>
    public static async Task<SampleScript> ReadScriptAsync(CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path.Combine(Folder, "sample.json"));
        return await JsonSerializer.DeserializeAsync(stream, SampleJson.Default.SampleScript, cancellationToken)
            ?? throw new InvalidDataException("sample.json is empty.");
    }

    /// <summary>Opens the round, sends every delivery, decides what is to be decided, then does what is due.</summary>
    /// <param name="told">Told of each delivery when it is answered.</param>
    /// <param name="decided">Told of each decision, with its number.</param>
    public async Task<RoundId> PlayAsync(SampleScript script, Action<SampleDelivery, DeliveryOutcome> told, CancellationToken cancellationToken, Action<SampleDecision, long>? decided = null)
    {
        var round = RoundId.Parse(script.Round);
        var opened = (await rounds.OpenAsync(round, Opener, cancellationToken))?.Round
            ?? throw new InvalidDataException($"The sample names the round {round}, which can't be opened.");
        foreach (var delivery in script.Deliveries) told(delivery, await SendAsync(opened, delivery, cancellationToken));
        await decisions.TakeAsync(round, script.Decisions, decided, cancellationToken);
        await tick.RunAsync(round, cancellationToken);
        return round;
    }

    private async Task<DeliveryOutcome> SendAsync(OpenedRound round, SampleDelivery delivery, CancellationToken cancellationToken)
    {
        await using var files = new StagedContents(round.Vault);
        foreach (var path in delivery.Files)
        {
            await using var stream = File.OpenRead(Path.Combine(Folder, path));
            await files.TryAddAsync(Path.GetFileName(path), stream, long.MaxValue, cancellationToken);
        }
        var incoming = new IncomingDelivery(UnitCode.Parse(delivery.Unit), delivery.Channel, delivery.ReceivedAt, delivery.Key, files, []);
        return await deliveries.DeliverAsync(round, incoming, Actor.Officer(incoming.Unit), dryRun: false, cancellationToken);
    }
}

/// <summary><c>sample.json</c>.</summary>
/// <param name="Clock">What the sample's clock shows at start.</param>
/// <param name="Deliveries">In the order of arrival.</param>
/// <param name="Decisions">Taken after the deliveries, in this order.</param>
/// <param name="Link">The unit that a personal link is shown for.</param>
internal sealed record SampleScript(
    string Round, DateTimeOffset Clock, IReadOnlyList<SampleDelivery> Deliveries, IReadOnlyList<SampleDecision> Decisions, string Link);

/// <param name="Files">Below the sample's folder.</param>
internal sealed record SampleDelivery(string Unit, DeliveryChannel Channel, DateTimeOffset ReceivedAt, string Key, IReadOnlyList<string> Files);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SampleScript))]
internal sealed partial class SampleJson : JsonSerializerContext;

/// <summary>A clock that started at a given moment when the process did, and runs at the usual speed.</summary>
internal sealed class ClockFrom(DateTimeOffset start) : TimeProvider
{
    private readonly long started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(started);
}
