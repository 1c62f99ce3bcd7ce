using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports;

/// <summary>Pictures of activities as they stand on pages: two side by side, the last one alone and larger where their number is odd.</summary>
internal static class PictureRows
{
    private const int InARow = 2;

    /// <summary>The figures in rows.</summary>
    public static IEnumerable<Block> Of(IEnumerable<Figure> figures) =>
        figures.Chunk(InARow).Select(pair => pair.Length < InARow ? (Block)pair[0] : new FigureRow([.. pair]));
}
