using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.SignedCopies;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Season;

/// <summary>Takes a signed copy in: looked into while it is staged, kept as it came once the round has a place for it.</summary>
internal sealed class SignedCopyIntake(SignedCopyReader reader, SeasonPapers papers, DecisionService decisions, TimeProvider clock)
{
    /// <summary>Why this actor can't attach one now, whatever the file; asked before the file is read. Null if they can.</summary>
    public Refuse? Objection(OpenedRound round, SignedPaper paper, Actor actor) =>
        Decide.On(
            round.State, round.Rules, new AttachSignedCopy(Guid.NewGuid(), paper, SignedForm.Scan, default, 0, MatchedBy.Code, []), clock.GetUtcNow(), actor) as Refuse;

    /// <param name="sent">What was sent.</param>
    /// <param name="reason">Why a person takes it for that paper; null where nothing was said.</param>
    /// <param name="key">Of the sender; with the same file it is attached once. Null if none was given.</param>
    public async Task<SignedCopyOutcome> AttachAsync(
        OpenedRound round, SignedPaper paper, StagedContents sent, StatedText? reason, string? key, Actor actor, CancellationToken cancellationToken)
    {
        if (sent.Sent is not [var (_, file)]) return Refused(SigningHostFindings.NotOneFile.At(Place.Nowhere));
        var id = IdOf(round.Id, paper, file.Hash, key, actor);
        if (Objection(round, paper, actor) is { } refusal)
            // Sent again because the answer was lost, while the round went on: it is answered as it was.
            return round.State.Commands.TryGetValue(id, out var done) ? new(Already.By(done.Number), round, []) { Number = done.Number } : new(refusal, round, refusal.Findings);
        var mark = (await papers.MarkAsync(round, paper, cancellationToken))!;
        await using var bytes = await file.OpenAsync(cancellationToken);
        if (await reader.ReadAsync(bytes, cancellationToken) is not { } facts) return Refused(SigningHostFindings.CopyUnreadable.At(Place.Nowhere));
        var verdict = SignedCopyVerdict.Of(facts, mark, reason is not null);
        if (verdict.IsRefused) return Refused([.. verdict.Findings]);
        var command = new AttachSignedCopy(
            id, paper, verdict.Form, file.Hash, file.Size, verdict.Matched!.Value,
            [.. verdict.Findings.Select(f => f.Code).Distinct()], reason, verdict.Signers is { } signers ? new(StatedTexts.Salt(), signers) : null);
        sent.Keep(file);
        await sent.PromoteAsync(cancellationToken);
        var outcome = await decisions.DecideAsync(round, command, actor, cancellationToken);
        return outcome.Decision is Refuse refused
            ? new(refused, outcome.Round, refused.Findings)
            : new(outcome.Decision, outcome.Round, verdict.Findings) { Number = outcome.Decision is Already { Number: { } before } ? before : outcome.Round.State.Commands[id].Number };

        SignedCopyOutcome Refused(params ImmutableArray<Finding> findings) => new(new Refuse(findings), round, findings);
    }

    private static Guid IdOf(RoundId round, SignedPaper paper, ContentHash file, string? key, Actor actor) => key is null
        ? Guid.NewGuid()
        : DeliveryService.CommandOf(ContentHash.Of(Encoding.UTF8.GetBytes($"signed-copy\n{round}\n{actor.Role}\n{actor.Id}\n{key}\n{paper}\n{file}")));
}

/// <param name="Round">As it is afterwards.</param>
/// <param name="Findings">Why it was not taken, or what was found in what was.</param>
internal sealed record SignedCopyOutcome(Decision Decision, OpenedRound Round, ImmutableArray<Finding> Findings)
{
    /// <summary>Entry of the log that says that it was attached; null where it was not taken.</summary>
    public long? Number { get; init; }
}
