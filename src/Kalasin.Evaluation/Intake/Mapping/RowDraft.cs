using System.Collections;
using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>The rows of a register while they are being read.</summary>
/// <param name="rows">The rows of a table among which they stand.</param>
internal sealed class RowDrafts(ReadOnlyMemory<RawRow> rows) : IReadOnlyList<RowDraft>
{
    private readonly ImmutableArray<RegisterRow>.Builder made = ImmutableArray.CreateBuilder<RegisterRow>(rows.Length);
    private readonly List<int> stand = new(rows.Length);

    /// <summary>No row, of no table.</summary>
    public static RowDrafts None => new(default);

    public int Count => made.Count;

    public RowDraft this[int index] => new(this, index);

    /// <summary>Takes a row.</summary>
    /// <param name="row">Which of the table's rows it is, from 0.</param>
    /// <param name="values">Its values, which may still be filled in.</param>
    public RowDraft Add(int row, ValuesById values)
    {
        stand.Add(row);
        made.Add(new(made.Count + 1, values));
        return this[made.Count - 1];
    }

    /// <summary>Where a row stands.</summary>
    public RawRow RowAt(int index) => rows.Span[stand[index]];

    /// <summary>A row as it is now.</summary>
    public RegisterRow MadeAt(int index) => made[index];

    /// <summary>Takes down an error in a row.</summary>
    public void Fault(int index, Finding fault) => made[index] = made[index] with { Faults = made[index].Faults.Add(fault) };

    /// <summary>The rows as they are now; there are none here afterwards.</summary>
    public ImmutableArray<RegisterRow> Finish() => made.DrainToImmutable();

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
