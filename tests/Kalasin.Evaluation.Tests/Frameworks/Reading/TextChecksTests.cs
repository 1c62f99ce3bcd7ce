namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>Texts as long as they may be and one longer, and sources that cite nothing.</summary>
public sealed class TextChecksTests
{
    private const int Heading = 200, Text = 2_000;

    [Theory]
    [InlineData("\"shortText\": { \"th\": \"", "\", \"en\": \"a\" }", Heading, "/indicators/0/shortText/th")]
    [InlineData("\"unit\": { \"th\": \"", "\", \"en\": \"per cent\" }", Heading, "/indicators/0/measure/unit/th")]
    [InlineData("\"row\": { \"th\": \"", "\", \"en\": \"case\" }", Heading, "/indicators/0/register/row/th")]
    [InlineData("\"heading\": { \"th\": \"", "\", \"en\": \"Authority\" }", Heading, "/indicators/0/register/columns/0/heading/th")]
    [InlineData("\"label\": { \"th\": \"", "\", \"en\": \"Sent\" }", Heading, "/indicators/0/register/facts/0/label/th")]
    [InlineData("\"title\": { \"th\": \"", "\", \"en\": \"a\" }", Text, "/title/th")]
    [InlineData("\"message\": { \"th\": \"", "\", \"en\": \"a\" }", Text, "/indicators/0/register/checks/0/message/th")]
    public void FrameworkText_FitsItsPlace(string before, string after, int longest, string pointer)
    {
        var from = RulesText.Framework.IndexOf(before, StringComparison.Ordinal);
        var passage = RulesText.Framework[from..(RulesText.Framework.IndexOf(after, from, StringComparison.Ordinal) + after.Length)];
        IEnumerable<string> With(string text) => RulesText.FaultsWith((passage, before + text + after));
        Assert.Equal([], With(new('ฮ', longest)));
        Assert.Equal([$"KAL3035 {pointer}"], With(new('ฮ', longest + 1)));
        Assert.Equal([$"KAL3034 {pointer}"], With("  "));
        Assert.Equal([$"KAL3036 {pointer}"], With("ฮ\\u0007"));
    }

    [Theory]
    [InlineData("\"name\": { \"th\": \"ฝ่ายบริหารทั่วไป\"", "\"name\": { \"th\": \"{0}\"", Heading, "/units/0/name/th")]
    [InlineData("\"shortName\": { \"th\": \"บริหาร\"", "\"shortName\": { \"th\": \"{0}\"", Heading, "/units/0/shortName/th")]
    [InlineData("\"roleText\": { \"th\": \"ผู้รับรอง\"", "\"roleText\": { \"th\": \"{0}\"", Heading, "/signatories/0/roleText/th")]
    [InlineData("\"position\": { \"th\": \"ท้องถิ่นจังหวัด\"", "\"position\": { \"th\": \"{0}\"", Heading, "/signatories/0/position/th")]
    [InlineData("\"memo\": \"ว ๑\"", "\"memo\": \"ว ๑\", \"telephone\": \"{0}\"", Heading, "/telephone")]
    [InlineData("\"memo\": \"ว ๑\"", "\"memo\": \"ว ๑\", \"officeAddress\": \"{0}\"", Heading, "/officeAddress")]
    [InlineData("\"memo\": \"ว ๑\"", "\"memo\": \"{0}\"", Text, "/memo")]
    [InlineData("\"aliases\": [\"งานบริหารทั่วไป\"]", "\"aliases\": [\"{0}\"]", Text, "/units/0/aliases/0")]
    public void PlanText_FitsItsPlace(string passage, string replacement, int longest, string pointer)
    {
        IEnumerable<string> With(int length) => RulesText.PlanFaultsWith((passage, replacement.Replace("{0}", new('ฮ', length), StringComparison.Ordinal)));
        Assert.Equal([], With(longest));
        Assert.Equal([$"KAL3035 {pointer}"], With(longest + 1));
    }

    [Theory]
    [InlineData("regulation", "KAL3051")]
    [InlineData("office", "KAL3051")]
    [InlineData("memo", null)]
    [InlineData("assumed", null)]
    [InlineData("annex", null)]
    public void Source_OfALawOrAnOfficeCitesIt(string kind, string? code)
    {
        const string Memo = "\"textSource\": { \"kind\": \"memo\" }", Percentage = "\"kind\": \"percentage\",";
        Assert.Equal(code is null ? [] : [$"{code} /indicators/0/textSource"], RulesText.FaultsWith((Memo, $"\"textSource\": {{ \"kind\": \"{kind}\" }}")));
        Assert.Equal([], RulesText.FaultsWith((Memo, $"\"textSource\": {{ \"kind\": \"{kind}\", \"citation\": \"ว ๑\" }}")));
        Assert.Equal(
            code is null ? [] : [$"{code} /indicators/0/measure/detailSources/1"],
            RulesText.FaultsWith((Percentage, $"{Percentage} \"detailSources\": [{{ \"kind\": \"memo\" }}, {{ \"kind\": \"{kind}\" }}],")));
    }
}
