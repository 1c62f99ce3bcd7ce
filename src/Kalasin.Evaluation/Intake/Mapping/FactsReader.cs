using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Facts that were read, and where findings on each of them go.</summary>
internal sealed record ReadFacts(ValuesById Values, IReadOnlyDictionary<string, CellNotes> Notes);

/// <summary>Reads ข้อมูลประกอบ: a label and a value in each row.</summary>
internal static class FactsReader
{
    public static ReadFacts Read(TablePart? part, RegisterSchema schema, CellReader cells, TableNotes notes)
    {
        var values = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        var where = new Dictionary<string, CellNotes>(StringComparer.Ordinal);
        foreach (var row in part?.Below ?? [])
        {
            var filled = row.Cells.Where(c => !Words.IsBlank(c.Text) || c.Kind is Containers.RawKind.Uncalculated).ToList();
            if (filled is not [var label, var value, ..]) continue;
            if (FactOf(schema, label.Text) is not { } fact || values.ContainsKey(fact.Id))
            {
                notes.SayAt(row.PlaceOf(label.Column), UnknownFact, Words.Quote(label.Text), Words.Quote(value.Text));
                continue;
            }
            where.Add(fact.Id, notes.Cell(row, value));
            values.Add(fact.Id, cells.Read(fact, value, where[fact.Id]));
            foreach (var more in filled.Skip(2)) notes.SayAt(row.PlaceOf(more.Column), NotRead, Words.Quote(more.Text));
        }
        return new(ValuesById.Of(values), where);
    }

    private static Fact? FactOf(RegisterSchema schema, string label)
    {
        var key = Words.Key(label);
        return schema.Facts.FirstOrDefault(f => f.Synonyms.Prepend(f.Label.Thai).Append(f.Label.English).Append(f.Id).Any(n => Words.Key(n) == key))
            ?? (schema.Facts.Where(f => ThaiText.IsNearMiss(f.Label.Thai, label)).Take(2).ToList() is [var near] ? near : null);
    }
}
