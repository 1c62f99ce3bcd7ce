using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>A list of things that a framework asks about and each plan gives as a table: hospitals, schools, markets.</summary>
/// <param name="Id">Name in rules and plans.</param>
/// <param name="Name">What one of them is called: โรงพยาบาล.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record NamedList(string Id, BilingualText Name, RuleSource Source);

/// <summary>A kind of unit that a framework names beside work groups, sections and district offices.</summary>
/// <param name="Id">Name in rules and plans.</param>
/// <param name="Name">What one of them is called: โรงพยาบาลชุมชน.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record NamedKind(UnitKind Id, BilingualText Name, RuleSource Source);

/// <summary>The things of a list in one province.</summary>
/// <param name="List">A <see cref="NamedList"/> of the framework.</param>
/// <param name="Items">The things, at least one.</param>
/// <param name="Source">Where the table comes from, and as of when.</param>
internal sealed record ListTable(string List, ImmutableArray<ListItem> Items, RuleSource Source);

/// <summary>One thing of a list.</summary>
/// <param name="Id">Its code: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Its name, unique in the list.</param>
internal sealed record ListItem(string Id, BilingualText Name)
{
    /// <summary>Other names people use for it.</summary>
    public ImmutableArray<string> Synonyms { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Four-digit code of the district it belongs to. Default: none, and it concerns every entrant.</summary>
    public string? District { get; init; }
}
