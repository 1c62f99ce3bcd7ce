using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Drops;

/// <summary>Whose door a drop lies at: its path says <c>{round}/{unit}/…</c>, and the round is open and has the unit.</summary>
/// <param name="Name">The last part of the path: the file's name.</param>
internal sealed record DropDoor(OpenedRound Round, ReportingUnit Unit, string Name)
{
    private const int LongestShown = 40;

    /// <returns>The door, or the finding that says why there is none.</returns>
    public static async Task<(DropDoor? Door, Finding? None)> FindAsync(DropPath path, RoundLog log, CancellationToken cancellationToken)
    {
        if (path.Parts is not [var first, var second, .., var name] || path.Parts.Count < 3)
            return (null, DropFindings.NoUnitFolder.At(Place.InFile(path.Value), "46-dla-2567/4601/report.xlsx"));
        var place = Place.InFile(name);
        if (await log.FindAsync(first, cancellationToken) is not { } round) return (null, RoundServiceFindings.UnknownRound.At(place, Shown(first)));
        return round.UnitOf(second) is { } unit ? (new(round, unit, name), null) : (null, RoundFindings.UnknownUnit.At(place, Shown(second)));
    }

    private static string Shown(string part) => ThaiText.Cut(part, LongestShown);
}
