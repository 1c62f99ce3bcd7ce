using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Remarks;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Senders' own workbooks with what was found in them, made anew from the originals whenever somebody asks.</summary>
internal sealed class CommentedFiles(ReadingRoom reading, VaultContent content, IFileTranslator translator)
{
    /// <summary>Files of one delivery that are sent back, and their bytes in all: what a mailbox takes.</summary>
    private const int MostFiles = 10, MostBytes = 10_000_000;

    /// <summary>Whether something was found in a kept file that can stand beside its cells, or beside those of a table inside it.</summary>
    public static bool HasNotes(FileKind kind, string name, IEnumerable<Finding> findings) => kind switch
    {
        FileKind.Workbook or FileKind.OpenSpreadsheet or FileKind.Csv => findings.Any(f => f.Place.File == name),
        _ => MayHold(kind) && findings.Any(f => f.Place.Cell is not null && IsOf(f, name)),
    };

    /// <summary>A file with its notes, null where nothing was found in it or where it is no table of cells; and what was found.</summary>
    /// <exception cref="ReadingBusyException">It can't be read now.</exception>
    public async Task<(CommentedFile? Commented, ImmutableArray<Finding> Findings)> CheckAsync(
        AwardRules rules, SourceFile file, UnitCode unit, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var (commented, read) = await NoteAsync(rules, [file], long.MaxValue, unit, receivedAt, cancellationToken);
        return (commented is [var only] ? only : null, read.Findings);
    }

    /// <summary>A file of a delivery that is kept.</summary>
    /// <exception cref="Storage.StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="Storage.DamagedException">The vault lacks it, or holds something else.</exception>
    public async Task<CommentedFile?> OfAsync(OpenedRound round, DeliveryReceived delivery, int number, string name, CancellationToken cancellationToken)
    {
        var kept = delivery.Files[number - 1];
        if (!MayHold(kept.Kind)) return null;
        // Taken out of the vault when there is room to read it, not before.
        var file = new SourceFile(name, async token =>
        {
            var bytes = new MemoryStream();
            await content.CopyAsync(round.Id, kept.Hash, kept.Size, bytes, token);
            bytes.Position = 0;
            return bytes;
        });
        return (await CheckAsync(round.Rules, file, delivery.Unit, delivery.ReceivedAt, cancellationToken)).Commented;
    }

    /// <summary>Those of the files that something is to be corrected in, each by its name; none while too much is being read.</summary>
    public async Task<IReadOnlyList<CommentedFile>> ToCorrectAsync(
        AwardRules rules, IEnumerable<SourceFile> files, IEnumerable<Finding> findings, UnitCode unit, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var faults = findings.Where(f => f.Severity == Severity.Error).ToList();
        var asked = files.Where(f => faults.Exists(x => IsOf(x, f.Name))).Take(MostFiles).ToList();
        if (asked.Count == 0) return [];
        try
        {
            return (await NoteAsync(rules, asked, MostBytes, unit, receivedAt, cancellationToken)).Commented;
        }
        catch (ReadingBusyException)
        {
            // The findings are told all the same, and the page makes them later.
            return [];
        }
    }

    /// <summary>Files with their notes by one reading, so that what a delivery asks of it and of whatever translates is bounded in all.</summary>
    /// <param name="mostBytes">Of them together; one that would be beyond is left out.</param>
    private async Task<(IReadOnlyList<CommentedFile> Commented, IntakeResult Read)> NoteAsync(
        AwardRules rules, IReadOnlyList<SourceFile> files, long mostBytes, UnitCode unit, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var options = new IntakeOptions { ExpectedUnit = unit, ReceivedOn = BangkokTime.Date(receivedAt), Translator = translator };
        var made = new List<CommentedFile>();
        return await reading.ReadAsync(
            async limits =>
            {
                made.Clear();
                var (budget, left, read) = (new Budget(limits, cancellationToken), mostBytes, new List<FileResult>());
                foreach (var file in files)
                {
                    using var bytes = new MemoryStream();
                    var (isWritten, became) = await CommentedWorkbook.WriteAsync(rules, file, bytes, options, budget);
                    budget.EndFile(keepRows: false);
                    read.AddRange(became.Files);
                    if (!isWritten || bytes.Length > left) continue;
                    left -= bytes.Length;
                    made.Add(CommentedFile.Of(file.Name, became.Files[0].Kind, bytes.ToArray()));
                }
                return new([.. read], [], [.. read.SelectMany(r => r.Findings)]);
            },
            read => Task.FromResult(((IReadOnlyList<CommentedFile>)made, read)), cancellationToken);
    }

    /// <summary>Whether a file of a kind is a table of cells, or may hold some.</summary>
    private static bool MayHold(FileKind kind) =>
        kind is FileKind.Workbook or FileKind.OpenSpreadsheet or FileKind.Csv or FileKind.OldWorkbook || CommentedArchive.IsMadeOf(kind);

    private static bool IsOf(Finding finding, string name) =>
        finding.Place.File is { } file && (file == name || file.Length > name.Length && file[name.Length] == '/' && file.StartsWith(name, StringComparison.Ordinal));
}

/// <summary>A workbook with notes, or of a file that holds others a zip of them.</summary>
/// <param name="Name">The sender's name for it, and that it has notes.</param>
/// <param name="Ending">Ending of the name, with its dot.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record CommentedFile(string Name, string Ending, string MediaType, byte[] Content)
{
    /// <summary>What a zip is called in HTTP and mail.</summary>
    public const string Zip = "application/zip";

    public static CommentedFile Of(string name, FileKind kind, byte[] content)
    {
        var (ending, type) = CommentedArchive.IsMadeOf(kind) ? (".zip", Zip) : (".xlsx", FileFormat.Excel.MediaType);
        return new($"{Path.GetFileNameWithoutExtension(name)}{CommentedArchive.Suffix}{ending}", ending, type, content);
    }
}
