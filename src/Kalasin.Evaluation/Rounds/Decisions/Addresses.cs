using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Confirm an address at a free mail service: that it is really the one of whom mails are meant for.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Reason">How that is known.</param>
/// <param name="Unit">Which unit's. Default: no unit's.</param>
internal sealed record ConfirmAddress(AddressOwner Owner, string Reason, UnitCode? Unit = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (KnownAddress.Of(asked.Rules).FirstOrDefault(a => (a.Owner, a.Unit) == (Owner, Unit)) is not { } address)
            return Refuse.For(SigningFindings.NoAddress.At(Place.At(Owner == AddressOwner.Unit ? "/unit" : "/owner")));
        return asked.State.ConfirmedAddresses.GetValueOrDefault((Owner, Unit)) is { } confirmed && confirmed.Address == address.HashIn(asked.Rules)
            ? Already.By(confirmed.By.Number)
            : asked.Yes(this, new AddressConfirmed(Owner, Unit, address.HashIn(asked.Rules), HashOf(Reason)));
    }
}

/// <summary>An address was confirmed; another one in its place is not.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Unit">Which unit's; <see langword="null"/> where it is no unit's.</param>
/// <param name="Address">Hash of round and address.</param>
/// <param name="Reason">Vault object that says how that is known.</param>
internal sealed record AddressConfirmed(AddressOwner Owner, UnitCode? Unit, ContentHash Address, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { ConfirmedAddresses = state.ConfirmedAddresses.SetItem((Owner, Unit), new(how.Ruled(Reason), Address)) };

    internal override BilingualText Tell(Telling telling)
    {
        var whom = Owner switch
        {
            AddressOwner.Award => new("หน่วยงานเจ้าของรางวัล", "the giver of the award"),
            AddressOwner.Collector => new("ผู้รวบรวมรายงาน", "whoever collects the returns"),
            _ => telling.NameOf(Unit ?? default),
        };
        return new($"ยืนยันที่อยู่อีเมลของ{whom.Thai}", $"The mail address was confirmed: {whom.English}");
    }
}

/// <summary>Whose an address is.</summary>
internal enum AddressOwner
{
    /// <summary>The giver of the award, who gets the report.</summary>
    Award,

    /// <summary>Whoever collects the units' returns.</summary>
    Collector,

    /// <summary>A unit.</summary>
    Unit,
}

/// <summary>An address in the rules.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Unit">Which unit's; <see langword="null"/> where it is no unit's.</param>
/// <param name="Address">The address.</param>
internal sealed record KnownAddress(AddressOwner Owner, UnitCode? Unit, string Address)
{
    /// <summary>Services where everybody can have an address under any name.</summary>
    private static readonly FrozenSet<string> FreeServices = new[]
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.th", "outlook.com", "outlook.co.th", "live.com", "msn.com", "windowslive.com",
        "yahoo.com", "yahoo.co.th", "ymail.com", "icloud.com", "me.com", "proton.me", "protonmail.com", "gmx.com", "mail.com", "zoho.com", "aol.com", "thaimail.com",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>It says nothing of whose it is: everybody can have one there.</summary>
    public bool IsFree => FreeServices.Contains(Address[(Address.LastIndexOf('@') + 1)..]);

    /// <summary>All that the rules have.</summary>
    public static IEnumerable<KnownAddress> Of(AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Framework.FinalDeadline.Email is { Length: > 0 } award) yield return new(AddressOwner.Award, null, award);
        if (rules.Plan.InternalDeadline.Email is { Length: > 0 } collector) yield return new(AddressOwner.Collector, null, collector);
        foreach (var unit in rules.Plan.Units.Where(u => u.Email is not null)) yield return new(AddressOwner.Unit, unit.Code, unit.Email!);
    }

    internal ContentHash HashIn(AwardRules rules) => ContentHash.Of(Encoding.UTF8.GetBytes($"{rules.Plan.Id}\n{Address}"));
}

/// <summary>That an address was confirmed.</summary>
/// <param name="By">By whom, when, and how that is known.</param>
/// <param name="Address">Hash of round and address.</param>
internal sealed record ConfirmedAddress(Ruled By, ContentHash Address);

internal sealed partial record RoundState
{
    /// <summary>Addresses that were confirmed, by whose they are.</summary>
    public ImmutableDictionary<(AddressOwner Owner, UnitCode? Unit), ConfirmedAddress> ConfirmedAddresses { get; init; } =
        ImmutableDictionary<(AddressOwner, UnitCode?), ConfirmedAddress>.Empty;

    /// <summary>Addresses at free mail services that nobody has confirmed as they stand in the rules.</summary>
    public IEnumerable<KnownAddress> AddressesToConfirm(AwardRules rules) =>
        KnownAddress.Of(rules).Where(a => a.IsFree && ConfirmedAddresses.GetValueOrDefault((a.Owner, a.Unit))?.Address != a.HashIn(rules));
}
