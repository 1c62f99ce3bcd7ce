using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>What the table with the mark, a hidden sheet of our workbooks, says a form is. Every value is a claim until it fits the round.</summary>
internal sealed class FormIdentity
{
    /// <summary>Whether revisions that shipped asked the same as a framework: reading one takes longer than reading a form.</summary>
    private static readonly ConditionalWeakTable<Framework, ConcurrentDictionary<int, bool>> Compared = [];

    private readonly ImmutableDictionary<string, string> values;
    private readonly Place place;

    private FormIdentity(ImmutableDictionary<string, string> values, Place place) => (this.values, this.place) = (values, place);

    /// <summary>The mark of a form, or <see langword="null"/> when it has none.</summary>
    /// <param name="tables">The tables of a file.</param>
    /// <param name="form">Which form. Default: that of a unit.</param>
    public static FormIdentity? Of(ImmutableArray<RawTable> tables, string form = FormMark.FormValue)
    {
        if (tables.FirstOrDefault(t => t.Name == FormLayout.MarkSheet) is not { } mark) return null;
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var row in mark.Rows.Take(50))
            if (row.At(1) is { } name && row.At(2) is { } value) found[name.Text.Trim()] = value.Text.Trim();
        return found.GetValueOrDefault(FormMark.Form) == form ? new(found.ToImmutable(), mark.Place) : null;
    }

    /// <summary>The unit the form was made for.</summary>
    public UnitCode? Unit => UnitCode.TryParse(values.GetValueOrDefault(FormMark.Unit), out var code) ? code : null;

    /// <summary>A whole number from 1 on, of at most four digits; <see langword="null"/> where the mark has none.</summary>
    public int? Whole(string name) =>
        values.GetValueOrDefault(name) is { Length: <= 4 } text && int.TryParse(ThaiNumerals.ToArabic(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>Whether the form belongs to this round; what doesn't fit is found.</summary>
    public bool Fits(AwardRules rules, GroupedFindings findings)
    {
        var (framework, round) = (values.GetValueOrDefault(FormMark.Framework, ""), values.GetValueOrDefault(FormMark.Round, ""));
        if (framework != rules.Framework.Id.Value)
        {
            findings.Add(OtherFramework.At(place, Words.Quote(framework), rules.Framework.Id.Value));
            return false;
        }
        if (round != rules.Plan.Id.Value)
        {
            findings.Add(OtherRound.At(place, Words.Quote(round), rules.Plan.Id.Value));
            return false;
        }
        var (revision, current) = (values.GetValueOrDefault(FormMark.Revision, ""), $"{rules.Framework.Revision}");
        if (ThaiNumerals.ToArabic(revision) != current && !AsksTheSame(revision, rules.Framework))
            findings.Add(OtherRevision.At(place, ThaiNumerals.Digits(revision.Length == 0 ? "–" : Words.Quote(revision).English), ThaiNumerals.Digits(current)));
        return true;
    }

    /// <summary>A form of a former revision that shipped and asked in the same words is as good as a new one.</summary>
    private static bool AsksTheSame(string revision, Framework current)
    {
        if (!int.TryParse(ThaiNumerals.ToArabic(revision), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var known = Compared.GetValue(current, static _ => new());
        if (known.TryGetValue(number, out var same)) return same;
        if (ShippedRevisions.Find<Framework>(current.Id.Value, number) is not { } former) return false;
        return known[number] = Asked(former).SequenceEqual(Asked(current));
    }

    private static IEnumerable<string> Asked(Framework framework) =>
        from indicator in framework.Indicators
        let register = indicator.Register
        from asked in register.Columns.Select(c => (c.Id, Words: c.Heading, c.Type, c.Options))
            .Concat(register.Facts.Select(f => (f.Id, Words: f.Label, f.Type, f.Options)))
        select $"{indicator.Number} {asked.Id} {asked.Words.Thai} {asked.Type} {string.Join('|', asked.Options.Select(o => $"{o.Id} {o.Text.Thai}"))}";
}
