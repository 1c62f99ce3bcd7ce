using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>A format that files are written in, by all the names that others have for it.</summary>
/// <param name="Program">What people call it.</param>
/// <param name="Ending">Ending of a file's name, without the dot; also how it is asked for.</param>
/// <param name="MediaType">Its name in HTTP and mail.</param>
internal sealed record FileFormat(string Program, string Ending, string MediaType)
{
    /// <summary>Workbooks, which forms are.</summary>
    public static FileFormat Excel { get; } = new("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static FileFormat Word { get; } = new("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static FileFormat Pdf { get; } = new("PDF", "pdf", "application/pdf");

    /// <summary>Those that documents are written in.</summary>
    public static ImmutableArray<ReportFormat> OfReports { get; } = [.. Enum.GetValues<ReportFormat>()];

    /// <summary>The endings of documents, one after the other.</summary>
    public static string ReportEndings { get; } = string.Join(", ", OfReports.Select(f => Of(f).Ending));

    /// <summary>What a format of documents is called.</summary>
    public static FileFormat Of(ReportFormat format) => format switch
    {
        ReportFormat.Word => Word,
        ReportFormat.Pdf => Pdf,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>The format of documents with an ending in lower case, or <see langword="null"/>.</summary>
    public static ReportFormat? ReportOf(string ending) => OfReports.Cast<ReportFormat?>().FirstOrDefault(f => Of(f!.Value).Ending == ending);

    /// <summary>What people call the format with an ending in lower case; the ending itself where we write no such files.</summary>
    public static string ProgramOf(string ending) =>
        new[] { Excel, Word, Pdf }.FirstOrDefault(f => f.Ending == ending)?.Program ?? $".{ending}";
}
