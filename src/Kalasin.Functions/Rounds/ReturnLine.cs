using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>A return in an answer, whatever the door.</summary>
/// <param name="Version">Its version; for an unchanged return the version it equals. Absent where nothing was recorded.</param>
/// <param name="FaultyRows">Rows that wait for correction.</param>
/// <param name="Unit">Whose it is, where judges gave it to another than the unit whose door it came through.</param>
internal sealed record ReturnLine(
    string Indicator, int? Version, bool Unchanged, [property: JsonConverter(typeof(ReturnStatusConverter))] ReturnStatus Status, int FaultyRows, string? Unit = null)
{
    public static ReturnLine Of(DeliveredReturn r) => new(r.Indicator.Value, r.Version, r.Unchanged, r.Status, r.FaultyRows, r.Unit?.Value);

    public static ReturnLine Of(Return r) => new(r.Indicator.Value, null, false, r.Status, r.FaultyRows);
}

/// <summary><c>reported</c>, <c>nil</c>, <c>inProgress</c>.</summary>
internal sealed class ReturnStatusConverter() : JsonStringEnumConverter<ReturnStatus>(JsonNamingPolicy.CamelCase);
