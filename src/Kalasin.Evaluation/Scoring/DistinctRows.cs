using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;

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
internal sealed record LookAlike(SelectedRow Row, SelectedRow Like, DuplicateDecision? Decision);

/// <summary>
/// Rows without those that are the same thing as an earlier one. Rows stand in the plan's order of units and in their own
/// order, so the answer doesn't depend on who reported first. One pass; people's judgements of pairs go before the keys.
/// </summary>
internal sealed record DistinctRows(ImmutableArray<SelectedRow> Rows, ImmutableArray<DuplicateRow> Duplicates, ImmutableArray<LookAlike> LookAlikes)
{
    public static DistinctRows Of(IndicatorCase of, ImmutableArray<SelectedRow> rows, ImmutableArray<string> keys)
    {
        if (keys.IsEmpty) return new(rows, [], []);
        var distinct = ImmutableArray.CreateBuilder<SelectedRow>(rows.Length);
        var duplicates = ImmutableArray.CreateBuilder<DuplicateRow>();
        var lookAlikes = ImmutableArray.CreateBuilder<LookAlike>();
        var byKey = new Dictionary<string, List<SelectedRow>>(rows.Length, StringComparer.Ordinal);
        var byFingerprint = new Dictionary<RowFingerprint, SelectedRow>();
        foreach (var row in rows)
        {
            var key = KeyOf(row.Row, keys);
            var alike = key is null ? [] : byKey.TryGetValue(key, out var known) ? known : byKey[key] = [];
            var duplicate = JudgedSame(of, row, byFingerprint) ?? AssumedSame(of, row, alike, lookAlikes);
            if (duplicate is null)
            {
                distinct.Add(row);
                alike.Add(row);
            }
            else duplicates.Add(duplicate);
            // Whoever is judged to be the same as this row is the same as the row that counts for it.
            if (of.Verdicts.Any) byFingerprint.TryAdd(of.Verdicts.Of(row.Reference), duplicate?.Of ?? row);
        }
        return new(distinct.ToImmutable(), duplicates.ToImmutable(), lookAlikes.ToImmutable());
    }

    /// <summary>How many different things rows are about; judgements don't matter.</summary>
    public static int Count(ImmutableArray<SelectedRow> rows, ImmutableArray<string> keys)
    {
        var seen = new HashSet<string>(rows.Length, StringComparer.Ordinal);
        return rows.Count(row => KeyOf(row.Row, keys) is not { } key || seen.Add(key));
    }

    /// <summary>What makes a row the same thing as another: its values, texts by their key. <see langword="null"/> when all are blank: blank rows aren't alike.</summary>
    public static string? KeyOf(RegisterRow row, ImmutableArray<string> keys)
    {
        if (keys is [var only]) return row[only] is { } single && Part(single) is { Length: > 0 } alone ? alone + '\u001F' : null;
        var key = new StringBuilder();
        var blank = true;
        foreach (var id in keys)
        {
            var part = row[id] is { } value ? Part(value) : "";
            blank &= part.Length == 0;
            key.Append(part).Append('\u001F');
        }
        return blank ? null : key.ToString();
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

    private static DuplicateRow? JudgedSame(IndicatorCase of, SelectedRow row, Dictionary<RowFingerprint, SelectedRow> earlier)
    {
        foreach (var partner in of.Verdicts.SameAs(row.Reference))
            if (earlier.TryGetValue(partner, out var counted)) return new(row, counted, of.Verdicts.Between(row.Reference, partner));
        return null;
    }

    private static DuplicateRow? AssumedSame(IndicatorCase of, SelectedRow row, List<SelectedRow> alike, ImmutableArray<LookAlike>.Builder lookAlikes)
    {
        LookAlike? different = null;
        foreach (var other in alike)
        {
            if (of.Verdicts.On(row.Reference, other.Reference) is { Same: false } verdict) different ??= new(row, other, verdict);
            else if (of.Rules.Plan.Duplicates == DuplicatesPolicy.CountAll && other.Reference.Unit != row.Reference.Unit) different ??= new(row, other, null);
            else return new(row, other, null);
        }
        if (different is not null) lookAlikes.Add(different);
        return null;
    }
}
