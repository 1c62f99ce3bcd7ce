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
        Take(Compared(script, new SettleDisagreement(Agreed, Law, "d")));
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
        Take(Compared(script, new SettleDisagreement(Agreed, Law, "d")));
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
        Assert.Equal("KAL5218", Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(disagreement))).Findings).Code);
    }

    [Fact]
    public void Repeated_HoldsAlready_SinceItsEvent()
    {
        foreach (var decision in (RoundDecision[])[
            new ExcludeReturn(Namon, Third, 1, "a"), Seen(script, new ExcludeRow(Namon, Third, One.Hash, "b")), Seen(script, new SettleDuplicate(Third, Other, One, Same: true, "c")),
            Compared(script, new SettleDisagreement(Agreed, Law, "d")), new ExcuseUnit(Namon, "e", Third), new Assess(Third, 3.5m, "f"),
            new RecordCopy(Namon, CopyForm.Pdf, new(2024, 5, 10)), new ConfirmReturn(Namon, Third, 1, ConfirmationKind.ByUnitHead)])
        {
            var number = script.Take(decision);
            Assert.Equal(number, Assert.IsType<Already>(script.Give(RoundScript.Said(decision))).Number);
        }
        Assert.Equal(Assert.Single(script.State.Duplicates).Value.By.Number,
            Assert.IsType<Already>(script.Give(RoundScript.Said(new SettleDuplicate(Third, One, Other, Same: true, "in the other order")))).Number);
    }

    /// <summary>What is theirs is made to count by somebody else: the head here. What makes it count less, and what they excluded themselves, they may.</summary>
    [Fact]
    public void Coordinator_DoesNotRuleForTheirOwnUnit_TheHeadMay()
    {
        var (mine, row) = (new RowFingerprint(Adm, "00000000000000aa"), new RowFingerprint(Law, "00000000000000bb"));
        Refused(Compared(script, new SettleDisagreement(Agreed, Adm, "a")), "/unit");
        Refused(Seen(script, new SettleDuplicate(Agreed, row, mine, Same: false, "b")), "/second");
        script.Take(new ExcludeReturn(Adm, Agreed, 1, "c"), Head);
        Refused(new IncludeReturn(Adm, Agreed, 1, "d"), "/unit");
        script.Take(Seen(script, new ExcludeRow(Adm, Agreed, mine.Hash, "e")), Head);
        Refused(new IncludeRow(Adm, Agreed, mine.Hash, "f"), "/unit");

        script.Take(Seen(script, new SettleDuplicate(Agreed, row, mine, Same: true, "b")));
        foreach (var decision in (RoundDecision[])[
            Compared(script, new SettleDisagreement(Agreed, Adm, "a")), Seen(script, new SettleDuplicate(Agreed, row, mine, Same: false, "b")),
            new IncludeReturn(Adm, Agreed, 1, "d"), new IncludeRow(Adm, Agreed, mine.Hash, "f")])
            script.Take(decision, Head);
        script.Take(Compared(script, new SettleDisagreement(Agreed, Law, "g")));
        script.Take(new ExcludeReturn(Adm, Agreed, 1, "h"));
        script.Take(new IncludeReturn(Adm, Agreed, 1, "a slip"));

        void Refused(RoundDecision decision, string pointer)
        {
            var finding = Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision), Actor.Local)).Findings);
            Assert.Equal(("KAL5219", pointer), (finding.Code, finding.Place.Pointer));
        }
    }

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
