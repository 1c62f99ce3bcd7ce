using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation;

/// <summary>
/// An award of an office's own as an Excel workbook of indicators: a template with explanations, lists and an example, filled in, and read as a framework. It asks
/// the usual things; what else the language of frameworks can say is written as JSON.
/// </summary>
public static class FrameworkSheet
{
    /// <summary>Writes the template.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteTemplateAsync(Stream stream, CancellationToken cancellationToken = default) => Template.WriteAsync(stream, cancellationToken);

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

    internal static Workbook Template { get; } =
        RuleWorkbook.Compose("แบบกรอกกรอบการประเมินของสำนักงาน", new(2026, 10, 1), FrameworkTables.Advice, FrameworkTables.Template);
}
