using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>A delivery was accepted and has a receipt.</summary>
/// <param name="Receipt">Number of the receipt.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When the request, message or blob arrived.</param>
/// <param name="Key">What makes a repetition of the same delivery known: hash of scope and idempotency key.</param>
/// <param name="Body">Fingerprint of the delivery's files: the same key with another body is refused.</param>
/// <param name="Files">Untouched originals, in order.</param>
/// <param name="Returns">What the delivery says, by indicator.</param>
/// <param name="Findings">How many findings, by severity.</param>
/// <param name="Details">Vault object with file names and the full list of findings.</param>
internal sealed record DeliveryReceived(
    ReceiptNumber Receipt,
    DeliveryChannel Channel,
    UnitCode Unit,
    DateTimeOffset ReceivedAt,
    ContentHash Key,
    ContentHash Body,
    ImmutableArray<DeliveredFile> Files,
    ImmutableArray<DeliveredReturn> Returns,
    FindingCounts Findings,
    ContentHash Details) : RoundEvent
{
    /// <summary>Whose a return of it is: the unit's whose door it came through, where nothing else is said.</summary>
    public UnitCode UnitOf(DeliveredReturn brought) => brought.Unit ?? Unit;

    internal override IEnumerable<ContentHash> Contents => [.. Files.Select(f => f.Hash), .. Returns.Select(r => r.Content), Details];

    internal override RoundState Apply(RoundState state, Happened how)
    {
        if (Receipt.Value != state.Deliveries.Count + 1)
            throw new InvalidDataException($"Receipt {Receipt} can't follow receipt {state.Deliveries.Count}.");
        if (state.Keys.TryGetValue(Key, out var earlier)) throw new InvalidDataException($"Receipt {Receipt} has the key of receipt {earlier}.");
        var returns = state.Returns;
        foreach (var r in Returns)
        {
            var key = (Unit: UnitOf(r), r.Indicator);
            var versions = returns.TryGetValue(key, out var known) ? known : [];
            if (r.Unchanged)
            {
                if (r.Version < 1 || r.Version > versions.Count) throw new InvalidDataException($"There is no version {r.Version} of {key.Unit}/{r.Indicator} to be the same as.");
                var same = versions[r.Version - 1];
                returns = returns.SetItem(key, versions.SetItem(r.Version - 1, same with { Repeated = same.Repeated.Add(Receipt) }));
                continue;
            }
            if (r.Version != versions.Count + 1)
                throw new InvalidDataException($"Version {r.Version} of {key.Unit}/{r.Indicator} can't follow version {versions.Count}.");
            returns = returns.SetItem(key, versions.Add(new(r.Version, Receipt, ReceivedAt, r.Status, r.Content, r.FaultyRows, how.By)));
        }
        var corrected = Returns.Where(r => !r.Unchanged).GroupBy(UnitOf, r => r.Indicator)
            .Aggregate(state, (before, of) => before.WithCorrected(of.Key, [.. of], how));
        return corrected with
        {
            Deliveries = state.Deliveries.Add(this),
            ReceiptHeads = state.ReceiptHeads.Add(state.Head),
            ReceiptSequences = state.ReceiptSequences.Add(how.Number),
            Keys = state.Keys.Add(Key, Receipt),
            Returns = returns,
        };
    }

    internal override BilingualText Tell(Telling telling)
    {
        var (unit, receipt) = (telling.NameOf(Unit), ThaiNumerals.Number(Receipt.Value));
        var returns = BilingualText.Join(", ", Returns.Select(r =>
        {
            var (number, version) = (r.Indicator.Bilingual, ThaiNumerals.Number(r.Version));
            if (r.Unit is { } scored) number = new($"{number.Thai} ของ{telling.NameOf(scored).Thai}", $"{number.English} of {telling.NameOf(scored).English}");
            return r.Unchanged
                ? new BilingualText($"ตัวชี้วัดที่ {number.Thai} (ตรงกับฉบับที่ {version.Thai})", $"indicator {number.English} (same as version {version.English})")
                : new BilingualText($"ตัวชี้วัดที่ {number.Thai} (ฉบับที่ {version.Thai})", $"indicator {number.English} (version {version.English})");
        }));
        if (Returns.IsEmpty) returns = new("ไม่มีรายงาน มีเฉพาะไฟล์ประกอบ", "no return, files only");
        return new($"รับการนำส่งของ{unit.Thai} ใบตอบรับเลขที่ {receipt.Thai}: {returns.Thai}", $"Delivery of {unit.English} received, receipt {receipt.English}: {returns.English}");
    }
}

/// <summary>A delivery could not be accepted; its bytes were not kept. Its sequence in the log is its id.</summary>
/// <param name="Channel">How it came.</param>
/// <param name="Unit">Unit whose door it came through.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Files">Sizes and hashes of what was not kept.</param>
/// <param name="Codes">Codes of the findings, in order.</param>
internal sealed record DeliveryRefused(DeliveryChannel Channel, UnitCode Unit, DateTimeOffset ReceivedAt, ImmutableArray<DeliveredFile> Files, ImmutableArray<string> Codes) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state with { Refused = state.Refused.Add(how.Number, this) };

    internal override BilingualText Tell(Telling telling) =>
        new(
            $"ไม่รับการนำส่งของ{telling.NameOf(Unit).Thai} ({string.Join(", ", Codes)})",
            $"Delivery of {telling.NameOf(Unit).English} not accepted ({string.Join(", ", Codes)})");
}

/// <summary>An original file of a delivery.</summary>
/// <param name="Kind">What its bytes say it is; written as <c>workbook</c>, <c>pdf</c>, <c>jpeg</c> …</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">Its name in the vault.</param>
internal sealed record DeliveredFile(FileKind Kind, long Size, ContentHash Hash);

/// <summary>A return that a delivery brought.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Version">Its version; for an unchanged return the version it equals.</param>
/// <param name="Unchanged">It says what the current version says, so it made no new one.</param>
/// <param name="Status">Which box was ticked.</param>
/// <param name="Content">Vault object with its canonical JSON.</param>
/// <param name="FaultyRows">Rows that wait for correction.</param>
internal sealed record DeliveredReturn(
    IndicatorNumber Indicator, int Version, bool Unchanged, ReturnStatus Status, ContentHash Content, int FaultyRows)
{
    /// <summary>Whose it is: what a committee gave each entrant comes through one door. Default: the delivery's unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public UnitCode? Unit { get; init; }

    /// <summary>What became of it, as its sender is told.</summary>
    public BilingualText InWords() => this switch
    {
        { Status: ReturnStatus.Nil } => new("ไม่มีเรื่อง", "nil return"),
        { FaultyRows: > 0 } => new($"รับไว้ รอแก้ไข {ThaiNumerals.Format(FaultyRows)} แถว", $"kept, {FaultyRows} to be corrected"),
        _ => new("รับไว้ทุกแถว", "every row kept"),
    };
}

/// <summary>How many findings.</summary>
/// <param name="Errors">To be put right.</param>
/// <param name="Warnings">To be checked.</param>
/// <param name="Information">To be known.</param>
internal sealed record FindingCounts(int Errors, int Warnings, int Information)
{
    /// <summary>The counts of a list.</summary>
    public static FindingCounts Of(IReadOnlyCollection<Finding> findings) => new(
        findings.Count(f => f.Severity == Severity.Error), findings.Count(f => f.Severity == Severity.Warning),
        findings.Count(f => f.Severity == Severity.Information));
}

/// <summary>How a delivery came.</summary>
internal enum DeliveryChannel
{
    /// <summary>Uploaded.</summary>
    Upload,

    /// <summary>By e-mail.</summary>
    Mail,

    /// <summary>Dropped into a folder or container.</summary>
    Drop,

    /// <summary>From another installation.</summary>
    Import,
}

internal static class DeliveryChannelNames
{
    /// <summary>What a channel is called where somebody is told how a delivery came.</summary>
    public static BilingualText Name(this DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Upload => new("ส่งผ่านหน้าเว็บ", "upload"),
        DeliveryChannel.Mail => new("ไปรษณีย์อิเล็กทรอนิกส์", "e-mail"),
        DeliveryChannel.Drop => new("วางไฟล์ในที่รับ", "drop folder"),
        DeliveryChannel.Import => new("นำเข้าจากระบบอื่น", "import"),
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}
