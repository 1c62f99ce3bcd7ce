using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads the three tick boxes of สถานะการรายงาน.</summary>
internal static class StatusReader
{
    /// <summary>The boxes that are ticked, in the order of the form.</summary>
    public static ImmutableArray<ReturnStatus> Ticked(ImmutableArray<TablePart> parts, TableNotes notes)
    {
        var ticked = ImmutableArray.CreateBuilder<ReturnStatus>();
        foreach (var box in parts.Where(p => TableParts.IsTickBox(p.Part)))
        {
            var isTicked = Words.BeginsTicked(box.Label.Text);
            foreach (var cell in box.Beside)
            {
                if (Words.IsTick(cell)) isTicked = true;
                else if (!Words.IsNoTick(cell)) notes.SayAt(box.Row.PlaceOf(cell.Column), NotATick, Words.Quote(cell.Text));
            }
            if (isTicked && !ticked.Contains(StatusOf(box.Part))) ticked.Add(StatusOf(box.Part));
        }
        return ticked.ToImmutable();
    }

    /// <summary>
    /// The status that counts, or <see langword="null"/> when there is no return: nothing filled in, boxes that contradict each
    /// other, or a nil tick over rows. Only the missing tick over contents is understood without being asked.
    /// </summary>
    public static ReturnStatus? Decide(ImmutableArray<ReturnStatus> ticked, int rows, bool isFilled, BilingualText indicator, TableNotes notes)
    {
        if (ticked.Length > 1) notes.Say(SeveralTicks, BilingualText.Join(", ", ticked.Select(TextOf)));
        else if (ticked is [ReturnStatus.Nil] && rows > 0) notes.Say(NilWithRows, ThaiNumerals.Number(rows));
        else if (ticked is [var only]) return only;
        else if (!isFilled) notes.Say(NotReported, indicator);
        else
        {
            notes.Say(StatusUnderstood);
            return ReturnStatus.Reported;
        }
        return null;
    }

    private static ReturnStatus StatusOf(FormPart part) => part switch
    {
        FormPart.StatusNil => ReturnStatus.Nil,
        FormPart.StatusInProgress => ReturnStatus.InProgress,
        _ => ReturnStatus.Reported,
    };

    private static BilingualText TextOf(ReturnStatus status) => FormLayout.Labels.First(l => TableParts.IsTickBox(l.Part) && StatusOf(l.Part) == status).Text;
}
