using System.Collections.Immutable;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Binder;

/// <summary>
/// A binder on its way: written from beginning to end, one file after the other. Of all of it nothing is held but a line for each file, and of one file
/// no more than fits a buffer; what is larger is read twice. What is found damaged is left out and told.
/// </summary>
internal sealed class BinderFile(OpenedRound round, BinderContents contents)
{
    /// <summary>Most bytes of a file that are held; a report with its pictures fits.</summary>
    private const int MostHeld = 16 << 20;

    public string FileName => FormattableString.Invariant($"binder-{round.Id}-{round.State.Sequence}.zip");

    /// <summary>Writes it; what fails breaks it off.</summary>
    /// <param name="told">Told how many files of about how many are written.</param>
    public async Task<ImmutableArray<BinderLine>> WriteAsync(Stream target, Action<int, int>? told, CancellationToken cancellationToken)
    {
        var zip = new StoredZipWriter(target, ResultsService.DayOf(round));
        var lines = ImmutableArray.CreateBuilder<BinderLine>();
        using var held = new MemoryStream();
        await foreach (var entry in contents.EntriesAsync(cancellationToken))
        {
            lines.Add(await AddAsync(zip, entry, held, cancellationToken));
            told?.Invoke(lines.Count, Math.Max(lines.Count, contents.AboutCount));
        }
        lines.Add(await AddAsync(zip, BinderEntry.Of(BinderIndex.Name, "สารบัญของแฟ้มรวม", BinderIndex.Of(round, contents, lines)), held, cancellationToken));
        await zip.AddAsync(BinderManifest.Name, BinderManifest.Of(lines), cancellationToken);
        await zip.FinishAsync(cancellationToken);
        return lines.ToImmutable();
    }

    /// <summary>Adds a file.</summary>
    /// <param name="held">Where it is held meanwhile; what was in it is lost.</param>
    public static async Task<BinderLine> AddAsync(StoredZipWriter zip, BinderEntry entry, MemoryStream held, CancellationToken cancellationToken)
    {
        held.SetLength(0);
        await using var measured = new MeasuredStream(held, MostHeld);
        try
        {
            await entry.WriteAsync(measured, cancellationToken);
        }
        catch (DamagedException damaged)
        {
            // Erased content is not lost: nobody has to look for it.
            return new(entry.Path, entry.Title, 0, damaged.Finding.Code == ErasureFindings.Erased.Code ? null : entry.Named, damaged.Finding);
        }
        var measure = measured.End();
        if (measured.IsWhole) await zip.AddAsync(entry.Path, measure, held.GetBuffer().AsMemory(0, (int)held.Length), cancellationToken);
        else await zip.AddAsync(entry.Path, measure, stream => entry.WriteAsync(stream, cancellationToken), cancellationToken);
        return new(entry.Path, entry.Title, measure.Size, measure.Hash, null);
    }
}
