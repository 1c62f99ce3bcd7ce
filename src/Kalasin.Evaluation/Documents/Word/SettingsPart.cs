using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The settings: fonts embedded, Thai as the theme's complex-script language, the layout rules of Word 2013 and later.</summary>
internal static class SettingsPart
{
    private const string WordCompatibility = "http://schemas.microsoft.com/office/word";

    private static readonly Lazy<PackedBytes> Thai = new(() => Pack("th-TH"));

    /// <summary>The part for a language.</summary>
    public static PackedBytes For(string language) => language == "th-TH" ? Thai.Value : Pack(language);

    private static PackedBytes Pack(string language) => PackedBytes.OfXml(new W.Settings(
        new W.Zoom { Percent = "100" },
        new W.EmbedTrueTypeFonts(),
        new W.DefaultTabStop { Val = 720 },
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.Compatibility(
            Rule(W.CompatSettingNameValues.CompatibilityMode, "15"),
            Rule(W.CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Rule(W.CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Rule(W.CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
            Rule(W.CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1")),
        new W.ThemeFontLanguages { Val = "en-US", Bidi = language },
        new W.DecimalSymbol { Val = "." },
        new W.ListSeparator { Val = "," }).WriteTo);

    private static W.CompatibilitySetting Rule(W.CompatSettingNameValues name, string value) => new() { Name = name, Uri = WordCompatibility, Val = value };
}
