using Kalasin.Evaluation;

namespace Kalasin.Benchmarks;

/// <summary>The Excel forms of a province: one of a work group, and those of all its units.</summary>
internal static class WriteForms
{
    public static void Measure(FigureTable table)
    {
        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
        var units = rules.Plan.Units.Where(u => rules.IndicatorsOf(u.Code).Any()).Select(u => u.Code).ToList();
        table.Plain($"form: of {units[0]}", Timing.Of(() => Written(rules, units[0])), $"{Written(rules, units[0]) / 1000} KB");
        table.Plain($"form: of all {units.Count} units", Timing.Of(() => units.Sum(u => Written(rules, u))));
    }

    private static long Written(AwardRules rules, UnitCode unit)
    {
        using var stream = new MemoryStream();
        Form.For(rules, unit).WriteAsync(stream).GetAwaiter().GetResult();
        return stream.Length;
    }
}
