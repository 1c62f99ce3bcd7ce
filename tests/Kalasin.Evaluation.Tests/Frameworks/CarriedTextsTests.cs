using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>What becomes of texts, days, sources and ids when rules go on to another year.</summary>
public sealed class CarriedTextsTests
{
    private static readonly Framework Small = RulesText.ReadFramework(RulesText.Framework).Value!;

    [Theory]
    [InlineData("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", 2568, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘")]
    [InlineData("๒๕๖๕ ๒๕๖๖ ๒๕๖๗ ๒๕๖๘ ๒๕๖๙", 2568, "๒๕๖๕ ๒๕๖๗ ๒๕๖๘ ๒๕๖๙ ๒๕๖๙")]
    [InlineData("2565 2566 2567 2568 2569", 2570, "2565 2569 2570 2571 2569")]
    [InlineData("2022 2023 2024 2025 2026", 2568, "2022 2024 2025 2026 2026")]
    [InlineData("1.2567 12567 25671", 2568, "1.2567 12567 25671")]
    [InlineData("พระราชบัญญัติเทศบาล พ.ศ. ๒๕๖๖", 2568, "พระราชบัญญัติเทศบาล พ.ศ. ๒๕๖๖")]
    [InlineData("ระเบียบสำนักนายกรัฐมนตรี พ.ศ. ๒๕๖๖ ปี พ.ศ. ๒๕๖๗", 2568, "ระเบียบสำนักนายกรัฐมนตรี พ.ศ. ๒๕๖๖ ปี พ.ศ. ๒๕๖๘")]
    [InlineData("มาตรฐานของปีงบประมาณ พ.ศ. ๒๕๖๗", 2568, "มาตรฐานของปีงบประมาณ พ.ศ. ๒๕๖๘")]
    [InlineData("Act of B.E. 2566", 2568, "Act of B.E. 2566")]
    [InlineData("๒๙ กุมภาพันธ์ ๒๕๖๗", 2568, "๒๘ กุมภาพันธ์ ๒๕๖๘")]
    [InlineData("๒๙ กุมภาพันธ์ ๒๕๖๗", 2571, "๒๙ กุมภาพันธ์ ๒๕๗๑")]
    [InlineData("29 ก.พ. 2567", 2569, "28 ก.พ. 2569")]
    [InlineData("29 February 2024", 2568, "28 February 2025")]
    [InlineData("29 February 2024", 2571, "29 February 2028")]
    [InlineData("๑๒๙ กุมภาพันธ์ ๒๕๖๗", 2568, "๑๒๙ กุมภาพันธ์ ๒๕๖๘")]
    public void Text_SaysTheNewYearWhereItSaidTheOld(string text, int year, string carried) =>
        Assert.Equal(new(carried, carried), (Small with { Title = new(text, text) }).CarriedTo(year).Title);

    public static TheoryData<SourceKind, string?, string?, SourceKind, string?, string?> Sources => new()
    {
        { SourceKind.Regulation, "มาตรา ๕", "ปี ๒๕๖๗", SourceKind.Regulation, "มาตรา ๕", "ปี ๒๕๖๗" },
        { SourceKind.Assumed, null, null, SourceKind.Assumed, null, null },
        { SourceKind.Assumed, null, "ปี ๒๕๖๗", SourceKind.Assumed, null, "ปี ๒๕๖๘" },
        { SourceKind.Assumed, null, "ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๖: ว ๑", SourceKind.Assumed, null, "ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๖: ว ๑" },
        { SourceKind.Memo, "ว ๑", "หมายเหตุ", SourceKind.Assumed, null, "ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๗: ว ๑" },
        { SourceKind.Office, null, "ประกาศ", SourceKind.Assumed, null, "ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๗: ประกาศ" },
        { SourceKind.Memo, null, null, SourceKind.Assumed, null, "ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๗: หนังสือจังหวัด" },
        { SourceKind.DlaLetter, null, null, SourceKind.Assumed, null, "ยกมาจากปีงบประมาณ พ.ศ. ๒๕๖๗: หนังสือกรมฯ" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_OfOneYearIsAssumedForTheOther(SourceKind kind, string? citation, string? note, SourceKind other, string? itsCitation, string? itsNote)
    {
        var source = new RuleSource(kind, citation, note);
        var carried = (Small with { Indicators = [Small.Indicators[0] with { TextSource = source, Measure = Small.Indicators[0].Measure with { DetailSources = [source] } }] }).CarriedTo(2568);
        Assert.All((RuleSource[])[carried.Indicators[0].TextSource, carried.Indicators[0].Measure.DetailSources[0]], s => Assert.Equal((other, itsCitation, itsNote), (s.Kind, s.Citation, s.Note)));
    }

    [Fact]
    public void DaysAndYears_GoAlong_AndWhomTheLetterLeavesOutDoesNot()
    {
        var carried = Small.CarriedTo(2569);
        var period = carried.Indicators[0].Period!;
        Assert.Equal((new(2026, 5, 31), new(2025, 10, 1), new DateOnly(2026, 9, 30)), (carried.FinalDeadline.Date, period.From, period.To));
        Assert.Null(carried.Excluded);
        var end = ((LevelMeasure)carried.Indicators[1].Measure).Steps[4].Condition.Asked!.Operands.OfType<FiscalYearEndOperand>();
        Assert.Equal(2568, Assert.Single(end).Year);
    }

    [Theory]
    [InlineData("screen-2567", "screen-2568")]
    [InlineData("screen", "screen-2568")]
    [InlineData("screen-2566", "screen-2566-2568")]
    public void Entry_IsFromTheSameYearsRound(string first, string carried) =>
        Assert.Equal(carried, (Small with { Entry = new(FrameworkId.Parse(first), new(SourceKind.Memo)) { Top = 3 } }).CarriedTo(2568).Entry!.Framework.Value);

    [Theory]
    [InlineData("dla-2567", 2567)]
    [InlineData("dla", null)]
    [InlineData("dla-2367", null)]
    [InlineData("dla-2967", null)]
    [InlineData("dla-2567-a", null)]
    public void Year_StandsAtTheEndOfAnId(string id, int? year) => Assert.Equal(year, CarriedRules.YearOf(FrameworkId.Parse(id)));

    [Theory]
    [InlineData("dla-2567", "dla-2570", true)]
    [InlineData("dla-2567", "dla", true)]
    [InlineData("dla-2567", "dla-district-2567", false)]
    public void Award_IsTheSameWhateverTheYear(string one, string other, bool isSame) =>
        Assert.Equal(isSame, CarriedRules.IsSameAward(FrameworkId.Parse(one), FrameworkId.Parse(other)));

    [Fact]
    public void LongId_IsCutBeforeItsYear()
    {
        var carried = (Small with { Id = FrameworkId.Parse(new('a', 40)) }).CarriedTo(2568).Id.Value;
        Assert.Equal(new string('a', 35) + "-2568", carried);
    }
}
