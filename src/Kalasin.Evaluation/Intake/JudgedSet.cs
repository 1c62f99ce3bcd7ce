using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.JudgingFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>Whose sheet a file is.</summary>
/// <param name="Judge">Which judge, from 1; 0 where that couldn't be read.</param>
/// <param name="Judges">How many there are by the sheet.</param>
internal sealed record JudgedSheet(int Judge, int Judges)
{
    /// <summary>A judge's sheet that says not of whom.</summary>
    public static JudgedSheet Unread { get; } = new(0, 0);
}

/// <summary>
/// The judges' sheets of a delivery are one set: all judges, each once, and none with an error. Otherwise no score of it is taken, for a mean of some of the judges is another
/// figure than the committee's.
/// </summary>
internal static class JudgedSet
{
    /// <summary>The returns of the set, with a row for each judge; where it isn't whole none, and its files say why.</summary>
    public static ImmutableArray<Return> Of(ImmutableArray<FileResult>.Builder files)
    {
        var sheets = files.SelectMany(f => f.Innermost).Where(f => f.Judged is not null).ToList();
        if (sheets.Count == 0) return [];
        var said = Objections(sheets).ToLookup(o => o.File, o => o.Finding);
        if (said.Count > 0 || sheets.Exists(s => s.Returns.IsEmpty))
        {
            for (var i = 0; i < files.Count; i++) files[i] = NotTaken(files[i], said);
            return [];
        }
        return
        [
            .. from sheet in sheets
               from scored in sheet.Returns
               group (sheet.Judged!.Judge, Return: scored) by (scored.Unit, scored.Indicator) into one
               select one.First().Return with { Rows = [.. one.OrderBy(r => r.Judge).Select((r, i) => r.Return.Rows[0] with { Number = i + 1 })] },
        ];
    }

    private static IEnumerable<(string File, Finding Finding)> Objections(List<FileResult> sheets)
    {
        var known = sheets.Where(s => s.Judged!.Judge > 0).ToList();
        foreach (var same in known.GroupBy(s => s.Judged!.Judge).Where(g => g.Count() > 1))
            foreach (var again in same.Skip(1))
                yield return (again.Name, JudgeTwice.At(Place.InFile(again.Name), Committee.NameOf(same.Key), same.First().Name, again.Name));
        var judges = known.Select(s => s.Judged!.Judges).DefaultIfEmpty(0).Max();
        var lacking = Enumerable.Range(1, judges).Except(known.Select(s => s.Judged!.Judge)).ToList();
        // A sheet that couldn't be told may be the one that is missed; what is wrong with it is said there.
        if (lacking.Count > 0 && known.Count == sheets.Count)
            yield return (known[0].Name, JudgesLacking.At(Place.InFile(known[0].Name), BilingualText.Join(", ", lacking.Select(Committee.NameOf)), ThaiNumerals.Number(judges)));
    }

    private static FileResult NotTaken(FileResult file, ILookup<string, Finding> said)
    {
        if (!file.Documents.IsEmpty)
            return file.Innermost.All(d => d.Judged is null) ? file
                : (file with { Findings = [.. file.Findings.Where(f => f.Place.File == file.Name)] }).With([.. file.Documents.Select(d => NotTaken(d, said))]);
        if (file.Judged is null) return file;
        ImmutableArray<Finding> findings = [.. file.Findings, .. said[file.Name]];
        if (findings.All(f => f.Severity != Severity.Error)) findings = findings.Add(SetNotRecorded.At(Place.InFile(file.Name)));
        return file with { Outcome = FileOutcome.Refused, Returns = [], Findings = findings };
    }
}
