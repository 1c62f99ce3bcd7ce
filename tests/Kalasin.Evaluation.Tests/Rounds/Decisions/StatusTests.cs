using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

/// <summary>What the grid of a round shows of decisions.</summary>
public sealed class StatusTests
{
    private static readonly UnitCode Adm = UnitCode.Parse("ADM");

    private readonly RoundScript script = Ready();

    [Fact]
    public void Excused_IsNotWaitedFor_AndCountsWhenItCame()
    {
        var before = Status;
        script.Take(new ExcuseUnit(UnitCode.Parse("4601"), "x"));
        script.Take(new ExcuseUnit(Namon, "x", Third));
        var after = Status;
        var left = before.Cells.Count(c => c.Unit.Value == "4601");
        Assert.Equal((before.Expected - left, before.Received, before.Missing.Count() - left), (after.Expected, after.Received, after.Missing.Count()));
        Assert.True(after.Cells.Single(c => c.Unit == Namon && c.Indicator == Third) is { IsExcused: true, Current: not null });
        script.Take(new ExpectUnit(UnitCode.Parse("4601"), "x"));
        Assert.Equal(before.Expected, Status.Expected);
    }

    [Fact]
    public void Copies_AreThreeTicks_OfAReturnOrOfAll()
    {
        script.Take(new RecordCopy(Namon, CopyForm.Paper, new(2024, 5, 10)));
        script.Take(new RecordCopy(Namon, CopyForm.Word, new(2024, 5, 9), "๑๒๓", Third));
        Assert.Equal([CopyForm.Word, CopyForm.Paper], Cell(Namon, Third).Copies);
        Assert.Equal([CopyForm.Paper], Cell(Namon, IndicatorNumber.Parse("4")).Copies);
        script.Take(new RevokeCopy(Namon, CopyForm.Paper, "x"));
        Assert.Equal([CopyForm.Word], Cell(Namon, Third).Copies);
    }

    [Fact]
    public void FaultyRow_IsOwedUntilItIsExplained_AndAgainInANewVersion()
    {
        SendFaulty("faulty");
        Assert.Equal([Third], Owed.Of([Cell(Namon, Third)]).Corrections);
        var asked = script.Take(new AskCorrection(Namon, new(2024, 5, 20), "year", Third));
        script.Take(new AnswerCorrection(asked, "not held this year"), Actor.Officer(Namon));
        Assert.Empty(Owed.Of([Cell(Namon, Third)]).Corrections);
        script.Now += TimeSpan.FromHours(1);
        SendFaulty("still faulty");
        Assert.Equal([Third], Owed.Of([Cell(Namon, Third)]).Corrections);
    }

    private void SendFaulty(string key)
    {
        var value = new Return(Namon, Third, ReturnStatus.Reported) { Rows = [new(1, ValuesById.Empty) { Faults = [DecisionFindings.SameRow.At(Place.Nowhere)] }] };
        var delivery = RoundScript.Delivery("4602", key, ("3", key)) with { ReceivedAt = script.Now };
        Assert.IsType<Accept>(script.Give(delivery with { Returns = [new(value, delivery.Returns[0].Content)] }));
    }

    [Fact]
    public void CollectorsOwnReturns_NeedAnother_WhoIsNotOfTheirUnit()
    {
        Assert.Equal([ConfirmationKind.ByAnother], Cell(Adm, Agreed).ConfirmationsNeeded);
        Assert.Empty(Cell(Namon, Third).ConfirmationsNeeded);
        Assert.False(Cell(Adm, Agreed).IsConfirmed);
        var own = Issued(script, LinkPurpose.Confirmer, Adm);
        Assert.Equal("KAL5219", Code(Confirm, new(ActorRole.Confirmer, Actor.OfLink(own))));
        Assert.Equal("KAL5219", Code(Confirm, Actor.Local));
        script.Take(Confirm, new(ActorRole.Confirmer, Actor.OfLink(Issued(script, LinkPurpose.Confirmer))));
        Assert.True(Cell(Adm, Agreed).IsConfirmed);

        script.Take(new WithdrawConfirmation(Adm, Agreed, 1, ConfirmationKind.ByAnother, "x"), Head);
        Assert.False(Cell(Adm, Agreed).IsConfirmed);
        script.Take(Confirm, Head);
        script.Give(RoundScript.Delivery("ADM", "new", ("10", "new")));
        Assert.False(Cell(Adm, Agreed).IsConfirmed);
    }

    private static ConfirmReturn Confirm => new(Adm, Agreed, 1, ConfirmationKind.ByAnother);

    [Fact]
    public void Maker_DoesNotConfirmWhatTheySentThemselves()
    {
        script.Give(RoundScript.Delivery("4602", "by hand", ("3", "by hand")));
        Assert.Equal("KAL5219", Code(new ConfirmReturn(Namon, Third, 2, ConfirmationKind.ByAnother), Actor.Local));
        script.Take(new ConfirmReturn(Namon, Third, 2, ConfirmationKind.ByAnother), new(ActorRole.Coordinator, "somebody else"));
    }

    [Fact]
    public void HeadOfTheUnit_ConfirmsWhereThePlanAsks()
    {
        var asking = RoundScript.Revised(RoundScript.Rules.Plan with { UnitHeadConfirms = true });
        Assert.Equal([ConfirmationKind.ByUnitHead], StatusCell.Of(script.State, asking, Namon, Third).ConfirmationsNeeded);
        Assert.Equal([ConfirmationKind.ByAnother, ConfirmationKind.ByUnitHead], StatusCell.Of(script.State, asking, Adm, Agreed).ConfirmationsNeeded);
        var confirm = new ConfirmReturn(Namon, Third, 1, ConfirmationKind.ByUnitHead);
        Assert.Equal("KAL5219", Code(confirm, new(ActorRole.Confirmer, Actor.OfLink(Issued(script, LinkPurpose.Confirmer)))));
        script.Take(confirm, new(ActorRole.Confirmer, Actor.OfLink(Issued(script, LinkPurpose.Confirmer, Namon))));
        Assert.True(StatusCell.Of(script.State, asking, Namon, Third).IsConfirmed);
    }

    [Fact]
    public void OpenQuestions_AndExclusions_AreShown()
    {
        var (third, general) = (script.Take(new AskQuestion(Namon, "a", Third), Actor.Officer(Namon)), script.Take(new AskQuestion(Namon, "b")));
        script.Take(new AskQuestion(Namon, "c", IndicatorNumber.Parse("4")));
        script.Take(new AnswerQuestion(third, "d"));
        Assert.Equal([third, general], Cell(Namon, Third).OpenQuestions);
        script.Take(new CloseQuestion(third), Actor.Officer(Namon));
        Assert.Equal([general], Cell(Namon, Third).OpenQuestions);
        Assert.Equal("KAL5013", Code(new CloseQuestion(general), Actor.Officer(Namon)));
        script.Take(new ExcludeReturn(Namon, Third, 1, "x"));
        Assert.True(Cell(Namon, Third).IsExcluded);
    }

    [Fact]
    public void Link_OpensAsItsPurposeSays_UntilItExpiresOrIsRevoked()
    {
        var links = Enum.GetValues<LinkPurpose>().ToDictionary(p => p, p => Issued(script, p, p == LinkPurpose.Unit ? Namon : null));
        Assert.Equal(
            ["UnitOfficer 4602", "Head", "Inspector", "Confirmer", ""],
            links.Select(l => As(l.Value) is { } actor ? (actor.Role == ActorRole.UnitOfficer ? $"{actor.Role} {actor.Id}" : $"{actor.Role}") : ""));

        script.Take(new NameStandIn(new(2024, 5, 11), new(2024, 5, 12), links[LinkPurpose.StandIn], "order"));
        Assert.Null(As(links[LinkPurpose.StandIn]));
        script.Now = RoundScript.At("2024-05-12T23:59:00+07:00");
        Assert.Equal(new(ActorRole.Head, Actor.OfLink(links[LinkPurpose.StandIn])), As(links[LinkPurpose.StandIn]));
        script.Take(new EndStandIn(Assert.Single(script.State.StandIns).Key, "back"));
        Assert.Null(As(links[LinkPurpose.StandIn]));

        script.Take(new RevokeLink(links[LinkPurpose.Head], "lost"));
        Assert.Null(As(links[LinkPurpose.Head]));
        script.Now = RoundScript.At("2024-06-30T00:00:00+07:00");
        Assert.Null(As(links[LinkPurpose.Unit]));
    }

    [Fact]
    public void Note_IsDoneByWhomItIsFor()
    {
        var inspector = new Actor(ActorRole.Inspector, Actor.OfLink(Issued(script, LinkPurpose.Inspector)));
        var other = new Actor(ActorRole.Inspector, "another");
        var note = script.Take(new WriteNote("look", null, script.State.Sequence));
        Assert.Equal("KAL5013", Code(new FinishNote(note), other));
        script.Take(new FinishNote(note, "looked"), inspector);
        var forAll = script.Take(new WriteNote("look", NoteRole.Inspector));
        script.Take(new FinishNote(forAll), other);
    }

    [Fact]
    public void Objection_IsDecidedByNobodyOfItsUnit_AndTheLaterDecisionHolds()
    {
        script.Take(new RaiseObjection(Adm, Agreed, "x"), Actor.Officer(Adm));
        var own = script.State.Sequence;
        Assert.Equal("KAL5219", Code(new DecideObjection(own, true, "x"), Actor.Local));
        script.Take(new DecideObjection(own, true, "x"), Head);
        Assert.IsType<Already>(script.Give(RoundScript.Said(new DecideObjection(own, true, "again")), Head));
        script.Take(new DecideObjection(own, false, "on second thoughts"), Head);
        Assert.False(script.State.Objections[own].Upheld);
        script.Take(new RaiseObjection(Adm, Agreed, "something new"), Actor.Officer(Adm));
    }

    private Actor? As(long link) => script.State.ActorOf(script.State.Links[link], script.Now);

    private RoundStatus Status => RoundStatus.Of(script.State, RoundScript.Rules);

    private StatusCell Cell(UnitCode unit, IndicatorNumber indicator) => StatusCell.Of(script.State, RoundScript.Rules, unit, indicator);

    private string Code(RoundDecision decision, Actor by) => Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision), by)).Findings).Code;
}
