using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Results of entrants were sent to a ranking, as scorecards of a round or as a sheet: an event of the streams <c>ranking/{framework}</c>.</summary>
/// <param name="File">The file as it was sent, in the stream's own vault.</param>
/// <param name="Entrants">Whose results in it count from now on, in the order of their codes.</param>
internal sealed record ScorecardsEntered(ContentHash File, ImmutableArray<string> Entrants) : RoundEvent
{
    /// <summary>Hash of the framework that it was read by. A sheet need not name one itself, and other rules make other scores of it. Default: not said.</summary>
    public ContentHash? Rules { get; init; }

    internal override RoundState Apply(RoundState state, Happened how) => throw new InvalidDataException("Scorecards are sent to a stream of their own.");

    internal override BilingualText Tell(Telling telling)
    {
        var entrants = string.Join(", ", Entrants);
        return new($"นำผลของ {ThaiNumerals.ToThai(entrants)} เข้าจัดอันดับ", $"Results of {entrants} were sent to be ranked");
    }

    internal override IEnumerable<ContentHash> Contents => [File];
}

/// <summary>An entrant's results were taken out of a ranking: the other event of those streams.</summary>
/// <param name="Entrant">Whose.</param>
/// <param name="Reason">Vault object of the stream that says why.</param>
internal sealed record ScorecardWithdrawn(string Entrant, ContentHash Reason) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => throw new InvalidDataException("Scorecards are sent to a stream of their own.");

    internal override BilingualText Tell(Telling telling) => new($"ถอนผลของ {ThaiNumerals.ToThai(Entrant)} จากการจัดอันดับ", $"Results of {Entrant} were taken out of the ranking");

    internal override IEnumerable<ContentHash> Texts => [Reason];
}
