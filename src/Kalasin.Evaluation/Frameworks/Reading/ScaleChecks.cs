using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>What a scale asks while it is held against the measure whose values it scores. Places are whole pointers.</summary>
/// <param name="measure">Whose values are scored.</param>
/// <param name="classes">How the framework sorts its entrants.</param>
/// <param name="report">Where findings go.</param>
internal sealed class ScaleChecks(Measure measure, ImmutableArray<Classification> classes, PlacedFindings report)
{
    /// <summary>Highest score there is: totals of many stay exact.</summary>
    public const decimal MostScore = 10_000;

    private static readonly BilingualText ClassWord = new("การจำแนกกลุ่ม", "class");
    private static readonly BilingualText OptionWord = new("ตัวเลือก", "option");

    public Measure Measure => measure;

    /// <summary>Nothing was wrong with this scale so far.</summary>
    public bool IsClean { get; private set; } = true;

    public void Add(string pointer, FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        IsClean = false;
        report.Add(pointer, kind, arguments);
    }

    public void InRange(decimal value, decimal least, decimal most, string pointer)
    {
        IsClean &= value >= least && value <= most;
        Names.InRange(value, least, most, pointer, report);
    }

    /// <summary>Scores that can be given.</summary>
    public void Scores(IEnumerable<decimal> scores, Func<int, string> pointer)
    {
        foreach (var (i, score) in scores.Index()) InRange(score, 0, MostScore, pointer(i));
    }

    /// <summary>Bounds that the measure can reach.</summary>
    public void Reachable(IEnumerable<decimal> bounds, Func<int, string> pointer)
    {
        if (measure.Range is not var (least, most)) return;
        foreach (var (i, bound) in bounds.Index()) InRange(bound, least, most, pointer(i));
    }

    /// <summary>A classification of the framework, with exactly one scale for each option.</summary>
    public void Class(string id, IEnumerable<string> options, string pointer)
    {
        if (classes.FirstOrDefault(c => c.Id == id) is not { } known)
        {
            IsClean = false;
            report.Unknown($"{pointer}/class", ClassWord, id, classes.Select(c => c.Id));
            return;
        }
        var given = options.ToList();
        Names.Ids(given, $"{pointer}/scales", "/is", report, checkShape: false);
        foreach (var (i, option) in given.Index())
            if (known.Options.All(o => o.Id != option)) report.Unknown($"{pointer}/scales/{i}/is", OptionWord, option, known.Options.Select(o => o.Id));
        foreach (var lacking in known.Options.Where(o => !given.Contains(o.Id))) Add($"{pointer}/scales", FrameworkFindings.ClassWithoutScale, lacking.Id);
    }
}
