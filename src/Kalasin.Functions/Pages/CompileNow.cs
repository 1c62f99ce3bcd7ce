using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>
/// The steps of the clock that lead to a report, done when the coordinator asks instead of at the next tick: the deadline that is over is closed, what
/// has changed is compiled. Nothing is done that isn't due, whoever asks twice gets it once, and the log says who asked.
/// </summary>
/// <param name="Closes">The deadline is over and not closed yet.</param>
/// <param name="Round">In which round.</param>
/// <param name="Token">Proof of origin.</param>
/// <param name="From">The page to go back to.</param>
/// <param name="Since">Since when the report is being compiled; null while it isn't.</param>
public sealed record CompileNow(bool Closes, string Round, string Token, string From, DateTimeOffset? Since)
{
    /// <summary>What the button says.</summary>
    public BilingualText Words => Closes
        ? new("ปิดรับและรวบรวมรายงานทันที", "Close and compile the report now")
        : new("รวบรวมรายงานทันที", "Compile the report now");

    /// <returns>Null where nothing of it is due, or the visitor doesn't run the round.</returns>
    internal static CompileNow? Of(OpenedRound round, Caller caller, DateTimeOffset now, DateOnly? day, HttpContext context, string from)
    {
        if (day is not null || !caller.Actor.IsCoordinator) return null;
        var due = Schedule.Due(round.State, round.Rules, now).Where(IsOfReport).ToList();
        return due.Count == 0 ? null : new(due.Exists(s => s.Kind == StepKind.Close), round.Id.Value, FormToken.Of(context), from, SinceOf(round, context));
    }

    /// <summary>Since when the report of a round is being compiled; null while it isn't.</summary>
    internal static DateTimeOffset? SinceOf(OpenedRound round, HttpContext context) => context.RequestServices.GetRequiredService<TickService>().RunningSince(round.Id, StepKind.Compile);

    internal static async Task<IResult> DoAsync(string round, HttpContext context, Caller caller, RoundLog log, TickService tick, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        await tick.RunAsync(found.Id, IsOfReport, caller.Actor, cancellationToken);
        return SeeOther.To(PageAddress.Local(fields[DecisionForm.FromName]));
    }

    private static bool IsOfReport(Step step) => step.Kind is StepKind.Close or StepKind.Compile;
}
