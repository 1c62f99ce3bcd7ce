using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>A round of an award that the code has never seen, with the returns of one of its entrants.</summary>
internal static class UnseenRound
{
    public static readonly UnitCode NaMon = UnitCode.Parse("4602");

    public static AwardRules Rules { get; } = Read();

    private static AwardRules Read()
    {
        using var reader = new StreamReader(EmbeddedRules.Open("example-service-2568"));
        var framework = FrameworkReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
            reader.ReadToEnd().Replace("example-service-2568", "unseen-2568", StringComparison.Ordinal)))).Value!;
        return AwardRules.For(framework, "46");
    }

    public static IEnumerable<Return> Returns() =>
    [
        Of("1", Row(("number", Text("1")), ("received", Day("2025-01-03")), ("answered", Day("2025-01-10")), ("kind", Choice("granted"))),
            Row(("number", Text("2")), ("received", Day("2025-03-03")), ("answered", Day("2025-04-30"))),
            Row(("number", Text("3")), ("received", Day("2025-03-03")), ("kind", Choice("withdrawn"))),
            Row(("number", Text("4")), ("received", Day("2025-09-28")))),
        Of("2", [.. Enumerable.Range(1, 5).Select(
            day => Row(("date", Day($"2025-02-0{day}")), ("place", Text("ตลาดนามน")), ("topic", Choice("health")), ("people", new NumberValue(20)))),
            Row(("date", Day("2025-02-06")), ("place", Text("ตลาดนามน")), ("people", new NumberValue(19)))]),
        Of(
            "3", Row(("process", Text("ก")), ("stage", Choice("team"))),
            Row(("process", Text("ก")), ("stage", Choice("survey")), ("answers", new NumberValue(100))),
            Row(("process", Text("ก")), ("stage", Choice("manual")), ("link", Text("https://example.com")))),
        new(NaMon, IndicatorNumber.Parse("4"), ReturnStatus.Nil),
    ];

    private static Return Of(string indicator, params ReadOnlySpan<ValuesById> rows)
    {
        var numbered = ImmutableArray.CreateBuilder<RegisterRow>();
        foreach (var row in rows) numbered.Add(new(numbered.Count + 1, row));
        return new(NaMon, IndicatorNumber.Parse(indicator), ReturnStatus.Reported) { Rows = numbered.ToImmutable() };
    }

    private static ValuesById Row(params (string Column, CellValue Value)[] cells) =>
        ValuesById.Of(cells.Select(c => KeyValuePair.Create(c.Column, c.Value)));

    private static TextValue Text(string text) => new(text);

    private static ChoiceValue Choice(string option) => new(option);

    private static DateValue Day(string iso) => new(DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
