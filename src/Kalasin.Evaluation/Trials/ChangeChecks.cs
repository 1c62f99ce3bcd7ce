using System.Collections.Immutable;

namespace Kalasin.Evaluation.Trials;

/// <summary>Whether changes are about what there is.</summary>
internal static class ChangeChecks
{
    private const int LongestValue = 4_000;

    public static IEnumerable<Finding> Of(AwardRules rules, ImmutableArray<Return> returns, ImmutableArray<InputChange> changes)
    {
        if (changes.IsEmpty) yield return TrialFindings.NothingChanged.At(Place.At("/changes"));
        if (changes.Length > WhatIf.MostChanges) yield return TrialFindings.TooManyChanges.At(Place.At("/changes"), ThaiNumerals.Number(WhatIf.MostChanges));
        foreach (var (i, change) in changes.Take(WhatIf.MostChanges).Index())
            if (Of(rules, returns, change, $"/changes/{i}") is { } finding) yield return finding;
    }

    private static Finding? Of(AwardRules rules, ImmutableArray<Return> returns, InputChange change, string at)
    {
        if (rules.Framework.Find(change.Indicator) is not { } indicator) return TrialFindings.NoSuchIndicator.At(Place.At($"{at}/indicator"), change.Indicator.Bilingual);
        if (change.Score is { } score)
        {
            if (rules.Framework.Entrant == EntrantKind.Unit && (change.Unit is not { } entrant || !rules.Hosts(entrant, change.Indicator)))
                return TrialFindings.NoSuchReturn.At(Place.At($"{at}/unit"), change.Indicator.Bilingual);
            return score < 0 || score > indicator.FullScore ? TrialFindings.OffScale.At(Place.At($"{at}/score"), ThaiNumerals.Exact(score), ThaiNumerals.Exact(indicator.FullScore)) : null;
        }
        if (change.Unit is not { } unit || !rules.Hosts(unit, change.Indicator)) return TrialFindings.NoSuchReturn.At(Place.At($"{at}/unit"), change.Indicator.Bilingual);
        var rows = returns.LastOrDefault(r => r.Unit == unit && r.Indicator == change.Indicator)?.Rows.Length ?? 0;
        if (change.Row is { } row && (row < 1 || row > rows + WhatIf.MostChanges || (change.Field is null && row > rows)))
            return TrialFindings.NoSuchRow.At(Place.At($"{at}/row"), ThaiNumerals.Number(row), ThaiNumerals.Number(rows));
        var fields = change.Row is null ? indicator.Register.Facts.Select(f => f.Id) : indicator.Register.Columns.Select(c => c.Id);
        if (change is { Field: null, Row: null } || (change.Field is { } field && !fields.Contains(field)))
            return TrialFindings.NoSuchField.At(Place.At($"{at}/field"), change.Field ?? "", string.Join(", ", fields));
        return change.Value?.Length > LongestValue ? TrialFindings.ValueTooLong.At(Place.At($"{at}/value"), ThaiNumerals.Number(LongestValue)) : null;
    }
}
