using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Functions.Pages;

/// <summary>What a version of a return says that the one before did not, and the other way round.</summary>
/// <param name="Changes">What is neither row nor evidence.</param>
/// <param name="Added">Rows that are new or say something else: the first few.</param>
/// <param name="Gone">Rows that were and are no more, or said something else: the first few.</param>
/// <param name="More">Rows of either kind that are not among them.</param>
/// <param name="EvidenceAdded">Titles of the evidence that is new.</param>
/// <param name="EvidenceGone">Titles of the evidence that is no more.</param>
public sealed record DifferenceView(
    ImmutableArray<ChangeView> Changes, ImmutableArray<RowView> Added, ImmutableArray<RowView> Gone, int More,
    ImmutableArray<string> EvidenceAdded, ImmutableArray<string> EvidenceGone)
{
    /// <summary>Rows of a kind that are shown.</summary>
    private const int MostRows = 20;

    public bool IsNone => Changes.IsEmpty && Added.IsEmpty && Gone.IsEmpty && EvidenceAdded.IsEmpty && EvidenceGone.IsEmpty;

    internal static DifferenceView Of(ReturnDifference difference, Indicator indicator)
    {
        var register = indicator.Register;
        return new(
            [.. difference.Changes.Select(change => ChangeView.Of(change, register))], Rows(difference.RowsAdded), Rows(difference.RowsGone),
            Math.Max(0, difference.RowsAdded.Length - MostRows) + Math.Max(0, difference.RowsGone.Length - MostRows),
            [.. difference.EvidenceAdded.Select(e => e.Title)], [.. difference.EvidenceGone.Select(e => e.Title)]);

        ImmutableArray<RowView> Rows(ImmutableArray<RegisterRow> rows) => [.. rows.Take(MostRows).Select(row => RowView.Of(row, register))];
    }
}

/// <summary>A part of a return that says something else.</summary>
/// <param name="Name">What it is, as on the form.</param>
/// <param name="Earlier">Empty where it was blank.</param>
/// <param name="Later">Empty where it is blank.</param>
public sealed record ChangeView(BilingualText Name, BilingualText Earlier, BilingualText Later)
{
    private const string Facts = "/facts/";

    internal static ChangeView Of(ReturnChange change, RegisterSchema register)
    {
        var fact = change.Pointer.StartsWith(Facts, StringComparison.Ordinal) ? register.Facts.FirstOrDefault(f => f.Id == change.Pointer[Facts.Length..]) : null;
        return new(fact?.Label ?? NameOf(change.Pointer), Shown(change.Earlier), Shown(change.Later));

        BilingualText Shown(CellValue? value) =>
            change.Pointer == "/status" && value is ChoiceValue status ? StatusOf(status.Option) : RowView.Shown(value, fact?.Options ?? []);
    }

    private static BilingualText NameOf(string pointer) => pointer switch
    {
        "/status" => AsOnTheForm(FormPart.Status, "Status"),
        "/dataAsOf" => AsOnTheForm(FormPart.DataAsOf, "Data as of"),
        "/nilReason" => AsOnTheForm(FormPart.NilReason, "Reason for a nil return"),
        "/narrative/results" => AsOnTheForm(FormPart.Results, "Results"),
        "/narrative/successFactors" => AsOnTheForm(FormPart.SuccessFactors, "Success factors"),
        "/narrative/obstacles" => AsOnTheForm(FormPart.Obstacles, "Obstacles"),
        "/narrative/suggestions" => AsOnTheForm(FormPart.Suggestions, "Suggestions"),
        _ => BilingualText.Same(pointer),
    };

    private static BilingualText StatusOf(string option) => Http.ApiJson.Named<ReturnStatus>(option) switch
    {
        ReturnStatus.Nil => AsOnTheForm(FormPart.StatusNil, "nil return"),
        ReturnStatus.InProgress => AsOnTheForm(FormPart.StatusInProgress, "in progress"),
        _ => AsOnTheForm(FormPart.StatusReported, "reported"),
    };

    private static BilingualText AsOnTheForm(FormPart part, string english) => new(FormLayout.LabelOf(part), english);
}
