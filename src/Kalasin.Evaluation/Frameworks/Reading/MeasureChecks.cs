namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Whether a measure fits the register it measures.</summary>
internal static class MeasureChecks
{
    private const int Levels = 5;
    private static readonly BilingualText OptionWord = new("ตัวเลือก", "option");

    public static void Check(Measure measure, RegisterSchema register, string pointer, Report report)
    {
        var predicates = new PredicateChecks(register, report);
        predicates.Check(measure.Where, $"{pointer}/where");
        switch (measure)
        {
            case PercentageMeasure percentage: Check(percentage, register, predicates, pointer, report); break;
            case CountMeasure count: Check(count, register, pointer, report); break;
            case LevelMeasure level: Check(level, register, predicates, pointer, report); break;
        }
    }

    private static void Check(PercentageMeasure measure, RegisterSchema register, PredicateChecks predicates, string pointer, Report report)
    {
        predicates.Check(measure.Meets, $"{pointer}/meets");
        predicates.Check(measure.Due, $"{pointer}/due");
        predicates.Check(measure.Also?.Meets, $"{pointer}/also/meets");
        predicates.Check(measure.Also?.Due, $"{pointer}/also/due");
        if (PredicateChecks.EndDifferently(measure.Meets, measure.Due)) report.Add($"{pointer}/due", FrameworkFindings.HolidaysDiffer);
        if (measure.Population is not { } population) return;
        RegisterChecks.Column(register, population.Key, ColumnType.Authority, $"{pointer}/population/key", report);
        Names.Ids(population.Kinds.Select(k => k.ToString()), $"{pointer}/population/kinds", "", report, checkShape: false);
        if (measure.Due is not null) report.Add($"{pointer}/due", FrameworkFindings.TwoDenominators);
    }

    private static void Check(CountMeasure measure, RegisterSchema register, string pointer, Report report)
    {
        RegisterChecks.Columns(register, measure.DistinctBy, $"{pointer}/distinctBy", report);
        if (measure.Also is { } also)
        {
            if (also.DistinctBy.IsEmpty) report.Add($"{pointer}/also/distinctBy", FrameworkFindings.Empty);
            RegisterChecks.Columns(register, also.DistinctBy, $"{pointer}/also/distinctBy", report);
        }
        if (measure.Expects is not { } expects) return;
        if (expects.Options.IsEmpty) report.Add($"{pointer}/expects/options", FrameworkFindings.Empty);
        if (RegisterChecks.Column(register, expects.Column, ColumnType.Choice, $"{pointer}/expects/column", report) is not { Type: ColumnType.Choice } column) return;
        foreach (var (i, option) in expects.Options.Index())
            if (column.Options.All(o => o.Id != option)) report.Unknown($"{pointer}/expects/options/{i}", OptionWord, option, column.Options.Select(o => o.Id));
    }

    private static void Check(LevelMeasure measure, RegisterSchema register, PredicateChecks predicates, string pointer, Report report)
    {
        RegisterChecks.Columns(register, measure.Subject, $"{pointer}/subject", report);
        if (measure.Steps.Length != Levels) report.Add($"{pointer}/steps", FrameworkFindings.FiveNeeded, Figures.Of(measure.Steps.Length));
        foreach (var (i, step) in measure.Steps.Index())
        {
            var at = $"{pointer}/steps/{i}";
            if (step.Level != i + 1) report.Add($"{at}/level", FrameworkFindings.LevelsOutOfOrder, Figures.Of(step.Level), Figures.Of(i + 1));
            switch (step.Condition)
            {
                case SomeRow some: predicates.Check(some.Where, $"{at}/condition/where"); break;
                case FactHolds fact: new PredicateChecks(register, report, factsOnly: true).Check(fact.Holds, $"{at}/condition/holds"); break;
                case Coverage coverage:
                    predicates.Check(coverage.Where, $"{at}/condition/where");
                    RegisterChecks.Column(register, coverage.Column, ColumnType.Sender, $"{at}/condition/column", report);
                    if (coverage.Senders is { Units.IsEmpty: true, Authorities.IsEmpty: true }) report.Add($"{at}/condition/senders", FrameworkFindings.Empty);
                    break;
            }
        }
    }
}
