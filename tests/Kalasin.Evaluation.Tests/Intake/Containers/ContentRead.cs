using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>What a file alone turned out to be, with the kinds that the program knows.</summary>
internal sealed record ContentRead(FileKind Kind, long Bytes, IReadOnlyList<RawTable>? Tables, IReadOnlyList<Finding> Findings)
{
    public static async Task<ContentRead> Of(SourceFile source, Budget budget)
    {
        var (file, tables, _) = await ContentReader.ReadAsync(source, FileTreatment.All, within: [], translator: null, budget);
        return new(file.Kind, file.Bytes, tables, file.Findings);
    }
}
