using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What an event names in the round's vault: it was there before the event was.</summary>
internal static class NamedContents
{
    public static IEnumerable<ContentHash> Of(RoundEvent happened) => happened switch
    {
        RoundOpened e => [e.FrameworkHash, e.PlanHash],
        RulesRevised e => [e.FrameworkHash, e.PlanHash, e.Reason],
        DeliveryReceived e => [.. e.Files.Select(f => f.Hash), .. e.Returns.Select(r => r.Content), e.Details],
        ReportCompiled e => [e.Word, e.Pdf],
        MailQueued e => [e.Eml],
        DeliveryRefused or InternalDeadlineClosed or StepCompleted or MailAttempted or MailSent or MailFailed => [],
        _ => throw new InvalidOperationException($"Say here what a {happened.GetType().Name} names."),
    };
}
