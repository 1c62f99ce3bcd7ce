using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>
/// A framework as the tables in which an office enters one. What they don't ask is said by name on the sheet of details: the tables are read back while they are written, and every
/// part that doesn't come back is a row there, so that nothing is dropped.
/// </summary>
internal sealed class FrameworkRows
{
    private readonly Framework framework;
    private readonly JsonObject node;
    private readonly TableRows rows = new();

    private FrameworkRows(Framework framework)
    {
        // A workbook knows no revisions: what comes back is the next one of its award.
        this.framework = framework with { Revision = 1 };
        node = JsonSerializer.SerializeToNode(this.framework, RulesJson.InfoOf<Framework>())!.AsObject();
    }

    /// <summary>The tables, or a finding that names the sheet into which the framework doesn't go.</summary>
    public static RulesResult<FilledTables> Of(Framework framework)
    {
        var written = new FrameworkRows(framework);
        var findings = new List<Finding>();
        written.Write(findings);
        return RulesResult<FilledTables>.Of([.. findings.Distinct()], () => new(written.rows.In(FrameworkTables.Template)));
    }

    private void Write(List<Finding> findings)
    {
        About();
        foreach (var (i, indicator) in framework.Indicators.Index()) new IndicatorRows(framework, indicator, node["indicators"]![i]!.AsObject(), i, rows).Write();
        foreach (var group in framework.Groups)
            rows.Add(ExtraTables.Groups, ("name", group.Name.Thai), ("indicators", string.Join(' ', group.Indicators.Select(n => n.Value))), ("weight", Number(group.Weight?.Value)), ("sum", Number(group.WeightsAddUpTo)));
        foreach (var kind in framework.UnitKinds) rows.Add(ExtraTables.Kinds, ("name", kind.Name.Thai));
        foreach (var list in framework.Lists) rows.Add(ExtraTables.Lists, ("name", list.Name.Thai));
        foreach (var of in framework.Classes)
            foreach (var option in of.Options) rows.Add(ExtraTables.Classes, ("name", of.Name.Thai), ("option", option.Text.Thai));
        Totals();
        var ids = new DetailRows(node, rows);
        // Ids first: what refers to a part names it by them.
        ids.Add(node, Drafted(findings), idsOnly: true);
        ids.Add(node, Drafted(findings), idsOnly: false);
        if (Drafted(findings) is { } back && !DetailRows.IsSame(node, back)) findings.Add(RuleTableFindings.TooMuch.At(Place.Nowhere, FrameworkTables.Template[^1].Name));
        var tables = FrameworkTables.Template;
        if (tables.Sum(t => RuleWorkbook.HeadRow + rows.CountOf(t.Id) + t.BlankRows) > RuleWorkbookReader.MostRows)
            findings.Add(RuleTableFindings.TooMuch.At(Place.Nowhere, tables.MaxBy(t => rows.CountOf(t.Id))!.Name));
    }

    /// <summary>What the tables say so far.</summary>
    private JsonObject? Drafted(List<Finding> findings)
    {
        var found = new List<Finding>();
        var draft = new FrameworkDraft(rows.Typed(FrameworkTables.Template), found).Write();
        foreach (var wrong in found.Where(f => f.Severity == Severity.Error)) findings.Add(RuleTableFindings.TooMuch.At(wrong.Place, wrong.Place.Sheet ?? ""));
        return draft is null ? null : JsonNode.Parse(draft.ToJsonString(RulesJson.Options))!.AsObject();
    }

    private void About()
    {
        var origin = Origin();
        foreach (var (item, value) in (ReadOnlySpan<(string, string)>)
        [
            (FrameworkTables.Id, framework.Id.Value), (FrameworkTables.Title, framework.Title.Thai), (FrameworkTables.EnglishTitle, framework.Title.English), (FrameworkTables.Giver, framework.Authority.Thai),
            (FrameworkTables.Year, framework.FiscalYear.ToString(CultureInfo.InvariantCulture)), (FrameworkTables.Entrant, framework.Entrant == EntrantKind.Unit ? FrameworkTables.Unit : FrameworkTables.Province),
            (FrameworkTables.Deadline, RuleValues.Day(framework.FinalDeadline.Date)), (FrameworkTables.Email, framework.FinalDeadline.Email), (FrameworkTables.Paper, YesOrNo(framework.FinalDeadline.Paper)),
            (FrameworkTables.Total, framework.Total?.Kind == TotalKind.Points ? FrameworkTables.Points : FrameworkTables.Mean), (FrameworkTables.Origin, FrameworkTables.Origins[origin.Kind]), (FrameworkTables.Citation, origin.Citation),
        ]) rows.Add(FrameworkTables.About, ("item", item), ("value", value));
    }

    /// <summary>Where most of its rules come from: the others are told one by one.</summary>
    private (int Kind, string Citation) Origin()
    {
        var sources = new List<(int Kind, string Citation)>();
        Collect(node);
        return sources.Count == 0 ? (FrameworkTables.OriginNames.IndexOf("assumed"), "") : sources.CountBy(s => s).MaxBy(s => s.Value).Key;

        void Collect(JsonNode? part)
        {
            foreach (var child in part switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => Enumerable.Empty<JsonNode?>() }) Collect(child);
            if (part is JsonObject source && FrameworkTables.OriginNames.IndexOf((string?)(source["kind"] as JsonValue) ?? "") is >= 0 and var kind) sources.Add((kind, (string?)source["citation"] ?? ""));
        }
    }

    private void Totals()
    {
        foreach (var required in framework.Requirements)
        {
            var (of, which) = PartOf(required.Of);
            rows.Add(ExtraTables.Requirements, ("of", of), ("which", which), ("bound", required.Least is null ? ExtraTables.AtMost : ExtraTables.AtLeast), ("value", Number(required.Least ?? required.Most)),
                ("perCent", required.PerCent ? RuleValues.Yes : ""), ("text", required.Text.Thai));
        }
        foreach (var tie in framework.Ranking?.TieBreaks ?? [])
            rows.Add(ExtraTables.Order, ("by", PartOf(tie.By).Of), ("which", PartOf(tie.By).Which), ("prefers", tie.Prefers == Preference.Lower ? ExtraTables.Lower : ExtraTables.Higher));
        var (total, entry) = (framework.Total, framework.Entry);
        foreach (var (item, value) in (ReadOnlySpan<(string, string)>)
        [
            (ExtraTables.Weights, Number(total?.WeightsAddUpTo)), (ExtraTables.MostBonus, Number(total?.MostBonus)), (ExtraTables.MostPenalty, Number(total?.MostPenalty)),
            (ExtraTables.EndsAtFull, total is null ? "" : YesOrNo(total.EndsAtFull)), (ExtraTables.TScores, framework.Ranking is null ? "" : YesOrNo(framework.Ranking.TScores)),
            (ExtraTables.Entry, entry?.Framework.Value ?? ""), (ExtraTables.EntryTop, Number(entry?.Top)), (ExtraTables.EntryLeast, Number(entry?.Least)),
        ]) rows.Add(ExtraTables.Sum, ("item", item), ("value", value));
    }

    private (string Of, string Which) PartOf(ResultPart part) => part switch
    {
        IndicatorScore score => (ExtraTables.OfIndicator, score.Number.Value),
        IndicatorValue value => (ExtraTables.OfValue, value.Number.Value),
        GroupResult result => (ExtraTables.OfGroup, framework.Groups.First(g => g.Id == result.Id).Name.Thai),
        PenaltyResult => (ExtraTables.OfPenalty, ""),
        CompletionDay => (ExtraTables.OfDay, ""),
        _ => (ExtraTables.OfTotal, ""),
    };

    private static string YesOrNo(bool isSo) => isSo ? RuleValues.Yes : RuleValues.No;

    private static string Number(decimal? number) => number is { } known ? RuleValues.Number(known) : "";
}

/// <summary>The tables of a framework, filled.</summary>
internal sealed record FilledTables(ImmutableArray<RuleTable> Tables);
