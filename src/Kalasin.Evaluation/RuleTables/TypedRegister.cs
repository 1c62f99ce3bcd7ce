using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What units fill in for one indicator, found by the headings that an officer typed: fields of rows, and values that a return has once.</summary>
/// <param name="draft">Knows the ids that the details give.</param>
/// <param name="index">Place of the indicator.</param>
/// <param name="fields">Its fields.</param>
/// <param name="facts">Its single values.</param>
internal sealed class TypedRegister(RulesDraft draft, int index, ImmutableArray<TypedRow> fields, ImmutableArray<TypedRow> facts)
{
    /// <summary>Headings that a finding offers.</summary>
    private const int MostOffered = 20;

    private readonly Dictionary<string, int> columns = Keys(fields, "heading"), labels = Keys(facts, "label");

    /// <summary>Where its indicator stands.</summary>
    public string Pointer { get; } = $"/indicators/{index}";

    public ImmutableArray<TypedRow> Fields => fields;

    public ImmutableArray<TypedRow> Facts => facts;

    /// <summary>Facts that stand before <see cref="Facts"/>: the questions of a measure in levels.</summary>
    public int Questions { get; set; }

    public string ColumnId(int at) => draft.IdAt($"{Pointer}/register/columns/{at}", $"c{at + 1}");

    public string FactId(int at) => draft.IdAt($"{Pointer}/register/facts/{at}", at < Questions ? $"level-{at + 1}" : $"fact-{at - Questions + 1}");

    /// <summary>The id of an option of a column or fact.</summary>
    public static string OptionId(RulesDraft draft, string pointer, int at) => draft.IdAt($"{pointer}/options/{at}", $"o{at + 1}");

    /// <summary>The column of a heading; -1 where there is none such.</summary>
    public int ColumnOf(string heading) => columns.GetValueOrDefault(ThaiText.Key(heading), -1);

    /// <summary>What a heading, or a word for a day, names in a condition; <see langword="null"/> where it names nothing.</summary>
    public TypedOperand? Find(string heading)
    {
        if (ColumnOf(heading) is >= 0 and var column) return Of("column", ColumnId(column), fields[column], $"{Pointer}/register/columns/{column}");
        if (labels.TryGetValue(ThaiText.Key(heading), out var fact)) return Of("fact", FactId(Questions + fact), facts[fact], $"{Pointer}/register/facts/{Questions + fact}");
        return DayOf(ThaiNumerals.ToArabic(heading.Trim())) is { } day ? new(day, "date", null, "") : null;
    }

    /// <summary>What may be chosen in a field, and the id of each.</summary>
    public ImmutableArray<(string Text, string Id)> OptionsOf(TypedOperand field) =>
        field.Row is { } row ? [.. FrameworkTables.OptionsOf(row).Select((text, i) => (text, OptionId(draft, field.Pointer, i)))] : [];

    /// <summary>What a cell names; a cell that names nothing is a finding.</summary>
    public TypedOperand? Find(TypedCell cell, RuleValues values)
    {
        if (values.TextOf(cell, new("หัวช่อง", "Heading")) is not { } heading) return null;
        if (Find(heading) is { } found) return found;
        values.Add(RuleTableFindings.NotAChoice, cell.Place, RuleValues.Shown(heading),
            string.Join(" / ", fields.Select(f => f["heading"].Text).Concat(facts.Select(f => f["label"].Text)).Take(MostOffered)));
        return null;
    }

    private static Dictionary<string, int> Keys(ImmutableArray<TypedRow> rows, string column)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, row) in rows.Index()) keys.TryAdd(ThaiText.Key(row[column].Text), i);
        return keys;
    }

    private static TypedOperand Of(string kind, string name, TypedRow row, string pointer) => new(new() { ["kind"] = kind, ["name"] = name }, FrameworkTables.TypeOf(row), row, pointer);

    private static JsonObject? DayOf(string word) => word switch
    {
        ConditionTables.Judged => new() { ["kind"] = "evaluationDate" },
        _ when word.StartsWith(ConditionTables.YearEnd, StringComparison.Ordinal)
            && int.TryParse(word[ConditionTables.YearEnd.Length..], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var year) => new() { ["kind"] = "fiscalYearEnd", ["year"] = year },
        _ => null,
    };
}

/// <summary>A part of a condition that a cell names.</summary>
/// <param name="Node">Its JSON.</param>
/// <param name="Type">What it holds; <see langword="null"/> where its row names no type.</param>
/// <param name="Row">The row of its field; <see langword="null"/> of a day.</param>
/// <param name="Pointer">Where the field stands.</param>
internal sealed record TypedOperand(JsonObject Node, string? Type, TypedRow? Row, string Pointer)
{
    public bool IsFact => (string?)Node["kind"] == "fact";

    public string? Name => (string?)Node["name"];
}
