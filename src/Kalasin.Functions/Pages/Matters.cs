using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The matters of a round as a visitor sees them.</summary>
internal sealed class Matters(DecisionOffer offer, SpokenWords words)
{
    private static readonly BilingualText Open = new("รอคำตอบ", "open");
    private static readonly BilingualText Closed = new("เสร็จสิ้น", "closed");

    private RoundState State => offer.Round.State;

    private Telling Telling => new(offer.Round.Rules);

    /// <summary>Corrections, questions and objections of one unit, what is open first, then the newest.</summary>
    public async Task<ImmutableArray<MatterView>> OfAsync(UnitCode unit, CancellationToken cancellationToken)
    {
        var matters = new List<MatterView>();
        foreach (var correction in State.Corrections.Values.Where(c => c.Unit == unit)) matters.Add(await OfAsync(correction, cancellationToken));
        foreach (var question in State.Questions.Values.Where(q => q.Unit == unit)) matters.Add(await OfAsync(question, cancellationToken));
        foreach (var objection in State.Objections.Values.Where(o => o.Unit == unit)) matters.Add(await OfAsync(objection, cancellationToken));
        return [.. matters.OrderByDescending(m => m.IsOpen).ThenByDescending(m => m.Number)];
    }

    /// <summary>Every internal note; a unit's officer sees none.</summary>
    public async Task<ImmutableArray<MatterView>> NotesAsync(CancellationToken cancellationToken)
    {
        var notes = new List<MatterView>();
        foreach (var note in State.Notes.Values)
        {
            var number = note.Written.Number;
            var whom = note.For is { } role ? Actor.NameOf(Note.RoleOf(role)) : null;
            var about = note.Unit is { } unit ? Telling.ReturnOf(unit, note.Indicator) : null;
            notes.Add(new(
                number,
                BilingualText.Join(" – ", new[]
                {
                    Numbered(Note.Word, number), about, whom is null ? null : new($"มอบหมาย{whom.Thai}", $"for the {whom.English}"),
                }.OfType<BilingualText>()),
                note.Done is null ? new("ยังไม่เสร็จ", "to do") : Closed, note.Done is null, await words.OfAsync([note.Written, note.Done], cancellationToken),
                [.. note.Done is null ? offer.Of(new FinishNote(number), new("เสร็จแล้ว", "Done")) : []]));
        }
        return [.. notes.OrderByDescending(m => m.IsOpen).ThenByDescending(m => m.Number)];
    }

    /// <summary>Every stand-in.</summary>
    public async Task<ImmutableArray<MatterView>> StandInsAsync(CancellationToken cancellationToken)
    {
        var views = new List<MatterView>();
        foreach (var standIn in State.StandIns.Values.Reverse())
        {
            var (number, from, to) = (standIn.Named.Number, ThaiDate.Bilingual(standIn.From), ThaiDate.Bilingual(standIn.To));
            var isOn = standIn.Ended is null && standIn.To >= offer.Today;
            views.Add(new(
                number, new($"{Numbered(StandIn.Word, number).Thai} ตั้งแต่ {from.Thai} ถึง {to.Thai}",
                    $"{Numbered(StandIn.Word, number).English}, {from.English} to {to.English}"),
                isOn ? new("มีผล", "holds") : Closed, isOn, await words.OfAsync([standIn.Named, standIn.Ended], cancellationToken),
                [.. isOn ? offer.Of(new EndStandIn(number, ""), new("สิ้นสุดก่อนกำหนด", "End it early"), "reason") : []]));
        }
        return [.. views];
    }

    private async Task<MatterView> OfAsync(Correction correction, CancellationToken cancellationToken)
    {
        var (number, day) = (correction.Asked.Number, ThaiDate.Bilingual(correction.Until));
        return new(
            number, About(Correction.Word, number, correction.Unit, correction.Indicator),
            correction switch
            {
                { IsOpen: true } => new($"รอจนถึง {day.Thai}", $"open until {day.English}"), { Answer: not null } => new("ชี้แจงแล้ว", "answered"),
                _ => new("ส่งฉบับใหม่แล้ว", "a new version came"),
            },
            correction.IsOpen, await words.OfAsync([correction.Asked, correction.Answer], cancellationToken),
            [.. correction.IsOpen ? offer.Of(new AnswerCorrection(number, ""), new("ชี้แจงโดยไม่ส่งฉบับใหม่", "Answer without a new version"), "text") : []]);
    }

    private async Task<MatterView> OfAsync(Question question, CancellationToken cancellationToken)
    {
        var number = question.Asked.Number;
        return new(
            number, About(Question.Word, number, question.Unit, question.Indicator), question.IsOpen ? Open : Closed, question.IsOpen,
            await words.OfAsync([question.Asked, .. question.Answers, question.Closed], cancellationToken),
            question.IsOpen
                ? [.. offer.Of(new AnswerQuestion(number, ""), new("ตอบ", "Answer"), "text"), .. offer.Of(new CloseQuestion(number), new("ปิดคำถาม", "Close"))]
                : []);
    }

    private async Task<MatterView> OfAsync(Objection objection, CancellationToken cancellationToken)
    {
        var number = objection.Raised.Number;
        return new(
            number, About(Objection.Word, number, objection.Unit, objection.Indicator),
            objection switch
            {
                { Decided: null } => new("รอวินิจฉัย", "undecided"), { Upheld: true } => new("ฟังขึ้น", "upheld"), _ => new("ฟังไม่ขึ้น", "not upheld"),
            },
            objection.Decided is null, await words.OfAsync([objection.Raised, objection.Decided], cancellationToken),
            [
                .. offer.Of(new DecideObjection(number, Upheld: true, ""), new("วินิจฉัยว่าฟังขึ้น", "Uphold it"), "reason"),
                .. offer.Of(new DecideObjection(number, Upheld: false, ""), new("วินิจฉัยว่าฟังไม่ขึ้น", "Do not uphold it"), "reason"),
            ]);
    }

    private BilingualText About(BilingualText word, long number, UnitCode unit, IndicatorNumber? indicator)
    {
        var numbered = Numbered(word, number);
        return indicator is { } of
            ? new($"{numbered.Thai} ตัวชี้วัดที่ {of.Bilingual.Thai}", $"{numbered.English}, indicator {of.Bilingual.English}")
            : new($"{numbered.Thai} รายงานทั้งหมดของหน่วยงาน", $"{numbered.English}, all returns of {Telling.NameOf(unit).English}");
    }

    private static BilingualText Numbered(BilingualText word, long number) =>
        new($"{word.Thai}เลขที่ {ThaiNumerals.Format(number)}", $"{word.English} {number}");
}
