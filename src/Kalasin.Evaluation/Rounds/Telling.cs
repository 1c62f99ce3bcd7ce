using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Knows the names that a sentence about an event needs.</summary>
/// <param name="rules">The rules in force; what they don't know is called by its code.</param>
internal sealed class Telling(AwardRules rules)
{
    /// <summary>The plan's last day.</summary>
    public DateOnly Planned => rules.Plan.InternalDeadline.Date;

    /// <summary>Where rows stand that events name, as far as somebody looked. Default: nobody did.</summary>
    public IReadOnlyDictionary<(IndicatorNumber Indicator, RowFingerprint Row), RowPlace> Rows { get; init; } =
        ImmutableDictionary<(IndicatorNumber, RowFingerprint), RowPlace>.Empty;

    /// <summary>A unit.</summary>
    public BilingualText NameOf(UnitCode unit) => rules.Plan.Find(unit)?.Name ?? unit.Value;

    /// <summary>A unit's return on an indicator; without one, all of its returns.</summary>
    public BilingualText ReturnOf(UnitCode unit, IndicatorNumber? indicator)
    {
        var name = NameOf(unit);
        return indicator is { Bilingual: var number }
            ? new($"รายงานตัวชี้วัดที่ {number.Thai} ของ{name.Thai}", $"the return of {name.English} on indicator {number.English}")
            : new($"รายงานของ{name.Thai}", $"the returns of {name.English}");
    }

    /// <summary>An indicator; of an entrant, where units are scored.</summary>
    public BilingualText IndicatorOf(UnitCode? entrant, IndicatorNumber indicator)
    {
        var number = indicator.Bilingual;
        if (entrant is null) return new($"ตัวชี้วัดที่ {number.Thai}", $"indicator {number.English}");
        var name = NameOf(entrant.Value);
        return new($"ตัวชี้วัดที่ {number.Thai} ของ{name.Thai}", $"indicator {number.English} of {name.English}");
    }

    /// <summary>Whoever has a personal link.</summary>
    public BilingualText HolderOf(LinkPurpose purpose, UnitCode? unit)
    {
        var holder = IssuedLink.HolderOf(purpose);
        if (unit is not { } code) return holder;
        var name = NameOf(code);
        return purpose == LinkPurpose.Unit ? name : new($"{holder.Thai}ของ{name.Thai}", $"{holder.English} of {name.English}");
    }

    /// <summary>What the plan asks by an open choice.</summary>
    public BilingualText ChoiceOf(string id) => rules.Plan.OpenChoices.FirstOrDefault(c => c.Id == id)?.Question ?? id;

    /// <summary>A version of a return.</summary>
    public BilingualText VersionOf(UnitCode unit, IndicatorNumber indicator, int version)
    {
        var (of, number) = (ReturnOf(unit, indicator), ThaiNumerals.Number(version));
        return new($"{of.Thai} ฉบับที่ {number.Thai}", $"{of.English}, version {number.English}");
    }

    /// <summary>A row of a unit's return; one that nobody found is called by its code.</summary>
    public BilingualText RowOf(IndicatorNumber indicator, RowFingerprint row)
    {
        var unit = NameOf(row.Unit);
        if (Rows.GetValueOrDefault((indicator, row)) is not { } place)
            return new($"แถวหนึ่งของ{unit.Thai} (รหัสแถว {row.Hash})", $"a row of {unit.English} ({row.Hash})");
        var (number, version) = (ThaiNumerals.Number(place.Number), ThaiNumerals.Number(place.Version));
        return new($"แถวที่ {number.Thai} ของ{unit.Thai} (ฉบับที่ {version.Thai})", $"row {number.English} of {unit.English} (version {version.English})");
    }

    /// <summary>Rules that came into force.</summary>
    public static BilingualText Rules(string thai, string english, FrameworkId framework, int revision, int plan) => new(
        $"{thai} ใช้กรอบ {framework} ฉบับที่ {ThaiNumerals.Format(revision)} และแผนฉบับที่ {ThaiNumerals.Format(plan)}",
        $"{english}: framework {framework} revision {revision}, plan revision {plan}");
}

/// <summary>Where a row stands.</summary>
/// <param name="Version">In which version of its return.</param>
/// <param name="Number">Its place among the filled rows, from 1.</param>
internal sealed record RowPlace(int Version, int Number);
