using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Season;

/// <summary>Addresses, names and deputies of a plan, entered together: a new revision of the plan, and the round moved to it.</summary>
internal sealed class Contacts(Rulebook rulebook, RoundService rounds)
{
    private const string Office = "/internalDeadline/email", Address = "/officeAddress", Telephone = "/telephone";

    /// <summary>The plan that a form shows and that the next revision follows; null where the round's id names none any more.</summary>
    public Task<RoundPlan?> PlanAsync(RoundId round, CancellationToken cancellationToken) => rulebook.PlanAsync(round, null, cancellationToken);

    /// <summary>The places of a plan that are entered, as findings name them, with what stands there.</summary>
    public static IEnumerable<(string Pointer, BilingualText Whose, string Value)> FieldsOf(RoundPlan plan)
    {
        yield return (Office, plan.Office, plan.InternalDeadline.Email);
        foreach (var (i, unit) in plan.Units.Index()) yield return ($"/units/{i}/email", unit.Name, unit.Email ?? "");
        yield return (Address, new("ที่อยู่ของสำนักงานในหนังสือ", "Address of the office in letters"), plan.OfficeAddress ?? "");
        yield return (Telephone, new("โทรศัพท์ในหนังสือ", "Telephone in letters"), plan.Telephone ?? "");
        foreach (var (i, signatory) in plan.Signatories.Index())
        {
            yield return ($"/signatories/{i}/name", signatory.Position, signatory.Name ?? "");
            yield return ($"{DeputyOf(i)}/position", new("ตำแหน่งของผู้ลงนามแทน", "Position of who signs in their place"), signatory.Deputy?.Position ?? "");
            yield return ($"{DeputyOf(i)}/name", new("ชื่อผู้ลงนามแทน", "Name"), signatory.Deputy?.Name ?? "");
            yield return ($"{DeputyOf(i)}/basis", new("ลงนามในฐานะ", "In which capacity"), WordOf(signatory.Deputy?.Basis ?? default));
        }
    }

    /// <param name="revision">Of the plan that was shown.</param>
    /// <param name="typed">What was typed at a place.</param>
    public async Task<RoundOutcome> SaveAsync(
        OpenedRound round, int revision, Func<string, string> typed, StatedText reason, Actor actor, CancellationToken cancellationToken)
    {
        if (await PlanAsync(round.Id, cancellationToken) is not { } plan || plan.Revision != revision) return Refused(SigningHostFindings.PlanMoved.At(Place.Nowhere));
        var changed = With(plan, pointer => typed(pointer).Trim());
        // Saved again after the round could not be moved, nothing is left to publish.
        if (FieldsOf(changed).SequenceEqual(FieldsOf(plan))) return await rounds.ReviseAsync(round, reason, actor, cancellationToken);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(RulesWriter.ToJson(changed with { Revision = revision + 1 })));
        var read = RoundPlanReader.Read(text);
        if (read.Value is not { } checkedPlan) return Refused([.. read.Findings]);
        return await rulebook.PublishAsync(checkedPlan, reason, actor, cancellationToken) is Refuse refusal
            ? new(refusal, round)
            : await rounds.ReviseAsync(round, reason, actor, cancellationToken);

        RoundOutcome Refused(params ImmutableArray<Finding> findings) => new(new Refuse(findings), round);
    }

    private static RoundPlan With(RoundPlan plan, Func<string, string> typed) => plan with
    {
        InternalDeadline = plan.InternalDeadline with { Email = typed(Office) },
        Units = [.. plan.Units.Select((unit, i) => unit with { Email = OrNothing(typed($"/units/{i}/email")) })],
        OfficeAddress = OrNothing(typed(Address)),
        Telephone = OrNothing(typed(Telephone)),
        Signatories =
        [
            .. plan.Signatories.Select((signatory, i) => signatory with
            {
                Name = OrNothing(typed($"/signatories/{i}/name")),
                Deputy = Deputy(typed($"{DeputyOf(i)}/position"), typed($"{DeputyOf(i)}/name"), typed($"{DeputyOf(i)}/basis")),
            }),
        ],
    };

    /// <summary>A name without a position is told by the plan's reader.</summary>
    private static Deputy? Deputy(string position, string name, string basis) => position.Length + name.Length == 0
        ? null
        : new(position) { Name = OrNothing(name), Basis = basis == WordOf(DeputyBasis.StandingIn) ? DeputyBasis.StandingIn : DeputyBasis.ActingFor };

    private static string DeputyOf(int signatory) => $"/signatories/{signatory}/deputy";

    private static string WordOf(DeputyBasis basis) => basis == DeputyBasis.StandingIn ? "standingIn" : "actingFor";

    private static string? OrNothing(string text) => text.Length == 0 ? null : text;
}
