using System.Globalization;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>List definitions: bullets are one list, each numbered list is its own and starts at ๑.</summary>
internal static class NumberingPart
{
    /// <summary>Number of the bulleted list.</summary>
    public const int Bullets = 1;

    /// <summary>How far an item's text stands in from its parent's, in twips (7.5 mm).</summary>
    public const int Indent = 425;

    private const int BulletDefinition = 0;
    private const int ThaiDefinition = 1;
    private const int Levels = 9;

    private static readonly Lazy<PackedBytes> WithoutNumbered = new(() => Pack(0));

    /// <summary>Number of the <paramref name="n"/>th numbered list, from 1.</summary>
    public static int Numbered(int n) => Bullets + n;

    /// <summary>Deepest level that Word knows; deeper lists stay on it.</summary>
    public static int Level(int depth) => Math.Min(depth, Levels - 1);

    /// <summary>The part for a document with so many numbered lists.</summary>
    public static PackedBytes For(int numberedLists) => numberedLists == 0 ? WithoutNumbered.Value : Pack(numberedLists);

    private static PackedBytes Pack(int numberedLists) => PackedBytes.OfXml(xml =>
    {
        var numbering = new W.Numbering(
            Definition(BulletDefinition, W.NumberFormatValues.Bullet, level => level % 2 == 0 ? "•" : "–"),
            Definition(ThaiDefinition, W.NumberFormatValues.ThaiNumbers, level => $"%{level + 1}."));
        numbering.AppendChild(new W.NumberingInstance(new W.AbstractNumId { Val = BulletDefinition }) { NumberID = Bullets });
        for (var n = 1; n <= numberedLists; n++)
        {
            var instance = numbering.AppendChild(new W.NumberingInstance(new W.AbstractNumId { Val = ThaiDefinition }) { NumberID = Numbered(n) });
            for (var level = 0; level < Levels; level++)
                instance.AppendChild(new W.LevelOverride(new W.StartOverrideNumberingValue { Val = 1 }) { LevelIndex = level });
        }
        numbering.WriteTo(xml);
    });

    private static W.AbstractNum Definition(int id, W.NumberFormatValues format, Func<int, string> text)
    {
        var definition = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.Multilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            definition.AppendChild(new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = format },
                new W.LevelText { Val = text(level) },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation
                {
                    Left = ((level + 1) * Indent).ToString(CultureInfo.InvariantCulture), Hanging = Indent.ToString(CultureInfo.InvariantCulture),
                }))
            { LevelIndex = level });
        }
        return definition;
    }
}
