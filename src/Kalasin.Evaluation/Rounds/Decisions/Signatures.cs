namespace Kalasin.Evaluation.Rounds;

/// <summary>Ask the head to approve the report.</summary>
/// <param name="Report">Hash of the official edition's PDF, so that nobody asks for what they haven't seen.</param>
/// <param name="Reason">What the head should know, such as what has changed since it was returned. Default: nothing.</param>
internal sealed record RequestSignature(ContentHash Report, string? Reason = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (Signing.NotSignable(asked, Report) is { } finding) return Refuse.For(finding);
        return asked.State.Signing is { } signing && signing.Report.Pdf == Report && signing is { Decided: null } or { IsApproved: true }
            ? Already.By((signing.Decided ?? signing.Requested).Number)
            : asked.Yes(this, new SignatureRequested(Report, Reason is null ? null : HashOf(Reason)));
    }
}

/// <summary>Approve the report as it is compiled now. By the head, or whoever stands in that day; never by who asked for it.</summary>
/// <param name="Report">Hash of the official edition's PDF, so that nobody approves what they haven't seen.</param>
internal sealed record ApproveReport(ContentHash Report) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsHead;

    internal override Decision Decide(Asked asked)
    {
        if (Signing.NotSignable(asked, Report) is { } finding) return Refuse.For(finding);
        if (asked.State.Signing is not { } signing) return Refuse.For(SigningFindings.NotRequested.At(Place.At("/report")));
        if (signing.IsApproved && signing.Report.Pdf == Report) return Already.By(signing.Decided!.Number);
        // What was returned is not approved by a second thought: it is put forward again, or compiled anew.
        if (signing is { Decided: not null, IsApproved: false } && signing.Report.Pdf == Report) return Refuse.For(SigningFindings.NotRequested.At(Place.At("/report")));
        // Somebody may have an account with both roles.
        return asked.IsSelf(signing.Requested.By) ? Refuse.For(DecisionFindings.OwnWork.At(Place.Nowhere)) : asked.Yes(this, new ReportApproved(Report));
    }
}

/// <summary>Return the report that was put forward, approved or not, with a note on what has to be changed.</summary>
/// <param name="Report">Hash of the official edition's PDF that was put forward.</param>
/// <param name="Reason">The note.</param>
internal sealed record ReturnReport(ContentHash Report, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsHead;

    internal override Decision Decide(Asked asked)
    {
        if (DispatchOrder.IsOver(asked) is { } over) return Refuse.For(over);
        if (asked.State.Signing is not { } signing) return Refuse.For(SigningFindings.NotRequested.At(Place.At("/report")));
        if (signing.Report.Pdf != Report) return Refuse.For(SigningFindings.OtherReport.At(Place.At("/report")));
        return signing is { Decided: { } decided, IsApproved: false } ? Already.By(decided.Number) : asked.Yes(this, new ReportReturned(Report, HashOf(Reason)));
    }
}

/// <summary>The head was asked to approve the report.</summary>
/// <param name="Pdf">Hash of the official edition's PDF.</param>
/// <param name="Reason">Vault object with what the head should know; <see langword="null"/> where nothing was said.</param>
internal sealed record SignatureRequested(ContentHash Pdf, ContentHash? Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Reason is { } reason ? [reason] : [];

    internal override IEnumerable<ContentHash> Contents => [Pdf, .. Texts];

    internal override RoundState Apply(RoundState state, Happened how) => state with { Signing = new(state.Compiled(Pdf, how), how.Ruled(Reason)) };

    internal override BilingualText Tell(Telling telling) => new("เสนอรายงานให้หัวหน้าส่วนราชการพิจารณา", "The report was put forward to the head");
}

/// <summary>The head approved the report.</summary>
/// <param name="Pdf">Hash of the official edition's PDF.</param>
internal sealed record ReportApproved(ContentHash Pdf) : RoundEvent
{
    internal override IEnumerable<ContentHash> Contents => [Pdf];

    internal override RoundState Apply(RoundState state, Happened how) => state.Signing is { } signing
        ? state with { Signing = signing with { Report = state.Compiled(Pdf, how), Decided = how.Ruled(null), IsApproved = true } }
        : throw new InvalidDataException($"Event {how.Number} approves what nobody asked to approve.");

    internal override BilingualText Tell(Telling telling) => new("หัวหน้าส่วนราชการเห็นชอบรายงาน", "The head approved the report");
}

/// <summary>The head returned the report.</summary>
/// <param name="Pdf">Hash of the official edition's PDF.</param>
/// <param name="Reason">Vault object with the note.</param>
internal sealed record ReportReturned(ContentHash Pdf, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override IEnumerable<ContentHash> Contents => [Pdf, Reason];

    internal override RoundState Apply(RoundState state, Happened how) => state.Signing is { } signing && signing.Report.Pdf == Pdf
        ? state with { Signing = signing with { Decided = how.Ruled(Reason), IsApproved = false } }
        : throw new InvalidDataException($"Event {how.Number} returns a report that was not put forward.");

    internal override BilingualText Tell(Telling telling) => new("หัวหน้าส่วนราชการส่งรายงานคืนให้แก้ไข", "The head returned the report with a note");
}

internal sealed partial record RoundState
{
    /// <summary>The report that was put forward last and what the head decided; <see langword="null"/> before one was.</summary>
    public Signing? Signing { get; init; }

    /// <summary>How far the report has come with the head, under the rules in force.</summary>
    public Approval ApprovalUnder(AwardRules rules)
    {
        if (Signing is not { } signing) return new(ApprovalStage.None, null, null);
        var since = ReportDifference.Of(signing.Report, this, rules);
        return new((signing.Decided, signing.IsApproved) switch
        {
            (null, _) => ApprovalStage.Requested,
            (_, false) => ApprovalStage.Returned,
            _ => since.IsNone ? ApprovalStage.Approved : ApprovalStage.Stale,
        }, signing, since);
    }

    /// <summary>The official edition that an event names, which is the one compiled last.</summary>
    internal ReportCompiled Compiled(ContentHash pdf, Happened how) => Reports.GetValueOrDefault(Edition.Official) is { } report && report.Pdf == pdf
        ? report
        : throw new InvalidDataException($"Event {how.Number} names a report that is not the one compiled.");
}
