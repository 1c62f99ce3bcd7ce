using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

/// <summary>What can't be decided, and why: each refusal with its finding and the place that it is about.</summary>
public sealed class RefusalTests
{
    private static readonly UnitCode Adm = UnitCode.Parse("ADM");
    private static readonly IndicatorNumber Eighth = IndicatorNumber.Parse("8");

    private static readonly (string Code, string? Pointer, RoundDecision Decision)[] Cases =
    [
        ("KAL5003", "/unit", new ExtendDeadline(UnitCode.Parse("4699"), Soon, "x")),
        ("KAL5201", "/reason", new ExtendDeadline(Namon, Soon, " \n ")),
        ("KAL5202", "/reason", new ExtendDeadline(Namon, Soon, new string('ก', 501))),
        ("KAL5202", "/text", new AskQuestion(Namon, new string('ก', 2001))),
        ("KAL5202", "/registerNumber", new RecordCopy(Namon, CopyForm.Paper, new(2024, 5, 10), new string('1', 101))),
        ("KAL5203", "/text", new AskQuestion(Namon, "a\0b")),
        ("KAL5205", "/indicator", new ExcuseUnit(Namon, "x", IndicatorNumber.Parse("5"))),
        ("KAL5205", "/indicator", new AskQuestion(Namon, "x", IndicatorNumber.Parse("99"))),
        ("KAL5207", "/question", new AnswerQuestion(2, "x")),
        ("KAL5207", "/question", new CloseQuestion(-1)),
        ("KAL5207", "/note", new FinishNote(2)),
        ("KAL5207", "/link", new RevokeLink(2, "x")),
        ("KAL5207", "/link", new WriteNote("x", null, 2)),
        ("KAL5207", "/link", new NameStandIn(Soon, Soon, 2, "x")),
        ("KAL5207", "/standIn", new EndStandIn(2, "x")),
        ("KAL5207", "/objection", new DecideObjection(long.MaxValue, true, "x")),
        ("KAL5201", "/number", new NumberLetter(" ", Soon)),
        ("KAL5202", "/number", new NumberLetter(new string('1', 61), Soon)),
        ("KAL5208", "/on", new NumberLetter("1", new(2024, 5, 9))),
        ("KAL5301", "/report", new RequestSignature(ContentHash.Zero)),
        ("KAL5311", "/unit", new ConfirmAddress(AddressOwner.Unit, "x", Namon)),
        ("KAL5311", "/owner", new ConfirmAddress(AddressOwner.Award, "x", Namon)),
        ("KAL5312", "/mail", new SettleDispatch(OnTheWay.Mail, Left: true, "x")),
        ("KAL5314", null, new CancelDispatch("x")),
        ("KAL5313", null, new AcknowledgeDispatch(AcknowledgedBy.Paper, Soon)),
        ("KAL5208", "/until", new ShowResults(new(2024, 5, 9))),
        ("KAL5208", "/until", new ExtendDeadline(Namon, new(2024, 5, 14), "x")),
        ("KAL5209", "/until", new ExtendDeadline(Namon, DateOnly.MaxValue, "x")),
        ("KAL5209", "/on", new RecordCopy(Namon, CopyForm.Word, new(2024, 5, 11))),
        ("KAL5213", "/receipt", new WithdrawDelivery(0, "x")),
        ("KAL5213", "/receipt", new WithdrawDelivery(4, "x")),
        ("KAL5213", "/receipt", new RestoreDelivery(int.MinValue, "x")),
        ("KAL5214", "/version", new ExcludeReturn(Namon, Third, 2, "x")),
        ("KAL5214", "/version", new IncludeReturn(Namon, Third, 0, "x")),
        ("KAL5214", "/version", new ConfirmReturn(Namon, IndicatorNumber.Parse("4"), 1, ConfirmationKind.ByAnother)),
        ("KAL5216", "/row", new ExcludeRow(Namon, Third, "0123456789abcdef", "x")),
        ("KAL5216", "/first", new SettleDuplicate(Third, new(Namon, "a"), new(Namon, "b"), true, "x")),
        ("KAL5217", "/second", new SettleDuplicate(Third, new(Namon, "a"), new(Namon, "a"), true, "x")),
        ("KAL5003", "/second", new SettleDuplicate(Third, new(Namon, "a"), new(UnitCode.Parse("X"), "a"), true, "x")),
        ("KAL5206", "/unit", new SettleDisagreement(Third, UnitCode.Parse("4601"), "x")),
        ("KAL5218", "/indicator", new SettleDisagreement(Agreed, Law, "x")),
        ("KAL5220", "/score", new Assess(Third, 5.01m, "x")),
        ("KAL5220", "/score", new Assess(Third, -0.01m, "x")),
        ("KAL5220", "/score", new Assess(Third, 1.005m, "x")),
        ("KAL5221", "/entrant", new Assess(Third, 1, "x", Namon)),
        ("KAL5221", "/entrant", new TakeBackAssessment(Third, "x", Namon)),
        ("KAL5222", "/indicator", new Assess(IndicatorNumber.Parse("99"), 1, "x")),
        ("KAL5222", "/indicator", new WriteNote("x", NoteRole.Head, null, null, IndicatorNumber.Parse("99"))),
        ("KAL5223", "/choice", new MakeChoice("weather", "sunny")),
        ("KAL5224", "/role", new WriteNote("x")),
        ("KAL5224", "/role", new WriteNote("x", NoteRole.Head, 2)),
        ("KAL5219", null, new Assess(Agreed, 1, "the coordinator's unit hosts it")),
        ("KAL5219", null, new Assess(Eighth, 1, "so does it this one")),
        ("KAL5219", null, new ConfirmReturn(Adm, Agreed, 1, ConfirmationKind.ByAnother)),
    ];

    [Fact]
    public void Decision_ThatCantBe_IsRefusedWithAFindingAtItsPlace() => Assert.All(Cases, asked =>
    {
        var refuse = Assert.IsType<Refuse>(Ready().Give(RoundScript.Said(asked.Decision)));
        var finding = Assert.Single(refuse.Findings);
        Assert.Equal((asked.Code, asked.Pointer), (finding.Code, finding.Place.Pointer));
    });

    [Fact]
    public void EveryFindingOfTheFamily_IsSaid()
    {
        var said = Cases.Select(c => c.Code).Concat(["KAL5204", "KAL5206", "KAL5210", "KAL5211", "KAL5212", "KAL5215", "KAL5225", "KAL5226", "KAL5227", "KAL5228", "KAL5229"]).ToHashSet();
        var all = typeof(DecisionFindings).GetFields().Select(f => ((FindingKind)f.GetValue(null)!).Code);
        Assert.Empty(all.Except(said));
    }

    [Fact]
    public void OfficeFileThatNobodyGave_CantBeTakenBack()
    {
        var refuse = Assert.IsType<Refuse>(Ready().Give(new SetOfficeFile(Guid.NewGuid(), OfficeFile.Emblem, null, 0)));
        var finding = Assert.Single(refuse.Findings);
        Assert.Equal(("KAL5229", "/use"), (finding.Code, finding.Place.Pointer));
    }

    [Fact]
    public void WhatIsOver_StaysOver()
    {
        var script = Ready();
        var question = script.Take(new AskQuestion(Namon, "x"));
        script.Take(new CloseQuestion(question));
        Is("KAL5210", script, new AnswerQuestion(question, "late"));
        script.Take(new RaiseObjection(Namon, Third, "x"));
        Is("KAL5225", script, new RaiseObjection(Namon, Third, "once more"));
        script.Take(new ExcuseUnit(Namon, "x"));
        Is("KAL5212", script, new ExpectUnit(Namon, "x", Third));
        script.Give(RoundScript.Delivery("4602", "new", ("3", "new")));
        Is("KAL5215", script, new ExcludeReturn(Namon, Third, 1, "x"));
        script.Take(new WithdrawDelivery(1, "x"));
        script.Take(new WithdrawDelivery(4, "x"));
        Is("KAL5206", script, new ConfirmReturn(Namon, Third, 2, ConfirmationKind.ByAnother));
    }

    [Theory]
    [InlineData("Unit", null)]
    [InlineData("Head", "4602")]
    [InlineData("Inspector", "4602")]
    [InlineData("StandIn", "4602")]
    public void Link_NamesAUnit_WhereItIsOfOne(string purpose, string? unit)
    {
        var refuse = Assert.IsType<Refuse>(Ready().Give(Link(Enum.Parse<LinkPurpose>(purpose), unit is null ? null : UnitCode.Parse(unit))));
        Assert.Equal("KAL5211", Assert.Single(refuse.Findings).Code);
    }

    private static void Is(string code, RoundScript script, RoundDecision decision) =>
        Assert.Equal(code, Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision))).Findings).Code);
}
