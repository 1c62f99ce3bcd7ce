using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What is decided of a round as a whole, and what the visitor may decide of it.</summary>
internal sealed class RoundDecisions(DecisionOffer offer, SpokenWords words)
{
    public async Task<RoundView> AddToAsync(RoundView view, CancellationToken cancellationToken)
    {
        var matters = new Matters(offer, words);
        return view with
        {
            Mails = offer.Actor.IsCoordinator ? MailTroubles.Of(offer.Round.State, offer.Round.Rules) : [],
            Next = offer.Actor.IsCoordinator ? SeasonSteps.Of(offer.Round.State, offer.Round.Rules, offer.Now).FirstOrDefault(s => s.Standing == StepStanding.Next) : null,
            Choices = await ChoicesAsync(cancellationToken),
            Notes = await matters.NotesAsync(cancellationToken),
            StandIns = await matters.StandInsAsync(cancellationToken),
            Forms =
            [
                .. offer.Of(new WriteNote(""), new("เขียนบันทึกภายใน", "Write a note"), "role", "text"),
                .. offer.Round.State.Links.Values.Where(l => l is { Purpose: LinkPurpose.StandIn, Revoked: null }).SelectMany(link => offer.Of(
                    new NameStandIn(offer.Today, offer.Today, link.Number, ""),
                    new($"ให้ผู้ถือลิงก์เลขที่ {Kalasin.Evaluation.ThaiNumerals.Format(link.Number)} รักษาราชการแทน",
                        $"Name the holder of link {link.Number} as stand-in"),
                    "from", "to", "reason")),
            ],
        };
    }

    private async Task<ImmutableArray<ChoiceView>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var choices = ImmutableArray.CreateBuilder<ChoiceView>();
        foreach (var choice in offer.Round.Rules.Plan.OpenChoices)
        {
            var made = offer.Round.State.Choices.GetValueOrDefault(choice.Id);
            var said = await words.OfAsync([made], cancellationToken);
            choices.Add(new(
                choice.Question, choice.Options, said.FirstOrDefault(),
                // What was chosen is shown without names, so it is not typed ahead.
                [.. offer.Of(new MakeChoice(choice.Id, made is null ? choice.Options.FirstOrDefault("") : ""), new("เลือก", "Choose"), "text")]));
        }
        return choices.ToImmutable();
    }
}
