using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What a percentage is of, whatever rows were typed: all local authorities, or all things on a list.</summary>
internal sealed class PopulationDraft(RulesDraft draft, RuleValues values, TypedRegister register)
{
    private static readonly ImmutableArray<string> Kinds = [.. AuthorityKindNames.All.Select(k => k.FullName().Thai)];

    /// <summary>Words of <see cref="Kinds"/> in rules.</summary>
    private static readonly ImmutableArray<string> Names = [.. AuthorityKindNames.All.Select(k => NameOf(k))];

    public void Write(JsonObject measure, TypedRow row, DateOnly deadline)
    {
        var of = values.TextOf(row["of"], new("ตัวหาร", "Out of")) is null ? -1 : values.ChoiceOf(row["of"], ExtraTables.Wholes);
        if ((string?)measure["kind"] != "percentage") values.Add(RuleTableFindings.NotAChoice, row["of"].Place, RuleValues.Shown(row["of"].Text), "");
        var field = register.Find(row["field"], values);
        var (pointer, key) = ($"{register.Pointer}/measure/{(of == 1 ? "listed" : "population")}", field?.Name ?? "-");
        foreach (var (part, column) in (ReadOnlySpan<(string, string)>)[("", "of"), ("/key", "field"), ("/on", "on"), ("/kinds", "kinds")]) draft.Came(pointer + part, row[column].Place);
        if (of == 1) measure["listed"] = new JsonObject { ["key"] = key };
        else if (of == 0)
            measure["population"] = new JsonObject
            {
                ["key"] = key, ["on"] = (values.DayOf(row["on"]) ?? deadline).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["kinds"] = new JsonArray([.. row["kinds"].Lines.Take(Kinds.Length).Select(line => values.ChoiceOf(row["kinds"] with { Text = line }, Kinds)).Where(k => k >= 0).Select(k => JsonValue.Create(Names[k]))]),
            };
    }

    private static string NameOf(AuthorityKind kind) => kind.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
