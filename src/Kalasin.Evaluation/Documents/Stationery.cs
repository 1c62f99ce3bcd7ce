using Kalasin.Evaluation.Documents.Word;

namespace Kalasin.Evaluation.Documents;

/// <summary>What an office gives its papers of its own.</summary>
/// <param name="Emblem">On letters and memos; <see langword="null"/> leaves its place free.</param>
internal sealed record Stationery(Emblem? Emblem)
{
    /// <summary>Nothing of its own.</summary>
    public static Stationery None { get; } = new((Emblem?)null);

    /// <summary>How their Word files look. Default: as the program makes them.</summary>
    public WordTemplate? Template { get; init; }
}
