using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>A framework from the tables of <see cref="FrameworkTables"/>.</summary>
internal sealed class FrameworkDraft(TypedTables typed, List<Finding> findings)
{
    private readonly RulesDraft draft = RulesDraft.New(new(typed[ExtraTables.Details]));
    private readonly RuleValues values = new(findings);
    private JsonObject source = [];

    /// <summary>The framework as revision 1; findings name the cells.</summary>
    public RulesResult<Framework> Read() => Write() is null ? RulesResult<Framework>.Of([.. findings.Distinct()], () => null!) : draft.Read(FrameworkReader.Read, findings);

    /// <summary>Its JSON, unchecked; <see langword="null"/> where a cell is wrong.</summary>
    public JsonObject? Write()
    {
        if (IsWrong) return null;
        var deadline = About();
        var fields = Of(FrameworkTables.Fields);
        var facts = Of(ExtraTables.Facts);
        var levels = Of(FrameworkTables.Levels);
        var rows = typed[FrameworkTables.Indicators];
        if (!values.AreSingle(rows, "number", Annex.NumberName)) return null;
        var numbers = rows.Select(r => Annex.NumberOf(r["number"].Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in fields.Concat(levels).Concat(facts).Where(g => !numbers.Contains(g.Key)).Select(g => g.First()))
            values.Add(RuleTableFindings.NoIndicator, row["number"].Place, RuleValues.Shown(row["number"].Text));
        var lists = Lists();
        var registers = ImmutableArray.CreateBuilder<TypedRegister>();
        var indicators = new JsonArray();
        foreach (var row in rows)
        {
            var number = Annex.NumberOf(row["number"].Text);
            registers.Add(new(draft, indicators.Count, [.. fields[number]], [.. facts[number]]));
            indicators.Add((JsonNode)new IndicatorDraft(draft, values, source, deadline, row, registers[^1], lists, [.. levels[number]]).Write());
        }
        draft.Node["indicators"] = indicators;
        draft.Came("/indicators", rows.IsEmpty ? Place.Nowhere : rows[0].Place);
        new ExtrasDraft(draft, values, typed, registers.ToImmutable(), deadline, source).Write();
        draft.Complete(values);
        return IsWrong ? null : draft.Node;
    }

    private bool IsWrong => findings.Exists(f => f.Severity == Severity.Error);

    private ILookup<string, TypedRow> Of(string table) => typed[table].ToLookup(r => Annex.NumberOf(r["number"].Text), StringComparer.Ordinal);

    /// <summary>Writes the lists that the framework names; their ids by the key of their names.</summary>
    private Dictionary<string, string> Lists()
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new JsonArray();
        foreach (var (i, row) in typed[ExtraTables.Lists].Index())
        {
            var id = draft.IdAt($"/lists/{i}", $"list-{i + 1}");
            if (!ids.TryAdd(ThaiText.Key(row["name"].Text), id)) values.Add(RuleTableFindings.Twice, row["name"].Place, RuleValues.Shown(row["name"].Text));
            lists.Add((JsonNode)new JsonObject { ["id"] = id, ["name"] = RulesDraft.Text(row["name"].Text), ["source"] = source.DeepClone() });
            foreach (var part in (ReadOnlySpan<string>)["", "/name"]) draft.Came($"/lists/{i}{part}", row["name"].Place);
        }
        if (lists.Count > 0) draft.Node["lists"] = lists;
        return ids;
    }

    private DateOnly About()
    {
        var node = draft.Node;
        var title = Needed(FrameworkTables.Title) ?? "-";
        var english = Item(FrameworkTables.EnglishTitle);
        (node["id"], node["revision"]) = (Needed(FrameworkTables.Id) ?? "x", 1);
        node["title"] = new JsonObject { ["th"] = title, ["en"] = english.IsEmpty ? title : english.Text };
        node["project"] = node["title"]!.DeepClone();
        node["authority"] = RulesDraft.Text(Needed(FrameworkTables.Giver) ?? "-");
        node["fiscalYear"] = values.WholeOf(NeededCell(FrameworkTables.Year), 2400, 2800) ?? 2500;
        node["entrant"] = values.ChoiceOf(NeededCell(FrameworkTables.Entrant), [FrameworkTables.Province, FrameworkTables.Unit]) == 1 ? "unit" : "province";
        var origin = values.ChoiceOf(NeededCell(FrameworkTables.Origin), FrameworkTables.Origins);
        source = RulesDraft.Source(origin < 0 ? "assumed" : FrameworkTables.OriginNames[origin], Item(FrameworkTables.Citation).Text);
        var due = values.DayOf(NeededCell(FrameworkTables.Deadline)) ?? DateOnly.MinValue;
        node["finalDeadline"] = new JsonObject
        {
            ["date"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["email"] = Needed(FrameworkTables.Email) ?? "a@b.th", ["formats"] = new JsonArray("docx", "pdf"),
            ["paper"] = values.IsYes(Item(FrameworkTables.Paper)), ["source"] = RulesDraft.Source((string)source["kind"]!, (string?)source["citation"], "ชนิดของไฟล์ที่ส่งเป็นค่าที่ระบบตั้งไว้ แบบ Excel ไม่ได้ถามข้อนี้"),
        };
        node["total"] = new JsonObject { ["kind"] = values.ChoiceOf(NeededCell(FrameworkTables.Total), [FrameworkTables.Mean, FrameworkTables.Points]) == 1 ? "points" : "mean", ["source"] = source.DeepClone() };
        foreach (var (pointer, item) in (ReadOnlySpan<(string, string)>)
        [
            ("/id", FrameworkTables.Id), ("/title", FrameworkTables.Title), ("/authority", FrameworkTables.Giver), ("/fiscalYear", FrameworkTables.Year), ("/finalDeadline/date", FrameworkTables.Deadline),
            ("/finalDeadline/email", FrameworkTables.Email), ("/finalDeadline/source", FrameworkTables.Citation), ("/total", FrameworkTables.Total),
        ]) draft.Came(pointer, Item(item).Place);
        return due;
    }

    private string? Needed(string item) => NeededCell(item) is { IsEmpty: false } cell ? cell.Text : null;

    private TypedCell NeededCell(string item)
    {
        var cell = Item(item);
        values.TextOf(cell, item);
        return cell;
    }

    private TypedCell Item(string name) => typed[FrameworkTables.About].FirstOrDefault(r => ThaiText.Key(r["item"].Text) == ThaiText.Key(name))?["value"]
        ?? new("", typed[FrameworkTables.About].FirstOrDefault()?.Place ?? Place.Nowhere);
}
