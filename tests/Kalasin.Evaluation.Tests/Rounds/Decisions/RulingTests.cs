using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

/// <summary>What the scorer gets of decisions: those that hold, with words and role; undone ones leave nothing.</summary>
public sealed class RulingTests
{
    private static readonly UnitCode Adm = UnitCode.Parse("ADM");
    private static readonly RowFingerprint One = new(Namon, "00000000000000aa");
    private static readonly RowFingerprint Other = new(Namon, "00000000000000bb");

    private readonly RoundScript script = Ready();
    private readonly Dictionary<ContentHash, string> words = [];

    [Fact]
    public void Decisions_ReachTheScorer_WithWordsAndRole_AndUndoneLeaveNothing()
    {
        Take(new ExcludeReturn(Namon, Third, 1, "a"), Head);
        Take(Seen(script, new ExcludeRow(Namon, Third, One.Hash, "b")));
        Take(Seen(script, new SettleDuplicate(Third, Other, One, Same: true, "c")));
        Take(Compared(script, new SettleDisagreement(Agreed, Law, "d")), Head);
        Take(new ExcuseUnit(UnitCode.Parse("4601"), "e", Third));
        Take(new Assess(Third, 3.5m, "f"), new(ActorRole.Inspector, "link-9"));
        Take(new ExplainJump(Namon, Third, "g"), Actor.Officer(Namon));
        var decisions = Decisions;
        Assert.Equal([new(Namon, Third, "a") { By = new("หัวหน้าส่วนราชการ", "head") }], decisions.Excluded);
        Assert.Equal(new(Third, One, "b") { By = new("ผู้ประสานงาน", "coordinator") }, Assert.Single(decisions.ExcludedRows));
        Assert.Equal((One, Other, true, "c"), Assert.Single(decisions.Duplicates) is var d ? (d.First, d.Second, d.Same, d.Reason) : default);
        Assert.Equal((Law, "d"), Assert.Single(decisions.Disagreements) is var s ? (s.Counts, s.Reason) : default);
        Assert.Equal((Third, "e"), Assert.Single(decisions.Excused) is var e ? (e.Indicator, e.Reason) : default);
        Assert.Equal((3.5m, "f", "inspector"), Assert.Single(decisions.Assessments) is var a ? (a.Score, a.Reason, a.By!.English) : default);
        Assert.Equal("g", Assert.Single(decisions.Jumps).Reason);

        Take(new IncludeReturn(Namon, Third, 1, "back"));
        Take(new IncludeRow(Namon, Third, One.Hash, "back"));
        Take(Seen(script, new SettleDuplicate(Third, One, Other, Same: false, "back")));
        Take(new ExpectUnit(UnitCode.Parse("4601"), "back", Third));
        Take(new TakeBackAssessment(Third, "back"));
        decisions = Decisions;
        Assert.True(decisions is { Excluded.IsEmpty: true, ExcludedRows.IsEmpty: true, Excused.IsEmpty: true, Assessments.IsEmpty: true });
        Assert.False(Assert.Single(decisions.Duplicates).Same);
    }

    [Fact]
    public void NewVersion_CountsAgain_AndReopensADisagreement()
    {
        Take(new ExcludeReturn(Namon, Third, 1, "a"));
        Take(Compared(script, new SettleDisagreement(Agreed, Law, "d")), Head);
        script.Give(RoundScript.Delivery("4602", "new", ("3", "new")));
        Assert.Empty(Decisions.Excluded);
        Assert.Single(Decisions.Disagreements);
        script.Give(RoundScript.Delivery("ADM", "new too", ("10", "new")));
        Assert.Empty(Decisions.Disagreements);
        Assert.Null(script.State.DisagreementOn(Agreed));
        script.Take(new WithdrawDelivery(5, "wrong"));
        Assert.Single(Decisions.Disagreements);
    }

    [Fact]
    public void WhatWasSeenOfAnotherVersion_IsWorthNothing()
    {
        var (row, disagreement) = (Seen(script, new ExcludeRow(Namon, Third, One.Hash, "b")), Compared(script, new SettleDisagreement(Agreed, Law, "d")));
        script.Give(RoundScript.Delivery("4602", "new", ("3", "new")));
        script.Give(RoundScript.Delivery("LAW", "new too", ("10", "new")));
        Assert.Equal("KAL5216", Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(row))).Findings).Code);
        Assert.Equal("KAL5218", Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(disagreement), Head)).Findings).Code);
    }

    [Fact]
    public void Repeated_HoldsAlready_SinceItsEvent()
    {
        foreach (var decision in (RoundDecision[])[
            new ExcludeReturn(Namon, Third, 1, "a"), Seen(script, new ExcludeRow(Namon, Third, One.Hash, "b")), Seen(script, new SettleDuplicate(Third, Other, One, Same: true, "c")),
            Compared(script, new SettleDisagreement(Agreed, Law, "d")), new ExcuseUnit(Namon, "e", Third), new Assess(Third, 3.5m, "f"),
            new RecordCopy(Namon, CopyForm.Pdf, new(2024, 5, 10)), new ConfirmReturn(Namon, Third, 1, ConfirmationKind.ByUnitHead)])
        {
            var number = script.Take(decision, decision is SettleDisagreement ? Head : null);
            Assert.Equal(number, Assert.IsType<Already>(script.Give(RoundScript.Said(decision))).Number);
        }
        Assert.Equal(Assert.Single(script.State.Duplicates).Value.By.Number,
            Assert.IsType<Already>(script.Give(RoundScript.Said(new SettleDuplicate(Third, One, Other, Same: true, "in the other order")))).Number);
    }

    /// <summary>What is theirs somebody else settles: the head here. In either direction, since a row left out may raise a percentage.</summary>
    [Fact]
    public void Coordinator_SettlesNothingOfTheirOwn_TheHeadMay()
    {
        var (mine, row) = (new RowFingerprint(Adm, "00000000000000aa"), new RowFingerprint(Law, "00000000000000bb"));
        RoundDecision[] of =
        [
            Compared(script, new SettleDisagreement(Agreed, Adm, "a")), Compared(script, new SettleDisagreement(Agreed, Law, "a")),
            Seen(script, new SettleDuplicate(Agreed, row, mine, Same: false, "b")), Seen(script, new SettleDuplicate(Agreed, row, mine, Same: true, "b")),
            new ExcludeReturn(Adm, Agreed, 1, "c"), new IncludeReturn(Adm, Agreed, 1, "d"),
            Seen(script, new ExcludeRow(Adm, Agreed, mine.Hash, "e")), new IncludeRow(Adm, Agreed, mine.Hash, "f"),
            new Assess(Agreed, 1, "g"), new TakeBackAssessment(Agreed, "h"), new ExcuseUnit(Adm, "i"), new ExtendDeadline(Adm, new(2024, 5, 20), "j"),
            new ConfirmReturn(Adm, Agreed, 1, ConfirmationKind.ByAnother), new ConfirmReturn(Adm, Agreed, 1, ConfirmationKind.ByUnitHead),
        ];
        foreach (var decision in of)
        {
            if (decision is not (IncludeReturn or IncludeRow or TakeBackAssessment)) Refused(decision);
            script.Take(decision, Head);
            if (decision is ExcludeReturn) Refused(new IncludeReturn(Adm, Agreed, 1, "d"));
            if (decision is ExcludeRow) Refused(new IncludeRow(Adm, Agreed, mine.Hash, "f"));
            if (decision is Assess) Refused(new TakeBackAssessment(Agreed, "h"));
        }
        var question = script.Take(new AskQuestion(Adm, "why", Agreed), new(ActorRole.Inspector, "link-9"));
        Refused(new CloseQuestion(question));
        script.Take(new CloseQuestion(question), Head);
    }

    /// <summary>Whoever typed a return from paper carries it and rules on its rows; for what it says somebody else vouches.</summary>
    [Fact]
    public void WhoeverEnteredAReturn_NeitherConfirmsNorAssessesIt()
    {
        script.Give(RoundScript.Delivery("4602", "typed from paper", ("3", "typed from paper")));
        Refused(new ConfirmReturn(Namon, Third, 2, ConfirmationKind.ByAnother));
        Refused(new Assess(Third, 3, "a"));
        script.Take(new Assess(Third, 3, "a"), new(ActorRole.Coordinator, "somebody else"));
        Refused(new TakeBackAssessment(Third, "b"));
        // The same person in another role is the same person.
        Refused(new Assess(Third, 2, "c"), new(ActorRole.Inspector, Actor.Local.Id));
        script.Take(new ExcludeReturn(Namon, Third, 2, "d"));
        script.Give(RoundScript.Delivery("4602", "sent by themselves", ("3", "sent by themselves")), Actor.Officer(Namon));
        script.Take(new Assess(Third, 2, "e"));
    }

    private void Refused(RoundDecision decision, Actor? by = null) =>
        Assert.Equal("KAL5219", Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision), by ?? Actor.Local)).Findings).Code);

    [Fact]
    public void ErasedWords_AreNotThere_AndTheDecisionStands()
    {
        Take(new ExcludeReturn(Namon, Third, 1, "somebody's name"));
        var why = script.State.ExcludedReturns.Values.Single().Text!.Value;
        Assert.IsType<Accept>(script.Give(new EraseContent(Guid.NewGuid(), why, new("00", "PDPA"))));
        Assert.Empty(script.State.ReasonsOfDecisions);
        Assert.Equal("ไม่มีข้อความเหตุผลในระบบแล้ว", Assert.Single(Decisions.Excluded).Reason);
    }

    [Fact]
    public void Erasure_IsOfWhatPeopleSaidAndSent_AndNotOfWhatCounts()
    {
        Assert.Equal("KAL5226", Code(RoundScript.Hash("first")));
        Assert.Equal("KAL5227", Code(RoundScript.Hash("nothing")));
        Assert.Equal("KAL5227", Code(script.State.Opened!.PlanHash));
        script.Take(new WithdrawDelivery(1, "x"));
        Assert.IsType<Accept>(script.Give(new EraseContent(Guid.NewGuid(), RoundScript.Hash("first"), new("00", "PDPA"))));
        Assert.IsType<Already>(script.Give(new EraseContent(Guid.NewGuid(), RoundScript.Hash("first"), new("00", "PDPA"))));
        script.Give(RoundScript.Delivery("4602", "sent again", ("3", "first")));
        Assert.Empty(script.State.Erased);

        string Code(ContentHash content) =>
            Assert.Single(Assert.IsType<Refuse>(script.Give(new EraseContent(Guid.NewGuid(), content, new("00", "PDPA")))).Findings).Code;
    }

    private Evaluation.Decisions Decisions =>
        script.State.DecisionsWith(script.State.ReasonsOfDecisions.ToImmutableDictionary(r => r, r => words.GetValueOrDefault(r, "?")));

    private void Take(RoundDecision decision, Actor? by = null)
    {
        foreach (var text in RoundScript.Said(decision).Texts) words[text.Hash] = text.Text;
        script.Take(decision, by);
    }
}
