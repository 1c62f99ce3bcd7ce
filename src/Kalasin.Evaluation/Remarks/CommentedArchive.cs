using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;

namespace Kalasin.Evaluation.Remarks;

/// <summary>The tables inside a zip or a message, each with its notes at the path that it came by; what can't hold notes, and what nothing was found in, stays out.</summary>
internal static class CommentedArchive
{
    /// <summary>What stands behind the name of a file with notes.</summary>
    public const string Suffix = "-ข้อสังเกต";

    /// <summary>Whether what comes back of a kind is such an archive.</summary>
    public static bool IsMadeOf(FileKind kind) => FileTreatment.Of(kind).Files is not null;

    public static async Task<(bool IsWritten, FileResult Read)> WriteAsync(
        FileResult read, ImmutableArray<SourceFile> inside, Stream target, ReadingScope scope, ImmutableArray<FileKind> within, Budget budget)
    {
        var documents = ImmutableArray.CreateBuilder<FileResult>(inside.Length);
        var made = new OrderedDictionary<string, PackedBytes>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in inside)
        {
            using var bytes = new MemoryStream();
            var (isWritten, document) = await CommentedWorkbook.WriteAsync(file, bytes, scope, within.Add(read.Kind), budget);
            documents.Add(document);
            if (!isWritten) continue;
            var packed = PackedBytes.Of(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            budget.Hold(packed.Deflated.Length);
            made.Add(NameOf(document, read.Name.Length + 1, made), packed);
        }
        var whole = read.With(documents.MoveToImmutable());
        if (made.Count == 0) return (false, whole);
        var zip = new ZipFile(target);
        foreach (var (name, bytes) in made) await zip.AddAsync(name, bytes, budget.CancellationToken);
        await zip.FinishAsync(budget.CancellationToken);
        return (true, whole);
    }

    /// <summary>Its path and name, with another ending. Of files that differ only in that each later one has its place among all behind it, which no other has.</summary>
    private static string NameOf(FileResult document, int from, OrderedDictionary<string, PackedBytes> others)
    {
        var path = document.Name[from..];
        var (stem, ending) = (path[..^Path.GetExtension(path).Length] + Suffix, IsMadeOf(document.Kind) ? ".zip" : ".xlsx");
        return others.ContainsKey(stem + ending) ? string.Create(CultureInfo.InvariantCulture, $"{stem}-{others.Count + 1}{ending}") : stem + ending;
    }
}
