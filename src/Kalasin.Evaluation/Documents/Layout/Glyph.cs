namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>One drawn shape and the characters it stands for. All lengths are thousandths of the em.</summary>
/// <param name="Id">Glyph of the font; never 0.</param>
/// <param name="Text">Characters it says; never empty.</param>
/// <param name="Advance">How far the pen moves.</param>
/// <param name="Width">How far it moves by the font's own measure, without what its neighbours change.</param>
/// <param name="Dx">Shift to the right of the pen.</param>
/// <param name="Dy">Shift above the baseline.</param>
/// <param name="EndsCluster">A gap may follow it: the last glyph of what a reader sees as one character.</param>
internal readonly record struct Glyph(ushort Id, string Text, short Advance, short Width, short Dx, short Dy, bool EndsCluster)
{
    public bool IsSpace => Text is " " or "\u00A0";
}
