using Kalasin.Evaluation.Rounds;
using static Kalasin.Evaluation.Tests.Rounds.OneOfEach;

namespace Kalasin.Evaluation.Tests.Rounds.Decisions;

/// <summary>More time and corrections: what is late, and what a receipt goes on saying.</summary>
public sealed class LatenessTests
{
    private readonly RoundScript script = Ready();

    [Theory]
    [InlineData("2024-05-15T10:00:00+07:00", false)]
    [InlineData("2024-05-16T10:00:00+07:00", true)]
    public void WithoutDecisions_ThePlanSaysWhatIsLate(string at, bool late) => Assert.Equal(late, Arrives(at).Lateness!.IsLate);

    [Fact]
    public void Extension_IsForTheWholeUnit_AlsoForWhatCameBefore_AndTakenBackByThePlansDay()
    {
        Assert.True(Arrives("2024-05-17T10:00:00+07:00").Lateness!.IsLate);
        script.Take(new ExtendDeadline(Namon, Soon, "flood"));
        Assert.Equal((Soon, false), (Cell.Lateness!.Due, Cell.Lateness.IsLate));
        script.Take(new ExtendDeadline(Namon, new(2024, 5, 16), "less"));
        Assert.Equal((1, true), (Cell.Lateness!.DaysLate, Cell.Lateness.IsLate));
        script.Take(new ExtendDeadline(Namon, RoundScript.Rules.Plan.InternalDeadline.Date, "back"));
        Assert.Equal(2, Cell.Lateness!.DaysLate);
        Assert.IsType<Already>(script.Give(RoundScript.Said(new ExtendDeadline(UnitCode.Parse("4601"), RoundScript.Rules.Plan.InternalDeadline.Date, "none"))));
    }

    [Fact]
    public void Correction_IsOnTimeUntilItsOwnDay_ForWhatCameAfterItWasAsked()
    {
        Assert.True(Arrives("2024-05-16T09:00:00+07:00").Lateness!.IsLate);
        script.Now = RoundScript.At("2024-05-16T12:00:00+07:00");
        var correction = script.Take(new AskCorrection(Namon, Soon, "no evidence", Third));
        Assert.True(Cell.Lateness!.IsLate);
        Assert.Equal([correction], Cell.OpenCorrections);

        Assert.False(Arrives("2024-05-20T23:00:00+07:00").Lateness!.IsLate);
        Assert.True(Cell.Lateness!.AfterHours);
        Assert.Empty(Cell.OpenCorrections);
        Assert.False(Arrives("2024-05-20T23:30:00+07:00").Lateness!.IsLate);
        Assert.Equal(1, Arrives("2024-05-21T09:00:00+07:00").Lateness!.DaysLate);
    }

    [Fact]
    public void Correction_OfOneIndicator_IsNotMetByAnother_AndAnsweredWithoutAVersion()
    {
        script.Give(RoundScript.Delivery("4602", "k", ("4", "x")));
        var (third, all) = (script.Take(new AskCorrection(Namon, Soon, "a", Third)), script.Take(new AskCorrection(Namon, Soon, "b")));
        script.Give(RoundScript.Delivery("4602", "same", ("3", "first")));
        Assert.True(script.State.Corrections[third].IsOpen && script.State.Corrections[all].IsOpen);
        script.Give(RoundScript.Delivery("4602", "other", ("4", "y")));
        Assert.Equal((true, false), (script.State.Corrections[third].IsOpen, script.State.Corrections[all].IsOpen));

        script.Take(new AnswerCorrection(third, "is right as it is"), Actor.Officer(Namon));
        Assert.NotNull(script.State.Corrections[third].Answer);
        Assert.Equal(script.State.Sequence, Assert.IsType<Already>(script.Give(RoundScript.Said(new AnswerCorrection(third, "again")))).Number);
    }

    [Fact]
    public void Correction_AskedTwice_IsOne_AndOfNothingIsRefused()
    {
        var number = script.Take(new AskCorrection(Namon, Soon, "a", Third));
        Assert.Equal(number, Assert.IsType<Already>(script.Give(RoundScript.Said(new AskCorrection(Namon, Soon, "other words", Third)))).Number);
        Refused("KAL5206", new AskCorrection(UnitCode.Parse("4601"), Soon, "a"));
        Refused("KAL5206", new AskCorrection(Namon, Soon, "a", IndicatorNumber.Parse("4")));
        Refused("KAL5205", new AskCorrection(Namon, Soon, "a", IndicatorNumber.Parse("5")));
        Refused("KAL5208", new AskCorrection(Namon, new(2024, 5, 9), "a", Third));
        Refused("KAL5209", new AskCorrection(Namon, new(2026, 5, 9), "a", Third));
        Refused("KAL5207", new AnswerCorrection(1, "a"));
    }

    [Fact]
    public void Receipt_SaysWhatHeld_WhateverIsDecidedLater()
    {
        Arrives("2024-05-17T10:00:00+07:00");
        var delivery = script.State.Deliveries[^1];
        Assert.Equal(["KAL5011", "KAL5008"], DeliveryNotes.Of(script.State, delivery, RoundScript.Rules).Select(n => n.Code));
        script.Take(new ExtendDeadline(Namon, Soon, "flood"));
        Assert.Equal(["KAL5011", "KAL5008"], DeliveryNotes.Of(script.State, delivery, RoundScript.Rules).Select(n => n.Code));

        Arrives("2024-05-17T11:00:00+07:00");
        Assert.Equal(["KAL5011", "KAL5014"], DeliveryNotes.Of(script.State, script.State.Deliveries[^1], RoundScript.Rules).Select(n => n.Code));
    }

    private StatusCell Cell => StatusCell.Of(script.State, RoundScript.Rules, Namon, Third);

    private StatusCell Arrives(string at)
    {
        script.Now = RoundScript.At(at);
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("4602", at, ("3", at)) with { ReceivedAt = script.Now }));
        return Cell;
    }

    private void Refused(string code, RoundDecision decision) =>
        Assert.Equal(code, Assert.Single(Assert.IsType<Refuse>(script.Give(RoundScript.Said(decision))).Findings).Code);
}
