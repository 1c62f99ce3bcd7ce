using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Access;

/// <summary>Issues personal links. The secret leaves with the answer; the log has its hash.</summary>
internal sealed class LinkService(DecisionService decisions)
{
    /// <param name="key">Of the form; sent again with it, the same link is issued once, and its secret is not known any more.</param>
    /// <param name="last">The last day on which it opens something.</param>
    public async Task<LinkOutcome> IssueAsync(
        OpenedRound round, LinkPurpose purpose, UnitCode? unit, DateOnly last, StatedText? note, string key, Actor actor, CancellationToken cancellationToken)
    {
        var secret = LinkSecret.Draw();
        var command = new IssueLink(IdOf(round.Id, purpose, unit, key, actor), purpose, unit, LinkSecret.HashOf(secret), BangkokTime.At(last.AddDays(1)), note);
        var (decision, after) = await decisions.DecideAsync(round, command, actor, cancellationToken);
        if (decision is Refuse refusal) return new(after, null, refusal.Findings);
        // It may have been done in a first attempt whose reply was lost.
        return after.State.Links.Values.FirstOrDefault(l => l.Secret == command.Secret) is { } issued
            ? new(after, new(issued, secret), [])
            : new(after, null, [AccessFindings.LinkShownBefore.At(Place.Nowhere)]);
    }

    /// <summary>Units of the plan that no link opens.</summary>
    public static IEnumerable<ReportingUnit> UnitsWithout(OpenedRound round, DateTimeOffset now)
    {
        var having = round.State.Links.Values.Where(l => l.Purpose == LinkPurpose.Unit && l.Opens(now)).Select(l => l.Unit).ToHashSet();
        return round.Rules.Plan.Units.Where(u => !having.Contains(u.Code));
    }

    /// <summary>Id of the command: the same whenever the same form is sent.</summary>
    public static Guid IdOf(RoundId round, LinkPurpose purpose, UnitCode? unit, string key, Actor actor) =>
        key.Length == 0
            ? Guid.NewGuid()
            : new(SHA256.HashData(Encoding.UTF8.GetBytes($"link\n{round}\n{actor.Role}\n{actor.Id}\n{purpose}\n{unit}\n{key}")).AsSpan(0, 16));
}

/// <param name="Secret">What nobody but its holder will know again.</param>
internal sealed record NewLink(IssuedLink Link, string Secret);

/// <param name="Round">As it is afterwards.</param>
/// <param name="Issued">Null if none was.</param>
internal sealed record LinkOutcome(OpenedRound Round, NewLink? Issued, IReadOnlyList<Finding> Findings);
