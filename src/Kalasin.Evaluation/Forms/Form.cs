using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Forms;

namespace Kalasin.Evaluation;

/// <summary>
/// The Excel form that a unit fills in: a cover that says what is asked, a sheet for each indicator with everything known filled in
/// beforehand, and the hidden mark that readers know it by. It holds no formulas. Immutable and thread-safe: same rules, same bytes.
/// </summary>
public sealed class Form
{
    private readonly DateOnly asOf;

    private Form(AwardRules rules, ReportingUnit unit, ImmutableArray<Indicator> indicators, DateOnly asOf) =>
        (Rules, Unit, Indicators, this.asOf) = (rules, unit, indicators, asOf);

    /// <summary>The rules it was made by.</summary>
    public AwardRules Rules { get; }

    /// <summary>Who fills it in.</summary>
    public ReportingUnit Unit { get; }

    /// <summary>What it asks about, in order; at least one.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>The form of a unit.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="unit">A unit of the plan.</param>
    /// <param name="options">Default: all indicators of the unit.</param>
    /// <exception cref="ArgumentException">The plan has no such unit, or the unit doesn't report on the indicator asked for, or on none.</exception>
    public static Form For(AwardRules rules, UnitCode unit, FormOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        options ??= FormOptions.Default;
        var found = rules.Plan.Find(unit) ?? throw new ArgumentException($"The plan {rules.Plan.Id} has no unit '{unit}'.", nameof(unit));
        ImmutableArray<Indicator> indicators = [.. rules.IndicatorsOf(unit).Where(i => options.Indicator is null || i.Number == options.Indicator)];
        if (indicators.IsEmpty)
            throw new ArgumentException(
                $"The unit '{unit}' reports on {(options.Indicator is { } asked ? $"no indicator {asked}" : "no indicator")}.", nameof(unit));
        return new(rules, found, indicators, options.AsOf ?? rules.Plan.AuthoritiesOn);
    }

    /// <summary>The form as a workbook.</summary>
    internal Workbook ToWorkbook()
    {
        var lists = new OfferedLists(Rules);
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        sheets.Add(CoverSheet.Compose(this));
        foreach (var indicator in Indicators) sheets.Add(new IndicatorForm(this, indicator, lists).Compose());
        sheets.Add(MarkSheet.Compose(this, lists));
        return new($"แบบรายงาน {Unit.Name.Thai} {Rules.Framework.Title.Thai}", asOf, sheets.ToImmutable()) { Author = Rules.Plan.Office.Thai };
    }

    /// <summary>Writes the form as an Excel file; the stream need not seek and is left open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteAsync(Stream stream, CancellationToken cancellationToken = default) => ToWorkbook().WriteAsync(stream, cancellationToken);

    /// <summary>Saves the form. An existing file is replaced once the new one is whole.</summary>
    /// <param name="path">Where to; the ending is <c>.xlsx</c>.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => ToWorkbook().SaveAsync(path, cancellationToken);
}
