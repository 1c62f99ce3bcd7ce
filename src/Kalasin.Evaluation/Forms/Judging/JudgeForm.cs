using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms.Judging;

/// <summary>
/// The sheet on which one judge scores all entrants: a workbook that is read back, and the same on paper for the pen. Every judge has one of their own, so that nobody sees
/// what another gave.
/// </summary>
internal sealed class JudgeForm
{
    public const string Title = "แบบให้คะแนนของกรรมการ";

    private JudgeForm(Committee committee, int judge, int judges) => (Committee, Judge, Judges) = (committee, judge, judges);

    public Committee Committee { get; }

    /// <summary>Which judge, from 1.</summary>
    public int Judge { get; }

    /// <summary>How many there are.</summary>
    public int Judges { get; }

    /// <summary>Name of its file without the ending.</summary>
    public string Name => JudgeLayout.FileOf(Committee.Rules.Plan.Id, Judge);

    internal string Whose =>
        $"{Committee.NameOf(Judge).Thai} จากทั้งหมด {ThaiNumerals.Format(Judges)} คน";

    /// <summary>The forms of a committee.</summary>
    /// <param name="committee">The committee of a round.</param>
    /// <param name="judges">How many judges it has, 1 to <see cref="Committee.MostJudges"/>.</param>
    public static ImmutableArray<JudgeForm> Of(Committee committee, int judges)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(judges, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(judges, Committee.MostJudges);
        return [.. Enumerable.Range(1, judges).Select(judge => new JudgeForm(committee, judge, judges))];
    }

    /// <summary>Writes it in a format; the stream need not seek and is left open.</summary>
    public Task WriteAsync(Stream stream, FileFormat format, CancellationToken cancellationToken) =>
        FileFormat.ReportOf(format.Ending) is { } document
            ? JudgePaper.Compose(this).WriteAsync(stream, document, cancellationToken)
            : JudgeWorkbook.Compose(this).WriteAsync(stream, cancellationToken);
}
