using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.SignedCopies;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Season;

/// <summary>
/// Takes signed returns in, of one unit or of a whole round: each file is taken apart by the codes on its pages, and each return attached with pages of its
/// own. A file that is one return, or that is signed by certificate, is kept as it came.
/// </summary>
internal sealed class SignedReturnIntake(SignedCopyReader reader, DecisionService decisions)
{
    /// <param name="unit">The only unit whose returns are looked for; null for all.</param>
    /// <param name="sent">What was sent: PDFs and pictures.</param>
    /// <param name="key">Of the sender; with the same file it is attached once. Null if none was given.</param>
    public async Task<SignedReturnsOutcome> AttachAsync(
        OpenedRound round, UnitCode? unit, StagedContents sent, string? key, Actor actor, CancellationToken cancellationToken)
    {
        if (unit is not null && sent.Sent.Count != 1) return new(round, [], [SigningHostFindings.NotOneFile.At(Place.Nowhere)]);
        var (attached, findings) = (ImmutableArray.CreateBuilder<AttachedReturn>(), ImmutableArray.CreateBuilder<Finding>());
        foreach (var (file, content) in sent.Sent)
        {
            var place = sent.Sent.Count == 1 ? Place.Nowhere : Place.InFile(file.Name);
            await using var bytes = await content.OpenAsync(cancellationToken);
            if (await (unit is null ? reader.ReadStackAsync(bytes, cancellationToken) : reader.ReadAsync(bytes, cancellationToken)) is not { } facts)
            {
                findings.Add(SigningHostFindings.CopyUnreadable.At(place));
                continue;
            }
            ImmutableArray<PaperMark> marks =
            [
                .. from u in round.Rules.Plan.Units
                   where unit is null || u.Code == unit
                   from i in round.Rules.AskedOf(u.Code)
                   let mark = PrintedReturns.MarkOf(round, u.Code, i.Number)
                   where mark is not null
                   select mark,
            ];
            round = await AttachAsync(round, new(content, facts, place, marks, KeyOf(round, content, unit, key, actor), actor), attached, findings, cancellationToken);
        }
        return new(round, attached.ToImmutable(), findings.ToImmutable());
    }

    private async Task<OpenedRound> AttachAsync(
        OpenedRound round, Stack stack, ImmutableArray<AttachedReturn>.Builder attached, ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken)
    {
        var (verdict, found) = SignedCopyVerdict.Of(stack.Facts, stack.Marks);
        var taken = SignedStack.Of(stack.Facts, round.Id, stack.Marks, stack.Place);
        if (verdict.IsRefused)
        {
            findings.AddRange(found.IsEmpty && taken.Findings.Any(f => f.Severity == Severity.Error) && stack.Facts.Pages > 1 ? taken.Findings : verdict.Findings);
            return round;
        }
        var isCertified = verdict.Form == SignedForm.Certificate;
        findings.AddRange(verdict.Findings);
        if (!isCertified) findings.AddRange(taken.Findings);
        var isWhole = isCertified || taken.Returns is [var (_, only)] && only.Count == stack.Facts.Pages;
        ImmutableArray<PaperMark> marks = isWhole ? found : [.. taken.Returns.Select(r => r.Mark)];
        await using var own = new StagedContents(round.Vault);
        if (isWhole) own.Keep(stack.Content);
        ImmutableArray<(ContentHash Hash, long Size)> files = isWhole || marks.IsEmpty
            ? [.. marks.Select(_ => (stack.Content.Hash, stack.Content.Size))]
            : await PagesAsync(stack, [.. taken.Returns.Select(r => r.Pages)], own, cancellationToken);
        if (files.Length < marks.Length)
        {
            findings.Add(SigningHostFindings.CopyUnreadable.At(stack.Place));
            return round;
        }
        await own.PromoteAsync(cancellationToken);
        foreach (var (i, mark) in marks.Index())
        {
            var (unit, indicator) = mark.Return!.Value;
            var command = new AttachSignedReturn(
                IdOf(stack.Key, mark), unit, [new(indicator, round.State.Current(unit, indicator)!.Version)], verdict.Form, files[i].Hash, files[i].Size,
                [.. verdict.Findings.Concat(isCertified ? [] : taken.Findings).Select(f => f.Code).Distinct()],
                verdict.Signers is { } signers ? new(StatedTexts.Salt(), signers) : null);
            var outcome = await decisions.DecideAsync(round, command, stack.Actor, cancellationToken);
            round = outcome.Round;
            if (outcome.Decision is Refuse refused) findings.AddRange(refused.Findings);
            else
                attached.Add(new(
                    unit, indicator, isWhole ? new(1, stack.Facts.Pages) : taken.Returns[i].Pages, files[i].Hash, files[i].Size, verdict.Form,
                    outcome.Decision is Already { Number: { } before } ? before : round.State.Commands[command.Id].Number, outcome.Decision is Accept));
        }
        return round;
    }

    /// <summary>Each return's pages as a file of their own; fewer where they could not be taken out.</summary>
    private async Task<ImmutableArray<(ContentHash Hash, long Size)>> PagesAsync(
        Stack stack, ImmutableArray<PageRange> ranges, StagedContents own, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<(ContentHash, long)>();
        await using var bytes = await stack.Content.OpenAsync(cancellationToken);
        var isDone = await reader.CopyPagesAsync(
            bytes, ranges, async (file, length, inTime) => files.Add((await own.AddOwnAsync(writer => CopyAsync(file, length, writer, inTime), inTime), length)), cancellationToken);
        return isDone ? files.ToImmutable() : [];
    }

    private static async Task CopyAsync(Stream from, long length, PipeWriter to, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            var room = to.GetMemory();
            var read = await from.ReadAsync(room[..(int)Math.Min(room.Length, length)], cancellationToken);
            if (read == 0) throw new EndOfStreamException();
            to.Advance(read);
            length -= read;
            await to.FlushAsync(cancellationToken);
        }
    }

    private static ContentHash KeyOf(OpenedRound round, StagedContent file, UnitCode? unit, string? key, Actor actor) =>
        ContentHash.Of(Encoding.UTF8.GetBytes($"signed-return\n{round.Id}\n{actor.Role}\n{actor.Id}\n{key}\n{unit}\n{file.Hash}"));

    private static Guid IdOf(ContentHash key, PaperMark mark) => DeliveryService.CommandOf(key.Then(Encoding.UTF8.GetBytes(mark.ToString())));

    /// <summary>A file that is being taken apart.</summary>
    private sealed record Stack(
        StagedContent Content, CopyFacts Facts, Place Place, ImmutableArray<PaperMark> Marks, ContentHash Key, Actor Actor);
}

/// <param name="Round">As it is afterwards.</param>
/// <param name="Attached">In the order of the pages.</param>
/// <param name="Findings">What was not taken and why, and what was found in what was.</param>
internal sealed record SignedReturnsOutcome(OpenedRound Round, ImmutableArray<AttachedReturn> Attached, ImmutableArray<Finding> Findings);

/// <summary>A signed return that is attached.</summary>
/// <param name="Pages">Of the file that came.</param>
/// <param name="Number">Entry of the log that says so.</param>
/// <param name="IsNew">It was not attached before.</param>
internal sealed record AttachedReturn(
    UnitCode Unit, IndicatorNumber Indicator, PageRange Pages, ContentHash File, long Size, SignedForm Form, long Number, bool IsNew)
{
    /// <summary>Which were attached, in words.</summary>
    public static Finding Told(ImmutableArray<AttachedReturn> attached, AwardRules rules) => SigningHostFindings.ReturnsAttached.At(
        Place.Nowhere, ThaiNumerals.Number(attached.Length), BilingualText.Join(", ", attached.Select(a => a.InWords(rules.Plan.Find(a.Unit)!.Name))));

    private BilingualText InWords(BilingualText unit) => new(
        $"{unit.Thai} {Indicator.Bilingual.Thai} (หน้า {ThaiNumerals.Number(Pages.First).Thai}–{ThaiNumerals.Number(Pages.Last).Thai})",
        $"{unit.English} {Indicator.Bilingual.English} (pages {Pages.First}–{Pages.Last})");
}
