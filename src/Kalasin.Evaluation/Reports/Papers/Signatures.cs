using System.Text.RegularExpressions;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>Who signs what, by the plan.</summary>
internal static partial class Signatures
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

    private static Signer Of(Signatory signatory)
    {
        if (signatory.Deputy is not { } deputy) return Of(signatory.RoleText.Thai, signatory.Name, signatory.Position.Thai);
        return Of(signatory.RoleText.Thai, deputy.Name, deputy.Position) with { OnBehalfOf = signatory.Position.Thai, Capacity = NameOf(deputy.Basis) };
    }

    /// <summary>A rank such as พ.จ.ต. before a name stands above it; titles of birth such as ม.ล. belong to the name.</summary>
    private static Signer Of(string role, string? name, string position) => Ranked().Match(name ?? "") is { Success: true } ranked
        ? new(role, ranked.Groups["name"].Value, position, ranked.Groups["rank"].Value)
        : new(role, name, position);

    [GeneratedRegex(@"^(?!ม\.(ร\.ว|ล)\.)(?<rank>(ว่าที่ ?)?([ก-ฮ]{1,2}\.){2,4}( ?หญิง)?) ?(?<name>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ranked();

    private static string NameOf(DeputyBasis basis) => basis == DeputyBasis.StandingIn ? "รักษาราชการแทน" : "ปฏิบัติราชการแทน";
}
