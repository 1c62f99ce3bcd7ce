using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Forms;
using Kalasin.Evaluation.Forms.Word;

namespace Kalasin.Evaluation;

/// <summary>
/// The form that a unit fills in, as an Excel or a Word file: a cover that says what is asked, a sheet for each indicator with everything known
/// filled in beforehand, and the hidden mark that readers know it by. It holds no formulas. Immutable and thread-safe: same rules, same bytes.
/// </summary>
public sealed class Form
{
    private readonly ImmutableArray<Return> current;

    private Form(AwardRules rules, ReportingUnit unit, ImmutableArray<Indicator> indicators, DateOnly asOf, ImmutableArray<Return> current) =>
        (Rules, Unit, Indicators, AsOf, this.current) = (rules, unit, indicators, asOf, current);

    /// <summary>The rules it was made by.</summary>
    public AwardRules Rules { get; }

    /// <summary>Who fills it in.</summary>
    public ReportingUnit Unit { get; }

    /// <summary>What it asks about, in order; at least one.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>Title in the file's properties.</summary>
    internal string Title => $"แบบรายงาน {Unit.Name.Thai} {Rules.Framework.Title.Thai}";

    /// <summary>Day it is of.</summary>
    internal DateOnly AsOf { get; }

    /// <summary>What is filled in already of an indicator; <see langword="null"/> where nothing is.</summary>
    internal Return? Filled(IndicatorNumber indicator) => current.LastOrDefault(r => r.Unit == Unit.Code && r.Indicator == indicator);

    /// <summary>The form of a unit.</summary>
    /// <param name="rules">The round's rules.</param>
    /// <param name="unit">A unit of the plan.</param>
    /// <param name="options">Default: all indicators of the unit.</param>
    /// <exception cref="ArgumentException">The plan has no such unit, or the unit isn't asked to report on that indicator, or on any (<see cref="AwardRules.AskedOf"/>).</exception>
    public static Form For(AwardRules rules, UnitCode unit, FormOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        options ??= FormOptions.Default;
        var found = rules.Plan.Find(unit) ?? throw new ArgumentException($"The plan {rules.Plan.Id} has no unit '{unit}'.", nameof(unit));
        ImmutableArray<Indicator> indicators = [.. rules.AskedOf(unit).Where(i => options.Indicator is null || i.Number == options.Indicator)];
        if (indicators.IsEmpty)
            throw new ArgumentException(
                $"The unit '{unit}' reports on {(options.Indicator is { } asked ? $"no indicator {asked}" : "no indicator")}.", nameof(unit));
        return new(rules, found, indicators, options.AsOf ?? rules.Plan.AuthoritiesOn, options.Current);
    }

    /// <summary>The form as a workbook.</summary>
    internal Workbook ToWorkbook()
    {
        var lists = new OfferedLists(Rules);
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        sheets.Add(CoverSheet.Compose(this));
        foreach (var indicator in Indicators) sheets.Add(new IndicatorForm(this, indicator, lists).Compose());
        sheets.Add(MarkSheet.Compose(this, lists));
        return new(Title, AsOf, sheets.ToImmutable()) { Author = Rules.Plan.Office.Thai };
    }

    /// <summary>Writes the form as an Excel file; the stream need not seek and is left open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteAsync(Stream stream, CancellationToken cancellationToken = default) => ToWorkbook().WriteAsync(stream, cancellationToken);

    /// <summary>Writes the form as a Word file; the stream need not seek and is left open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteWordAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return WordForm.WriteAsync(this, stream, cancellationToken);
    }

    /// <summary>Saves the form. An existing file is replaced once the new one is whole.</summary>
    /// <param name="path">Where to; the ending is <c>.xlsx</c>, or <c>.docx</c> for a Word file.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
        {
            await ToWorkbook().SaveAsync(path, cancellationToken);
            return;
        }
        using var whole = new MemoryStream();
        await WriteWordAsync(whole, cancellationToken);
        whole.Position = 0;
        await using var file = File.Create(path);
        await whole.CopyToAsync(file, cancellationToken);
    }
}
