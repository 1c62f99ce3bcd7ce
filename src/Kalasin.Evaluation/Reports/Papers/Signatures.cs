using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>Who signs what, by the plan.</summary>
internal static class Signatures
{
    private const string CertifierRole = "certifier", SenderRole = "sender";

    /// <summary>Those who certify the report, the head last.</summary>
    public static IEnumerable<Signer> Certifying(RoundPlan plan) => plan.Signatories.Where(s => s.Certifies).Select(Of);

    /// <summary>Whoever signs the letter.</summary>
    public static Signer Sending(RoundPlan plan) =>
        plan.Signatories.FirstOrDefault(s => s.Role == SenderRole) is { } signatory ? Of(signatory) : new("ผู้ลงนาม", null, Printed.ToFill);

    /// <summary>Position of the head, who approves the report.</summary>
    public static BilingualText HeadOf(RoundPlan plan) =>
        plan.Signatories.FirstOrDefault(s => s.Role == CertifierRole)?.Position ?? new("หัวหน้าส่วนราชการ", "the head");

    /// <summary>The head as a signer, without a role.</summary>
    public static Signer Head(RoundPlan plan) =>
        plan.Signatories.FirstOrDefault(s => s.Role == CertifierRole) is { } signatory ? Of(signatory) with { Role = "" } : new("", null, HeadOf(plan).Thai);

    private static Signer Of(Signatory signatory) => signatory.Deputy is { } deputy
        ? new(signatory.RoleText.Thai, deputy.Name, deputy.Position) { OnBehalfOf = signatory.Position.Thai, Capacity = NameOf(deputy.Basis) }
        : new(signatory.RoleText.Thai, signatory.Name, signatory.Position.Thai);

    private static string NameOf(DeputyBasis basis) => basis == DeputyBasis.StandingIn ? "รักษาราชการแทน" : "ปฏิบัติราชการแทน";
}
