using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>What people decided in a round as the scorer takes it: what its state says, with the words that are in its vault.</summary>
internal sealed class RulingTexts(VaultContent content)
{
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    public async Task<Decisions> OfAsync(OpenedRound round, CancellationToken cancellationToken) =>
        round.State.DecisionsWith(await WordsAsync(round, round.State.ReasonsOfDecisions, cancellationToken));

    /// <summary>What was chosen where the letter leaves it open, by id.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    public async Task<ImmutableDictionary<string, string>> ChoicesAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var words = await WordsAsync(round, round.State.Choices.Values.Select(c => c.Text).OfType<ContentHash>(), cancellationToken);
        return round.State.Choices.Where(c => words.ContainsKey(c.Value.Text!.Value)).ToImmutableDictionary(c => c.Key, c => words[c.Value.Text!.Value]);
    }

    private async Task<Dictionary<ContentHash, string>> WordsAsync(OpenedRound round, IEnumerable<ContentHash> texts, CancellationToken cancellationToken)
    {
        var words = new Dictionary<ContentHash, string>();
        foreach (var text in texts)
        {
            try
            {
                words[text] = await content.TextAsync(round.Id, text, cancellationToken);
            }
            catch (DamagedException)
            {
                // The decision stands without its words; health tells what was found damaged.
            }
        }
        return words;
    }
}
