using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Intake;

namespace Kalasin.Evaluation;

/// <summary>What was read from the files of one delivery.</summary>
/// <param name="Files">Every file with its outcome, in the order given.</param>
/// <param name="Returns">Returns that count: one for each unit and indicator, of two in one delivery the later; in the order read.</param>
/// <param name="Findings">All findings, file by file, with file, sheet and cell.</param>
public sealed record IntakeResult(ImmutableArray<FileResult> Files, ImmutableArray<Return> Returns, ImmutableArray<Finding> Findings)
{
    /// <summary>
    /// Whether a file was given up for <see cref="IntakeLimits.Steps"/>, <see cref="IntakeLimits.DeliverySteps"/> or
    /// <see cref="IntakeLimits.Memory"/>, so that more of these might read it: a program that reads many deliveries at once can begin
    /// each with little.
    /// </summary>
    public bool AsksForMore => Files.Any(f => f.Findings.Any(ContentReader.IsOfBudget));
}

/// <summary>What became of one file. Each file is answered on its own.</summary>
/// <param name="Name">Name as the sender gave it.</param>
/// <param name="Kind">What it is, by its bytes.</param>
/// <param name="Bytes">Size; of a file over the limit, what was read before stopping.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Returns">Returns read from it. A return is accepted when its structure is understood; a row with an error stays in
/// it with its faults and does not count.</param>
/// <param name="Findings">Findings on this file.</param>
public sealed record FileResult(string Name, FileKind Kind, long Bytes, FileOutcome Outcome, ImmutableArray<Return> Returns, ImmutableArray<Finding> Findings)
{
    /// <summary>
    /// What became of each file inside, named by this one, a slash and its own name. This one's outcome is then the best of theirs,
    /// and its returns are theirs and its findings its own and theirs. Empty for a file that is one document.
    /// </summary>
    [JsonInclude] public ImmutableArray<FileResult> Documents { get; internal init => field = value.OrEmpty(); } = [];

    /// <summary>A way to the bytes of a PDF, so that it can be held against the returns that came with it; <see langword="null"/> for others.</summary>
    internal SourceFile? Copy { get; init; }

    /// <summary>Whose sheet it is, where it is a judge's; its returns are then of one row each, and those that count are the set's (<see cref="JudgedSet"/>).</summary>
    internal JudgedSheet? Judged { get; init; }

    /// <summary>It, or the files inside it that have none inside themselves.</summary>
    internal IEnumerable<FileResult> Innermost => Documents.IsEmpty ? [this] : Documents.SelectMany(d => d.Innermost);

    /// <summary>The same with what became of the files inside.</summary>
    internal FileResult With(ImmutableArray<FileResult> documents) => this with
    {
        Documents = documents,
        Outcome = documents.Min(d => d.Outcome),
        Returns = [.. documents.SelectMany(d => d.Returns)],
        Findings = GroupedFindings.Of([.. Findings, .. documents.SelectMany(d => d.Findings)]).ToImmutable(),
    };
}

/// <summary>What became of a file.</summary>
public enum FileOutcome
{
    /// <summary>At least one return was read from it.</summary>
    AcceptedAsReturns,

    /// <summary>A copy of a return in another format (Word, PDF): kept, no figures read.</summary>
    KeptAsCopy,

    /// <summary>Evidence (pictures, presentations, tables as CSV): kept, no figures read.</summary>
    KeptAsEvidence,

    /// <summary>Nothing of it could be accepted; an error among its findings says why.</summary>
    Refused,
}
