using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation;

/// <summary>
/// An award of an office's own as an Excel workbook of indicators: a template with explanations, lists and an example, filled in, and read as a framework; and any framework as such a
/// workbook. It asks the usual things; what else the language of frameworks can say stands part by part on its sheet of details.
/// </summary>
public static class FrameworkSheet
{
    /// <summary>Writes the template.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteTemplateAsync(Stream stream, CancellationToken cancellationToken = default) => Template.WriteAsync(stream, cancellationToken);

    /// <summary>Writes a framework as the workbook: what is read of it is the same, as the first revision.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Nothing; or the sheet that it doesn't go into, and then nothing was written.</returns>
    public static async Task<ImmutableArray<Finding>> WriteAsync(Framework framework, Stream stream, CancellationToken cancellationToken = default)
    {
        var filled = Of(framework);
        if (filled.Value is { } workbook) await workbook.WriteAsync(stream, cancellationToken).ConfigureAwait(false);
        return filled.Findings;
    }

    /// <summary>Reads a template that was filled in.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The framework, or findings with the sheet and cell of each.</returns>
    public static async Task<RulesResult<Framework>> ReadAsync(SourceFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new List<Finding>();
        var typed = await RuleWorkbookReader.ReadAsync(file, FrameworkTables.Template, findings, cancellationToken).ConfigureAwait(false);
        return new FrameworkDraft(typed, findings).Read();
    }

    internal static RulesResult<Workbook> Of(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var filled = FrameworkRows.Of(framework);
        return RulesResult<Workbook>.Of(filled.Findings, () => RuleWorkbook.Compose(ThaiText.Cut(framework.Title.Thai, 200), AsOf, FrameworkTables.Advice, filled.Value!.Tables));
    }

    private static DateOnly AsOf { get; } = new(2026, 10, 1);

    internal static Workbook Template { get; } =
        RuleWorkbook.Compose("แบบกรอกกรอบการประเมินของสำนักงาน", AsOf, FrameworkTables.Advice, FrameworkTables.Template);
}
