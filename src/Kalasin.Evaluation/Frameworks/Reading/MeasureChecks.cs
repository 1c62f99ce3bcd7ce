using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>What a measure asks while it is held against the register it measures. Places are said from the measure on.</summary>
/// <param name="register">What it may name.</param>
/// <param name="kinds">Kinds of units that the framework names beside those of every office.</param>
/// <param name="pointer">Where the measure stands.</param>
/// <param name="report">Where findings go.</param>
internal sealed class MeasureChecks(RegisterSchema register, ImmutableArray<NamedKind> kinds, string pointer, PlacedFindings report)
{
    private static readonly BilingualText OptionWord = new("ตัวเลือก", "option");
    private static readonly BilingualText KindWord = new("ชนิดหน่วยงาน", "kind of unit");

    private readonly PredicateChecks predicates = new(register, report);

    /// <summary>All that a measure can get wrong.</summary>
    public void Check(Measure measure)
    {
        Condition(measure.Where, "where");
        measure.Check(this);
    }

    public void Add(string at, FindingKind kind, params ReadOnlySpan<BilingualText> arguments) => report.Add($"{pointer}/{at}", kind, arguments);

    /// <summary>A condition on rows.</summary>
    public void Condition(Predicate? condition, string at) => predicates.Check(condition, $"{pointer}/{at}");

    /// <summary>A condition that may name facts only.</summary>
    public void FactCondition(Predicate condition, string at) => new PredicateChecks(register, report, factsOnly: true).Check(condition, $"{pointer}/{at}");

    /// <summary>A column of a type.</summary>
    public Column? Column(string name, ColumnType type, string at) => RegisterChecks.Column(register, name, type, $"{pointer}/{at}", report);

    /// <summary>A column that names the judge and one that holds the score: all that a judge's sheet gives.</summary>
    public void Judged(string judge, string score, bool isWeighted)
    {
        Column(judge, ColumnType.Text, "judge");
        var isKey = register.Key is [var key] && key == judge;
        var isBounded = register.Find(score) is null or { Minimum: not null, Maximum: not null };
        if (isWeighted || !isKey || !isBounded || register.Columns.Any(c => c.Required && c.Id != judge && c.Id != score)) Add("judge", FrameworkFindings.JudgeUnfit, judge, score);
    }

    /// <summary>Kinds of units that the framework names, or that every office has.</summary>
    public void Kinds(ImmutableArray<UnitKind> named, string at)
    {
        foreach (var (i, kind) in named.Index())
            if (!kind.IsOfAnOffice && kinds.All(k => k.Id != kind)) report.Unknown($"{pointer}/{at}/{i}", KindWord, kind.Value, kinds.Select(k => k.Id.Value));
    }

    /// <summary>The list that a column takes its options from, if it does.</summary>
    public string? ListOf(string column) => register.Find(column)?.List;

    /// <summary>Columns, each named once.</summary>
    public void Columns(ImmutableArray<string> names, string at) => RegisterChecks.Columns(register, names, $"{pointer}/{at}", report);

    public void InRange(decimal value, decimal least, decimal most, string at) => Names.InRange(value, least, most, $"{pointer}/{at}", report);

    /// <summary>Words, each said once.</summary>
    public void Distinct(IEnumerable<string> words, string at) => Names.Ids(words, $"{pointer}/{at}", "", report, checkShape: false);

    /// <summary>Options of a choice column.</summary>
    public void Options(string name, ImmutableArray<string> options, string at)
    {
        if (RegisterChecks.Column(register, name, ColumnType.Choice, $"{pointer}/{at}/column", report) is not { Type: ColumnType.Choice } column) return;
        foreach (var (i, option) in options.Index())
            if (column.Options.All(o => o.Id != option)) report.Unknown($"{pointer}/{at}/options/{i}", OptionWord, option, column.Options.Select(o => o.Id));
    }
}
