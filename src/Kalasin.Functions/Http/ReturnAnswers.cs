using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>One return as it was understood. Personal data that its register must not have is withheld.</summary>
/// <param name="Version">Which version is shown.</param>
/// <param name="Current">It is the one that counts.</param>
/// <param name="Versions">All versions, oldest first.</param>
/// <param name="DataAsOf">The day that its figures are of.</param>
/// <param name="Facts">Facts that were filled in, by id.</param>
/// <param name="Rows">A page of the register's filled rows.</param>
/// <param name="Next">Token of the next page of rows; absent on the last.</param>
/// <param name="Findings">What was found when it came, of this return alone.</param>
/// <param name="Difference">From the version before; absent for the first, and where that was erased or is lost, which is among the findings.</param>
internal sealed record ReturnAnswer(
    string Round, string Unit, string Indicator, int Version, bool Current, IReadOnlyList<VersionLine> Versions,
    string Status, string? NilReason, DateOnly? DataAsOf,
    IReadOnlyDictionary<string, ValueAnswer> Facts, int RowCount, IReadOnlyList<RowAnswer> Rows, string? Next, NarrativeAnswer Narrative,
    IReadOnlyList<EvidenceAnswer> Evidence, IReadOnlyList<FindingAnswer> Findings, DifferenceAnswer? Difference)
{
    public static ReturnAnswer Of(
        OpenedRound round, ReturnVersion shown, Return value, Page<RegisterRow> rows, IReadOnlyList<VersionLine> versions,
        VersionContext beside) => new(
        round.Id.Value, value.Unit.Value, value.Indicator.Value, shown.Version,
        round.State.Current(value.Unit, value.Indicator)?.Version == shown.Version, versions,
        ApiJson.Word(value.Status), value.NilReason, value.DataAsOf, ValueAnswer.Of(value.Facts),
        value.Rows.Length, [.. rows.Items.Select(r => RowAnswer.Of(value.Unit, r))], rows.Next,
        new(value.Narrative.Results, value.Narrative.SuccessFactors, value.Narrative.Obstacles, value.Narrative.Suggestions),
        [.. value.Evidence.Select(e => EvidenceAnswer.Of(value, e))], [.. beside.Findings.Select(FindingAnswer.Of)],
        beside.Difference is { } difference ? DifferenceAnswer.Of(value, difference) : null);
}

/// <summary>A version of a return.</summary>
/// <param name="Receipt">The delivery that brought it.</param>
/// <param name="Withdrawn">It counts no more, because every delivery that brought it was withdrawn.</param>
/// <param name="FaultyRows">Rows that wait for correction.</param>
/// <param name="Sha256">Of its canonical JSON.</param>
internal sealed record VersionLine(
    int Version, int Receipt, DateTimeOffset ReceivedAt, string Status, bool Late, int DaysLate, bool AfterHours, bool Withdrawn, int FaultyRows, string Sha256)
{
    public static VersionLine Of(OpenedRound round, UnitCode unit, IndicatorNumber indicator, ReturnVersion version)
    {
        var lateness = Lateness.Of(round.State, round.Rules, unit, indicator, version.ReceivedAt);
        return new(
            version.Version, version.Receipt.Value, version.ReceivedAt, ApiJson.Word(version.Status), lateness.IsLate, lateness.DaysLate, lateness.AfterHours,
            round.State.Standing(version) is null, version.FaultyRows, version.Content.ToString());
    }
}

/// <summary>What a cell was understood to say: the member of its kind alone is there.</summary>
/// <param name="Kind"><c>text</c>, <c>number</c>, <c>date</c>, <c>choice</c>, <c>flag</c>, <c>authority</c>, <c>unit</c>, or <c>unread</c> where it could not be understood.</param>
/// <param name="Text">Words: of <c>unread</c> what stands in the cell.</param>
/// <param name="Number">Exactly as typed.</param>
/// <param name="Code">Of <c>choice</c> the option's id, of <c>authority</c> and <c>unit</c> its code.</param>
internal sealed record ValueAnswer(string Kind, string? Text = null, decimal? Number = null, DateOnly? Date = null, string? Code = null, bool? Yes = null)
{
    public static ValueAnswer Of(CellValue value) => value switch
    {
        TextValue text => new("text", Text: text.Text),
        NumberValue number => new("number", Number: number.Number),
        DateValue date => new("date", Date: date.Date),
        ChoiceValue choice => new("choice", Code: choice.Option),
        FlagValue flag => new("flag", Yes: flag.Yes),
        AuthorityValue authority => new("authority", Code: authority.Code.ToString()),
        UnitValue unit => new("unit", Code: unit.Code.Value),
        UnreadValue unread => new("unread", Text: unread.Raw),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "A kind of value that has no word yet."),
    };

    public static IReadOnlyDictionary<string, ValueAnswer> Of(ValuesById values) =>
        values.ToDictionary(v => v.Key, v => Of(v.Value), StringComparer.Ordinal);
}

/// <summary>A filled row of a register.</summary>
/// <param name="Number">Its place among them, from 1.</param>
/// <param name="Fingerprint">What decisions name it by; together with the unit.</param>
/// <param name="Values">By column id; blank cells are absent.</param>
/// <param name="Faults">Why it waits for correction; empty where it doesn't.</param>
internal sealed record RowAnswer(int Number, string Fingerprint, IReadOnlyDictionary<string, ValueAnswer> Values, IReadOnlyList<FindingAnswer> Faults)
{
    public static RowAnswer Of(UnitCode unit, RegisterRow row) =>
        new(row.Number, RowFingerprint.Of(unit, row).Hash, ValueAnswer.Of(row.Values), [.. row.Faults.Select(FindingAnswer.Of)]);
}

/// <summary>What was written around the figures; empty where nothing was.</summary>
internal sealed record NarrativeAnswer(string Results, string SuccessFactors, string Obstacles, string Suggestions);

/// <summary>A piece of evidence that a return names.</summary>
/// <param name="Code">As on its label.</param>
/// <param name="Rows">Rows that it proves, as written.</param>
/// <param name="Kind">As written.</param>
/// <param name="Location">Where it is, as written; never followed.</param>
internal sealed record EvidenceAnswer(int Number, string Code, string Title, DateOnly? Date, string? Rows, string? Kind, string? Location, int? Pages)
{
    public static EvidenceAnswer Of(Return value, Evidence e) =>
        new(e.Number, Evidence.CodeOf(value.Indicator, value.Unit, e.Number), e.Title, e.Date, e.Rows, e.Kind, e.Location, e.Pages);
}

/// <summary>What changed since the version before. Of rows and of evidence a page each is listed at most; the counts are whole.</summary>
/// <param name="Changes">What is neither row nor evidence.</param>
/// <param name="RowsAdded">How many rows are new or say something else.</param>
/// <param name="RowsGone">How many rows there were and are no more, or say something else.</param>
internal sealed record DifferenceAnswer(
    IReadOnlyList<ChangeAnswer> Changes, int RowsAdded, int RowsGone, IReadOnlyList<RowAnswer> Added, IReadOnlyList<RowAnswer> Gone,
    int EvidenceAdded, int EvidenceGone, IReadOnlyList<EvidenceAnswer> NewEvidence, IReadOnlyList<EvidenceAnswer> OldEvidence)
{
    public static DifferenceAnswer Of(Return value, ReturnDifference difference) => new(
        [.. difference.Changes.Select(ChangeAnswer.Of)], difference.RowsAdded.Length, difference.RowsGone.Length,
        [.. difference.RowsAdded.Take(Page.Size).Select(r => RowAnswer.Of(value.Unit, r))],
        [.. difference.RowsGone.Take(Page.Size).Select(r => RowAnswer.Of(value.Unit, r))],
        difference.EvidenceAdded.Length, difference.EvidenceGone.Length,
        [.. difference.EvidenceAdded.Take(Page.Size).Select(e => EvidenceAnswer.Of(value, e))],
        [.. difference.EvidenceGone.Take(Page.Size).Select(e => EvidenceAnswer.Of(value, e))]);
}

/// <param name="Pointer">Where, as a JSON pointer into the return: <c>/facts/visitors</c>.</param>
/// <param name="Earlier">Absent where it was blank.</param>
/// <param name="Later">Absent where it is blank.</param>
internal sealed record ChangeAnswer(string Pointer, ValueAnswer? Earlier, ValueAnswer? Later)
{
    public static ChangeAnswer Of(ReturnChange change) => new(
        change.Pointer, change.Earlier is { } earlier ? ValueAnswer.Of(earlier) : null, change.Later is { } later ? ValueAnswer.Of(later) : null);
}
