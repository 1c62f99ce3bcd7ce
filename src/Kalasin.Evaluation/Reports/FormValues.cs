using System.Collections.Immutable;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports;

/// <summary>What a form says beside the report: numbers of the letter and the emblem.</summary>
/// <param name="Letter">Number and date of the covering letter; <see langword="null"/> before they were reserved.</param>
/// <param name="Emblem">The office's emblem; <see langword="null"/> where it gave none.</param>
/// <param name="Unit">Whose form it is; <see langword="null"/> for the whole province's.</param>
internal sealed record FormCircumstances(NumberedLetter? Letter, ImmutableArray<byte>? Emblem, ReportingUnit? Unit);

/// <summary>
/// What the form of the giver of the award may ask for, by tag, as the official edition says it: nothing assumed, no column that stays in the house,
/// no row that couldn't be read. What isn't known yet is known by name.
/// </summary>
internal static class FormValues
{
    private const int MostRows = ReportContent.MostRows;

    private static readonly ImmutableHashSet<string> EvidenceColumns = ["no", "code", "title", "date", "rows", "kind", "location", "pages"];

    /// <summary>The values of one entrant.</summary>
    public static FormFields Of(
        AwardRules rules, ImmutableArray<Return> returns, Scorecard card, ReportCircumstances circumstances, FormCircumstances beside)
    {
        var report = new ReportContent(rules, [.. returns.Where(r => beside.Unit is null || r.Unit == beside.Unit.Code)], card, Edition.Official, circumstances);
        var all = ImmutableDictionary.CreateBuilder<string, FieldValue?>(StringComparer.Ordinal);
        var columns = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var (tag, value) in Round(report, beside)) all[tag] = value;
        foreach (var score in card.Scores)
        {
            var indicator = rules.Framework[score.Indicator];
            var name = $"indicator.{indicator.Number.Value.ToLowerInvariant()}";
            foreach (var (tag, value) in Of(report, indicator, score, beside.Unit is null)) all[$"{name}.{tag}"] = value;
            ImmutableArray<Column> shown = [.. indicator.Register.Columns.Where(c => report.ShowsColumn(indicator, c))];
            columns[$"{name}.rows"] = [.. ColumnNames(shown)];
            all[$"{name}.rows"] = report.ReturnsOn(indicator.Number).Any() ? Rows(report, indicator, shown) : null;
            columns[$"{name}.evidence"] = EvidenceColumns;
            all[$"{name}.evidence"] = report.ReturnsOn(indicator.Number).Any() ? Evidence(report, indicator) : null;
        }
        return new(all.ToImmutable(), columns.ToImmutable());
    }

    private static IEnumerable<(string Tag, FieldValue? Value)> Round(ReportContent report, FormCircumstances beside)
    {
        var (rules, framework, plan) = (report.Rules, report.Rules.Framework, report.Rules.Plan);
        yield return ("award.name", Text(framework.Title.Thai));
        yield return ("award.year", Text(ThaiNumerals.Format(framework.FiscalYear)));
        yield return ("award.giver", Text(framework.Authority.Thai));
        yield return ("province.name", Text(rules.Province.Name));
        yield return ("office.name", Text(plan.Office.Thai));
        yield return ("unit.name", Text(beside.Unit?.Name.Thai ?? plan.Office.Thai));
        yield return ("unit.code", Text(beside.Unit?.Code.Value ?? ""));
        yield return ("period", Period(framework) is { } period ? Text($"{ThaiDate.Long(period.From)} ถึง {ThaiDate.Long(period.To)}") : null);
        yield return ("as-of", new FieldDay(report.AsOf));
        yield return ("deadline", new FieldDay(framework.FinalDeadline.Date));
        yield return ("total.score", beside.Unit is null && report.ShownTotal is { } total && report.ShowsScoreColumns ? Text(ScoreDisplay.Points(total).Thai) : null);
        yield return ("letter.number", beside.Letter is { } letter ? Text(letter.Printed) : null);
        yield return ("letter.date", beside.Letter is { } dated ? new FieldDay(dated.Date) : null);
        var signer = Signatures.Sending(plan);
        yield return ("signer.name", signer.Name is { } name ? Text(name) : null);
        yield return ("signer.position", Text(signer.Position));
        yield return ("emblem", beside.Emblem is { } emblem ? new FieldPicture(Documents.Emblem.AlternateText, emblem) : null);
        ImmutableArray<ReportPicture> pictures =
            [.. report.Circumstances.Pictures.Where(p => (beside.Unit is null || p.Unit == beside.Unit.Code) && Documents.DocumentWriters.CanPrint(p.Content.AsSpan()))];
        for (var i = 0; i < MostPictures; i++)
            yield return ($"picture.{i + 1}", i < pictures.Length ? new FieldPicture(ThaiNumerals.ToThaiInProse(Path.GetFileNameWithoutExtension(pictures[i].Name)), pictures[i].Content) : null);
    }

    private const int MostPictures = 100;

    private static IEnumerable<(string Tag, FieldValue? Value)> Of(ReportContent report, Indicator indicator, Score score, bool isWhole)
    {
        var returns = report.ReturnsOn(indicator.Number).ToList();
        var isMeasured = isWhole && score.Measurement.State == MeasurementState.Measured;
        yield return ("name", Text(indicator.ShortText.Thai));
        yield return ("text", Text(report.Rules.TextOf(indicator, report.Circumstances.Choices).Thai));
        yield return ("measure", Text(indicator.Measure.Unit.Thai));
        yield return ("hosts", Text(string.Join(", ", report.HostsOf(indicator.Number).Select(report.Printed.UnitName))));
        yield return ("value", isMeasured && report.ShowsLevel(indicator) ? Text(report.ValueOf(indicator, score)) : null);
        yield return ("formula", isMeasured && report.ShowsLevel(indicator) ? Text(score.Measurement.Formula.Thai) : null);
        yield return ("score", isWhole && report.ShowsScore(score) ? Text(ScoreDisplay.Points(score.Points!.Value).Thai) : null);
        yield return ("weight", report.ShowsScore(score) ? Text(ThaiNumerals.Format(score.Weight, score.Weight == decimal.Truncate(score.Weight) ? 0 : 2)) : null);
        yield return ("period", indicator.Period is { Source.IsAssumed: false } period ? Text($"{ThaiDate.Long(period.From)} ถึง {ThaiDate.Long(period.To)}") : null);
        yield return ("narrative", Said(report, returns, n => n.Results));
        yield return ("support", Said(report, returns, n => n.SuccessFactors));
        yield return ("problems", Said(report, returns, n => n.Obstacles));
        yield return ("proposals", Said(report, returns, n => n.Suggestions));
        yield return ("reported", returns.Count > 0 ? new FieldTick(returns.Exists(r => r.Status != ReturnStatus.Nil)) : null);
        yield return ("nil", returns.Count > 0 ? new FieldTick(returns.TrueForAll(r => r.Status == ReturnStatus.Nil)) : null);
        foreach (var fact in indicator.Register.Facts)
            yield return ($"fact.{fact.Id}", returns.Select(r => r.Facts.GetValueOrDefault(fact.Id)).OfType<CellValue>().FirstOrDefault(v => v is not UnreadValue) is { } value ? Of(value, report.Printed.Of(value, fact)) : null);
    }

    /// <summary>What units wrote, each with its name where there are several.</summary>
    private static FieldText? Said(ReportContent report, List<Return> returns, Func<Narrative, string> what)
    {
        var said = returns.Where(r => what(r.Narrative).Trim().Length > 0).ToList();
        return said.Count == 0 ? null
            : Text(string.Join('\n', said.Select(r => (said.Count > 1 ? $"{report.Printed.UnitShortName(r.Unit)}: " : "") + Printed.Prose(what(r.Narrative).Trim()))));
    }

    /// <summary>A column goes by its id and by its headings.</summary>
    private static IEnumerable<string> ColumnNames(ImmutableArray<Column> columns) => columns.SelectMany(NamesOf).Append("no").Append("unit");

    private static IEnumerable<string> NamesOf(Column column) => ((string[])[column.Id, column.Heading.Thai, .. column.Synonyms]).Select(FormTag.Of).Distinct(StringComparer.Ordinal);

    private static FieldRows Rows(ReportContent report, Indicator indicator, ImmutableArray<Column> columns)
    {
        var rows = report.ReturnsOn(indicator.Number).SelectMany(r => r.Rows, (r, row) => (r.Unit, Row: row))
            .Where(r => !columns.Any(c => r.Row[c.Id] is UnreadValue))
            .GroupBy(r => string.Join('\0', columns.Select(c => report.Printed.Of(r.Row[c.Id], c))), StringComparer.Ordinal)
            .Take(MostRows);
        return new([.. rows.Select((same, i) =>
        {
            var values = ImmutableDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
            foreach (var column in columns)
                if (same.First().Row[column.Id] is { } value)
                    foreach (var name in NamesOf(column)) values[name] = Of(value, report.Printed.Of(value, column));
            values["no"] = Text(ThaiNumerals.Format(i + 1));
            values["unit"] = Text(string.Join(", ", same.Select(r => report.Printed.UnitShortName(r.Unit)).Distinct()));
            return values.ToImmutable();
        })]);
    }

    private static FieldRows Evidence(ReportContent report, Indicator indicator) => new(
    [
        .. report.ReturnsOn(indicator.Number).SelectMany(r => r.Evidence, (r, e) => (r.Unit, Evidence: e)).Take(MostRows).Select((e, i) =>
        {
            var values = ImmutableDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
            values["no"] = Text(ThaiNumerals.Format(i + 1));
            values["code"] = Text(ThaiNumerals.ToThai(Evaluation.Evidence.CodeOf(indicator.Number, e.Unit, e.Evidence.Number)));
            values["title"] = Text(Printed.Prose(e.Evidence.Title));
            if (e.Evidence.Date is { } date) values["date"] = new FieldDay(date);
            if (e.Evidence.Rows is { Length: > 0 } which) values["rows"] = Text(ThaiNumerals.ToThai(which));
            if (e.Evidence.Kind is { Length: > 0 } kind) values["kind"] = Text(Printed.Prose(kind));
            if (e.Evidence.Location is { Length: > 0 } location) values["location"] = Text(location);
            if (e.Evidence.Pages is { } pages) values["pages"] = Text(ThaiNumerals.Format(pages));
            return values.ToImmutable();
        }),
    ]);

    private static FieldValue Of(CellValue value, string printed) => value switch
    {
        DateValue day => new FieldDay(day.Date),
        FlagValue flag => new FieldTick(flag.Yes),
        _ => Text(printed),
    };

    /// <summary>The days that all indicators with a period have in common.</summary>
    private static Period? Period(Framework framework) =>
        framework.Indicators.Select(i => i.Period).OfType<Period>().Where(p => !p.Source.IsAssumed).DistinctBy(p => (p.From, p.To)).ToList() is [var only] ? only : null;

    private static FieldText Text(string text) => new(text);
}
