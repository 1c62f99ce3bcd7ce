using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Access;

/// <summary>
/// What a directory of accounts calls our roles. A unit's officer has a role of the unit's own: the name of officers, a dot, the
/// unit's code.
/// </summary>
internal sealed record RoleNames
{
    /// <summary>In the order in which they count for somebody who has several.</summary>
    private static readonly ImmutableArray<(string Word, ActorRole Role)> Known =
    [
        ("coordinator", ActorRole.Coordinator), ("head", ActorRole.Head), ("inspector", ActorRole.Inspector),
        ("confirmer", ActorRole.Confirmer), ("dla", ActorRole.Dla), ("machine", ActorRole.Machine),
        ("unit", ActorRole.UnitOfficer),
    ];

    private readonly ImmutableArray<(ActorRole Role, string Name)> names;

    private RoleNames(ImmutableArray<(ActorRole, string)> names) => this.names = names;

    /// <summary><c>Kalasin.Coordinator</c>, <c>Kalasin.Head</c> … <c>Kalasin.Unit.4601</c>.</summary>
    public static RoleNames Default { get; } = new([.. Known.Select(k => (k.Role, $"Kalasin.{char.ToUpperInvariant(k.Word[0])}{k.Word[1..]}"))]);

    /// <summary>No account has a role: what a setting that can't be read comes to.</summary>
    public static RoleNames Nobody { get; } = new([]);

    /// <param name="text"><c>coordinator=name;head=name</c>; a role that isn't named keeps its usual name.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out RoleNames? roles)
    {
        ArgumentNullException.ThrowIfNull(text);
        roles = null;
        var given = new Dictionary<ActorRole, string>();
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var word, { Length: > 0 } name]) return false;
            if (Known.FirstOrDefault(k => k.Word == word) is not { Word: not null } known || !given.TryAdd(known.Role, name)) return false;
        }
        roles = new([.. Default.names.Select(d => (d.Role, given.GetValueOrDefault(d.Role, d.Name)))]);
        return roles.names.Select(n => n.Name).Distinct(StringComparer.Ordinal).Count() == roles.names.Length;
    }

    /// <param name="held">The roles of an account, as the directory calls them.</param>
    /// <param name="account">Its pseudonym, such as the object's id.</param>
    /// <returns>Null for an account without a role of ours.</returns>
    public Actor? ActorOf(IReadOnlyCollection<string> held, string account)
    {
        ArgumentNullException.ThrowIfNull(held);
        foreach (var (role, name) in names)
        {
            if (role != ActorRole.UnitOfficer && held.Contains(name, StringComparer.Ordinal)) return new(role, account);
            if (role != ActorRole.UnitOfficer) continue;
            foreach (var one in held)
                if (one.StartsWith(name + ".", StringComparison.Ordinal) && UnitCode.TryParse(one[(name.Length + 1)..], out var unit))
                    return Actor.Officer(unit);
        }
        return null;
    }
}
