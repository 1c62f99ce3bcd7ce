using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake;

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
    public static Task<IntakeResult> ReadAsync(AwardRules rules, IEnumerable<SourceFile> files, IntakeLimits limits, CancellationToken cancellationToken = default) =>
        ReadAsync(rules, files, limits, IntakeOptions.None, cancellationToken);

    /// <summary>Reads the files of a delivery.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="files">The files in the order sent.</param>
    /// <param name="limits">What one file may ask of its reader.</param>
    /// <param name="options">What is known about the delivery.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<IntakeResult> ReadAsync(AwardRules rules, IEnumerable<SourceFile> files, IntakeLimits limits, IntakeOptions options, CancellationToken cancellationToken = default)
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
    public static async Task<IntakeResult> ReadAsync(AwardRules rules, IAsyncEnumerable<SourceFile> files, IntakeLimits limits, IntakeOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(options);
        var scope = new ReadingScope(rules, options);
        var budget = new Budget(limits, cancellationToken);
        var results = ImmutableArray.CreateBuilder<FileResult>();
        await foreach (var file in files.WithCancellation(cancellationToken)) results.Add(await ReadAsync(file, scope, budget));
        var (returns, findings) = Together(results, rules);
        return new(results.ToImmutable(), returns, GroupedFindings.Of([.. results.SelectMany(r => r.Findings), .. findings]).ToImmutable());
    }

    private static async Task<FileResult> ReadAsync(SourceFile file, ReadingScope scope, Budget budget)
    {
        var content = await ContentReader.ReadAsync(file, budget);
        var findings = GroupedFindings.Of(content.Findings);
        var outcome = FileSorting.Sort(file.Name, content, findings);
        ImmutableArray<Return> returns = [];
        if (content.Workbook is { } workbook) (returns, findings) = Map(workbook, file, scope, findings.ToImmutable());
        if (content.Workbook is not null && returns.IsEmpty) outcome = FileOutcome.Refused;
        budget.EndFile(keepRows: !returns.IsEmpty);
        return new(file.Name, content.Kind, content.Bytes, outcome, returns, findings.ToImmutable());
    }

    /// <summary>What is understood of a workbook; a file that takes too much to understand is refused as a whole, like one that takes too much to read.</summary>
    private static (ImmutableArray<Return> Returns, GroupedFindings Findings) Map(
        RawWorkbook workbook, SourceFile file, ReadingScope scope, ImmutableArray<Finding> said)
    {
        var findings = GroupedFindings.Of(said);
        try
        {
            return (WorkbookMapper.Read(workbook, file, scope, findings), findings);
        }
        catch (ContentRefusedException refused)
        {
            return ([], GroupedFindings.Of([.. said, refused.At(Place.InFile(file.Name))]));
        }
    }

    /// <summary>Of two returns of a unit on an indicator the later counts, as if it had come in a later delivery, and that is said.</summary>
    private static (ImmutableArray<Return> Returns, List<Finding> Findings) Together(IEnumerable<FileResult> files, AwardRules rules)
    {
        var findings = new List<Finding>();
        var latest = new OrderedDictionary<(UnitCode, IndicatorNumber), (Return Return, string File)>();
        foreach (var file in files)
            foreach (var read in file.Returns)
            {
                var key = (read.Unit, read.Indicator);
                if (latest.TryGetValue(key, out var earlier))
                    findings.Add(ReturnTwice.At(Place.InFile(file.Name), rules.Plan.Find(read.Unit)!.Name, Words.Digits(read.Indicator.Value), earlier.File, file.Name));
                latest.Remove(key);
                latest.Add(key, (read, file.Name));
            }
        return ([.. latest.Values.Select(v => v.Return)], findings);
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
