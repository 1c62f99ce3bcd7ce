using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Transfer;

/// <summary>The forms of all units of a round that report anything, under the rules that it goes by.</summary>
internal static class RoundForms
{
    /// <summary>The formats of forms.</summary>
    public static ImmutableArray<FileFormat> Formats { get; } = [FileFormat.Excel, FileFormat.Of(ReportFormat.Word)];

    /// <summary>Their endings, one after the other.</summary>
    public static string Endings { get; } = string.Join(", ", Formats.Select(f => f.Ending));

    /// <summary>The format with an ending in lower case, or null.</summary>
    public static FileFormat? FormatOf(string ending) => Formats.FirstOrDefault(f => f.Ending == ending);

    public static string NameOf(OpenedRound round, UnitCode unit, FileFormat format) => $"form-{round.Id}-{unit}.{format.Ending}";

    public static IReadOnlyList<(string Name, Form Form)> Of(OpenedRound round, FileFormat format) =>
        [.. round.Rules.Plan.Units.Where(u => round.Rules.AskedOf(u.Code).Any()).Select(u => (NameOf(round, u.Code, format), Form.For(round.Rules, u.Code)))];

    /// <summary>Writes a form in a format.</summary>
    public static Task WriteAsync(Form form, FileFormat format, Stream target, CancellationToken cancellationToken) =>
        format == FileFormat.Excel ? form.WriteAsync(target, cancellationToken) : form.WriteWordAsync(target, cancellationToken);

    /// <summary>Writes them as one zip file, a form at a time; they are compressed already.</summary>
    public static async Task WriteZipAsync(IReadOnlyList<(string Name, Form Form)> forms, FileFormat format, Stream target, CancellationToken cancellationToken)
    {
        var zip = new StoredZipWriter(target);
        using var bytes = new MemoryStream();
        foreach (var (name, form) in forms)
        {
            bytes.SetLength(0);
            await WriteAsync(form, format, bytes, cancellationToken);
            await zip.AddAsync(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
        }
        await zip.FinishAsync(cancellationToken);
    }
}
