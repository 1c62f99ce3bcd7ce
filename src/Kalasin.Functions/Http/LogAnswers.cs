using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>Entries of a round's log as they are sent.</summary>
internal sealed class LogAnswers(RoundLog log, VaultContent content, ResultsService results)
{
    /// <summary>At most a page of them.</summary>
    /// <param name="after">Sequence that they come after.</param>
    /// <param name="since">Moment before which they are left out; null for none.</param>
    public async Task<ListAnswer<LogLine>> PageAsync(OpenedRound round, long after, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var (lines, telling) = (new List<LogLine>(), new LogTelling(round, results));
        await foreach (var (number, entry) in log.EntriesAsync(round, after, cancellationToken))
        {
            if (entry.At < since) continue;
            if (lines.Count == Page.Size) return new(lines, lines[^1].Sequence.ToString(CultureInfo.InvariantCulture));
            lines.Add(await LineAsync(round, number, entry, telling, cancellationToken));
        }
        return new(lines, null);
    }

    /// <summary>It was decided, by this entry.</summary>
    public async Task<IResult> CreatedAsync(OpenedRound round, long number, CancellationToken cancellationToken) => new CreatedAnswer<DecisionAnswer>(
        $"/api/rounds/{round.Id}/log?after={(number - 1).ToString(CultureInfo.InvariantCulture)}",
        await AnswerAsync(round, number, cancellationToken), ApiJson.Readable.DecisionAnswer);

    /// <summary>It held already.</summary>
    /// <param name="number">Since which entry; null where none of its own says so.</param>
    public async Task<IResult> AlreadyAsync(OpenedRound round, long? number, CancellationToken cancellationToken) => TypedResults.Json(
        number is { } known ? await AnswerAsync(round, known, cancellationToken) : new DecisionAnswer(null, null, round.State.Head.ToString()),
        ApiJson.Readable.DecisionAnswer);

    private async Task<DecisionAnswer> AnswerAsync(OpenedRound round, long number, CancellationToken cancellationToken)
    {
        await foreach (var (_, entry) in log.EntriesAsync(round, number - 1, cancellationToken))
            return new(number, await LineAsync(round, number, entry, new(round, results), cancellationToken), round.State.Head.ToString());
        throw new InvalidOperationException($"The log of {round.Id} ends before {number}.");
    }

    private async Task<LogLine> LineAsync(OpenedRound round, long number, RoundEntry entry, LogTelling telling, CancellationToken cancellationToken)
    {
        var texts = new List<LogText>();
        foreach (var hash in entry.Event.Texts) texts.Add(await TextAsync(round, hash, cancellationToken));
        return new(
            number, entry.At, ApiJson.Word(entry.Actor.Role), entry.Actor.Id, JsonNamingPolicy.CamelCase.ConvertName(entry.Event.GetType().Name),
            TextAnswer.Of(await telling.TellAsync(number, entry, cancellationToken)), texts);
    }

    private async Task<LogText> TextAsync(OpenedRound round, ContentHash hash, CancellationToken cancellationToken)
    {
        try
        {
            return new(PersonalData.Withhold(await content.TextAsync(round.Id, hash, cancellationToken)), Erased: false, null);
        }
        catch (DamagedException erased) when (erased.Finding.Code == ErasureFindings.Erased.Code)
        {
            return new(null, Erased: true, null);
        }
        catch (DamagedException lost)
        {
            return new(null, Erased: false, FindingAnswer.Of(lost.Finding));
        }
    }
}

/// <summary>An entry of the log.</summary>
/// <param name="Role">In what role somebody acted.</param>
/// <param name="Actor">Their pseudonym; never a name.</param>
/// <param name="Kind">What happened, as a word.</param>
/// <param name="Told">What happened, in a sentence.</param>
/// <param name="Texts">What was said with it in free text.</param>
internal sealed record LogLine(long Sequence, DateTimeOffset At, string Role, string Actor, string Kind, TextAnswer Told, IReadOnlyList<LogText> Texts);

/// <param name="Text">Names of persons are withheld; absent where it was erased or is lost.</param>
/// <param name="Erased">It was erased on purpose; a later entry says on which legal basis.</param>
/// <param name="Finding">Why it isn't there, where nobody erased it.</param>
internal sealed record LogText(string? Text, bool Erased, FindingAnswer? Finding);

/// <summary>What became of a decision: 201 where it was taken, 200 where it held already.</summary>
/// <param name="Sequence">Entry of the log that says so; absent where none of its own does.</param>
/// <param name="Head">Head of the log's chain.</param>
internal sealed record DecisionAnswer(long? Sequence, LogLine? Entry, string Head);
