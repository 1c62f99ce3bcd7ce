using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// The emblem on the head of an office's papers: always a file of the office, because the Garuda is protected and the program draws none.
/// One that exists is printed by every writer.
/// </summary>
internal sealed class Emblem
{
    /// <summary>What it is, for whoever can't see it: that a paper bears it is what makes it an official letter, so it is no decoration.</summary>
    public const string AlternateText = "ตราครุฑ";

    /// <summary>Height on an outgoing letter and on a memo, in millimetres. Source: regulation on correspondence B.E. 2526, annex.</summary>
    public const double OnLetter = 30, OnMemo = 15;

    // As high as wide or higher, as the Garuda is: the sender begins half its height right of the middle. Sharp in print at 3 cm.
    private const double Narrowest = 0.5, Widest = 1;
    private const int LeastPixels = 120;

    private readonly double shape;

    private Emblem(ImmutableArray<byte> picture, PictureSize size) => (Picture, Size, shape) = (picture, size, (double)size.Width / size.Height);

    /// <summary>The file, PNG or JPEG.</summary>
    public ImmutableArray<byte> Picture { get; }

    /// <summary>Its format and size.</summary>
    public PictureSize Size { get; }

    /// <summary>Its width at a height, in the same unit.</summary>
    public double WidthAt(double height) => height * shape;

    /// <summary>An emblem of a file; <see langword="null"/> with what is wrong with it where it can't be printed.</summary>
    public static Emblem? Read(ImmutableArray<byte> file, out EmblemFault fault)
    {
        fault = EmblemFault.NotPrintable;
        if (!DocumentWriters.CanPrint(file.AsSpan()) || PictureSize.Read(file.AsSpan()) is not { } size) return null;
        var emblem = new Emblem(file, size);
        fault = emblem.shape is < Narrowest or > Widest ? EmblemFault.Shape : size.Height < LeastPixels ? EmblemFault.Coarse : EmblemFault.None;
        return fault == EmblemFault.None ? emblem : null;
    }
}

/// <summary>Why a file is no emblem.</summary>
internal enum EmblemFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not a PNG or JPEG that both formats print.</summary>
    NotPrintable,

    /// <summary>Wider than high, or less than half as wide.</summary>
    Shape,

    /// <summary>Too few pixels to be printed 3 cm high.</summary>
    Coarse,
}
