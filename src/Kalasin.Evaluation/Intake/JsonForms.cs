using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>
/// Reads returns as JSON, as the API gives them (<c>ReturnJson</c>), one, several in a list, or several under <c>returns</c>; a value may
/// stand without its kind. Each becomes the table that a form has, so that it is understood and checked like one.
/// </summary>
internal sealed class JsonForms
{
    private readonly OpenedFile file;
    private readonly Place place;
    private readonly List<string> pointers = [];
    private readonly TableRows rows;

    private JsonForms(OpenedFile file, string pointer)
    {
        (this.file, place) = (file, file.Place with { Sheet = null, Pointer = pointer });
        // The rows hold on to where they stand, and not to who read them.
        var (table, at) = (place, pointers);
        rows = new((row, _) => table with { Pointer = at[row - 1] }, file.Contents);
    }

    public static ImmutableArray<RawTable> Read(OpenedFile file)
    {
        var bytes = new byte[file.Bytes.Length];
        file.Budget.Hold(4 * file.Bytes.Length);
        file.Bytes.TryReadAt(0, bytes);
        if (TextBytes.Marked(bytes) is { } marked) bytes = System.Text.Encoding.UTF8.GetBytes(marked.Encoding.GetString(bytes.AsSpan(marked.Length)));
        try
        {
            using var json = JsonDocument.Parse(bytes, new() { MaxDepth = file.Budget.Limits.XmlDepth });
            var (root, pointer) = (json.RootElement, "");
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("returns", out var returns)) (root, pointer) = (returns, "/returns");
            if (root.ValueKind != JsonValueKind.Array) return IsReturn(root) ? [new JsonForms(file, pointer).ReadReturn(root, pointer)] : [];
            var tables = ImmutableArray.CreateBuilder<RawTable>();
            foreach (var (element, i) in root.EnumerateArray().Select((e, i) => (e, i)))
            {
                file.Budget.Hold(256);
                if (IsReturn(element)) tables.Add(new JsonForms(file, $"{pointer}/{i}").ReadReturn(element, $"{pointer}/{i}"));
            }
            return tables.ToImmutable();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new ContentRefusedException(Damaged, "json");
        }
    }

    private static bool IsReturn(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("indicator", out _);

    private RawTable ReadReturn(JsonElement json, string at)
    {
        if (Text(json, "round") is { Length: > 0 } round) Row($"{at}/round", $"รอบ {round}");
        Label(FormPart.Unit, json, "unit", at);
        Label(FormPart.DataAsOf, json, "dataAsOf", at);
        var ticked = Text(json, "status") switch
        {
            "nil" => FormPart.StatusNil, "inProgress" => FormPart.StatusInProgress, "reported" => FormPart.StatusReported, _ => (FormPart?)null,
        };
        if (ticked is { } box) Row($"{at}/status", FormLayout.LabelOf(box), "✓");
        Label(FormPart.NilReason, json, "nilReason", at);
        if (json.TryGetProperty("narrative", out var narrative) && narrative.ValueKind == JsonValueKind.Object)
        {
            Label(FormPart.Results, narrative, "results", $"{at}/narrative");
            Label(FormPart.SuccessFactors, narrative, "successFactors", $"{at}/narrative");
            Label(FormPart.Obstacles, narrative, "obstacles", $"{at}/narrative");
            Label(FormPart.Suggestions, narrative, "suggestions", $"{at}/narrative");
        }
        if (json.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Object)
        {
            Row($"{at}/facts", FormLayout.LabelOf(FormPart.Facts));
            foreach (var fact in facts.EnumerateObject())
                if (Cell(2, fact.Value) is { } value) Row($"{at}/facts/{fact.Name}", Cell(1, fact.Name), value);
        }
        if (json.TryGetProperty("rows", out var register) && register.ValueKind == JsonValueKind.Array) ReadRows(register, $"{at}/rows");
        if (json.TryGetProperty("evidence", out var evidence) && evidence.ValueKind == JsonValueKind.Array) ReadEvidence(evidence, $"{at}/evidence");
        return new($"ตัวชี้วัด {Text(json, "indicator")}", place with { Pointer = at }, false, rows.ToImmutable());
    }

    private void ReadRows(JsonElement register, string at)
    {
        var columns = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var all = register.EnumerateArray().Select(r => r.ValueKind == JsonValueKind.Object && r.TryGetProperty("values", out var v) ? v : r).ToList();
        foreach (var row in all.Where(r => r.ValueKind == JsonValueKind.Object))
            foreach (var value in row.EnumerateObject())
            {
                file.Budget.Spend(value.Name.Length);
                columns.TryAdd(value.Name, columns.Count + 1);
                if (columns.Count > file.Budget.Limits.Columns) throw new ContentRefusedException(TooManyColumns, Count(file.Budget.Limits.Columns));
            }
        Row(at, FormLayout.LabelOf(FormPart.Register));
        Row(at, [.. columns.Keys.Select((name, i) => Cell(i + 1, name))]);
        foreach (var (row, i) in all.Select((r, i) => (r, i)))
        {
            if (row.ValueKind != JsonValueKind.Object) continue;
            Row($"{at}/{i}", [.. row.EnumerateObject().Select(v => Cell(columns[v.Name], v.Value)).OfType<RawCell>().OrderBy(c => c.Column).DistinctBy(c => c.Column)]);
        }
    }

    private void ReadEvidence(JsonElement evidence, string at)
    {
        ReadOnlySpan<(string Name, EvidenceField Field)> fields =
        [
            ("title", EvidenceField.Title), ("date", EvidenceField.Date), ("rows", EvidenceField.Rows), ("kind", EvidenceField.Kind),
            ("location", EvidenceField.Location), ("pages", EvidenceField.Pages),
        ];
        Row(at, FormLayout.LabelOf(FormPart.Evidence));
        var names = new List<string>();
        foreach (var (name, _) in fields) names.Add(name);
        Row(at, [.. names.Select((n, i) => Cell(i + 1, FormLayout.EvidenceColumns[i].Heading))]);
        foreach (var (item, i) in evidence.EnumerateArray().Select((e, i) => (e, i)))
            if (item.ValueKind == JsonValueKind.Object)
                Row($"{at}/{i}", [.. names.Select((n, c) => item.TryGetProperty(n, out var value) ? Cell(c + 1, value) : null).OfType<RawCell>()]);
    }

    private void Label(FormPart part, JsonElement json, string name, string at)
    {
        if (Text(json, name) is { Length: > 0 } text) Row($"{at}/{name}", FormLayout.LabelOf(part), text);
    }

    private void Row(string pointer, params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++) rows.Add(Cell(i + 1, texts[i]));
        End(pointer);
    }

    private void Row(string pointer, params ReadOnlySpan<RawCell> cells)
    {
        foreach (var cell in cells) rows.Add(cell);
        if (!cells.IsEmpty) End(pointer);
    }

    private void End(string pointer)
    {
        file.Budget.Hold(32 + 2 * pointer.Length);
        pointers.Add(pointer);
        rows.End(pointers.Count);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null : null;

    private RawCell Cell(int column, string text) =>
        text.Length <= file.Budget.Limits.CellCharacters
            ? new(column, RawKind.Text, text, file.Budget)
            : throw new ContentRefusedException(TextTooLong, Count(file.Budget.Limits.CellCharacters), "json");

    /// <summary>A value, with its kind or without; blank where it is null or nothing that a cell can hold.</summary>
    private RawCell? Cell(int column, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var inner = value.EnumerateObject().FirstOrDefault(p => p.Name != "kind").Value;
            return inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined ? null : Cell(column, inner);
        }
        return value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => Cell(column, text),
            JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number)
                && number.ToString("R", CultureInfo.InvariantCulture) == value.GetRawText() => new RawCell(column, RawKind.Number, number, file.Budget),
            JsonValueKind.Number => Cell(column, value.GetRawText()),
            JsonValueKind.True => new RawCell(column, RawKind.Boolean, "TRUE", file.Budget),
            JsonValueKind.False => new RawCell(column, RawKind.Boolean, "FALSE", file.Budget),
            _ => null,
        };
    }
}
