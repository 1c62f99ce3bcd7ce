using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>What a typed name of a local authority means in a register: <see cref="Found"/>, <see cref="Ambiguous"/> or <see cref="NotFound"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AuthorityMatch.Found), "found")]
[JsonDerivedType(typeof(AuthorityMatch.Ambiguous), "ambiguous")]
[JsonDerivedType(typeof(AuthorityMatch.NotFound), "notFound")]
public abstract record AuthorityMatch
{
    private AuthorityMatch()
    {
    }

    /// <summary>Exactly one authority has this name.</summary>
    /// <param name="Authority">The authority.</param>
    public sealed record Found(LocalAuthority Authority) : AuthorityMatch;

    /// <summary>Several authorities have this name; the district or the code tells them apart.</summary>
    /// <param name="Candidates">At least two, in the register's order.</param>
    public sealed record Ambiguous(ImmutableArray<LocalAuthority> Candidates) : AuthorityMatch;

    /// <summary>No authority has this name.</summary>
    /// <param name="Suggestions">Authorities whose names differ by a slip of typing, by the kind or by the district; at most five,
    /// possibly none. Never accepted without being asked.</param>
    public sealed record NotFound(ImmutableArray<LocalAuthority> Suggestions) : AuthorityMatch;
}
