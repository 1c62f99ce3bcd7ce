namespace Kalasin.Evaluation;

/// <summary>A file format that documents are written in.</summary>
public enum ReportFormat
{
    /// <summary>Word, ECMA-376 (.docx).</summary>
    Word,

    /// <summary>PDF.</summary>
    Pdf,
}
