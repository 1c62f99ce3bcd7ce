using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>The unit that a message's own files name, where nothing else of it tells: our forms say whose they are.</summary>
internal sealed class FormsUnit(ReadingRoom reading)
{
    /// <summary>How many rounds a form is tried in.</summary>
    private const int MostRounds = 3;

    /// <param name="rounds">The newest first.</param>
    /// <returns>Null unless all returns in it are of one unit.</returns>
    /// <exception cref="ReadingBusyException">It can't be read now.</exception>
    public async Task<MessageDoor?> FindAsync(IncomingMessage message, IReadOnlyList<OpenedRound> rounds, JournalMail? about, CancellationToken cancellationToken)
    {
        foreach (var round in rounds.Take(MostRounds))
        {
            await using var files = new StagedContents(round.Vault);
            foreach (var file in message.Files)
            {
                await using var content = file.Open();
                await files.TryAddAsync(file.Name, content, IntakeLimits.Default.FileBytes, cancellationToken);
            }
            var units = await reading.ReadAsync(
                limits => ReturnReader.ReadAsync(round.Rules, files.Sent.Select(f => f.File), limits, cancellationToken),
                read => Task.FromResult(read.Returns.Select(r => r.Unit).Distinct().Take(2).ToList()), cancellationToken);
            if (units is [var one] && round.Rules.Plan.Find(one) is { } unit) return new(round, unit, about);
        }
        return null;
    }
}
