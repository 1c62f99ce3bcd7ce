using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Scales as rows of score, threshold and text, and back.</summary>
internal static class AnnexScale
{
    public const string Interpolated = "เทียบสัดส่วนระหว่างเกณฑ์", Stepped = "เป็นขั้น", Banded = "เป็นช่วง", Direct = "ค่าที่วัดเป็นคะแนน", None = "ไม่คิดคะแนน";

    /// <summary>The ways of scoring that a table offers.</summary>
    public static ImmutableArray<string> Methods { get; } = [Interpolated, Stepped, Banded, Direct, None];

    /// <summary>How a scale scores; of several by class, how the first does.</summary>
    public static string MethodOf(Scale? scale) => scale switch
    {
        InterpolatedScale => Interpolated,
        SteppedScale => Stepped,
        BandedScale => Banded,
        DirectScale => Direct,
        ByClassScale of => MethodOf(of.Scales[0].Scale),
        _ => None,
    };

    /// <summary>The classes that thresholds may depend on, as tables show them.</summary>
    public static ImmutableArray<string> ClassesOf(Framework framework) => [.. framework.Classes.SelectMany(c => c.Options).Select(o => o.Text.Thai).Distinct()];

    /// <summary>The rows of an indicator: number, class, score, threshold, text.</summary>
    public static IEnumerable<ImmutableArray<string>> RowsOf(Indicator indicator, Framework framework) => indicator.Scale is ByClassScale of
        ? of.Scales.SelectMany(s => Rows(indicator, s.Scale, framework.Classes.First(c => c.Id == of.Class).Options.First(o => o.Id == s.Is).Text.Thai))
        : Rows(indicator, indicator.Scale, "");

    /// <summary>The scale of some rows, without where it comes from; <see langword="null"/> for none.</summary>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isLevel">What is scored is a level.</param>
    /// <param name="values">Reads cells.</param>
    /// <param name="came">Says which cell a part of the scale came from.</param>
    public static JsonObject? Of(string method, ImmutableArray<TypedRow> rows, bool isLevel, RuleValues values, Action<string, Place> came)
    {
        if (method == None) return null;
        var points = rows.Select(r => (Row: r, Score: values.NumberOf(r["score"]), From: values.NumberOf(r["from"]))).Where(p => p.Score is not null || p.From is not null).ToList();
        if (method == Direct)
        {
            var direct = new JsonObject { ["kind"] = "direct" };
            if (!isLevel && points is [.., { Score: { } full, Row: var row }])
            {
                direct["full"] = full;
                came("/full", row["score"].Place);
            }
            return direct;
        }
        foreach (var lacking in points.Where(p => p.Score is null)) values.Add(RuleTableFindings.Blank, lacking.Row["score"].Place, new BilingualText("คะแนน", "Score"));
        if (method == Banded)
        {
            for (var i = 0; i < points.Count; i++) came($"/bands/{i}", points[i].Row["from"].Place);
            return new() { ["kind"] = "banded", ["bands"] = new JsonArray([.. points.Select(p => p.From is { } from ? new JsonObject { ["score"] = p.Score, ["from"] = from } : new JsonObject { ["score"] = p.Score })]) };
        }
        var floor = points.FirstOrDefault(p => p.From is null);
        points.RemoveAll(p => p.From is null);
        for (var i = 0; i < points.Count; i++)
        {
            came(method == Stepped ? $"/steps/{i}/from" : $"/thresholds/{i}", points[i].Row["from"].Place);
            came(method == Stepped ? $"/steps/{i}/score" : $"/scores/{i}", points[i].Row["score"].Place);
        }
        return method == Stepped
            ? new() { ["kind"] = "stepped", ["steps"] = new JsonArray([.. points.Select(p => new JsonObject { ["from"] = p.From, ["score"] = p.Score })]), ["floor"] = floor.Score ?? 0 }
            : Lines(points.Select(p => (p.Score ?? 0, p.From ?? 0)).ToList(), floor.Score);
    }

    /// <summary>
    /// A source as a scale of these rows may name it: where no row says what a value short of the first step scores, that score of 0 is ours and the giver never
    /// said it.
    /// </summary>
    public static JsonObject SourceOf(JsonObject source, JsonObject scale, ImmutableArray<TypedRow> rows)
    {
        var own = source.DeepClone().AsObject();
        if ((string?)scale["kind"] == "stepped" && rows.All(r => !r["from"].IsEmpty || r["score"].IsEmpty))
            own["note"] = own["note"] is { } note ? $"{note} {FloorUnsaid}" : FloorUnsaid;
        return own;
    }

    private const string FloorUnsaid = "ไม่มีแถวที่บอกคะแนนเมื่อไม่ถึงขั้นแรก ระบบให้ ๐ คะแนน";

    private static JsonObject Lines(List<(decimal Score, decimal From)> points, decimal? floor)
    {
        var scale = new JsonObject { ["kind"] = "interpolated", ["thresholds"] = new JsonArray([.. points.Select(p => JsonValue.Create(p.From))]) };
        if (!points.Select(p => p.Score).SequenceEqual([1m, 2, 3, 4, 5])) scale["scores"] = new JsonArray([.. points.Select(p => JsonValue.Create(p.Score))]);
        if (floor is { } least) scale["floor"] = least;
        return scale;
    }

    private static IEnumerable<ImmutableArray<string>> Rows(Indicator indicator, Scale? scale, string sorted)
    {
        List<(decimal? Score, decimal? From)> points = scale switch
        {
            InterpolatedScale s => [.. Floor(s.Floor), .. s.Thresholds.Select((t, i) => ((decimal?)(s.Scores.IsEmpty ? i + 1 : s.Scores[i]), (decimal?)t))],
            SteppedScale s => [.. Floor(s.Floor), .. s.Steps.Select(t => ((decimal?)t.Score, (decimal?)t.From))],
            BandedScale s => [.. s.Bands.Select(b => ((decimal?)b.Score, b.From))],
            DirectScale { Full: { } full } => [(full, full)],
            _ => [],
        };
        var texts = TextsOf(indicator);
        if (indicator.Measure.IsLevel && points.Count <= texts.Length)
            points = [.. texts.Select((_, i) => i < points.Count ? points[i] : (i + 1, null))];
        return points.Select((p, i) => (ImmutableArray<string>)
            [indicator.Number.Value, sorted, Shown(p.Score), Shown(p.From), indicator.Measure.IsLevel ? texts.ElementAtOrDefault(i) ?? "" : LineOf(indicator, p.Score)]);
    }

    private static IEnumerable<(decimal?, decimal?)> Floor(decimal? floor) => floor is null ? [] : [(floor, null)];

    private static string[] TextsOf(Indicator indicator) => indicator.Measure is LevelMeasure levels ? [.. levels.Steps.Select(s => s.Text.Thai)] : [];

    /// <summary>Where what is measured is no level, the text of a score is a line of the explanation.</summary>
    public static string BeginningOf(decimal score) => $"ระดับ {ThaiNumerals.Exact(score).Thai}: ";

    private static string LineOf(Indicator indicator, decimal? score) => score is { } known && BeginningOf(known) is var begins
        && indicator.Explanation.FirstOrDefault(e => e.Thai.StartsWith(begins, StringComparison.Ordinal)) is { } line ? line.Thai[begins.Length..] : "";

    private static string Shown(decimal? number) => number is { } known ? RuleValues.Number(known) : "";
}
