using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>The words that writers print for blocks whose text the composer gives only in part; one place, so that all writers agree.</summary>
internal static class PrintedLines
{
    /// <summary>Title of a memo.</summary>
    public const string MemoTitle = "บันทึกข้อความ";

    private const string Dots = "........................";

    /// <summary>
    /// The lines of each signer, top down: to sign, or the words that close a letter; rank if any, name in brackets, position, for whom,
    /// and the date to fill in.
    /// </summary>
    public static IEnumerable<ImmutableArray<string>> Of(SignatureBox box) =>
        box.Signers.Select(s => Of(s, box, dots: new('.', box.Signers.Length < 3 ? 32 : 18)));

    /// <summary>Number of the line that stands below the room for the hand.</summary>
    public static int LineOfHand(SignatureBox box) => box.Closing is null ? 0 : 1;

    private static ImmutableArray<string> Of(Signer signer, SignatureBox box, string dots)
    {
        var lines = ImmutableArray.CreateBuilder<string>(6);
        lines.Add(box.Closing ?? (signer.Role.Length == 0 ? $"ลงชื่อ {dots}" : $"ลงชื่อ {dots} {signer.Role}"));
        if (signer.Rank is { Length: > 0 } rank) lines.Add(rank);
        lines.Add($"({signer.Name ?? dots})");
        if (signer.Position.Length > 0) lines.Add(signer.Position);
        if (signer.OnBehalfOf is { } principal) lines.AddRange(signer.Capacity, principal);
        if (box.IsDated) lines.Add($"วันที่ {dots}");
        return lines.ToImmutable();
    }

    /// <summary>What the head of an outgoing letter prints where nothing is known yet.</summary>
    public static (string Number, string Date) Of(OutgoingHead head) => ($"ที่ {head.Number ?? Dots}", head.Date ?? Dots);

    /// <summary>The labelled lines under the title of a memo; a line has one label and value or two side by side.</summary>
    public static ImmutableArray<ImmutableArray<LabelledValue>> Of(Letterhead memo) =>
    [
        [new("ส่วนราชการ", memo.Agency)],
        [new("ที่", memo.Number ?? Dots), new("วันที่", memo.Date)],
        [new("เรื่อง", memo.Subject)],
        [new("เรียน", memo.Addressee)],
    ];
}

/// <summary>A label and the value after it, one space between them.</summary>
internal readonly record struct LabelledValue(string Label, string Value);
