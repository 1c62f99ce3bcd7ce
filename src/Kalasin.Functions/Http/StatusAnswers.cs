using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring.Jumps;
using Kalasin.Functions.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Http;

/// <summary>
/// The status of rounds as it is sent: written once for each state and list of due steps, because everybody looks at it
/// and it changes with a delivery only. Whoever names its tag again gets no body.
/// </summary>
internal sealed class StatusAnswers(JumpService jumps, TimeProvider clock, Installation installation)
{
    private readonly ConcurrentDictionary<RoundId, Written> written = new();

    /// <param name="round">One that was opened; ids that name nothing must not be remembered here.</param>
    /// <param name="asOf">The moment that it is of; null for now. What was is not remembered: few ask for it.</param>
    public async Task<FileContentHttpResult> OfAsync(OpenedRound round, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var due = Schedule.Due(round.State, round.Rules, asOf ?? clock.GetUtcNow());
        if (asOf is not null)
            return Answer(Write(round, due, await jumps.OfAsync(round, cancellationToken)));
        if (!written.TryGetValue(round.Id, out var last) || last.Head != round.State.Head || !last.Due.SequenceEqual(due))
            written[round.Id] = last = Write(round, due, await jumps.OfAsync(round, cancellationToken));
        return Answer(last);
    }

    private static FileContentHttpResult Answer(Written answer) => TypedResults.Bytes(answer.Json, "application/json; charset=utf-8", entityTag: answer.Tag);

    private Written Write(OpenedRound round, ImmutableArray<Step> due, ImmutableArray<Jump> found)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(RoundAnswer.Of(round, due, found, installation), ApiJson.Readable.RoundAnswer);
        return new(round.State.Head, due, json, TaggedAnswers.TagOf(json));
    }

    /// <param name="Head">Of the log that it shows.</param>
    private sealed record Written(ContentHash Head, ImmutableArray<Step> Due, byte[] Json, EntityTagHeaderValue Tag);
}
