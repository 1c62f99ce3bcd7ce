using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;
using static Kalasin.Evaluation.Intake.FormFindings;
using Kalasin.Evaluation.Intake;

namespace Kalasin.Evaluation;

/// <summary>
/// Reads the files of one delivery as returns. Whatever the files hold, the answer is findings; only cancellation and what a
/// <see cref="SourceFile"/>'s own function throws reach the caller. Files are read one after another. Thread-safe.
/// </summary>
public static class ReturnReader
{
    /// <summary>Reads files of which nothing else is known.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="files">The files in the order sent.</param>
    /// <param name="limits">What one file may ask of its reader.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<IntakeResult> ReadAsync(
        AwardRules rules, IEnumerable<SourceFile> files, IntakeLimits limits, CancellationToken cancellationToken = default) =>
        ReadAsync(rules, files, limits, IntakeOptions.None, cancellationToken);

    /// <summary>Reads the files of a delivery.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="files">The files in the order sent.</param>
    /// <param name="limits">What one file may ask of its reader.</param>
    /// <param name="options">What is known about the delivery.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<IntakeResult> ReadAsync(
        AwardRules rules, IEnumerable<SourceFile> files, IntakeLimits limits, IntakeOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return ReadAsync(rules, OneByOne(files, cancellationToken), limits, options, cancellationToken);
    }

    /// <summary>Reads the files of a delivery while they arrive.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="files">The files in the order sent.</param>
    /// <param name="limits">What one file may ask of its reader.</param>
    /// <param name="options">What is known about the delivery.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IntakeResult> ReadAsync(
        AwardRules rules, IAsyncEnumerable<SourceFile> files, IntakeLimits limits, IntakeOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(options);
        var scope = new ReadingScope(rules, options);
        var budget = new Budget(limits, cancellationToken);
        var results = ImmutableArray.CreateBuilder<FileResult>();
        await foreach (var file in files.WithCancellation(cancellationToken))
        {
            var read = await ReadAsync(file, scope, within: [], budget);
            budget.EndFile(keepRows: !read.Returns.IsEmpty);
            results.Add(read);
        }
        CopiesOfForms.KeepAsCopies(results);
        var judged = JudgedSet.Of(results);
        var (returns, findings) = Together(results, judged, rules);
        await PdfCopies.CompareAsync(results, returns, options.Translator, budget);
        return new(results.ToImmutable(), returns, GroupedFindings.Of(results.SelectMany(r => r.Findings).Concat(findings).Concat(EvidenceFiles.Say(results.ToImmutable(), returns, rules))).ToImmutable());
    }

    /// <param name="file">Which file.</param>
    /// <param name="scope">What it is read against.</param>
    /// <param name="within">Kinds of the files that it came out of: each is opened once on the way, so that a message in an archive is read, and an archive in an archive is not.</param>
    /// <param name="budget">What its reading may use.</param>
    private static async Task<FileResult> ReadAsync(SourceFile file, ReadingScope scope, ImmutableArray<FileKind> within, Budget budget)
    {
        var (read, inside) = await ReadAloneAsync(file, scope, within, budget);
        budget.TakeBack();
        var documents = ImmutableArray.CreateBuilder<FileResult>(inside.Length);
        foreach (var document in inside) documents.Add(await ReadAsync(document, scope, within.Add(read.Kind), budget));
        if (documents.Count > 0) read = read.With(documents.MoveToImmutable());
        return read;
    }

    private static async Task<(FileResult Read, ImmutableArray<SourceFile> Inside)> ReadAloneAsync(
        SourceFile file, ReadingScope scope, ImmutableArray<FileKind> within, Budget budget)
    {
        var (read, tables, inside) = await ContentReader.ReadAsync(file, scope.Treatments, within, scope.Translator, budget);
        if (tables is null) return (read, inside);
        var (returns, judged, isOurs, findings) = Map(tables.Value, file, scope, read.Findings);
        // A form of ours that nobody filled in, or with faults, is nothing else.
        if (returns.IsEmpty && !isOurs && FileTreatment.Of(read.Kind, scope.Treatments).Otherwise is { Outcome: not FileOutcome.Refused } otherwise
            && findings.ToImmutable().FirstOrDefault(f => f.Severity == Severity.Error) is var why && (why is null || !ContentReader.IsOfBudget(why)))
        {
            // It may be something else than a form: then it is that, and what stood against its being one is said once.
            findings = GroupedFindings.Of(read.Findings);
            if (why is not null) findings.Add(FileFindings.TablesNotRead.At(Place.InFile(file.Name), why.Message));
            return (read with { Outcome = otherwise.Say(file.Name, hasFiles: false, findings), Findings = findings.ToImmutable() }, inside);
        }
        return (read with { Outcome = returns.IsEmpty ? FileOutcome.Refused : read.Outcome, Returns = returns, Judged = judged, Findings = findings.ToImmutable() }, inside);
    }

    /// <summary>What is understood of a form; a file that takes too much to understand is refused as a whole, like one that takes too much to read.</summary>
    private static (ImmutableArray<Return> Returns, JudgedSheet? Judged, bool IsOurs, GroupedFindings Findings) Map(
        ImmutableArray<RawTable> tables, SourceFile file, ReadingScope scope, ImmutableArray<Finding> said)
    {
        var findings = GroupedFindings.Of(said);
        try
        {
            if (JudgeSheetReader.Read(tables, file, scope, findings) is var (scores, sheet)) return (scores, sheet, true, findings);
            var returns = FormMapper.Read(tables, file, scope, findings);
            return (returns, null, !returns.IsEmpty || FormIdentity.Of(tables) is not null, findings);
        }
        catch (ContentRefusedException refused)
        {
            return ([], null, false, GroupedFindings.Of([.. said, refused.At(Place.InFile(file.Name))]));
        }
    }

    /// <summary>Of two returns of a unit on an indicator the later counts, as if it had come in a later delivery, and that is said.</summary>
    private static (ImmutableArray<Return> Returns, List<Finding> Findings) Together(IEnumerable<FileResult> files, ImmutableArray<Return> judged, AwardRules rules)
    {
        var findings = new List<Finding>();
        var latest = new OrderedDictionary<(UnitCode, IndicatorNumber), (Return Return, string File)>();
        foreach (var file in files.SelectMany(f => f.Innermost))
            foreach (var read in file.Judged is null ? file.Returns : [])
            {
                var key = (read.Unit, read.Indicator);
                if (latest.TryGetValue(key, out var earlier))
                    findings.Add(ReturnTwice.At(
                        Place.InFile(file.Name), rules.Plan.Find(read.Unit)!.Name, ThaiNumerals.Digits(read.Indicator.Value), earlier.File, file.Name));
                latest.Remove(key);
                latest.Add(key, (read, file.Name));
            }
        // A committee's sheets go before whatever else says what it gave.
        var scored = judged.Select(r => (r.Unit, r.Indicator)).ToHashSet();
        return ([.. latest.Where(v => !scored.Contains(v.Key)).Select(v => v.Value.Return), .. judged], findings);
    }

    private static async IAsyncEnumerable<SourceFile> OneByOne(IEnumerable<SourceFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return file;
        }
    }
}
