namespace Kalasin.Evaluation.Rounds;

/// <summary>How far the report has come with the head.</summary>
/// <param name="Stage">How far.</param>
/// <param name="Signing">The report and who decided what; <see langword="null"/> before one was put forward.</param>
/// <param name="Since">What has changed since that report was compiled; <see langword="null"/> before one was put forward.</param>
internal sealed record Approval(ApprovalStage Stage, Signing? Signing, ReportDifference? Since);

/// <summary>How far the report has come with the head.</summary>
internal enum ApprovalStage
{
    /// <summary>None was put forward.</summary>
    None,

    /// <summary>One was put forward and waits for the head.</summary>
    Requested,

    /// <summary>The head returned it with a note.</summary>
    Returned,

    /// <summary>The head approved it, and it is still what the round comes to.</summary>
    Approved,

    /// <summary>The head approved it, and rules, returns or decisions have changed since: a new one has to be approved.</summary>
    Stale,
}

/// <summary>A report that was put forward to the head.</summary>
/// <param name="Report">The report.</param>
/// <param name="Requested">By whom, when, and what the head should know.</param>
internal sealed record Signing(ReportCompiled Report, Ruled Requested)
{
    /// <summary>By whom and when it was approved or returned, with the note; <see langword="null"/> before.</summary>
    public Ruled? Decided { get; init; }

    /// <summary>It was approved, once decided.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Why a report can't be put forward or approved: another one is compiled, or it is not what the round comes to. <see langword="null"/> when it can.</summary>
    internal static Finding? NotSignable(Asked asked, ContentHash pdf)
    {
        if (DispatchOrder.IsOver(asked) is { } over) return over;
        var place = Place.At("/report");
        if (asked.State.Reports.GetValueOrDefault(Edition.Official) is not { } report || report.Pdf != pdf) return SigningFindings.OtherReport.At(place);
        var since = ReportDifference.Of(report, asked.State, asked.Rules);
        return since.IsNone ? null : SigningFindings.ReportOutdated.At(place, since.Tell(new(asked.Rules)));
    }
}
