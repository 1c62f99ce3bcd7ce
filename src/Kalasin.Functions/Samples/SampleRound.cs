using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Samples;

/// <summary>
/// The sample round that ships: its files go through the same doors as anybody's, what is decided is asked as anybody asks it, and what the clock makes due
/// is done by the same steps; each at the time that <c>sample.json</c> says and by its own key, so that playing it again doubles nothing.
/// </summary>
internal sealed class SampleRound(
    RoundService rounds, RoundLog log, DeliveryService deliveries, SampleDecisions decisions, SampleOffice office, TickService tick, ClockFrom clock)
{
    /// <summary>Where the app ships the sample.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "46-dla-2567");

    /// <exception cref="InvalidDataException">The shipped sample is broken.</exception>
    public static async Task<SampleScript> ReadScriptAsync(CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path.Combine(Folder, "sample.json"));
        return await JsonSerializer.DeserializeAsync(stream, SampleJson.Default.SampleScript, cancellationToken)
            ?? throw new InvalidDataException("sample.json is empty.");
    }

    /// <summary>Plays all that happened before the sample's clock starts, then does what is due.</summary>
    /// <param name="told">Told of each delivery when it is answered.</param>
    /// <param name="decided">Told of each decision, with its number.</param>
    public async Task<RoundId> PlayAsync(SampleScript script, Action<SampleDelivery, DeliveryOutcome> told, CancellationToken cancellationToken, Action<SampleDecision, long>? decided = null)
    {
        var round = RoundId.Parse(script.Round);
        // What was played before is over: nothing more happens in those days.
        var since = await LastAsync(round, cancellationToken) is var last && last < script.Clock ? last : script.Clock;
        var moments = Moments(script, round, told, decided, cancellationToken);
        foreach (var (at, play) in script.Season is null ? moments : moments.OrderBy(moment => moment.At))
        {
            if (script.Season is not null) clock.GoTo(at > since ? at : since);
            await play();
        }
        clock.GoTo(script.Clock);
        await tick.RunAsync(round, cancellationToken);
        return round;
    }

    private IEnumerable<(DateTimeOffset At, Func<Task> Play)> Moments(
        SampleScript script, RoundId round, Action<SampleDelivery, DeliveryOutcome> told, Action<SampleDecision, long>? decided, CancellationToken cancellationToken)
    {
        yield return (script.Season?.Opened ?? script.Clock, () => OpenAsync(round, cancellationToken));
        if (script.Season is { } season)
        {
            foreach (var at in season.Ticks) yield return (at, () => tick.RunAsync(round, cancellationToken));
            foreach (var moment in office.Moments(season, round, cancellationToken)) yield return moment;
        }
        foreach (var delivery in script.Deliveries) yield return (delivery.ReceivedAt, async () => told(delivery, await SendAsync(round, delivery, cancellationToken)));
        foreach (var decision in script.Decisions)
            yield return (decision.At, async () =>
            {
                var number = await decisions.TakeAsync(round, decision, script.Decisions, cancellationToken);
                decided?.Invoke(decision, number);
            });
    }

    private async Task OpenAsync(RoundId round, CancellationToken cancellationToken)
    {
        if ((await rounds.OpenAsync(round, SampleOffice.Coordinator, cancellationToken))?.Round is null)
            throw new InvalidDataException($"The sample names the round {round}, which can't be opened.");
    }

    private async Task<DeliveryOutcome> SendAsync(RoundId id, SampleDelivery delivery, CancellationToken cancellationToken)
    {
        var round = (await log.FindAsync(id, null, cancellationToken))!;
        await using var files = new StagedContents(round.Vault);
        foreach (var path in delivery.Files)
        {
            await using var stream = File.OpenRead(Path.Combine(Folder, path));
            await files.TryAddAsync(Path.GetFileName(path), stream, long.MaxValue, cancellationToken);
        }
        var incoming = new IncomingDelivery(UnitCode.Parse(delivery.Unit), delivery.Channel, delivery.ReceivedAt, delivery.Key, files, []);
        return await deliveries.DeliverAsync(round, incoming, Actor.Officer(incoming.Unit), dryRun: false, cancellationToken);
    }

    /// <summary>When the last thing happened in it; long ago where nothing did.</summary>
    private async Task<DateTimeOffset> LastAsync(RoundId id, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(id, null, cancellationToken) is not { } round) return DateTimeOffset.MinValue;
        var last = DateTimeOffset.MinValue;
        await foreach (var (_, entry) in log.EntriesAsync(round, round.State.Sequence - 1, cancellationToken)) last = entry.At;
        return last;
    }
}
