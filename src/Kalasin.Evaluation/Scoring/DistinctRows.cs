using System.Collections.Immutable;
using System.Globalization;

namespace Kalasin.Evaluation.Scoring;

/// <summary>A row that is the same thing as one counted already.</summary>
/// <param name="Row">The row that doesn't count.</param>
/// <param name="Of">The row that does.</param>
/// <param name="Decision">Who said so; <see langword="null"/> while nobody has judged.</param>
internal sealed record DuplicateRow(SelectedRow Row, SelectedRow Of, DuplicateDecision? Decision);

/// <summary>Two rows that look the same and count twice all the same.</summary>
/// <param name="Row">The later row.</param>
/// <param name="Like">The earlier one.</param>
/// <param name="Decision">The judgement that they differ; <see langword="null"/> when the plan counts every report.</param>
internal sealed record LookAlike(RowReference Row, RowReference Like, DuplicateDecision? Decision);

/// <summary>
/// Rows without those that are the same thing as an earlier one. Rows stand in the plan's order of units and in their own
/// order, so the answer doesn't depend on who reported first. One pass; people's judgements of pairs go before the keys.
/// </summary>
internal sealed record DistinctRows(ImmutableArray<SelectedRow> Rows, ImmutableArray<DuplicateRow> Duplicates, ImmutableArray<LookAlike> LookAlikes)
{
    /// <summary>Rows about the same thing that don't say the same of it: none of them counts until somebody decides.</summary>
    public ImmutableArray<ImmutableArray<SelectedRow>> Disputed { get; private init; } = [];

    /// <summary>Each thing once, where the rows about it give one answer.</summary>
    public static DistinctRows WithOneAnswer(IndicatorCase of, RowSelection rows)
    {
        var register = of.Indicator.Register;
        var distinct = Of(of, rows.Rows, of.Indicator.Measure.IdentityIn(register));
        var disputed = distinct.Duplicates.Where(d => d.Decision is null && !HostComparison.SaySame(register, d.Row.Row, d.Of.Row))
            .Select(d => d.Of).Distinct().ToImmutableArray();
        return disputed.IsEmpty ? distinct : new(
            [.. distinct.Rows.Where(r => !disputed.Contains(r))],
            [.. distinct.Duplicates.Where(d => !disputed.Contains(d.Of))],
            distinct.LookAlikes)
        {
            Disputed = [.. disputed.Select(first => distinct.Duplicates.Where(d => d.Of == first).Select(d => d.Row).Prepend(first).ToImmutableArray())],
        };
    }

    /// <summary>Rows that a finding names before it only counts them.</summary>
    private const int RowsNamed = Naming.Most;

    /// <summary>Notes the rows that don't count and why, and what somebody has to look at.</summary>
    public void Note(IndicatorCase of, ImmutableArray<ExcludedRow>.Builder excluded, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var duplicate in Duplicates) excluded.Add(Note(of, duplicate, findings));
        foreach (var rows in Disputed) Note(of, rows, of.Names.Of(rows[0].Row), excluded, findings);
        foreach (var (row, like, decision) in LookAlikes)
        {
            var (place, name, other) = (new Place { Row = row.Row.Number }, of.Names.WithUnit(row), of.Names.WithUnit(like));
            findings.Add(decision is null
                ? ScoringFindings.CountedTwice.At(place, name, other)
                : ScoringFindings.JudgedDifferent.At(place, name, other, decision.Told));
        }
    }

    /// <summary>Notes rows about one thing that don't say the same of it.</summary>
    public static void Note(
        IndicatorCase of, IReadOnlyList<SelectedRow> disputed, BilingualText name,
        ImmutableArray<ExcludedRow>.Builder excluded, ImmutableArray<Finding>.Builder findings)
    {
        var named = disputed.Take(RowsNamed).Select(r => of.Names.WithUnit(r.Reference));
        if (disputed.Count > RowsNamed) named = named.Append("…");
        var finding = ScoringFindings.Disputed.At(
            new() { Row = disputed[1].Row.Number }, name, ThaiNumerals.Number(disputed.Count), BilingualText.Join(", ", named));
        findings.Add(finding);
        foreach (var row in disputed)
            excluded.Add(new(row.Reference, ExclusionReason.Duplicate, finding.Message) { SameAs = row == disputed[0] ? null : disputed[0].Reference });
    }

    /// <summary>A row that is the same thing as another, and the finding where nobody has judged the two.</summary>
    public static ExcludedRow Note(IndicatorCase of, DuplicateRow duplicate, ImmutableArray<Finding>.Builder findings)
    {
        var (row, counted) = (of.Names.WithUnit(duplicate.Row.Reference), of.Names.WithUnit(duplicate.Of.Reference));
        if (duplicate.Decision is { } decision)
            return new(duplicate.Row.Reference, ExclusionReason.Duplicate, new(
                $"เป็นเรื่องเดียวกับ{counted.Thai} ตามที่วินิจฉัยแล้ว: {decision.Told.Thai}",
                $"judged to be the same as {counted.English}: {decision.Told.English}"))
            {
                SameAs = duplicate.Of.Reference,
            };
        findings.Add(ScoringFindings.Duplicate.At(new() { Row = duplicate.Row.Row.Number }, row, counted));
        return new(duplicate.Row.Reference, ExclusionReason.Duplicate, new(
            $"ตรงกับ{counted.Thai} ซึ่งนับแล้ว",
            $"the same as {counted.English}, which is counted"))
        {
            SameAs = duplicate.Of.Reference,
        };
    }

    public static DistinctRows Of(IndicatorCase of, ImmutableArray<SelectedRow> rows, ImmutableArray<string> keys)
    {
        if (keys.IsEmpty) return new(rows, [], []);
        var distinct = ImmutableArray.CreateBuilder<SelectedRow>(rows.Length);
        var duplicates = ImmutableArray.CreateBuilder<DuplicateRow>();
        var lookAlikes = ImmutableArray.CreateBuilder<LookAlike>();
        var byKey = new Dictionary<string, List<SelectedRow>>(rows.Length, StringComparer.Ordinal);
        var byThing = new Dictionary<int, List<SelectedRow>>();
        foreach (var row in rows)
        {
            var key = KeyOf(row.Row, keys);
            var alike = key is null ? [] : byKey.TryGetValue(key, out var known) ? known : byKey[key] = [];
            var judged = of.Verdicts.ThingOf(row.Reference) is not { } thing ? null : byThing.TryGetValue(thing, out var same) ? same : byThing[thing] = [];
            var duplicate = (judged is null ? null : JudgedSame(of, row, judged)) ?? AssumedSame(of, row, alike, lookAlikes);
            if (duplicate is null)
            {
                distinct.Add(row);
                alike.Add(row);
            }
            else duplicates.Add(duplicate);
            // Whoever is judged to be the same as this row is the same as the row that counts for it.
            if (judged is not null && (duplicate?.Of ?? row) is var counted && !judged.Exists(j => ReferenceEquals(j.Row, counted.Row))) judged.Add(counted);
        }
        return new(distinct.DrainToImmutable(), duplicates.ToImmutable(), lookAlikes.ToImmutable());
    }

    /// <summary>How many different things rows are about; judgements don't matter.</summary>
    public static int Count(ImmutableArray<SelectedRow> rows, ImmutableArray<string> keys)
    {
        var seen = new HashSet<string>(rows.Length, StringComparer.Ordinal);
        return rows.Count(row => KeyOf(row.Row, keys) is not { } key || seen.Add(key));
    }

    /// <summary>
    /// What makes a row the same thing as another: its values, texts by their key. <see langword="null"/> when all are blank: blank rows
    /// aren't alike.
    /// </summary>
    public static string? KeyOf(RegisterRow row, ImmutableArray<string> keys)
    {
        if (keys is [var only]) return row[only] is { } single && Part(single) is { Length: > 0 } alone ? alone : null;
        var parts = new string[keys.Length];
        var blank = true;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = row[keys[i]] is { } value ? Part(value) : "";
            blank &= parts[i].Length == 0;
        }
        return blank ? null : string.Join('\u001F', parts);
    }

    private static string Part(CellValue value) => value switch
    {
        TextValue v => ThaiText.Key(v.Text),
        NumberValue v when decimal.IsInteger(v.Number) && Math.Abs(v.Number) < long.MaxValue => ((long)v.Number).ToString(CultureInfo.InvariantCulture),
        NumberValue v => v.Number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateValue v => v.Date.DayNumber.ToString(CultureInfo.InvariantCulture),
        ChoiceValue v => v.Option,
        FlagValue v => v.Yes ? "1" : "0",
        AuthorityValue v => v.Code.ToString(),
        UnitValue v => v.Code.Value,
        UnreadValue v => v.Raw,
        _ => throw new NotSupportedException($"No key of {value.GetType().Name}."),
    };

    private static DuplicateRow? JudgedSame(IndicatorCase of, SelectedRow row, List<SelectedRow> earlier)
    {
        foreach (var counted in earlier)
        {
            var verdict = of.Verdicts.On(row.Reference, counted.Reference);
            if (verdict is null or { Same: true }) return new(row, counted, verdict ?? of.Verdicts.LinkOf(row.Reference));
        }
        return null;
    }

    private static DuplicateRow? AssumedSame(IndicatorCase of, SelectedRow row, List<SelectedRow> alike, ImmutableArray<LookAlike>.Builder lookAlikes)
    {
        LookAlike? different = null;
        foreach (var other in alike)
        {
            if (of.Verdicts.On(row.Reference, other.Reference) is { Same: false } verdict) different ??= new(row.Reference, other.Reference, verdict);
            else if (of.Rules.Plan.Duplicates == DuplicatesPolicy.CountAll && other.Reference.Unit != row.Reference.Unit) different ??= new(row.Reference, other.Reference, null);
            else return new(row, other, null);
        }
        if (different is not null) lookAlikes.Add(different);
        return null;
    }
}
