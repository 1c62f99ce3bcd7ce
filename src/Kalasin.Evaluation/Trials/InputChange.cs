namespace Kalasin.Evaluation;

/// <summary>
/// One input that is thought to be another: a cell or fact of a return, a row taken out, or a person's score. Texts are understood as those of a form
/// are.
/// </summary>
/// <param name="Indicator">On what.</param>
public sealed record InputChange(IndicatorNumber Indicator)
{
    /// <summary>Whose return, or the entrant whose score it is where units are scored. Default: none, which is right for the score of a province.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Number of the row, as people call it; the one after the last is a new row. Default: none, and <see cref="Field"/> is a fact.</summary>
    public int? Row { get; init; }

    /// <summary>Id of the column or fact. Default: none, and the whole row is taken out.</summary>
    public string? Field { get; init; }

    /// <summary>What would stand there, as somebody would type it. Default: nothing, which empties the cell.</summary>
    public string? Value { get; init; }

    /// <summary>The score that a person would give. Default: none, and it is a return that changes.</summary>
    public decimal? Score { get; init; }
}
