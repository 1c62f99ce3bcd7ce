namespace Kalasin.Evaluation.Tests;

public sealed class FindingKindTests
{
    private static readonly FindingKind Kind = new("KAL9999", Severity.Error, new("พบ {0}", "Found {0}"), new("โปรดแก้ {1}", "Mend {1}"), "D7", "x");

    [Fact]
    public void At_FillsBothLanguages()
    {
        var finding = Kind.At(Place.InCell("a.xlsx", "ตัวชี้วัด 3", "D7"), new BilingualText("๓๑", "31"), "B2");
        Assert.Equal("พบ ๓๑ โปรดแก้ B2", finding.ToString(Language.Thai));
        Assert.Equal("Found 31 Mend B2", finding.ToString(Language.English));
        Assert.Equal("KAL9999 a.xlsx › ตัวชี้วัด 3 › D7: พบ ๓๑ โปรดแก้ B2", finding.ToString());
    }

    [Fact]
    public void At_WithoutArguments_KeepsBraces() =>
        Assert.Equal("พบ {0}", Kind.At(Place.Nowhere).Message.Thai);
}
