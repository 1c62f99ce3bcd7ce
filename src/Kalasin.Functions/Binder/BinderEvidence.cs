using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Binder;

/// <summary>An original of a delivery.</summary>
/// <param name="Name">As its sender gave it.</param>
/// <param name="Unit">Who sent it; null where the plan has no such unit any more.</param>
internal sealed record SentFile(DeliveryReceived Delivery, string Name, ContentHash Hash, long Size, ReportingUnit? Unit)
{
    private string UnitName => Unit?.ShortName.Thai ?? Delivery.Unit.Value;

    /// <summary>Folder of its delivery.</summary>
    public string Folder => BinderPath.Safe($"{Delivery.Receipt.Value.ToString("0000", CultureInfo.InvariantCulture)} {UnitName}");

    public string Title => $"ใบตอบรับเลขที่ {ThaiNumerals.Format(Delivery.Receipt.Value)} {UnitName} รับเมื่อ {BangkokTime.DateAndTime(Delivery.ReceivedAt).Thai}";
}

/// <summary>What was sent, sorted: originals that count, files of evidence by their codes, and what is not in the binder.</summary>
/// <param name="Snapshot">The round with its returns; null where one of them is damaged.</param>
/// <param name="Damage">What is damaged of them.</param>
/// <param name="Pieces">All evidence, each piece with the files that it names.</param>
/// <param name="Originals">Files of deliveries that count, by receipt.</param>
/// <param name="LeftOut">Deliveries that don't count, and why.</param>
internal sealed record BinderEvidence(
    RoundSnapshot? Snapshot, Finding? Damage, ImmutableArray<(EvidencePiece Piece, ImmutableArray<SentFile> Files)> Pieces, ImmutableArray<SentFile> Originals,
    ImmutableArray<(DeliveryReceived Delivery, string Why)> LeftOut)
{
    private const int LongestTitle = 40;

    /// <summary>Files of evidence, each once, in the folder of the first piece that names it: however often it is named, a binder grows by it once.</summary>
    public IEnumerable<(string Folder, SentFile File)> Files =>
        Pieces.SelectMany(p => p.Files.Select(file => (Folder: FolderOf(p.Piece), File: file))).DistinctBy(f => Of(f.File));

    /// <summary>Evidence whose files lie in the folder of another piece, and in whose.</summary>
    public IEnumerable<(EvidencePiece Piece, ImmutableArray<EvidencePiece> With)> Shared
    {
        get
        {
            var first = new Dictionary<(ReceiptNumber, ContentHash, string), EvidencePiece>();
            foreach (var (piece, files) in Pieces)
            {
                foreach (var file in files) first.TryAdd(Of(file), piece);
                ImmutableArray<EvidencePiece> others = [.. files.Select(file => first[Of(file)]).Where(other => other != piece).Distinct()];
                if (!others.IsEmpty) yield return (piece, others);
            }
        }
    }

    public static BinderEvidence Of(OpenedRound round, RoundSnapshot? snapshot, Finding? damage, ImmutableArray<SentFile> sent)
    {
        var (state, counting) = (round.State, round.State.Counting.ToHashSet());
        // A file of evidence may have come with an earlier delivery than the return that names it; the newest of its name is meant.
        var standing = sent.Where(f => !state.Withdrawn.ContainsKey(f.Delivery.Receipt)).Reverse().GroupBy(f => f.Delivery.Unit)
            .ToDictionary(unit => unit.Key, unit => unit.ToLookup(f => EvidencePiece.NameOf(f.Name), StringComparer.OrdinalIgnoreCase));
        return new(
            snapshot, damage,
            [
                .. EvidencePiece.Of(round.Rules, snapshot?.Returns ?? []).Select(piece => (piece, (ImmutableArray<SentFile>)
                    [.. standing.GetValueOrDefault(piece.Unit.Code) is { } files ? piece.FileNames.SelectMany(name => files[name].Take(1)) : []])),
            ],
            [.. sent.Where(f => counting.Contains(f.Delivery.Receipt))],
            [
                .. state.Deliveries.Where(d => !counting.Contains(d.Receipt))
                    .Select(d => (d, state.Withdrawn.ContainsKey(d.Receipt) ? "ถอนแล้ว" : "มีฉบับใหม่แทนแล้ว")),
            ]);
    }

    private static (ReceiptNumber, ContentHash, string) Of(SentFile file) => (file.Delivery.Receipt, file.Hash, file.Name);

    /// <summary>Named by the code, and by the title for whoever looks.</summary>
    public static string FolderOf(EvidencePiece piece)
    {
        var title = piece.Evidence.Title;
        return BinderPath.Safe($"{piece.Code} {(title.Length > LongestTitle ? title[..LongestTitle] : title)}");
    }
}
