using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary><c>sample.json</c>.</summary>
/// <param name="Clock">What the sample's clock shows when the service opens.</param>
/// <param name="Deliveries">In the order of arrival.</param>
/// <param name="Decisions">In the order they are taken in.</param>
/// <param name="Link">The unit that a personal link is shown for.</param>
internal sealed record SampleScript(
    string Round, DateTimeOffset Clock, IReadOnlyList<SampleDelivery> Deliveries, IReadOnlyList<SampleDecision> Decisions, string Link)
{
    /// <summary>What the office does before and between, each at its own time. Null: nothing, and all the rest happens when the clock starts.</summary>
    public SampleSeason? Season { get; init; }
}

/// <param name="Files">Below the sample's folder.</param>
internal sealed record SampleDelivery(string Unit, DeliveryChannel Channel, DateTimeOffset ReceivedAt, string Key, IReadOnlyList<string> Files);

/// <param name="By">A unit's code for its officer; otherwise the coordinator.</param>
/// <param name="At">When.</param>
/// <param name="Decision">As <c>POST rounds/{round}/decisions</c> takes it.</param>
internal sealed record SampleDecision(string Key, string By, DateTimeOffset At, JsonNode Decision);

/// <param name="Opened">When the round is opened.</param>
/// <param name="Ticks">When the program looks at the clock and does what is due.</param>
internal sealed record SampleSeason(DateTimeOffset Opened, SampleContacts Contacts, SampleForms Forms, SampleBounce Bounce, IReadOnlyList<DateTimeOffset> Ticks);

/// <summary>Addresses and signatories that are entered.</summary>
/// <param name="Typed">By the fields' places in the plan.</param>
internal sealed record SampleContacts(DateTimeOffset At, string Reason, IReadOnlyDictionary<string, string> Typed);

/// <summary>The mails that bring each unit its forms and its link.</summary>
internal sealed record SampleForms(DateTimeOffset Prepared, DateTimeOffset Released);

/// <summary>A mail server's report that a unit's last reminder came back.</summary>
/// <param name="File">Below the sample's folder: the message, with a word in place of what only the running round knows.</param>
internal sealed record SampleBounce(DateTimeOffset At, string Unit, string File);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SampleScript))]
internal sealed partial class SampleJson : JsonSerializerContext;

/// <summary>A clock that shows a given moment from the start of the process, or from when it is set, and runs at the usual speed.</summary>
internal sealed class ClockFrom(DateTimeOffset start) : TimeProvider
{
    private volatile Reading from = new(start, System.GetTimestamp());

    public override DateTimeOffset GetUtcNow()
    {
        var reading = from;
        return reading.Shown + System.GetElapsedTime(reading.Timestamp);
    }

    /// <summary>Sets it: the sample's story is played in days that are over.</summary>
    public void GoTo(DateTimeOffset moment) => from = new(moment, System.GetTimestamp());

    private sealed record Reading(DateTimeOffset At, long Timestamp)
    {
        public DateTimeOffset Shown { get; } = At.ToUniversalTime();
    }
}
