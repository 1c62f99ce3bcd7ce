using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>A framework as an office gives it: JSON, or the Excel template filled in.</summary>
internal sealed class FrameworkIntake(Rulebook rulebook, ReadingRoom reading)
{
    /// <summary>Reads either. A workbook knows no revisions: its framework is the next one of its award.</summary>
    public async Task<RulesResult<Framework>> ReadAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        if (!IsWorkbook(bytes)) return FrameworkReader.Read(new MemoryStream(bytes));
        var read = await reading.ReadSmallAsync(_ => FrameworkSheet.ReadAsync(SourceFile.FromBytes($"{name}.xlsx", bytes), cancellationToken), cancellationToken);
        if (read.Value is not { } framework || await rulebook.FrameworkAsync(framework.Id, null, cancellationToken) is not { } newest) return read;
        var same = RulesWriter.HashOf(newest with { Revision = 1 }) == RulesWriter.HashOf(framework);
        return RulesResult<Framework>.Of(read.Findings, () => framework with { Revision = same ? newest.Revision : newest.Revision + 1 });
    }

    /// <summary>In what a framework differs from the newest revision; null where there is none.</summary>
    public async Task<IReadOnlyList<RulesChange>?> ChangesAsync(Framework framework, CancellationToken cancellationToken) =>
        await rulebook.FrameworkAsync(framework.Id, null, cancellationToken) is { } newest ? RulesDifference.Between(newest, framework) : null;

    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8);
}
