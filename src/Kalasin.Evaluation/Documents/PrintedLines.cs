using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>The words that writers print for blocks whose text the composer gives only in part; one place, so that all writers agree.</summary>
internal static class PrintedLines
{
    /// <summary>Title of a memo.</summary>
    public const string MemoTitle = "บันทึกข้อความ";

    private const string Dots = "........................";

    /// <summary>The lines of each signer, top down: to sign, rank if any, name in brackets, position.</summary>
    public static IEnumerable<ImmutableArray<string>> Of(SignatureBox box) => box.Signers.Select(s => Of(s, dots: new('.', box.Signers.Length < 3 ? 32 : 18)));

    private static ImmutableArray<string> Of(Signer signer, string dots)
    {
        var lines = ImmutableArray.CreateBuilder<string>(4);
        lines.Add(signer.Role.Length == 0 ? $"ลงชื่อ {dots}" : $"ลงชื่อ {dots} {signer.Role}");
        if (signer.Rank is { Length: > 0 } rank) lines.Add(rank);
        lines.Add($"({signer.Name ?? dots})");
        if (signer.Position.Length > 0) lines.Add(signer.Position);
        return lines.ToImmutable();
    }

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
