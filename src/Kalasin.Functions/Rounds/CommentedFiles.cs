using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Senders' own workbooks with what was found in them, made anew from the originals whenever somebody asks.</summary>
internal sealed class CommentedFiles(ReadingRoom reading, VaultContent content)
{
    /// <summary>Files of one delivery that are sent back, and their bytes in all: what a mailbox takes.</summary>
    private const int MostFiles = 10, MostBytes = 10_000_000;

    /// <summary>Whether a file of a kind is a table of cells.</summary>
    public static bool IsTable(FileKind kind) => kind is FileKind.Workbook or FileKind.OpenSpreadsheet or FileKind.Csv;

    /// <summary>What it is called: the sender's name for it, and that it has notes.</summary>
    public static string NameOf(string name) => $"{Path.GetFileNameWithoutExtension(name)}-ข้อสังเกต.xlsx";

    /// <summary>A file with its notes, null where nothing was found in it or where it is no table of cells; and what was found.</summary>
    /// <exception cref="ReadingBusyException">It can't be read now.</exception>
    public async Task<(byte[]? Commented, ImmutableArray<Finding> Findings)> CheckAsync(
        AwardRules rules, SourceFile file, UnitCode unit, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var options = new IntakeOptions { ExpectedUnit = unit, ReceivedOn = BangkokTime.Date(receivedAt) };
        byte[]? written = null;
        return await reading.ReadAsync(
            async limits =>
            {
                using var bytes = new MemoryStream();
                var (isWritten, read) = await CommentedWorkbook.WriteAsync(rules, file, bytes, options, new Budget(limits, cancellationToken));
                written = isWritten ? bytes.ToArray() : null;
                return read;
            },
            read => Task.FromResult((written, read.Findings)), cancellationToken);
    }

    /// <summary>A file of a delivery that is kept.</summary>
    /// <exception cref="Storage.StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="Storage.DamagedException">The vault lacks it, or holds something else.</exception>
    public async Task<byte[]?> OfAsync(OpenedRound round, DeliveryReceived delivery, int number, string name, CancellationToken cancellationToken)
    {
        var kept = delivery.Files[number - 1];
        if (!IsTable(kept.Kind)) return null;
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
    public async Task<IReadOnlyList<(string Name, byte[] Content)>> ToCorrectAsync(
        AwardRules rules, IEnumerable<SourceFile> files, IEnumerable<Finding> findings, UnitCode unit, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var faulty = findings.Where(f => f.Severity == Severity.Error && f.Place.File is not null).Select(f => f.Place.File!).ToHashSet(StringComparer.Ordinal);
        var made = new List<(string Name, byte[] Content)>();
        var size = 0L;
        try
        {
            foreach (var file in files.Where(f => faulty.Contains(f.Name)).Take(MostFiles))
                if ((await CheckAsync(rules, file, unit, receivedAt, cancellationToken)).Commented is { } bytes && size + bytes.Length <= MostBytes)
                {
                    size += bytes.Length;
                    made.Add((NameOf(file.Name), bytes));
                }
        }
        catch (ReadingBusyException)
        {
            // The findings are told all the same, and the page makes them later.
        }
        return made;
    }
}
