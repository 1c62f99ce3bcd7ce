using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Transfer;

/// <summary>The returns of all units of a round as they are printed.</summary>
internal static class RoundReturns
{
    /// <summary>A folder for each unit: the memo, then its returns that came.</summary>
    public static async IAsyncEnumerable<NamedDocument> FilesAsync(PrintedReturns returns, ScoredRound scored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        UnitCode? unit = null;
        await foreach (var content in returns.CameAsync(scored, isBound: false, cancellationToken))
        {
            var folder = RoundDocuments.NameOf(content.Unit);
            if (unit != content.Unit.Code) yield return new($"{folder}/บันทึกข้อความ-{content.Unit.Code}", returns.MemoOf(scored, content.Unit));
            unit = content.Unit.Code;
            yield return new($"{folder}/แบบรายงาน-{content.CodeInFiles}", scored.Print([content]));
        }
    }

    /// <summary>Those that came, one after the other, to be bound.</summary>
    public static async IAsyncEnumerable<ReportDocument> BoundAsync(PrintedReturns returns, ScoredRound scored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var content in returns.CameAsync(scored, isBound: true, cancellationToken)) yield return scored.Print([content]);
    }
}
