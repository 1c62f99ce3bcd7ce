using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>Addresses and names of a plan.</summary>
public sealed record ContactsView : PageView
{
    internal ContactsView(AwardRules rules) : base(new BilingualText("ที่อยู่และผู้ลงนาม", "Addresses and signatories")) => Rules = rules;

    public AwardRules Rules { get; }

    public string Round => Rules.Plan.Id.Value;

    public ImmutableArray<ContactField> Fields { get; init; } = [];

    /// <summary>Why it was not saved, where that is about no field.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Revision of the plan that is shown.</summary>
    public int Revision { get; init; }

    /// <summary>The round has an older revision than the one shown, and moves to it with whatever else is new in it.</summary>
    public bool MovesRound { get; init; }

    public string Reason { get; init; } = "";

    public string Token { get; init; } = "";
}

/// <summary>One of them.</summary>
/// <param name="Pointer">Its place in the plan, and the field's name.</param>
/// <param name="Whose">Of which unit, or in which position.</param>
/// <param name="Value">What stands in the field.</param>
/// <param name="Findings">What is wrong with it.</param>
public sealed record ContactField(string Pointer, BilingualText Whose, string Value, ImmutableArray<Finding> Findings)
{
    /// <summary>An address that mails go to.</summary>
    public bool IsAddress => Pointer.EndsWith("/email", StringComparison.Ordinal);

    /// <summary>Of a signatory, or of who signs in their place.</summary>
    public bool IsOfSignatory => Signatory is not null;

    /// <summary>A choice of capacities.</summary>
    public bool IsBasis => Pointer.EndsWith("/basis", StringComparison.Ordinal);

    /// <summary>Place of the signatory that it belongs to; null for what belongs to none.</summary>
    public string? Signatory => Pointer.Split('/') is [_, "signatories", var number, ..] ? number : null;
}
