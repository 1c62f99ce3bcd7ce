using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Functions.Pages;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What changed between two versions, in the words of the form and within bounds.</summary>
public sealed class DifferenceViewTests
{
    private static readonly Indicator Indicator = BuiltInFrameworks.Get("dla-2567").Indicators.Single(i => i.Number.Value == "3");

    [Fact]
    public void Changes_AreNamedAsOnTheForm()
    {
        var nil = new Return(UnitCode.Parse("4602"), Indicator.Number, ReturnStatus.Nil) { NilReason = "ไม่มีกิจกรรม" };
        var reported = nil with { Status = ReturnStatus.Reported, NilReason = null, Narrative = Narrative.Empty with { Obstacles = "น้ำท่วม" } };
        var view = Between(nil, reported);
        Assert.Equal(["๗. ปัญหา อุปสรรค", "เหตุผล (กรณีไม่มีเรื่อง)", "๑. สถานะการรายงาน"], view.Changes.Select(c => c.Name.Thai));
        Assert.Equal(("", "น้ำท่วม"), (view.Changes[0].Earlier.Thai, view.Changes[0].Later.Thai));
        Assert.Equal(("nil return", "reported"), (view.Changes[2].Earlier.English, view.Changes[2].Later.English));
    }

    [Fact]
    public void Rows_BeyondTheFirstFew_AreCounted()
    {
        var none = new Return(UnitCode.Parse("4602"), Indicator.Number, ReturnStatus.Reported);
        var many = none with { Rows = [.. Enumerable.Range(1, 25).Select(Row)] };
        var view = Between(none, many);
        Assert.Equal((20, 0, 5), (view.Added.Length, view.Gone.Length, view.More));
        Assert.True(Between(many, many with { Rows = [.. many.Rows.Reverse()] }).IsNone);
    }

    private static RegisterRow Row(int number) =>
        new(number, ValuesById.Empty.With("title", new TextValue($"กิจกรรม {number}")));

    private static DifferenceView Between(Return earlier, Return later) => DifferenceView.Of(ReturnDifference.Between(earlier, later), Indicator);
}
