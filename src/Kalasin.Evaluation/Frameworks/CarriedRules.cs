using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// The rules of one fiscal year carried to another: days and the years that texts name move along; what a letter of the one year said is assumed for the
/// other until somebody says so; what only the one year's letter decided (whom it leaves out, what it leaves open) is not carried.
/// </summary>
internal static partial class CarriedRules
{
    /// <summary>Characters that a law is named in before its year.</summary>
    private const int LongestName = 260;

    private const string Mark = "ยกมาจากปีงบประมาณ พ.ศ. ";

    /// <summary>The framework of another year, revision 1.</summary>
    public static Framework Of(Framework framework, int fiscalYear)
    {
        var node = Carried(framework, framework.FiscalYear, fiscalYear - framework.FiscalYear);
        (node["id"], node["revision"]) = (IdOf(framework, fiscalYear).Value, 1);
        node.Remove("excluded");
        if (node["entry"]?["framework"] is { } entry && FrameworkId.TryParse((string)entry!, out var first))
            node["entry"]!["framework"] = IdOf(first, framework.FiscalYear, fiscalYear).Value;
        return node.Deserialize(RulesJson.InfoOf<Framework>())!;
    }

    /// <summary>The plan of a province for another year's framework, revision 1: units, hosts, addresses and names stay.</summary>
    public static RoundPlan Of(RoundPlan plan, Framework before, Framework after)
    {
        var node = Carried(plan, before.FiscalYear, after.FiscalYear - before.FiscalYear);
        (node["id"], node["framework"], node["revision"], node["memo"]) = ($"{plan.Province}-{after.Id}", after.Id.Value, 1, RoundPlan.NoMemo);
        node.Remove("openChoices");
        return node.Deserialize(RulesJson.InfoOf<RoundPlan>())!;
    }

    /// <summary>The id of an award in another year: its year is the last part, where it says one.</summary>
    public static FrameworkId IdOf(Framework framework, int fiscalYear) => IdOf(framework.Id, framework.FiscalYear, fiscalYear);

    /// <summary>Whether two ids name one award, whatever the year.</summary>
    public static bool IsSameAward(FrameworkId one, FrameworkId other) => YearAtEnd().Replace(one.Value, "") == YearAtEnd().Replace(other.Value, "");

    /// <summary>The year that an id ends with; <see langword="null"/> for none.</summary>
    public static int? YearOf(FrameworkId id) =>
        YearAtEnd().Match(id.Value) is { Success: true } match ? int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture) : null;

    /// <summary>A day in another year. The last day of February stays its last day, so that a year more or less in between changes nothing.</summary>
    public static DateOnly Moved(DateOnly day, int years)
    {
        var moved = day.AddYears(years);
        return day.Month == 2 && day.AddDays(1).Month == 3 ? new(moved.Year, 2, DateTime.DaysInMonth(moved.Year, 2)) : moved;
    }

    private static FrameworkId IdOf(FrameworkId id, int year, int fiscalYear)
    {
        var award = YearOf(id) == year ? YearAtEnd().Replace(id.Value, "") : id.Value;
        return FrameworkId.Parse(FormattableString.Invariant($"{(award.Length > 35 ? award[..35] : award)}-{fiscalYear}"));
    }

    private static JsonObject Carried<T>(T rules, int fiscalYear, int years)
    {
        var node = JsonSerializer.SerializeToNode(rules, RulesJson.InfoOf<T>())!.AsObject();
        Carry(node, fiscalYear, years);
        return node;
    }

    private static void Carry(JsonObject node, int fiscalYear, int years)
    {
        foreach (var (name, value) in node.ToList())
        {
            if (name.EndsWith("ource", StringComparison.Ordinal) && value is JsonObject source) Restate(source, fiscalYear, years);
            else if (name == "detailSources" && value is JsonArray details) foreach (var detail in details) Restate(detail!.AsObject(), fiscalYear, years);
            else if (value is JsonObject inner) Carry(inner, fiscalYear, years);
            else if (value is JsonArray items) Carry(name, items, fiscalYear, years);
            else if (name is "fiscalYear" or "year") node[name] = value!.GetValue<int>() + years;
            else if (value?.GetValueKind() != JsonValueKind.String) continue;
            else if (name is "th" or "en") node[name] = Text((string)value!, fiscalYear, years);
            else if (IsDay(name, node)) node[name] = Day((string)value!, years);
        }
    }

    private static void Carry(string list, JsonArray items, int fiscalYear, int years)
    {
        for (var i = 0; i < items.Count; i++)
            if (items[i] is JsonObject inner) Carry(inner, fiscalYear, years);
            else if (list == "synonyms") items[i] = Text((string)items[i]!, fiscalYear, years);
    }

    /// <summary>
    /// Members that hold a day. Whatever is neither a day nor a text in two languages, nor another word for one, names something – a column, an option, a person, a
    /// telephone – and keeps its name whatever year seems to stand in it.
    /// </summary>
    private static bool IsDay(string member, JsonObject of) =>
        member is "date" or "from" or "to" or "on" or "authoritiesOn" or "evaluationDate" || (member == "value" && (string?)of["kind"] == "date");

    /// <summary>What somebody decided for one year, nobody has decided for the other. A law goes on.</summary>
    private static void Restate(JsonObject source, int fiscalYear, int years)
    {
        var (kind, note) = ((string)source["kind"]!, (string?)source["note"]);
        if (kind == "regulation" || (kind == "assumed" && note?.StartsWith(Mark, StringComparison.Ordinal) == true)) return;
        if (kind == "assumed")
        {
            if (note is not null) source["note"] = Text(note, fiscalYear, years);
            return;
        }
        var from = (string?)source["citation"] ?? note ?? Differences.MemberWords.Word(kind).Thai;
        source.Remove("citation");
        source.Remove("isAssumed");
        (source["kind"], source["note"]) = ("assumed", ThaiText.Cut(Mark + ThaiNumerals.ToThai(fiscalYear.ToString(CultureInfo.InvariantCulture)) + ": " + from, 1900));
    }

    private static string Day(string text, int years) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year + years is > 0 and < 9999
            ? Moved(day, years).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static string Text(string text, int fiscalYear, int years) =>
        LastOfFebruary().Replace(Year().Replace(text, match =>
        {
            var year = int.Parse(ThaiNumerals.ToArabic(match.Value), CultureInfo.InvariantCulture);
            var isOfTheAward = Math.Abs(year - fiscalYear) <= 1 || Math.Abs(year + ThaiDate.EraOffset - fiscalYear) <= 1;
            if (!isOfTheAward || IsOfALaw(text[Math.Max(0, match.Index - LongestName)..match.Index])) return match.Value;
            var moved = (year + years).ToString(CultureInfo.InvariantCulture);
            return char.IsAsciiDigit(match.Value[0]) ? moved : ThaiNumerals.ToThai(moved);
        }), match =>
        {
            var (number, year) = (match.Groups["day"].Value, int.Parse(ThaiNumerals.ToArabic(match.Groups["year"].Value), CultureInfo.InvariantCulture));
            if (year == 0) return match.Value;
            var last = DateTime.DaysInMonth(year > 2400 ? year - ThaiDate.EraOffset : year, 2).ToString(CultureInfo.InvariantCulture);
            return (char.IsAsciiDigit(number[0]) ? last : ThaiNumerals.ToThai(last)) + match.Groups["month"].Value + match.Groups["year"].Value;
        });

    /// <summary>Whether a year that a text goes on with is that of a law, which keeps its year.</summary>
    private static bool IsOfALaw(string before) => OfALaw().IsMatch(before) && !OfAYear().IsMatch(before);

    [GeneratedRegex("-2[4-8][0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex YearAtEnd();

    [GeneratedRegex(@"(?<![0-9๐-๙.])([๐-๙]{4}|[0-9]{4})(?![0-9๐-๙])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![0-9๐-๙])(?<day>29|๒๙)(?<month>\s*(?:กุมภาพันธ์|ก\.พ\.|February)\s*)(?<year>[๐-๙]{4}|[0-9]{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LastOfFebruary();

    [GeneratedRegex(@"((พระราชบัญญัติ|พระราชกฤษฎีกา|กฎกระทรวง|ระเบียบ|ข้อบังคับ|หลักเกณฑ์|มาตรฐาน)[^.]{0,200}พ\.ศ\.\s*|B\.E\.\s*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OfALaw();

    [GeneratedRegex(@"(ปีงบประมาณ|ประจำปี|ปี)\s*พ\.ศ\.\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OfAYear();
}
