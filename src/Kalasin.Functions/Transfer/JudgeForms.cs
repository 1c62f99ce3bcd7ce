using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Forms.Judging;
using Kalasin.Evaluation.Returns;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Transfer;

/// <summary>The sheets of a round's judges: workbooks that are read back, or paper for the pen.</summary>
internal static class JudgeForms
{
    public static ImmutableArray<FileFormat> Formats { get; } = [FileFormat.Excel, .. FileFormat.OfReports.Select(FileFormat.Of)];

    /// <summary>Their endings, one after the other.</summary>
    public static string Endings { get; } = string.Join(", ", Formats.Select(f => f.Ending));

    /// <summary>The format with an ending in lower case, or null.</summary>
    public static FileFormat? FormatOf(string ending) => Formats.FirstOrDefault(f => f.Ending == ending);

    /// <returns>One for each judge; none where judges score nothing.</returns>
    public static ImmutableArray<JudgeForm> Of(OpenedRound round, int judges) => Committee.Of(round.Rules) is { } committee ? JudgeForm.Of(committee, judges) : [];

    /// <summary>Writes them as one zip file.</summary>
    public static async Task WriteZipAsync(ImmutableArray<JudgeForm> forms, FileFormat format, Stream target, CancellationToken cancellationToken)
    {
        var zip = new StoredZipWriter(target);
        using var bytes = new MemoryStream();
        foreach (var form in forms)
        {
            bytes.SetLength(0);
            await form.WriteAsync(bytes, format, cancellationToken);
            await zip.AddAsync($"{form.Name}.{format.Ending}", bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
        }
        await zip.FinishAsync(cancellationToken);
    }
}
