using System.Globalization;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>What the QR code of a paper holds, so that a signed copy finds its way back: which paper of which round it is, and the log as it was.</summary>
/// <param name="Round">The round.</param>
/// <param name="Paper">Which paper.</param>
/// <param name="Number">Number of a receipt, of a return that of the delivery that brought it; otherwise sequence of the event that the paper follows from.</param>
/// <param name="LogHead">Head of the log's chain at that event.</param>
internal sealed record PaperMark(RoundId Round, Paper Paper, long Number, ContentHash LogHead)
{
    /// <summary>Which return; of a return alone.</summary>
    public (UnitCode Unit, IndicatorNumber Indicator)? Return { get; init; }

    /// <summary><c>kalasin:46-dla-2567:letter:123:0123456789abcdef</c>, of a return <c>…:return-4602-3:…</c>; of the head the first 16 digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"kalasin:{Round}:{Word}:{Number}:{LogHead.ToString()[..16]}");

    /// <summary>What it says, for whoever can't see it.</summary>
    public string InWords => $"คิวอาร์โค้ดของเอกสาร {this}";

    private string Word => Paper switch
    {
        Paper.Receipt => "receipt",
        Paper.Letter => "letter",
        Paper.Return => $"return-{Return!.Value.Unit}-{Return.Value.Indicator}",
        _ => "signature-page",
    };
}

/// <summary>Papers that carry a QR code.</summary>
internal enum Paper
{
    /// <summary>ใบตอบรับข้อมูล.</summary>
    Receipt,

    /// <summary>หนังสือนำส่ง.</summary>
    Letter,

    /// <summary>หน้ารับรอง.</summary>
    SignaturePage,

    /// <summary>แบบรายงาน of a unit on an indicator.</summary>
    Return,
}
