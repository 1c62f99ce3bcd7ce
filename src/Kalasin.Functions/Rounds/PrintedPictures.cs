using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.SignedCopies;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Pictures of deliveries as they are printed. Photos of cameras are set upright and reduced in the process that reads what comes from outside; the originals stay as they
/// came, in the vault and in the binder.
/// </summary>
internal sealed class PrintedPictures(VaultContent content, SignedCopyReader reader)
{
    /// <summary>Most that pictures may add to a report: it is sent by mail, where 25 MB is the common limit and Base64 takes a third.</summary>
    private const long MostBytes = 12 * 1024 * 1024;

    /// <summary>Most pictures of a report; no more are looked at.</summary>
    private const int Most = 100;

    /// <summary>After so many photos that took longer than they may, no further one is reduced: a report waits a minute for them, not half an hour.</summary>
    private const int MostGivenUp = 3;

    /// <summary>In the plan's order of units, each once, as far as they fit.</summary>
    /// <param name="unit">Whose; null for all.</param>
    public async Task<(ImmutableArray<ReportPicture> Pictures, int LeftOut, ImmutableArray<OpenFinding> Unprinted)> OfAsync(
        RoundSnapshot snapshot, UnitCode? unit, CancellationToken cancellationToken)
    {
        var (round, units) = (snapshot.Rules.Plan.Id, snapshot.Rules.Plan.Units);
        var sent = snapshot.State.Deliveries.Where(d => unit is null || d.Unit == unit).OrderBy(d => units.IndexOf(snapshot.Rules.Plan.Find(d.Unit)!)).ThenBy(d => d.Receipt.Value)
            .SelectMany(d => d.Files.Select((file, i) => (Delivery: d, File: file, Index: i)))
            .Where(f => f.File.Kind is FileKind.Jpeg or FileKind.Png).DistinctBy(f => (f.Delivery.Unit, f.File.Hash)).ToList();
        var (pictures, unprinted, left) = (ImmutableArray.CreateBuilder<ReportPicture>(), ImmutableArray.CreateBuilder<OpenFinding>(), MostBytes);
        var givenUp = 0;
        foreach (var (delivery, file, index) in sent.Take(Most))
        {
            if (file.Kind == FileKind.Png && file.Size > left) continue;
            var name = (await content.DetailsAsync(round, delivery, cancellationToken)).Names[index];
            try
            {
                var made = await PrintedAsync(round, file, mayReduce: givenUp < MostGivenUp, cancellationToken);
                if (made is null) givenUp++;
                // One that nobody tried is left out like one that has no room.
                if (made is null && givenUp > MostGivenUp) continue;
                if (made is not { Length: > 0 } bytes) unprinted.Add(new(delivery.Unit, null, RoundServiceFindings.PictureUnreadable.At(Place.InFile(name))));
                else if (bytes.Length <= left)
                {
                    left -= bytes.Length;
                    pictures.Add(new(delivery.Unit, name, ImmutableCollectionsMarshal.AsImmutableArray(bytes)));
                }
            }
            catch (DamagedException lost)
            {
                unprinted.Add(new(delivery.Unit, null, lost.Finding));
            }
        }
        return (pictures.ToImmutable(), sent.Count - pictures.Count, unprinted.ToImmutable());
    }

    /// <summary>The bytes that are printed; none where it can't be read, <see langword="null"/> where that takes longer than it may.</summary>
    private async Task<byte[]?> PrintedAsync(RoundId round, DeliveredFile file, bool mayReduce, CancellationToken cancellationToken)
    {
        if (file.Kind == FileKind.Jpeg)
            return await content.MakeAsync(
                round, file.Hash,
                async bytes => IsPrintedAsItIs(bytes.Span) ? bytes.ToArray() : mayReduce ? await reader.ReducePhotoAsync(new MemoryStream(bytes.ToArray()), cancellationToken) : null,
                cancellationToken);
        var png = new byte[file.Size];
        await content.CopyAsync(round, file.Hash, file.Size, new MemoryStream(png), cancellationToken);
        return png;
    }

    /// <summary>Whether a photo is upright and small; one that doesn't even say its size is for its reader to judge.</summary>
    private static bool IsPrintedAsItIs(ReadOnlySpan<byte> jpeg) =>
        PictureSize.Read(jpeg) is { Width: <= ReducedPhoto.MostWide, Height: <= ReducedPhoto.MostHigh } && CameraTurn.Of(jpeg) == CameraTurn.Upright;
}
