using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>A row of a register while it is being read.</summary>
/// <param name="row">Where it stands.</param>
/// <param name="number">Position among the filled rows, from 1.</param>
internal sealed class RowDraft(RawRow row, int number)
{
    private List<Finding>? faults;
    private RegisterRow? made;

    /// <summary>Where it stands.</summary>
    public RawRow Row => row;

    /// <summary>Position among the filled rows, from 1.</summary>
    public int Number => number;

    /// <summary>Values by column id.</summary>
    public ValuesById Values { get; set; } = ValuesById.Empty;

    /// <summary>Whether errors keep it from counting, so far.</summary>
    public bool IsFaulty => faults is not null;

    /// <summary>Takes down an error.</summary>
    public void Fault(Finding fault)
    {
        (faults ??= []).Add(fault);
        made = null;
    }

    /// <summary>The row as it is now.</summary>
    public RegisterRow ToRow() => made ??= new(number, Values) { Faults = faults is null ? [] : [.. faults] };
}
