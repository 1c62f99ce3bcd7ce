namespace Kalasin.Evaluation.Rounds;

/// <summary>Rules that a round goes by, as its log names them.</summary>
/// <param name="Named">Which.</param>
/// <param name="FirstReceipt">Number of the first receipt under them; what was received before keeps the rules it came under.</param>
/// <param name="Since">When they came into force.</param>
/// <param name="By">Who put them into force.</param>
/// <param name="Reason">Vault object that says why; <see langword="null"/> for those the round was opened under.</param>
internal sealed record RulesInForce(RulesReference Named, int FirstReceipt, DateTimeOffset Since, Actor By, ContentHash? Reason);

/// <summary>Names the rules of a round by the very bytes of their canonical JSON.</summary>
/// <param name="Round">The round, which is the plan's id too.</param>
/// <param name="Framework">Id of the framework.</param>
/// <param name="FrameworkRevision">Its revision.</param>
/// <param name="FrameworkHash">Hash of its canonical JSON.</param>
/// <param name="PlanRevision">Revision of the plan.</param>
/// <param name="PlanHash">Hash of its canonical JSON.</param>
internal sealed record RulesReference(
    RoundId Round, FrameworkId Framework, int FrameworkRevision, ContentHash FrameworkHash, int PlanRevision, ContentHash PlanHash)
{
    public static RulesReference Of(AwardRules rules) => new(
        rules.Plan.Id, rules.Framework.Id, rules.Framework.Revision, RulesWriter.HashOf(rules.Framework), rules.Plan.Revision, RulesWriter.HashOf(rules.Plan));

    public static RulesReference Of(RoundOpened e) => new(e.Round, e.Framework, e.FrameworkRevision, e.FrameworkHash, e.PlanRevision, e.PlanHash);

    public static RulesReference Of(RoundId round, RulesRevised e) => new(round, e.Framework, e.FrameworkRevision, e.FrameworkHash, e.PlanRevision, e.PlanHash);

    public RoundOpened Opened() => new(Round, Framework, FrameworkRevision, FrameworkHash, PlanRevision, PlanHash);

    public RulesRevised Revised(ContentHash reason) => new(Framework, FrameworkRevision, FrameworkHash, PlanRevision, PlanHash, reason);
}
