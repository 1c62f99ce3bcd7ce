using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>One indicator as rows of the tables of a framework.</summary>
/// <param name="framework">Whose it is.</param>
/// <param name="indicator">The indicator.</param>
/// <param name="node">The same as JSON.</param>
/// <param name="index">Its place.</param>
/// <param name="rows">Where the rows go.</param>
internal sealed class IndicatorRows(Framework framework, Indicator indicator, JsonObject node, int index, TableRows rows)
{
    private readonly string number = indicator.Number.Value;
    private readonly JsonObject measure = node["measure"]!.AsObject();
    private readonly JsonObject register = node["register"]!.AsObject();

    private ConditionRows Conditions => new(register);

    public void Write()
    {
        var (word, first, second, days) = MeasureOf();
        rows.Add(FrameworkTables.Indicators, ("number", number), ("text", indicator.Text.Thai), ("short", indicator.ShortText.Thai), ("weight", RuleValues.Number(indicator.Weight.Value)), ("measure", word),
            ("first", HeadingOf(first)), ("second", HeadingOf(second)), ("days", days), ("unit", indicator.Measure.Unit.Thai), ("row", indicator.Register.Row.Thai), ("method", AnnexScale.MethodOf(indicator.Scale)),
            ("column", HeadingOf(indicator.Period?.Column)), ("from", Day(indicator.Period?.From)), ("to", Day(indicator.Period?.To)), ("evidence", Lines(indicator.Evidence)), ("explanation", Lines(indicator.Explanation)));
        foreach (var column in indicator.Register.Columns)
            rows.Add(FrameworkTables.Fields, ("number", number), ("heading", column.Heading.Thai), ("type", FrameworkTables.Types[(int)column.Type]), ("required", Yes(column.Required)),
                ("options", column.List is null ? Lines(column.Options.Select(o => o.Text)) : ""), ("least", Number(column.Minimum)), ("most", Number(column.Maximum)), ("key", Yes(indicator.Register.Key.Contains(column.Id))),
                ("list", framework.Lists.FirstOrDefault(l => l.Id == column.List)?.Name.Thai), ("prefill", Yes(indicator.Register.Prefill == column.Id)));
        WriteLevels();
        WriteFacts();
        WriteBeside();
        foreach (var (use, member) in ConditionTables.Uses.Where(u => u.Word != ConditionTables.Meeting || word == FrameworkTables.Conditions)) WriteConditions(use, member);
        foreach (var (member, at) in (ReadOnlySpan<(string, string)>)[("checks", "column"), ("factChecks", "fact")]) WriteChecks(member, at);
    }

    /// <summary>How the sheet calls the measure, the columns that it names there, and days.</summary>
    private (string Word, string? First, string? Second, string Days) MeasureOf() => indicator.Measure switch
    {
        PercentageMeasure { Meets: EqualTo { Value: ColumnOperand { Name: var flag }, To: TextOperand { Value: "yes" } } } when IsOf(flag, ColumnType.Flag) => (FrameworkTables.Yes, flag, null, ""),
        PercentageMeasure { Meets: Within { From: ColumnOperand from, To: ColumnOperand to, Days: { } days, CountsFirstDay: false, EndsOnHoliday: HolidayRule.AsIs } } => (FrameworkTables.InTime, from.Name, to.Name, RuleValues.Number(days)),
        PercentageMeasure => (FrameworkTables.Conditions, null, null, ""),
        CountMeasure => (FrameworkTables.Count, null, null, ""),
        SumMeasure sum => (FrameworkTables.Sum, sum.Column, null, ""),
        RatioOfSumsMeasure ratio => (FrameworkTables.Ratio, ratio.Numerator, ratio.Denominator, ""),
        GrowthMeasure growth => (FrameworkTables.Growth, growth.Now, growth.Before, ""),
        AverageMeasure { Weights: { } weights } average => (FrameworkTables.Weighted, average.Column, weights, ""),
        AverageMeasure average => (FrameworkTables.Average, average.Column, null, ""),
        _ => (FrameworkTables.Level, null, null, ""),
    };

    private void WriteLevels()
    {
        if (indicator.Measure is LevelMeasure levels)
        {
            foreach (var step in levels.Steps) rows.Add(FrameworkTables.Levels, ("number", number), ("score", RuleValues.Number(step.Level)), ("text", step.Text.Thai));
            foreach (var (i, _) in levels.Steps.Index().Where(s => !IsQuestion(s.Index))) DetailRows.Whole(rows, node.Root, $"/indicators/{index}/measure/steps/{i}/condition");
            return;
        }
        foreach (var row in AnnexScale.RowsOf(indicator, framework))
            if (indicator.Scale is ByClassScale) rows.Add(ExtraTables.ClassLevels, ("number", number), ("option", row[1]), ("score", row[2]), ("from", row[3]));
            else rows.Add(FrameworkTables.Levels, ("number", number), ("score", row[2]), ("from", row[3]));
    }

    /// <summary>A step that is one question of the form, and nothing else: the next one that no step before asks.</summary>
    private bool IsQuestion(int step) => QuestionsBefore(step + 1) > QuestionsBefore(step);

    private int QuestionsBefore(int step)
    {
        var questions = 0;
        foreach (var (_, text, condition) in ((LevelMeasure)indicator.Measure).Steps.Take(step))
            if (condition is FactHolds { Holds: EqualTo { Value: FactOperand { Name: var name }, To: TextOperand { Value: "yes" } } } && indicator.Register.Facts.ElementAtOrDefault(questions) is { Type: ColumnType.Flag } fact
                && fact.Id == name && fact.Label.Thai == text.Thai) questions++;
        return questions;
    }

    private void WriteFacts()
    {
        var asked = indicator.Measure is LevelMeasure levels ? QuestionsBefore(levels.Steps.Length) : 0;
        foreach (var (i, fact) in indicator.Register.Facts.Index().Skip(asked))
            if (!IsSelfScore(i)) rows.Add(ExtraTables.Facts, ("number", number), ("label", fact.Label.Thai), ("type", FrameworkTables.Types[(int)fact.Type]), ("options", Lines(fact.Options.Select(o => o.Text))));
    }

    private bool IsSelfScore(int fact) => fact == indicator.Register.Facts.Length - 1 && indicator.Register.Facts[fact] is { Type: ColumnType.Number } last && last.Id == indicator.SelfScore;

    private void WriteBeside()
    {
        var average = indicator.Measure as AverageMeasure;
        var self = indicator.Register.Facts.Length > 0 && IsSelfScore(indicator.Register.Facts.Length - 1);
        if (indicator.Role is not null || average is { Judge: not null } or { Trim: not null } || self || indicator.NeedsEvidence is not null)
            rows.Add(ExtraTables.Each, ("number", number), ("role", indicator.Role switch { IndicatorRole.Bonus => ExtraTables.Bonus, IndicatorRole.Penalty => ExtraTables.Penalty, _ => "" }), ("judge", HeadingOf(average?.Judge)),
                ("lowest", Number(average?.Trim?.Lowest)), ("highest", Number(average?.Trim?.Highest)), ("self", Yes(self)),
                ("proof", indicator.NeedsEvidence?.Needs switch { EvidenceNeed.Row => ExtraTables.EachRow, EvidenceNeed.Return => ExtraTables.WholeReturn, _ => "" }));
        if (indicator.Measure is PercentageMeasure { Population: { } population })
            rows.Add(ExtraTables.Populations, ("number", number), ("of", ExtraTables.Wholes[0]), ("field", HeadingOf(population.Key)), ("on", Day(population.On)), ("kinds", string.Join('\n', population.Kinds.Select(k => k.FullName().Thai))));
        else if (indicator.Measure is PercentageMeasure { Listed: { } listed }) rows.Add(ExtraTables.Populations, ("number", number), ("of", ExtraTables.Wholes[1]), ("field", HeadingOf(listed.Key)));
    }

    private void WriteConditions(string use, string member)
    {
        if (measure[member] is not { } predicate) return;
        if (Conditions.Of(predicate) is { } conditions)
            foreach (var row in conditions) rows.Add(ConditionTables.Conditions, row.Add("number", number).Add("use", use));
        else DetailRows.Whole(rows, node.Root, $"/indicators/{index}/measure/{member}");
    }

    private void WriteChecks(string member, string at)
    {
        // A check that rows can't say is told whole, and those after it: their order is theirs.
        foreach (var (i, check) in (register[member] as JsonArray ?? []).Index())
        {
            if (Conditions.Of(check!["violated"]) is not { } conditions) return;
            var told = (string)check[at]!;
            rows.Add(ConditionTables.Checks, conditions[0].Add("number", number).Add("at", at == "column" ? HeadingOf(told) : indicator.Register.Facts.First(f => f.Id == told).Label.Thai)
                .Add("severity", ConditionTables.Severities.First(s => s.Name == (string)check["severity"]!).Word).Add("message", check["message"]!["th"]!.ToString()).Add("remedy", check["remedy"]!["th"]!.ToString()));
            foreach (var row in conditions.Skip(1)) rows.Add(ConditionTables.Checks, row.Add("number", number));
        }
    }

    private bool IsOf(string column, ColumnType type) => indicator.Register.Find(column)?.Type == type;

    private string HeadingOf(string? column) => column is null ? "" : indicator.Register.HeadingOf(column).Thai;

    private static string Lines(IEnumerable<BilingualText> texts) => string.Join('\n', texts.Select(t => t.Thai));

    private static string Day(DateOnly? day) => day is { } known ? RuleValues.Day(known) : "";

    private static string Yes(bool isSo) => isSo ? RuleValues.Yes : "";

    private static string Number(decimal? number) => number is { } known ? RuleValues.Number(known) : "";
}
