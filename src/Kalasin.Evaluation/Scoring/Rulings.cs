using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>What people decided about one indicator of one entrant; of two decisions about the same thing the later holds.</summary>
internal sealed class Rulings
{
    private readonly Dictionary<UnitCode, ExcludedReturn> returns = [];
    private readonly Dictionary<RowFingerprint, RuledOutRow> rows = [];
    private readonly HashSet<UnitCode> unitsOfRows = [];
    private readonly Dictionary<UnitCode, ExcusedUnit> excused = [];

    public Rulings(IndicatorNumber indicator, UnitCode? entrant, Decisions decisions)
    {
        foreach (var e in decisions.Excluded.Where(e => e.Indicator == indicator)) returns[e.Unit] = e;
        foreach (var r in decisions.ExcludedRows.Where(r => r.Indicator == indicator))
        {
            rows[r.Row] = r;
            unitsOfRows.Add(r.Row.Unit);
        }
        // One for this indicator goes before one for all.
        foreach (var u in decisions.Excused.Where(u => u.Indicator is null)) excused[u.Unit] = u;
        foreach (var u in decisions.Excused.Where(u => u.Indicator == indicator)) excused[u.Unit] = u;
        Settled = decisions.Disagreements.LastOrDefault(d => d.Indicator == indicator);
        Assessed = decisions.Assessments.LastOrDefault(a => a.Indicator == indicator && a.Entrant == entrant);
        Duplicates = new([.. decisions.Duplicates.Where(d => d.Indicator == indicator)]);
    }

    /// <summary>What was judged of pairs of rows.</summary>
    public DuplicateVerdicts Duplicates { get; }

    /// <summary>Whose answer counts where hosts disagree.</summary>
    public DisagreementDecision? Settled { get; }

    /// <summary>The score that a person gave.</summary>
    public Assessment? Assessed { get; }

    /// <summary>Rows that were excluded.</summary>
    public IEnumerable<RuledOutRow> Rows => rows.Values;

    /// <summary>Whether a row of a unit was excluded or judged.</summary>
    public bool NameRowsOf(UnitCode unit) => unitsOfRows.Contains(unit) || Duplicates.NameRowsOf(unit);

    /// <summary>Why a unit's return doesn't count; <see langword="null"/> when it does.</summary>
    public ExcludedReturn? Excluded(UnitCode unit) => returns.GetValueOrDefault(unit);

    /// <summary>Why a unit need not report; <see langword="null"/> when it must.</summary>
    public ExcusedUnit? Excused(UnitCode unit) => excused.GetValueOrDefault(unit);

    /// <summary>Why a row doesn't count; <see langword="null"/> when nobody excluded it.</summary>
    public RuledOutRow? Excluded(RowReference row) => unitsOfRows.Contains(row.Unit) ? rows.GetValueOrDefault(Duplicates.Of(row)) : null;
}
