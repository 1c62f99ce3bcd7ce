using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What the visitor may decide about a unit, its returns and its deliveries.</summary>
internal sealed class UnitDecisions(DecisionOffer offer, UnitCode unit)
{
    private RoundState State => offer.Round.State;

    /// <summary>About all that it reports.</summary>
    public ImmutableArray<DecisionForm> OfUnit()
    {
        var planned = offer.Round.Rules.Plan.InternalDeadline.Date;
        return
        [
            .. offer.Of(new AskQuestion(unit, ""), offer.Actor.IsOfficerOf(unit) ? new("ถามผู้ประสานงาน", "Ask the coordinator") : new("ถามหน่วยงาน", "Ask the unit"), "text"),
            .. AskCorrection(null),
            .. offer.Of(
                new ExtendDeadline(unit, State.ExtensionOf(unit)?.Until ?? planned, ""),
                new("กำหนดวันส่งของหน่วยงานนี้", "Set this unit's last day"), "until", "reason"),
            .. Excuse(null),
            .. Copies(null),
        ];
    }

    /// <summary>About its return on an indicator.</summary>
    /// <param name="asksReason">Its figure is far from others.</param>
    public ImmutableArray<DecisionForm> OfReturn(IndicatorNumber indicator, bool asksReason) =>
    [
        .. asksReason ? offer.Of(new ExplainJump(unit, indicator, ""), new("ให้เหตุผลที่ตัวเลขต่างมาก", "Explain the figure"), "reason") : [],
        .. offer.Of(new AskQuestion(unit, "", indicator), new("ถามหรือแจ้งเรื่องรายงานนี้", "Ask about this return"), "text"),
        .. State.Current(unit, indicator) is null ? [] : AskCorrection(indicator),
        .. State.Results is { Until: var until } && offer.Today > until
            ? []
            : offer.Of(new RaiseObjection(unit, indicator, ""), new("โต้แย้งผลชั่วคราว", "Object to the provisional result"), "text"),
        .. Excuse(indicator),
        .. Copies(indicator),
    ];

    /// <summary>About a delivery of its.</summary>
    public ImmutableArray<DecisionForm> OfDelivery(ReceiptNumber receipt) => State.Withdrawn.ContainsKey(receipt)
        ? [.. offer.Of(new RestoreDelivery(receipt.Value, ""), new("ใช้การนำส่งนี้ตามเดิม", "Let it count again"), "reason")]
        : [.. offer.Of(new WithdrawDelivery(receipt.Value, ""), new("ถอนการนำส่งนี้", "Withdraw it"), "reason")];

    /// <summary>About versions of its return on an indicator, the one that is shown foremost.</summary>
    public ImmutableArray<DecisionForm> OfVersion(IndicatorNumber indicator, int version) =>
    [
        .. Confirm(indicator, version, ConfirmationKind.ByAnother, new("สอบทานแล้ว ถูกต้อง", "Confirm it"), new("ถอนการสอบทาน", "Take the confirmation back")),
        .. Confirm(
            indicator, version, ConfirmationKind.ByUnitHead, new("หัวหน้าหน่วยงานรับรองแล้ว", "The unit's head has confirmed it"),
            new("ถอนการรับรองของหัวหน้าหน่วยงาน", "Take the head's confirmation back")),
        .. State.ExcludedReturns.ContainsKey((unit, indicator, version))
            ? offer.Of(new IncludeReturn(unit, indicator, version, ""), new("นำฉบับนี้มาคิดตามเดิม", "Let this version count again"), "reason")
            : offer.Of(new ExcludeReturn(unit, indicator, version, ""), new("ไม่นำฉบับนี้มาคิด", "Leave this version out"), "reason"),
    ];

    /// <summary>About a row of it.</summary>
    public ImmutableArray<DecisionForm> OfRow(IndicatorNumber indicator, RowFingerprint row) => State.ExcludedRows.ContainsKey((indicator, row))
        ? [.. offer.Of(new IncludeRow(unit, indicator, row.Hash, ""), new("นับแถวนี้ตามเดิม", "Count this row again"), "reason")]
        : [.. offer.Of(new ExcludeRow(unit, indicator, row.Hash, ""), new("ไม่นับแถวนี้", "Leave this row out"), "reason")];

    private IEnumerable<DecisionForm> Confirm(IndicatorNumber indicator, int version, ConfirmationKind kind, BilingualText confirm, BilingualText takeBack) =>
        State.Confirmations.ContainsKey((unit, indicator, version, kind))
            ? offer.Of(new WithdrawConfirmation(unit, indicator, version, kind, ""), takeBack, "reason")
            : kind == ConfirmationKind.ByAnother || offer.Round.Rules.Plan.UnitHeadConfirms
                ? offer.Of(new ConfirmReturn(unit, indicator, version, kind), confirm)
                : [];

    private IEnumerable<DecisionForm> AskCorrection(IndicatorNumber? indicator)
    {
        const int days = 7;
        return offer.Of(new AskCorrection(unit, offer.Today.AddDays(days), "", indicator), new("ขอให้แก้ไขรายงาน", "Ask for a correction"), "until", "reason");
    }

    private IEnumerable<DecisionForm> Excuse(IndicatorNumber? indicator) => State.Excuses.ContainsKey((unit, indicator))
        ? offer.Of(new ExpectUnit(unit, "", indicator), new("ให้รายงานตามเดิม", "Expect it again"), "reason")
        : offer.Of(new ExcuseUnit(unit, "", indicator), new("ยกเว้นการรายงาน", "Excuse it"), "reason");

    private IEnumerable<DecisionForm> Copies(IndicatorNumber? indicator) => Enum.GetValues<CopyForm>().SelectMany(form =>
    {
        var name = Copy.NameOf(form);
        return State.Copies.ContainsKey((unit, indicator, form))
            ? offer.Of(new RevokeCopy(unit, form, "", indicator), new($"ยกเลิกการรับ{name.Thai}", $"Take back that {name.English} came"), "reason")
            : offer.Of(new RecordCopy(unit, form, offer.Today, null, indicator), new($"ได้รับ{name.Thai}", $"{name.English} came"), "on", "registerNumber");
    });
}
