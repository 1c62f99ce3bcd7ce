using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>
/// Holds a JSON text against a schema of <see cref="RulesSchema"/>: the subset of JSON Schema that its exporter writes. A value of
/// a closed family is held against the branch that its <c>kind</c> names.
/// </summary>
internal sealed class SchemaCheck(JsonObject schema, FindingList findings)
{
    private const string Kind = "kind";

    /// <summary>A decimal has 28 digits, and often one more.</summary>
    private const int SurelyHeld = 29;

    /// <summary>A year from here on was typed in the Buddhist era.</summary>
    private const int FirstBuddhistYear = 2400;

    public void Check(JsonPart part) => Check(part, schema, "");

    /// <summary>What a rule of the schema refers to.</summary>
    public static JsonObject Resolve(JsonObject schema, JsonObject rule)
    {
        while ((string?)rule["$ref"] is { } reference)
            rule = reference.Split('/').Skip(1).Aggregate((JsonNode)schema, (node, step) => node[step]!).AsObject();
        return rule;
    }

    /// <summary>Whether nothing is wrong with a value in its place, all that it holds included.</summary>
    public static bool Holds(JsonObject schema, JsonPart part, JsonObject rule)
    {
        var probe = new FindingList();
        new SchemaCheck(schema, probe).Check(part, rule, "");
        return !probe.HasErrors;
    }

    private void Check(JsonPart part, JsonObject rule, string pointer)
    {
        rule = Resolve(schema, rule);
        if (rule["enum"] is JsonArray words) CheckWord(part, words, pointer);
        else if (!IsOfType(part, (string?)rule["type"])) OtherType(part, (string?)rule["type"], pointer);
        else if (part is JsonObjectPart members) CheckMembers(members, rule, pointer);
        else if (part is JsonArrayPart array && rule["items"] is JsonObject items)
            for (var i = 0; i < array.Items.Length; i++) Check(array.Items[i], items, $"{pointer}/{i}");
        else if (part is JsonTextPart text) CheckText(text, rule, pointer);
        else if (part is JsonNumberPart number) CheckNumber(number, rule, pointer);
    }

    private void CheckMembers(JsonObjectPart members, JsonObject rule, string pointer)
    {
        if (rule["anyOf"] is JsonArray branches)
        {
            if (BranchOf(members, branches, pointer) is not { } branch) return;
            rule = branch;
        }
        var known = rule["properties"]?.AsObject() ?? [];
        foreach (var name in (rule["required"]?.AsArray() ?? []).Select(n => (string)n!))
            if (members.Find(name) is null) findings.Add(JsonFindings.Missing.At(Place.At(pointer, members.Line), name));
        foreach (var member in members.Members)
        {
            var inner = JsonPart.Pointer(pointer, member.Name);
            if (known[member.Name] is JsonObject memberRule) Check(member.Value, memberRule, inner);
            else findings.Add(JsonFindings.UnknownName.At(
                Place.At(inner, member.Line), Shown(member.Name), findings.Suggest(member.Name, known.Select(p => p.Key))));
        }
    }

    private JsonObject? BranchOf(JsonObjectPart members, JsonArray branches, string pointer)
    {
        var kinds = branches.Select(b => (string)b!["properties"]![Kind]!["const"]!).ToList();
        switch (members.Find(Kind))
        {
            case null:
                findings.Add(JsonFindings.Missing.At(Place.At(pointer, members.Line), Kind));
                return null;
            case JsonTextPart { Text: var name } when kinds.IndexOf(name) is var i and >= 0:
                return branches[i]!.AsObject();
            case var other:
                CheckWord(other, new([.. kinds.Select(k => (JsonNode)k)]), $"{pointer}/{Kind}");
                return null;
        }
    }

    private void CheckWord(JsonPart part, JsonArray words, string pointer)
    {
        var known = words.Select(w => (string)w!).ToList();
        if (part is not JsonTextPart { Text: var word }) OtherType(part, "string", pointer);
        else if (!known.Contains(word))
            findings.Add(JsonFindings.UnknownWord.At(Place.At(pointer, part.Line), Shown(word), string.Join(", ", known), findings.Suggest(word, known)));
    }

    private void CheckText(JsonTextPart part, JsonObject rule, string pointer)
    {
        var place = Place.At(pointer, part.Line);
        if ((string?)rule["format"] == "date") CheckDay(part.Text, place);
        // In .NET $ also stands before a last line break; \z does not.
        else if ((string?)rule["pattern"] is { } pattern && !Regex.IsMatch(part.Text, $"{pattern[..^1]}\\z", RegexOptions.NonBacktracking))
            findings.Add(pattern == RulesSchema.ClockTime
                ? JsonFindings.NotADay.At(place, Shown(part.Text), new BilingualText("ชั่วโมง:นาที:วินาที", "hours:minutes:seconds"))
                : JsonFindings.OtherShape.At(place, Shown(part.Text), pattern));
    }

    private void CheckDay(string text, Place place)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            findings.Add(JsonFindings.NotADay.At(place, Shown(text), new BilingualText("ปี-เดือน-วัน", "year-month-day")));
        else if (day.Year >= FirstBuddhistYear)
            findings.Add(JsonFindings.BuddhistYear.At(place, text, FormattableString.Invariant($"{day.Year - ThaiDate.EraOffset:0000}{text[4..]}")));
    }

    private void CheckNumber(JsonNumberPart part, JsonObject rule, string pointer)
    {
        var isWhole = (string?)rule["type"] == "integer";
        var isHeld = isWhole
            ? int.TryParse(part.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : decimal.TryParse(part.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var held)
                && (part.Digits.Length <= SurelyHeld || held.ToString(CultureInfo.InvariantCulture) == part.Digits);
        if (!isHeld) findings.Add(JsonFindings.OtherNumber.At(Place.At(pointer, part.Line), Shown(part.Digits)));
    }

    private void OtherType(JsonPart part, string? needed, string pointer) =>
        findings.Add(JsonFindings.OtherType.At(Place.At(pointer, part.Line), NameOf(part), NameOf(needed)));

    private static bool IsOfType(JsonPart part, string? type) => type switch
    {
        "object" => part is JsonObjectPart,
        "array" => part is JsonArrayPart,
        "string" => part is JsonTextPart,
        "number" or "integer" => part is JsonNumberPart,
        "boolean" => part is JsonLiteralPart { Value: not null },
        _ => true,
    };

    private static BilingualText NameOf(string? type) => type switch
    {
        "object" => new("กลุ่มข้อมูล {}", "an object {}"),
        "array" => new("รายการ []", "a list []"),
        "string" => new("ข้อความ", "a text"),
        "number" => new("จำนวน", "a number"),
        "integer" => new("จำนวนเต็ม", "a whole number"),
        _ => new("ค่า true หรือ false", "true or false"),
    };

    private static BilingualText NameOf(JsonPart part) => part switch
    {
        JsonLiteralPart { Value: null } => new("ค่าว่าง (null)", "nothing (null)"),
        JsonObjectPart => NameOf("object"),
        JsonArrayPart => NameOf("array"),
        JsonTextPart => NameOf("string"),
        JsonNumberPart => NameOf("number"),
        _ => NameOf("boolean"),
    };

    /// <summary>A stranger's text as far as a reader needs it to find it.</summary>
    private static BilingualText Shown(string text) => ThaiText.Cut(text, 60);
}
