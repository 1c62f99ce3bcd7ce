using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>A framework from the tables of <see cref="FrameworkTables"/>.</summary>
internal sealed class FrameworkDraft(TypedTables typed, List<Finding> findings)
{
    private readonly RulesDraft draft = RulesDraft.New();
    private readonly RuleValues values = new(findings);
    private JsonObject source = [];

    /// <summary>The framework as revision 1; findings name the cells.</summary>
    public RulesResult<Framework> Read()
    {
        if (findings.Exists(f => f.Severity == Severity.Error)) return RulesResult<Framework>.Of([.. findings], () => null!);
        var deadline = About();
        var fields = typed[FrameworkTables.Fields].ToLookup(r => Annex.NumberOf(r["number"].Text));
        var levels = typed[FrameworkTables.Levels].ToLookup(r => Annex.NumberOf(r["number"].Text));
        var rows = typed[FrameworkTables.Indicators];
        if (!values.AreSingle(rows, "number", Annex.NumberName)) return RulesResult<Framework>.Of([.. findings.Distinct()], () => null!);
        var numbers = rows.Select(r => Annex.NumberOf(r["number"].Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in fields.Concat(levels).Where(g => !numbers.Contains(g.Key)).Select(g => g.First()))
            values.Add(RuleTableFindings.NoIndicator, row["number"].Place, RuleValues.Shown(row["number"].Text));
        var indicators = new JsonArray();
        foreach (var row in rows)
        {
            var number = Annex.NumberOf(row["number"].Text);
            indicators.Add((JsonNode)new IndicatorDraft(draft, values, source, deadline, row, [.. fields[number]], [.. levels[number]], indicators.Count).Write());
        }
        draft.Node["indicators"] = indicators;
        draft.Came("/indicators", rows.IsEmpty ? Place.Nowhere : rows[0].Place);
        new ExtrasDraft(draft, values, typed, source).Write();
        return findings.Exists(f => f.Severity == Severity.Error) ? RulesResult<Framework>.Of([.. findings.Distinct()], () => null!) : draft.Read(FrameworkReader.Read, findings);
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
