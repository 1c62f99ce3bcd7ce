using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>One indicator of one entrant with everything its measurement depends on except the returns.</summary>
internal sealed class IndicatorCase
{
    public IndicatorCase(AwardRules rules, Indicator indicator, ReportingUnit? entrant, DateOnly evaluationDate, Decisions decisions)
    {
        (Rules, EvaluationDate) = (rules, evaluationDate);
        var classes = entrant?.Classes ?? rules.Plan.Classes;
        var scale = indicator.Scale?.For(classes);
        ScaleSources = [.. indicator.Scale?.SourcesFor(classes) ?? []];
        Indicator = ReferenceEquals(scale, indicator.Scale) ? indicator : indicator with { Scale = scale };
        if (scale is null && indicator.Scale is { } unsaid)
            Unclassed = BilingualText.Join(", ", rules.Framework.Classes.Where(c => unsaid.Classes.Contains(c.Id)).Select(c => c.Name));
        Hosting = rules.HostingOf(indicator.Number);
        Hosts = entrant is null ? [.. rules.Plan.Units.Where(u => Hosting.Hosts.Contains(u.Code))] : [entrant];
        Lead = entrant?.Code ?? Hosting.Lead;
        District = entrant?.District;
        Rulings = new(indicator.Number, entrant?.Code, decisions);
        DistrictColumn = FormLayout.DistrictOf(indicator.Register)?.Id;
        PlaceColumns = [.. indicator.Register.Columns.Where(c => c.Type is ColumnType.Authority or ColumnType.Sender).Select(c => c.Id).Order(StringComparer.Ordinal)];
        Predicates = new(evaluationDate);
        Reasons = new(indicator.Register, Predicates);
        Names = new(indicator.Register, this);
    }

    public AwardRules Rules { get; }

    /// <summary>The indicator, with the scale of the entrant's class.</summary>
    public Indicator Indicator { get; }

    /// <summary>Where that scale comes from, the distinction of classes included.</summary>
    public ImmutableArray<RuleSource> ScaleSources { get; }

    /// <summary>What the plan doesn't say of the entrant and the scale depends on; <see langword="null"/> where it knows enough.</summary>
    public BilingualText? Unclassed { get; }

    public DateOnly EvaluationDate { get; }

    public Hosting Hosting { get; }

    /// <summary>Who reports, in the plan's order; a single unit where units are scored.</summary>
    public ImmutableArray<ReportingUnit> Hosts { get; }

    public UnitCode Lead { get; }

    /// <summary>Where a district office is scored by itself: its district, which then bounds every population.</summary>
    public string? District { get; }

    /// <summary>Text column that says the district of a row; <see langword="null"/> where there is none.</summary>
    public string? DistrictColumn { get; }

    /// <summary>Columns of local authorities and senders, by their ids.</summary>
    public ImmutableArray<string> PlaceColumns { get; }

    public Rulings Rulings { get; }

    public DuplicateVerdicts Verdicts => Rulings.Duplicates;

    public PredicateEvaluator Predicates { get; }

    public PredicateReasons Reasons { get; }

    public RowNames Names { get; }

    /// <summary>Name of a unit; a unit that the plan doesn't know is called by its code.</summary>
    public BilingualText NameOf(UnitCode unit) => Rules.Plan.Find(unit)?.Name ?? unit.Value;

    /// <summary>What forms and reports call a column.</summary>
    public BilingualText HeadingOf(string column) => Indicator.Register.HeadingOf(column);

    /// <summary>The things on the list of a column that concern the entrant; default where the column has no list.</summary>
    public ImmutableArray<ListItem> Listed(string column) => Indicator.Register.Find(column)?.List is { } list
        ? [.. (Rules.Plan.Lists.FirstOrDefault(t => t.List == list)?.Items ?? []).Where(item => District is null || item.District is null || item.District == District)]
        : default;

    /// <summary>Whether an authority is within the entrant's bounds.</summary>
    public bool Concerns(LocalAuthority authority) => District is null || authority.District?.Code == District;
}
