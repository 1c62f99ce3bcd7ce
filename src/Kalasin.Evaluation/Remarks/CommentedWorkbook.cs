using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;
using Kalasin.Evaluation.Remarks;

namespace Kalasin.Evaluation;

/// <summary>
/// A sender's own workbook with what was found in it: a note beside each cell with what was read and what is asked, colours over them, and a
/// sheet at the end that lists everything once. Styles, formulas and all that isn't a worksheet with findings stay byte for byte; of a file that
/// can't hold notes (.ods, .csv) the cells come as a workbook. It is read as the original is: notes, colours and list are passed over. Thread-safe.
/// </summary>
public static class CommentedWorkbook
{
    private const int MostAlike = 1_000;
    private const int MostRanges = 200;

    /// <summary>Writes the workbook.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="file">The file as it was sent; opened twice.</param>
    /// <param name="target">Where to; need not seek and is left open.</param>
    /// <param name="limits">What the file may ask of its reader.</param>
    /// <param name="options">What is known about the delivery.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="false"/>, and nothing written, where nothing was found, or where the file is no table of cells or can't be opened.</returns>
    public static async Task<bool> WriteAsync(
        AwardRules rules, SourceFile file, Stream target, IntakeLimits limits, IntakeOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(options);
        return (await WriteAsync(rules, file, target, options, new Budget(limits, cancellationToken))).IsWritten;
    }

    /// <summary>Writes the workbook, and says what the file was read as: whether more of work or memory might help.</summary>
    internal static async Task<(bool IsWritten, IntakeResult Read)> WriteAsync(
        AwardRules rules, SourceFile file, Stream target, IntakeOptions options, Budget budget)
    {
        var cancellationToken = budget.CancellationToken;
        var whole = new FileResult(file.Name, FileKind.Unknown, 0, FileOutcome.Refused, [], []);
        try
        {
            var (read, found, isRead, rebuilt) = await ReadAsync(rules, file, options, budget);
            var listed = GroupedFindings.Of(found).ToImmutable();
            whole = read with { Findings = listed };
            if (found.IsEmpty) return Answer(false);
            if (isRead && read.Kind == FileKind.Workbook)
            {
                await using var source = await HeldAsync(await file.OpenAsync(cancellationToken), budget);
                await NotedWorkbook.WriteAsync(OfficePackage.Open(new(source, budget), budget), SheetNotes.Of(found), listed, target, cancellationToken);
                return Answer(true);
            }
            if (rebuilt is null) return Answer(false);
            using var made = new MemoryStream();
            await rebuilt.WriteAsync(made, cancellationToken);
            // A file without sheets has its cells on the only one.
            ImmutableArray<Finding> placed = [.. found.Select(f => f.Place is { Sheet: null, Cell: not null } ? f with { Place = f.Place with { Sheet = RebuiltWorkbook.OnlySheet } } : f)];
            await NotedWorkbook.WriteAsync(
                OfficePackage.Open(new(made, budget), budget), SheetNotes.Of(placed), GroupedFindings.Of(placed).ToImmutable(), target, cancellationToken);
            return Answer(true);
        }
        catch (ContentRefusedException refused)
        {
            whole = whole with { Findings = [.. whole.Findings, refused.At(Place.InFile(file.Name))] };
            return Answer(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return Answer(false);
        }

        (bool, IntakeResult) Answer(bool isWritten) => (isWritten, new([whole], [], whole.Findings));
    }

    /// <summary>Reads the file once more, and takes down what was found cell by cell instead of in sum.</summary>
    private static async Task<(FileResult Read, ImmutableArray<Finding> Findings, bool IsRead, Workbook? Rebuilt)> ReadAsync(
        AwardRules rules, SourceFile file, IntakeOptions options, Budget budget)
    {
        var scope = new ReadingScope(rules, options);
        var (read, tables, inside) = await ContentReader.ReadAsync(file, scope.Treatments, within: [], scope.Translator, budget);
        if (!inside.IsEmpty) read = read with { Findings = [.. read.Findings, FileFindings.InsideNotLookedAt.At(Place.InFile(file.Name))] };
        if (tables is null) return (read, read.Findings, false, null);
        var findings = new GroupedFindings(MostAlike, MostAlike, MostRanges);
        foreach (var finding in read.Findings) findings.Add(finding);
        FormMapper.Read(tables.Value, file, scope, findings);
        var rebuilt = read.Kind is FileKind.OpenSpreadsheet or FileKind.Csv ? RebuiltWorkbook.Of(tables.Value, file.Name, scope.Today) : null;
        return (read, findings.ToImmutable(), true, rebuilt);
    }

    private static async Task<Stream> HeldAsync(Stream stream, Budget budget)
    {
        if (stream.CanSeek) return stream;
        await using (stream)
        {
            var held = new MemoryStream();
            await stream.CopyToAsync(held, budget.CancellationToken);
            budget.Hold(held.Length);
            return held;
        }
    }
}
