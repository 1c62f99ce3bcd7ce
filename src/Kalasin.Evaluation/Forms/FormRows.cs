using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>
/// The rows that a register is offered with: one for each local authority, or each thing on a list, where the register is of them; those of the
/// version that is corrected; blank ones.
/// </summary>
internal sealed class FormRows(Form form, Indicator indicator)
{
    private readonly RegisterSchema schema = indicator.Register;
    private readonly Column? district = FormLayout.DistrictOf(indicator.Register);

    /// <summary>Whether a row is there for what it is about, and says so in a column.</summary>
    public bool IsListed(Column column, FormRow row) => row.Name is not null && (column.Id == schema.Prefill || column == district);

    /// <summary>The rows.</summary>
    /// <param name="blank">Empty ones that are offered at least.</param>
    /// <param name="isFilled">Whether those of the version that is corrected are among them.</param>
    public ImmutableArray<FormRow> Of(int blank, bool isFilled = true)
    {
        var known = isFilled ? form.Filled(indicator.Number)?.Rows ?? [] : [];
        if (schema.Prefill is not { } prefill)
            return [.. known.Select(r => new FormRow(r.Values)), .. Enumerable.Repeat(FormRow.Empty, known.IsEmpty ? blank : Math.Max(10, blank - known.Length))];
        var about = new Dictionary<string, ValuesById>(StringComparer.Ordinal);
        foreach (var row in known)
            if (row[prefill] is { } value) about.TryAdd(FormText.Of(value, schema.Find(prefill)!, form.Rules), row.Values);
        ImmutableArray<FormRow> listed =
        [
            .. Listed().Select(l => new FormRow(about.Remove(l.Name, out var values) ? values : ValuesById.Empty) { Name = l.Name, District = l.District ?? "-", IsOfDistrict = column => column == district }),
        ];
        return [.. listed, .. about.Values.Select(v => new FormRow(v))];
    }

    /// <summary>How many rows are there for what they are about.</summary>
    public int Count => schema.Prefill is null ? 0 : Listed().Length;

    /// <summary>The population the rule counts, or else all authorities, or what is on the list; of a district office those of its district.</summary>
    private ImmutableArray<(string Name, string? District)> Listed()
    {
        if (schema.Find(schema.Prefill!)?.List is { } list)
            return
            [
                .. from item in form.Rules.Plan.Lists.First(t => t.List == list).Items
                   where form.Unit.District is null || item.District is null || item.District == form.Unit.District
                   select (item.Name.Thai, form.Rules.Province.Districts.FirstOrDefault(d => d.Code == item.District)?.Name),
            ];
        var population = indicator.Measure.Over is { } p && p.Key == schema.Prefill ? p : null;
        var register = population is null ? form.Rules.Authorities : form.Rules.AuthoritiesOn(population.On);
        return
        [
            .. from authority in register.Authorities
               where population is null || population.Kinds.IsEmpty || population.Kinds.Contains(authority.Kind)
               where form.Unit.District is null || authority.District?.Code == form.Unit.District
               select (register.DisplayName(authority), authority.District?.Name),
        ];
    }
}

/// <summary>A row of a register as it is offered.</summary>
/// <param name="Values">What is filled in already.</param>
internal sealed record FormRow(ValuesById Values)
{
    /// <summary>A row with nothing in it.</summary>
    public static FormRow Empty { get; } = new(ValuesById.Empty);

    /// <summary>What it is there for; <see langword="null"/> for a row like any other.</summary>
    public string? Name { get; init; }

    /// <summary>The district of what it is there for.</summary>
    public string District { get; init; } = "-";

    /// <summary>Whether a column says the district.</summary>
    public Func<Column, bool> IsOfDistrict { get; init; } = _ => false;

    /// <summary>What a listed row says in a column.</summary>
    public string? Listed(Column column) => Name is null ? null : IsOfDistrict(column) ? District : Name;
}
