using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>What people said in a round, for pages: names of persons withheld, and what is erased or lost told as such.</summary>
internal sealed class SpokenWords(OpenedRound round, VaultContent content)
{
    private static readonly BilingualText Erased = new("(ข้อความนี้ถูกลบตามกฎหมายแล้ว)", "(erased by law)");

    public async Task<ImmutableArray<SaidView>> OfAsync(IEnumerable<Ruled?> said, CancellationToken cancellationToken)
    {
        var views = ImmutableArray.CreateBuilder<SaidView>();
        foreach (var ruled in said.OfType<Ruled>())
            views.Add(new(ruled.By.RoleName, ruled.At, ruled.Text is { } text ? await TextAsync(text, cancellationToken) : BilingualText.Empty));
        return views.ToImmutable();
    }

    public async Task<BilingualText> TextAsync(ContentHash text, CancellationToken cancellationToken)
    {
        try
        {
            return BilingualText.Same(PersonalData.Withhold(await content.TextAsync(round.Id, text, cancellationToken)));
        }
        catch (DamagedException erased) when (erased.Finding.Code == ErasureFindings.Erased.Code)
        {
            return Erased;
        }
        catch (DamagedException lost)
        {
            return lost.Finding.Message;
        }
    }
}

/// <summary>Something that somebody said.</summary>
/// <param name="Who">In what role; never a name.</param>
/// <param name="At">When.</param>
/// <param name="Words">What; empty where nothing was said.</param>
public sealed record SaidView(BilingualText Who, DateTimeOffset At, BilingualText Words);

/// <summary>Something that people talk about or wait for: a question, a request for correction, an objection, a note.</summary>
/// <param name="Number">Of the entry that began it.</param>
/// <param name="Title">What it is and about what.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOpen">Somebody waits.</param>
/// <param name="Said">What was said, oldest first.</param>
/// <param name="Forms">What the visitor may do about it.</param>
public sealed record MatterView(
    long Number, BilingualText Title, BilingualText State, bool IsOpen, ImmutableArray<SaidView> Said, ImmutableArray<DecisionForm> Forms);
