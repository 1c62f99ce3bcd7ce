using System.Text;
using CsCheck;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents.Layout;

public sealed class WordShaperTests
{
    private static readonly WordShaper Shaper = FontFace.Regular.Shaper;

    [Theory]
    [InlineData("กำ", "ก|ำ")]
    [InlineData("น้ำ", "น|้|ำ")]
    [InlineData("ค่ำ", "ค|่|ำ")]
    [InlineData("ป้ำ", "ป|้|ำ")]
    [InlineData("ปำ", "ป|ํ|า")]
    [InlineData("ที่", "ท|ี|่")]
    [InlineData("ปี่", "ป|ี|่")]
    [InlineData("ปั้น", "ป|ั|้|น")]
    [InlineData("กิ์", "ก|ิ|์")]
    [InlineData("ญุ", "ญ|ุ")]
    [InlineData("ฐู", "ฐ|ู")]
    [InlineData("ฎุฏู", "ฎ|ุ|ฏ|ู")]
    [InlineData("ฤๅ", "ฤๅ")]
    [InlineData("fi", "fi")]
    [InlineData("เก่ง ", "เ|ก|่|ง| ")]
    [InlineData("๑๐๐\u00A0บาท", "๑|๐|๐|\u00A0|บ|า|ท")]
    public void Shape_Word_EveryGlyphKnowsItsText(string word, string expected) =>
        Assert.Equal(expected, string.Join('|', Shaper[word].Glyphs.Select(g => g.Text)));

    [Theory]
    [InlineData("กำ", 0x0E33)]
    [InlineData("นำ", 0x0E33)]
    public void Shape_SaraAm_IsDrawnByItsOwnGlyph(string word, int codepoint) =>
        Assert.Equal(FontFace.Regular.NominalGlyph(codepoint), Shaper[word].Glyphs[^1].Id);

    [Theory]
    [InlineData("ญู", 'ญ')]
    [InlineData("ฐู", 'ฐ')]
    public void Shape_LowerVowel_TakesTheFootOfTheConsonantAway(string word, char consonant)
    {
        var glyph = Shaper[word].Glyphs[0];
        Assert.Equal(consonant.ToString(), glyph.Text);
        Assert.NotEqual(FontFace.Regular.NominalGlyph(consonant), glyph.Id);
    }

    [Fact]
    public void Shape_AnyText_SaysItAllAndNeverDrawsGlyphZero() =>
        Gen.String[Gen.OneOf(Gen.Char['ก', '๛'], Gen.Char[' ', '~'], Gen.Char['\u0000', '\uFFFF'])].Sample(text =>
        {
            foreach (var face in (ReadOnlySpan<FontFace>)[FontFace.Regular, FontFace.Bold, FontFace.Italic])
            {
                var word = face.Shaper[text];
                Assert.DoesNotContain(word.Glyphs, g => g.Id == 0 || g.Text.Length == 0);
                if (!text.All(c => c is >= 'ก' and <= '๛' or >= ' ' and <= '~')) continue;
                Assert.Equal(text, word.Text);
                Assert.Equal(
                    text.Normalize(NormalizationForm.FormKD),
                    string.Concat(word.Glyphs.Select(g => g.Text)).Replace("\u200B", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD));
            }
        });

    [Theory]
    [InlineData("ดี😀", "ด|ี|😀", "ดี😀")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("ก\u0007", "ก|\uFFFD", "ก\uFFFD")]
    [InlineData("ก\u200Bข\u2060ค\uFEFF", "ก|ข|ค", "กขค")]
    [InlineData("ก\tข", "ก| |ข", "ก ข")]
    public void Shape_WhatTheFaceLacks_IsABoxThatSaysIt(string text, string glyphs, string says)
    {
        var word = Shaper[text];
        Assert.Equal(glyphs, string.Join('|', word.Glyphs.Select(g => g.Text)));
        Assert.Equal(says, word.Text);
    }

    [Fact]
    public void Shape_HalfASurrogatePair_IsABoxToo() => Assert.Equal("ก\uFFFD", Shaper["ก" + '\uD83D'].Text);

    [Fact]
    public void Split_Word_GivesItsClustersAndLosesNothing() =>
        Assert.Equal(["ผู้", "เชี่", "ย", "ว", "น้ำ  "], Shaper["ผู้เชี่ยวน้ำ  "].Split().Select(w => w.Text));
}
