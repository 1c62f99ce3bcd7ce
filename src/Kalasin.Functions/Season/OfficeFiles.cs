using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Season;

/// <summary>Takes files of the office's own in, each looked into before it is kept, and fills the form of the giver of the award.</summary>
internal sealed class OfficeFiles(DecisionService decisions, ResultsService results, SeasonPapers papers, OfficeStationery stationery, TimeProvider clock)
{
    /// <summary>Why this actor can't give one, whatever the file; asked before the file is read. Null if they can.</summary>
    public Refuse? Objection(OpenedRound round, OfficeFile use, Actor actor) =>
        Decide.On(round.State, round.Rules, new SetOfficeFile(Guid.NewGuid(), use, ContentHash.Zero, 0), clock.GetUtcNow(), actor) as Refuse;

    /// <param name="sent">The one file that was sent: the doors take no more.</param>
    public async Task<OfficeFileOutcome> GiveAsync(OpenedRound round, OfficeFile use, StagedContents sent, Actor actor, CancellationToken cancellationToken)
    {
        var (source, file) = sent.Sent.Single();
        if (Objection(round, use, actor) is { } refusal) return new(refusal, round, refusal.Findings);
        using var bytes = new MemoryStream();
        await using (var stream = await file.OpenAsync(cancellationToken)) await stream.CopyToAsync(bytes, cancellationToken);
        var (isTaken, findings) = await LookAsync(round, use, bytes.ToArray(), source.Name, cancellationToken);
        if (!isTaken) return Refused([.. findings]);
        sent.Keep(file);
        await sent.PromoteAsync(cancellationToken);
        var outcome = await decisions.DecideAsync(round, new SetOfficeFile(Guid.NewGuid(), use, file.Hash, file.Size), actor, cancellationToken);
        var notes = outcome.Decision is Accept && use is OfficeFile.Emblem or OfficeFile.LetterTemplate && round.State.LetterFollows(round.Rules) is not null
            ? findings.Add(SigningHostFindings.LetterKeepsItsLook.At(Place.Nowhere))
            : findings;
        return new(outcome.Decision, outcome.Round, outcome.Decision is Refuse no ? no.Findings : notes);

        OfficeFileOutcome Refused(params ImmutableArray<Finding> why) => new(new Refuse(why), round, why);
    }

    public Task<DecisionOutcome> TakeBackAsync(OpenedRound round, OfficeFile use, Actor actor, CancellationToken cancellationToken) =>
        decisions.DecideAsync(round, new SetOfficeFile(Guid.NewGuid(), use, null, 0), actor, cancellationToken);

    /// <summary>The form of the giver of the award with what the round has; null where the office gave none.</summary>
    /// <param name="unit">Whose; null for the whole.</param>
    public async Task<FilledForm?> FillAsync(OpenedRound round, ReportingUnit? unit, CancellationToken cancellationToken) =>
        await stationery.FormAsync(round, cancellationToken) is { } form ? await FillAsync(round, form.AsMemory(), "form.docx", unit, cancellationToken) : null;

    private async Task<FilledForm> FillAsync(OpenedRound round, ReadOnlyMemory<byte> form, string name, ReportingUnit? unit, CancellationToken cancellationToken)
    {
        var snapshot = await results.SnapshotAsync(round, cancellationToken);
        var cards = ResultsService.Score(snapshot, null);
        var card = cards.FirstOrDefault(c => c.Entrant == unit?.Code.Value) ?? cards[0];
        var fields = FormValues.Of(
            round.Rules, snapshot.Returns, card, await results.CircumstancesAsync(snapshot, cancellationToken),
            new(await papers.NumberAsync(round, cancellationToken), (await stationery.EmblemAsync(round, cancellationToken))?.Picture, unit));
        return GivenForm.Fill(form, name, fields, cancellationToken);
    }

    private async Task<(bool IsTaken, ImmutableArray<Finding> Findings)> LookAsync(
        OpenedRound round, OfficeFile use, ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellationToken)
    {
        switch (use)
        {
            case OfficeFile.Emblem:
                var (emblem, wrong) = EmblemReader.Read(bytes, name);
                return (emblem is not null, wrong);
            case OfficeFile.Form:
                var filled = await FillAsync(round, bytes, name, null, cancellationToken);
                return (!filled.IsRefused, filled.Findings);
            default:
                var (template, found) = await WordTemplateReader.ReadAsync(bytes, name, cancellationToken);
                return (template is not null, found);
        }
    }
}

/// <param name="Round">As it is afterwards.</param>
/// <param name="Findings">Why it was not taken, or what was found in what was.</param>
internal sealed record OfficeFileOutcome(Decision Decision, OpenedRound Round, ImmutableArray<Finding> Findings);
