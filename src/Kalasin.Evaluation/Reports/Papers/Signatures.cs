using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>Whoever signs for the governor on these days (ปฏิบัติราชการแทน).</summary>
/// <param name="Position">Their own position.</param>
/// <param name="Name">Name in brackets. Default: dots to fill in.</param>
/// <param name="Rank">Rank, on a line of its own. Default: none.</param>
internal sealed record Deputy(string Position, string? Name = null, string? Rank = null);

/// <summary>Who signs what, by the plan.</summary>
internal static class Signatures
{
    private const string CertifierRole = "certifier", SenderRole = "sender";

    /// <summary>Those who certify the report, the head last.</summary>
    public static IEnumerable<Signer> Certifying(RoundPlan plan) => plan.Signatories.Where(s => s.Certifies).Select(Of);

    /// <summary>Whoever signs the letter: the plan's sender, or who acts for them.</summary>
    public static Signer Sending(RoundPlan plan, Deputy? deputy)
    {
        var sender = plan.Signatories.FirstOrDefault(s => s.Role == SenderRole) is { } signatory ? Of(signatory) : new("ผู้ลงนาม", null, Printed.ToFill);
        return deputy is null ? sender : new(sender.Role, deputy.Name, deputy.Position, deputy.Rank) { OnBehalfOf = sender.Position };
    }

    /// <summary>Position of the head, who approves the report.</summary>
    public static BilingualText HeadOf(RoundPlan plan) =>
        plan.Signatories.FirstOrDefault(s => s.Role == CertifierRole)?.Position ?? new("หัวหน้าส่วนราชการ", "the head");

    /// <summary>The head as a signer, without a role.</summary>
    public static Signer Head(RoundPlan plan)
    {
        var signatory = plan.Signatories.FirstOrDefault(s => s.Role == CertifierRole);
        return new("", signatory?.Name, HeadOf(plan).Thai);
    }

    private static Signer Of(Signatory signatory) => new(signatory.RoleText.Thai, signatory.Name, signatory.Position.Thai);
}
