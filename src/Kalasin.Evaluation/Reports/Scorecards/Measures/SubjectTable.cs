using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>What climbs the steps, one line each, with the senders that a step waits for.</summary>
internal sealed class SubjectTable
{
    private readonly IndicatorWork work;
    private readonly LevelMeasure measure;
    private readonly ImmutableArray<(HostLine? Host, UnitCode? Unit, string Key, LevelSubject Subject, LevelSteps Steps)> subjects;
    private readonly RowTable table;
    private readonly RowColumn units;
    private readonly RowColumn keys;
    private readonly RowColumn level;
    private readonly RowColumn? rowKeys;
    private readonly bool compares;
    private readonly Dictionary<int, RowColumn> rowFlags = [];
    private readonly Dictionary<int, SenderTable> senders = [];

    public SubjectTable(IndicatorWork work, LevelMeasure measure)
    {
        (this.work, this.measure) = (work, measure);
        var rows = work.Register;
        var hidden = measure.Subject.Any(id => rows.Find(id) is null);
        subjects = [.. Subjects(hidden)];
        compares = work.MayCompare(subjects.Length, rows.Lines.Length);
        if (!measure.Subject.IsEmpty && !hidden)
            rowKeys = rows.Table.Add("ผลงาน", 18, i => Cell.Text(ThingColumns.Text(rows, measure.Subject, i, blank: true), CellStyle.Step),
                i => ThingColumns.Joined(rows, measure.Subject, i, blank: true));
        foreach (var step in measure.Steps.Where(s => s.Condition is not FactHolds))
        {
            var where = LevelFormulas.RowsOf(step.Condition);
            ImmutableArray<bool> holds = [.. rows.IsSelected.Select((s, i) => s && work.Of.Predicates.Holds(where, rows.Lines[i]!.Value.Subject))];
            rowFlags.Add(step.Level, rows.Flag($"หลักฐานระดับ {ThaiNumerals.Format(step.Level)}", holds, rows.Selected, where));
        }
        table = new(subjects.Length);
        table.Add("ที่", 7, i => Cell.Number(i + 1, CellStyle.Data).As(CellFormat.ThaiWhole));
        units = table.Add("หน่วยงาน", 22, i => Cell.Text(subjects[i].Unit is { } unit ? work.Shown.NameOf(unit) : work.Of.Rules.Plan.Office.Thai, CellStyle.Data));
        keys = table.Add("ผลงาน", 9, i => Cell.Text(subjects[i].Key, CellStyle.Data));
        foreach (var step in measure.Steps.Where(s => s.Condition is Coverage)) senders.Add(step.Level, new(work, step, (Coverage)step.Condition, rowFlags[step.Level], subjects.Length));
        var steps = measure.Steps.Select(step => table.Flag(
            $"ระดับ {ThaiNumerals.Format(step.Level)} {step.Text.Thai}",
            [.. subjects.Select(s => s.Steps.Steps[step.Level - 1].Achieved)], i => Achieved(step, i))).ToList();
        level = table.Add("ระดับที่ได้", 9, i => Cell.Number(subjects[i].Steps.Level, CellStyle.Result).As(CellFormat.ThaiWhole), i =>
            string.Join('+', steps.Select((_, k) => string.Join('*', steps.Take(k + 1).Select(s => s.At(i))))));
        foreach (var sender in senders.Values) sender.Fill(subjects.Select(s => s.Subject), Filter);
    }

    public Fraction Of(RowGroup group)
    {
        var own = subjects.Where(s => group.Host is null || ReferenceEquals(s.Host, group.Host)).Select(s => (decimal)s.Steps.Level).DefaultIfEmpty(0).Max();
        return new(() => group.Host is { } host ? $"SUMPRODUCT(MAX(EXACT({units.All},{host.NameAt.Here})*{level.All}))" : $"MAX({level.All})", own, () => null, 1);
    }

    public void Place()
    {
        work.Sheet.Blank();
        work.Sheet.Across("ผลงานที่พิจารณาและขั้นที่ครบ (๑ = ครบ)", CellStyle.Label);
        table.Place(work.Sheet);
        foreach (var (step, sender) in senders) sender.Place(work.Sheet, $"ผู้ที่ต้องส่งตามระดับ {ThaiNumerals.Format(step)} (๑ = ได้รับแล้ว)");
    }

    private string? Achieved(LevelStep step, int line) => step.Condition switch
    {
        FactHolds c => Fact(c, line),
        Coverage => senders[step.Level].Complete(line),
        _ => Filter(line) is { } filter ? $"IF(SUMPRODUCT({rowFlags[step.Level].All}{filter}*1)>0,1,0)" : null,
    };

    /// <summary>Factors that leave the rows of a subject.</summary>
    private string? Filter(int line)
    {
        if (!compares || !measure.Subject.IsEmpty && rowKeys is null) return null;
        var filter = subjects[line].Unit is null ? "" : $"*EXACT({work.Register.Units.All},{units.At(line)})";
        return rowKeys is null || subjects[line].Unit is null ? filter : $"{filter}*EXACT({rowKeys.All},{keys.At(line)})";
    }

    /// <summary>Some return that speaks for the subject has the facts.</summary>
    private string? Fact(FactHolds condition, int line)
    {
        var parts = subjects[line].Subject.Returns
            .Select(r => work.Conditions.Of(condition.Holds, work.Facts.SiteOf(r.Unit)) is { } holds ? $"AND({work.Register.HostOf(r.Unit)!.CountsAt.Here}=1,{holds})" : null)
            .ToList();
        return parts.Contains(null) ? null : parts.Count == 0 ? "0" : $"IF(OR({string.Join(',', parts)}),1,0)";
    }

    private IEnumerable<(HostLine?, UnitCode?, string, LevelSubject, LevelSteps)> Subjects(bool hidden)
    {
        var rows = work.Register;
        var lines = rows.Lines.Index().Where(l => l.Item is not null).ToDictionary(l => (object)l.Item!.Value.Row, l => l.Index, ReferenceEqualityComparer.Instance);
        foreach (var (host, returns) in Together())
        {
            var selection = RowSelection.Of(work.Of, returns);
            var name = work.Of.Rules.Plan.Office;
            var apart = measure.Subject.IsEmpty ? [] : selection.Rows.GroupBy(r => (r.Reference.Unit, Key: DistinctRows.KeyOf(r.Row, measure.Subject))).ToList();
            foreach (var group in apart)
            {
                var subject = new LevelSubject(name, [group.First().From], [.. group]);
                var line = lines[group.First().Row];
                yield return (host, group.Key.Unit, hidden ? "" : ThingColumns.Text(rows, measure.Subject, line, blank: true), subject, LevelSteps.Of(work.Of, measure, subject));
            }
            if (apart.Count > 0) continue;
            var whole = new LevelSubject(name, returns, selection.Rows);
            yield return (host, host?.Unit, "", whole, LevelSteps.Of(work.Of, measure, whole));
        }
    }

    private List<(HostLine? Host, ImmutableArray<Return> Returns)> Together()
    {
        if (!work.IsPerHost) return [(null, work.Answers.Counted)];
        var measured = work.Together.Select(r => (work.Register.HostOf(r[0].Unit), r)).ToList();
        return measured.Count > 0 ? measured : [(null, [])];
    }

    /// <summary>Who has to send something, for each subject.</summary>
    private sealed class SenderTable(IndicatorWork work, LevelStep step, Coverage coverage, RowColumn proofs, int subjects)
    {
        private RowTable? table;
        private RowColumn? of;
        private RowColumn? received;

        public void Fill(IEnumerable<LevelSubject> all, Func<int, string?> filter)
        {
            var (rows, expected) = (work.Register, LevelSteps.Expected(work.Of, coverage.Senders));
            var sent = all.Select(s => s.Rows.Where(r => work.Of.Predicates.Holds(coverage.Where, r.Subject)).Select(r => r.Row[coverage.Column]).OfType<CellValue>().ToHashSet()).ToList();
            var lines = Enumerable.Range(0, subjects).SelectMany(s => expected.Select(e => (Subject: s, e.Sender, Name: work.Shown.TextOf(e.Sender, [])))).ToList();
            if (lines.Count == 0) return;
            table = new(lines.Count);
            table.Add("ที่", 7, i => Cell.Number(i + 1, CellStyle.Data).As(CellFormat.ThaiWhole));
            var name = table.Add("ผู้ส่ง", 22, i => Cell.Text(lines[i].Name, CellStyle.Data));
            of = table.Add("ผลงานที่", 9, i => Cell.Number(lines[i].Subject + 1, CellStyle.Data).As(CellFormat.ThaiWhole));
            received = table.Flag("ได้รับแล้ว", [.. lines.Select(l => sent[l.Subject].Contains(l.Sender))], i =>
                rows.Find(coverage.Column) is { } sender && filter(lines[i].Subject) is { } own
                    ? $"IF(SUMPRODUCT({proofs.All}*EXACT({sender.All},{name.At(i)}){own})>0,1,0)"
                    : null);
        }

        public string? Complete(int subject) => of is null || received is null ? "1" : $"IF(SUMPRODUCT(({of.All}={subject + 1})*({received.All}=0))=0,1,0)";

        public void Place(LiveSheet sheet, string title)
        {
            if (table is null) return;
            sheet.Blank();
            sheet.Across($"{title}: {step.Text.Thai}", CellStyle.Label);
            table.Place(sheet);
        }
    }
}
