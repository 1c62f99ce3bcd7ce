using System.Buffers;
using System.Globalization;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>What the schema says about rows beyond their single cells: its checks, and that keys are unique.</summary>
internal static class RowChecks
{
    private const int RowsNamed = 10;

    public static void Check(
        RegisterSchema schema, RowDrafts rows, ValuesById facts, ReadingScope scope, RegisterReader register)
    {
        foreach (var row in rows)
            foreach (var check in schema.Checks)
                if (scope.Predicates.Holds(check.Violated, new PredicateSubject(row.Values, facts)))
                    register.NotesOf(row, check.Column).Say(KindOf(check.Severity), check.Message, check.Remedy);
        if (!schema.Key.IsEmpty) FindDuplicates(schema, rows, register);
    }

    private static void FindDuplicates(RegisterSchema schema, RowDrafts rows, RegisterReader register)
    {
        foreach (var same in Twins(rows, schema).GroupBy(r => string.Join('\u001F', schema.Key.Select(k => KeyOf(r.Values.GetValueOrDefault(k))))).Where(g => g.Skip(1).Any()))
        {
            var all = same.ToList();
            var name = string.Join(" · ", schema.Key.Select(k => register.TypedIn(all[0], k)).Where(t => t is not null));
            register.NotesOf(all[1], schema.Key[0]).Say(DuplicateRows, Words.Quote(name), ThaiNumerals.Number(all.Count), ThaiNumerals.Digits(NumbersOf(all)));
        }
    }

    /// <summary>Rows that some other may have the key of: by hash codes, so that the key of a row that stands alone is never made.</summary>
    private static List<RowDraft> Twins(RowDrafts rows, RegisterSchema schema)
    {
        var (hashes, sorted) = (ArrayPool<int>.Shared.Rent(rows.Count), ArrayPool<int>.Shared.Rent(rows.Count));
        for (var i = 0; i < rows.Count; i++) hashes[i] = HashOf(rows[i], schema);
        hashes.AsSpan(0, rows.Count).CopyTo(sorted);
        Array.Sort(sorted, 0, rows.Count);
        var twice = new HashSet<int>();
        for (var i = 1; i < rows.Count; i++)
            if (sorted[i] == sorted[i - 1]) twice.Add(sorted[i]);
        twice.Remove(NoKey);
        List<RowDraft> twins = [.. rows.Where((_, i) => twice.Contains(hashes[i]))];
        ArrayPool<int>.Shared.Return(hashes);
        ArrayPool<int>.Shared.Return(sorted);
        return twins;
    }

    /// <summary>Of a row without a key, or with one that wasn't read.</summary>
    private const int NoKey = 0;

    private static int HashOf(RowDraft row, RegisterSchema schema)
    {
        var hash = new HashCode();
        var isFilled = false;
        foreach (var column in schema.Key)
        {
            var value = row.Values.GetValueOrDefault(column);
            if (value is UnreadValue) return NoKey;
            isFilled |= value is not null;
            hash.Add(value switch { null => 0, TextValue text => ThaiText.HashOfKey(text.Text), _ => value.GetHashCode() });
        }
        return !isFilled ? NoKey : hash.ToHashCode() is not NoKey and var made ? made : 1;
    }

    private static string NumbersOf(List<RowDraft> rows) =>
        string.Join(", ", rows.Take(RowsNamed).Select(r => r.Number.ToString(CultureInfo.InvariantCulture)))
        + (rows.Count > RowsNamed ? ", …" : "");

    private static string KeyOf(CellValue? value) => value switch
    {
        null => "",
        TextValue text => ThaiText.Key(text.Text),
        NumberValue number => number.Number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateValue date => date.Date.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static FindingKind KindOf(Severity severity) => severity switch
    {
        Severity.Error => CheckFailed,
        Severity.Warning => CheckWarns,
        _ => CheckTells,
    };
}
