using System.Collections;
using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>The rows of a register while they are being read.</summary>
/// <param name="most">How many there can be.</param>
internal sealed class RowDrafts(int most) : IReadOnlyList<RowDraft>
{
    private readonly ImmutableArray<RegisterRow>.Builder made = ImmutableArray.CreateBuilder<RegisterRow>(most);
    private readonly List<RawRow> stand = new(most);

    public int Count => made.Count;

    public RowDraft this[int index] => new(this, index);

    /// <summary>Takes a row.</summary>
    /// <param name="row">Where it stands.</param>
    /// <param name="values">Its values, which may still be filled in.</param>
    public RowDraft Add(RawRow row, ValuesById values)
    {
        stand.Add(row);
        made.Add(new(made.Count + 1, values));
        return this[made.Count - 1];
    }

    /// <summary>Where a row stands.</summary>
    public RawRow RowAt(int index) => stand[index];

    /// <summary>A row as it is now.</summary>
    public RegisterRow MadeAt(int index) => made[index];

    /// <summary>Takes down an error in a row.</summary>
    public void Fault(int index, Finding fault) => made[index] = made[index] with { Faults = made[index].Faults.Add(fault) };

    /// <summary>The rows as they are now.</summary>
    public ImmutableArray<RegisterRow> ToImmutable() => made.ToImmutable();

    public IEnumerator<RowDraft> GetEnumerator()
    {
        for (var i = 0; i < made.Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A row of a register while it is being read.</summary>
/// <param name="Rows">The rows that it is one of.</param>
/// <param name="Index">Which of them, from 0.</param>
internal readonly record struct RowDraft(RowDrafts Rows, int Index)
{
    /// <summary>Where it stands.</summary>
    public RawRow Row => Rows.RowAt(Index);

    /// <summary>Position among the filled rows, from 1.</summary>
    public int Number => Index + 1;

    /// <summary>Values by column id.</summary>
    public ValuesById Values => Rows.MadeAt(Index).Values;

    /// <summary>Whether errors keep it from counting, so far.</summary>
    public bool IsFaulty => !Rows.MadeAt(Index).Faults.IsEmpty;

    /// <summary>Takes down an error.</summary>
    public void Fault(Finding fault) => Rows.Fault(Index, fault);

    /// <summary>The row as it is now.</summary>
    public RegisterRow ToRow() => Rows.MadeAt(Index);
}
