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
/// can't hold notes (.ods, .csv, .xls) the cells come as a workbook, and of one that holds others (.zip, .eml) all those workbooks as a zip. It is read as the original
/// is: notes, colours and list are passed over. Thread-safe.
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
        var (isWritten, read) = await WriteAsync(file, target, new(rules, options), within: [], budget);
        return (isWritten, new([read], [], read.Findings));
    }

    /// <summary>The same of a file that may stand inside others of some kinds.</summary>
    internal static async Task<(bool IsWritten, FileResult Read)> WriteAsync(
        SourceFile file, Stream target, ReadingScope scope, ImmutableArray<FileKind> within, Budget budget)
    {
        var whole = new FileResult(file.Name, FileKind.Unknown, 0, FileOutcome.Refused, [], []);
        try
        {
            var (read, tables, inside) = await ContentReader.ReadAsync(file, scope.Treatments, within, scope.Translator, budget);
            whole = read;
            if (!inside.IsEmpty) return await CommentedArchive.WriteAsync(read, inside, target, scope, within, budget);
            var found = tables is null ? read.Findings : Found(tables.Value, read, file, scope);
            whole = read with { Findings = GroupedFindings.Of(found).ToImmutable() };
            return (tables is not null && !found.IsEmpty && await NoteAsync(file, target, tables.Value, whole, found, scope, budget), whole);
        }
        catch (ContentRefusedException refused)
        {
            return (false, whole with { Findings = [.. whole.Findings, refused.At(Place.InFile(file.Name))] });
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return (false, whole);
        }
    }

    /// <summary>What is found in a form, taken down cell by cell instead of in sum.</summary>
    private static ImmutableArray<Finding> Found(ImmutableArray<RawTable> tables, FileResult read, SourceFile file, ReadingScope scope)
    {
        var findings = new GroupedFindings(MostAlike, MostAlike, MostRanges);
        foreach (var finding in read.Findings) findings.Add(finding);
        FormMapper.Read(tables, file, scope, findings);
        return findings.ToImmutable();
    }

    private static async Task<bool> NoteAsync(
        SourceFile file, Stream target, ImmutableArray<RawTable> tables, FileResult read, ImmutableArray<Finding> found, ReadingScope scope, Budget budget)
    {
        if (read.Kind == FileKind.Workbook)
        {
            await using var source = await HeldAsync(await file.OpenAsync(budget.CancellationToken), budget);
            await NotedWorkbook.WriteAsync(OfficePackage.Open(new(source, budget), budget), SheetNotes.Of(found), read.Findings, target, budget.CancellationToken);
            return true;
        }
        if (read.Kind is not (FileKind.OpenSpreadsheet or FileKind.Csv or FileKind.OldWorkbook) || RebuiltWorkbook.Of(tables, file.Name, scope.Today) is not { } rebuilt) return false;
        using var made = new MemoryStream();
        await rebuilt.WriteAsync(made, budget.CancellationToken);
        // A file without sheets has its cells on the only one.
        ImmutableArray<Finding> placed = [.. found.Select(f => f.Place is { Sheet: null, Cell: not null } ? f with { Place = f.Place with { Sheet = RebuiltWorkbook.OnlySheet } } : f)];
        await NotedWorkbook.WriteAsync(
            OfficePackage.Open(new(made, budget), budget), SheetNotes.Of(placed), GroupedFindings.Of(placed).ToImmutable(), target, budget.CancellationToken);
        return true;
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
