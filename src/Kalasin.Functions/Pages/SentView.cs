using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Intake;

namespace Kalasin.Functions.Pages;

/// <summary>What became of what somebody has just sent, or would become of it: said before anything reads as if all were well.</summary>
public sealed record SentView
{
    /// <summary>The delivery that was taken in; null where none was.</summary>
    public DeliveryView? Taken { get; init; }

    /// <summary>It was only looked at; nothing was kept.</summary>
    public bool IsTrial { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The returns that were read, with what is said of each.</summary>
    public ImmutableArray<(IndicatorNumber Indicator, BilingualText Words)> Read { get; init; } = [];

    /// <summary>Nothing could be taken in.</summary>
    public bool IsRefused => Taken is null && !IsTrial;

    /// <summary>Copies and evidence alone: nobody has reported anything by them.</summary>
    public bool IsNoReport => !IsRefused && (Taken?.Returns.IsEmpty ?? Read.IsEmpty);

    /// <summary>Rows that are kept and don't count.</summary>
    public int NotCounted => CountFindings.RowsOf(Findings);

    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>Name of the colour.</summary>
    public string Tone => IsRefused ? "refused" : IsNoReport || HasErrors || NotCounted > 0 ? "waits" : "done";

    public BilingualText Title => this switch
    {
        { IsRefused: true } => new("ยังรับสิ่งที่ส่งมาไม่ได้ โปรดดูข้อสังเกต", "Nothing could be accepted yet; see the findings"),
        { IsTrial: true } => new("ตรวจแล้ว ยังไม่ได้ส่ง", "Checked; not sent yet"),
        _ => new($"ใบตอบรับข้อมูล เลขที่ {ThaiNumerals.Format(Taken!.Receipt)}", $"Receipt no. {Taken.Receipt}"),
    };

    internal static SentView Of(DeliveryView taken) => new() { Taken = taken, Findings = taken.Findings };

    internal static SentView Refused(IEnumerable<Finding> findings) => new() { Findings = [.. findings] };

    internal static SentView Tried(IEnumerable<Return> returns, IEnumerable<Finding> findings) => new()
    {
        IsTrial = true,
        Findings = [.. findings],
        Read = [.. returns.Select(r => (r.Indicator, r.Status == ReturnStatus.Nil
            ? new BilingualText("ไม่มีเรื่อง", "nil return")
            : new($"อ่านได้ {ThaiNumerals.Format(r.Rows.Length)} แถว", $"{Counted.Of(r.Rows.Length):row|rows} read")))],
    };
}
