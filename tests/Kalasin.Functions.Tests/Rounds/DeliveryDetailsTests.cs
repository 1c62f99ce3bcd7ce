using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class DeliveryDetailsTests
{
    [Fact]
    public void DetailsOfAnEarlierVersion_OpenAsTheyAre()
    {
        var stored = Encoding.UTF8.GetBytes(
            """
            {"salt":"00","files":[{"name":"a.xlsx","outcome":"returns"}],"findings":[{"indicator":"3","finding":{"code":"KAL2047","severity":"Error",
            "place":{"file":"a.xlsx","sheet":"ตัวชี้วัด 3","cell":"C12"},"message":{"th":"แถว ๙ ยังไม่มี “กิจกรรม”","en":"Row 9 lacks “Activity”."},"remedy":{"th":"","en":""}}}]}
            """);
        var details = DeliveryDetails.Read(stored)!;
        Assert.Equal(["a.xlsx"], details.Names);
        var finding = Assert.Single(details.Findings).Finding;
        Assert.Equal(("C12", null, null, null), (finding.Place.Cell, finding.Place.Cells, finding.Place.Count, finding.About));
    }

    [Fact]
    public void Details_KeepNamesRangesCountsAndSubject()
    {
        Finding finding = new("KAL2047", Severity.Error, Place.InCell("a.xlsx", "ตัวชี้วัด 3", "C4") with { Cells = "C4:C9 C12", Count = 60, More = 53 }, "ก", "ข")
        {
            About = new("4602", "3"),
        };
        FindingDetails[] findings = [new("3", finding), new(null, finding with { Code = "KAL1001", About = new("4602", null) })];
        var read = DeliveryDetails.Read(new DeliveryDetails("00", ["a.xlsx", "ก.pdf"], [.. findings]).ToBytes())!;
        Assert.Equal(["a.xlsx", "ก.pdf"], read.Names);
        Assert.Equal(findings, read.Findings);
    }
}
