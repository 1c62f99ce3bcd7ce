namespace Kalasin.Evaluation.Rounds;

/// <summary>The round was opened under these rules.</summary>
/// <param name="Round">The round.</param>
/// <param name="Framework">Framework.</param>
/// <param name="FrameworkRevision">Its revision.</param>
/// <param name="FrameworkHash">Hash of its canonical JSON.</param>
/// <param name="PlanRevision">Revision of the plan.</param>
/// <param name="PlanHash">Hash of its canonical JSON.</param>
internal sealed record RoundOpened(
    RoundId Round, FrameworkId Framework, int FrameworkRevision, ContentHash FrameworkHash, int PlanRevision, ContentHash PlanHash) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Opened = this, Rules = [new(RulesReference.Of(this), 1, how.At, how.By, null)] };

    internal override BilingualText Tell(Telling telling) =>
        Telling.Rules("เปิดรอบการประเมิน", "The round was opened", Framework, FrameworkRevision, PlanRevision);

    internal override IEnumerable<ContentHash> Contents => [FrameworkHash, PlanHash];
}

/// <summary>From here on the round goes by these rules.</summary>
/// <param name="Framework">Framework.</param>
/// <param name="FrameworkRevision">Its revision.</param>
/// <param name="FrameworkHash">Hash of its canonical JSON, which is in the round's vault.</param>
/// <param name="PlanRevision">Revision of the plan.</param>
/// <param name="PlanHash">Hash of its canonical JSON, which is in the round's vault.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record RulesRevised(
    FrameworkId Framework, int FrameworkRevision, ContentHash FrameworkHash, int PlanRevision, ContentHash PlanHash, ContentHash Reason) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) =>
        state.Opened is { Round: var round }
            ? state with { Rules = state.Rules.Add(new(RulesReference.Of(round, this), state.Deliveries.Count + 1, how.At, how.By, Reason)) }
            : throw new InvalidDataException("Rules can't be revised in a round that was not opened.");

    internal override BilingualText Tell(Telling telling) =>
        Telling.Rules("ปรับกติกาของรอบ", "The round was moved to other rules", Framework, FrameworkRevision, PlanRevision);

    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override IEnumerable<ContentHash> Contents => [FrameworkHash, PlanHash, Reason];
}

/// <summary>An office published a revision of a framework or plan: the one event of the streams <c>framework/{id}</c> and <c>plan/{id}</c>.</summary>
/// <param name="Id">Id of the framework or plan.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Hash">Its canonical JSON in the stream's own vault.</param>
/// <param name="Reason">Vault object of the stream that says why.</param>
internal sealed record RulesPublished(string Id, int Revision, ContentHash Hash, ContentHash Reason) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => throw new InvalidDataException("Rules are published in a stream of their own.");

    internal override BilingualText Tell(Telling telling) =>
        new($"ประกาศ {Id} ฉบับที่ {ThaiNumerals.Format(Revision)}", $"Revision {Revision} of {Id} was published");

    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override IEnumerable<ContentHash> Contents => [Hash, Reason];
}
