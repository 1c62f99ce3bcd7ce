using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using static Kalasin.Evaluation.OfficeFiles.OfficeFileFindings;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>Reads the file of an office's emblem.</summary>
internal static class EmblemReader
{
    /// <summary>The emblem; <see langword="null"/> with a finding where it can't be printed.</summary>
    public static (Emblem? Emblem, ImmutableArray<Finding> Findings) Read(ReadOnlyMemory<byte> file, string name)
    {
        var emblem = Emblem.Read([.. file.Span], out var fault);
        if (emblem is not null) return (emblem, []);
        var (place, size) = (Place.InFile(name), PictureSize.Read(file.Span).GetValueOrDefault());
        return (null,
        [
            fault switch
            {
                EmblemFault.Shape => EmblemShape.At(place, ThaiNumerals.Number(size.Width), ThaiNumerals.Number(size.Height)),
                EmblemFault.Coarse => EmblemCoarse.At(place, ThaiNumerals.Number(size.Height)),
                _ => EmblemNotPrintable.At(place),
            },
        ]);
    }
}
