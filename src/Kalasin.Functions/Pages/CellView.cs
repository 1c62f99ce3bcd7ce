using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What became of one unit's return on one indicator: always a symbol and words, never a colour alone.</summary>
public sealed record CellView
{
    internal CellView(Indicator indicator, StatusCell cell) => (Indicator, Current, Lateness, IsExcused) = (indicator, cell.Current, cell.Lateness, cell.IsExcused);

    public Indicator Indicator { get; }

    /// <summary>What counts; null when nothing came.</summary>
    internal ReturnVersion? Current { get; }

    /// <summary>How it arrived; null when nothing came.</summary>
    internal Lateness? Lateness { get; }

    /// <summary>Nobody waits for it.</summary>
    public bool IsExcused { get; }

    /// <summary>Something counts.</summary>
    public bool HasCome => Current is not null;

    /// <summary>It did not come, and the unit is waited for.</summary>
    public bool IsMissing => Current is null && !IsExcused && !Indicator.IsJudged;

    /// <summary>Anchor on the unit's page.</summary>
    public string Anchor => AnchorOf(Indicator);

    /// <summary>Name of the colour: the state that asks most.</summary>
    public string Tone => Icons[^1];

    /// <summary>Symbols by name, in order of what they ask.</summary>
    public ImmutableArray<string> Icons
    {
        get
        {
            if (Current is null) return [IsExcused ? "nil" : Indicator.IsJudged ? "judges" : "missing"];
            if (Indicator.IsJudged) return ["judges", "ok"];
            var asks = ImmutableArray.CreateBuilder<string>();
            if (Current.Status == ReturnStatus.Nil) asks.Add("nil");
            else if (Current.Status == ReturnStatus.InProgress) asks.Add("part");
            if (Lateness is { IsLate: true }) asks.Add("late");
            if (Current.FaultyRows > 0) asks.Add("mend");
            if (asks.Count == 0) asks.Add("ok");
            return asks.ToImmutable();
        }
    }

    /// <summary>The state in words: ได้รับ ฉบับที่ ๒, ล่าช้า ๓ วัน, รอแก้ไข ๑ แถว.</summary>
    public BilingualText Words
    {
        get
        {
            if (Indicator.IsJudged && !IsExcused)
                return Current is { } set
                    ? new($"กรรมการให้คะแนนแล้ว ชุดที่ {ThaiNumerals.Format(set.Version)}", $"scored by the judges, set {set.Version}")
                    : new("รอกรรมการให้คะแนน หน่วยงานไม่ต้องส่ง", "the judges score it; the unit owes nothing");
            if (Current is not { } version) return IsExcused ? new("ได้รับยกเว้น", "excused") : new("ยังขาด", "missing");
            var number = ThaiNumerals.Number(version.Version);
            var parts = new List<BilingualText>
            {
                version.Status switch
                {
                    ReturnStatus.Nil => new($"รายงานว่าไม่มีเรื่อง ฉบับที่ {number.Thai}", $"nil return, version {number.English}"),
                    ReturnStatus.InProgress => new($"อยู่ระหว่างดำเนินการ ฉบับที่ {number.Thai}", $"in progress, version {number.English}"),
                    _ => new($"ได้รับ ฉบับที่ {number.Thai}", $"received, version {number.English}"),
                },
            };
            if (Lateness is { DaysLate: > 0 and var days })
                parts.Add(new($"ล่าช้า {ThaiNumerals.Format(days)} วัน", $"{Counted.Of(days):day|days} late"));
            else if (Lateness is { AfterHours: true }) parts.Add(new("หลังเวลาราชการ", "after office hours"));
            if (version.FaultyRows > 0)
                parts.Add(new(
                    $"รอแก้ไข {ThaiNumerals.Format(version.FaultyRows)} แถว",
                    $"{Counted.Of(version.FaultyRows):row waits|rows wait} for correction"));
            return BilingualText.Join(", ", parts);
        }
    }

    /// <summary>Number and short name: ๓ สาธารณสุข.</summary>
    public BilingualText Name => NameOf(Indicator);

    /// <summary>Anchor of an indicator on a page that shows each once.</summary>
    public static string AnchorOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return $"i{indicator.Number.Value.Replace('.', '-')}";
    }

    /// <inheritdoc cref="Name"/>
    public static BilingualText NameOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return new($"{ThaiNumerals.ToThai(indicator.Number.Value)} {indicator.ShortText.Thai}", $"{indicator.Number.Value} {indicator.ShortText.English}");
    }

    internal static CellView Of(AwardRules rules, StatusCell cell) => new(rules.Framework[cell.Indicator], cell);
}
