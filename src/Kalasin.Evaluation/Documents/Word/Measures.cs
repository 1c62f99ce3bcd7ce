namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Lengths in Word's units: twips (1/1440 inch), half-points, English metric units (1/914400 inch).</summary>
internal static class Measures
{
    /// <summary>A4, short side.</summary>
    public const int PageShort = 11906;

    /// <summary>A4, long side.</summary>
    public const int PageLong = 16838;

    /// <summary>Twips of millimetres.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4, MidpointRounding.AwayFromZero);

    /// <summary>English metric units of millimetres.</summary>
    public static long Emu(double millimetres) => (long)Math.Round(millimetres * 36000, MidpointRounding.AwayFromZero);

    /// <summary>Width between the margins, in twips.</summary>
    public static int TextWidth(Section section) =>
        (section.Landscape ? PageLong : PageShort) - Twips(section.Margins.Left) - Twips(section.Margins.Right);

    /// <summary>Height between the margins, in twips.</summary>
    public static int TextHeight(Section section) =>
        (section.Landscape ? PageShort : PageLong) - Twips(section.Margins.Top) - Twips(section.Margins.Bottom);

    /// <summary>
    /// Half-points, as text, of a size that the regulation states for TH Sarabun, scaled as the theme scales the 16 points of
    /// body text.
    /// </summary>
    public static string HalfPoints(this Theme theme, double official) =>
        ((int)Math.Round(official * theme.BodyPoints / 16 * 2, MidpointRounding.AwayFromZero)).ToString();
}
