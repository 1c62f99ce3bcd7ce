using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring.Jumps;

namespace Kalasin.Evaluation.Reports;

/// <summary>What a report says about the round beside its returns and scores. All of it optional.</summary>
internal sealed record ReportCircumstances
{
    /// <summary>Nothing known beside returns and scores.</summary>
    public static ReportCircumstances None { get; } = new();

    /// <summary>Day the content is of; <see langword="null"/> (default) is the scorecard's evaluation date.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The round is made of sample data: every page says ข้อมูลตัวอย่าง. Default <see langword="false"/>.</summary>
    public bool IsSample { get; init; }

    /// <summary>Head of the log's chain, printed so that a witness exists outside the storage. Default: none.</summary>
    public ContentHash? LogHead { get; init; }

    /// <summary>The grid of the round; internal editions list what is missing, late or corrected. Default: none.</summary>
    public RoundStatus? Status { get; init; }

    /// <summary>Findings still open, by the return they belong to; internal editions list them. Default: none.</summary>
    public ImmutableArray<OpenFinding> Findings { get; init; } = [];

    /// <summary>Figures far from last year's or from peers'; internal editions list them with their reasons. Default: none.</summary>
    public ImmutableArray<Jump> Jumps { get; init; } = [];

    /// <summary>What was chosen where the letter leaves it open, by id of the plan's <see cref="OpenChoice"/>. Default: nothing.</summary>
    public ImmutableDictionary<string, string> Choices { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Moves of the round to later revisions of its rules. Default: none.</summary>
    public ImmutableArray<RulesMove> Moves { get; init; } = [];

    /// <summary>Pictures that came with the returns, in the order they are printed. Default: none.</summary>
    public ImmutableArray<ReportPicture> Pictures { get; init; } = [];

    /// <summary>
    /// Pictures that came and are not among <see cref="Pictures"/>, because together they would make the report too large; 0 or
    /// more. Default 0.
    /// </summary>
    public int PicturesLeftOut { get; init; }
}

/// <summary>A picture that came with a unit's returns.</summary>
/// <param name="Unit">Who sent it.</param>
/// <param name="Name">Its file name; evidence that names the same file gives the picture its title.</param>
/// <param name="Content">The file. One that isn't a PNG or JPEG of 8 bits in grey or colours of screens is counted and not printed.</param>
internal sealed record ReportPicture(UnitCode Unit, string Name, ImmutableArray<byte> Content);

/// <summary>A finding on a unit's current return.</summary>
/// <param name="Unit">Whose return.</param>
/// <param name="Indicator">On what; <see langword="null"/> when it concerns the file.</param>
/// <param name="Finding">The finding.</param>
internal sealed record OpenFinding(UnitCode Unit, IndicatorNumber? Indicator, Finding Finding);
