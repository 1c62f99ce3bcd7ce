using System.Collections.Immutable;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>What a return prints on its form.</summary>
/// <param name="Rules">Rules of the round.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Due">The last day it is due on.</param>
/// <param name="AsOf">Day the form is printed of.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record PrintedReturnContent(AwardRules Rules, ReportingUnit Unit, Indicator Indicator, DateOnly Due, DateOnly AsOf, bool IsSample)
{
    /// <summary>What the unit reported, and what became of it; <see langword="null"/> (default) prints a form to be filled in by hand.</summary>
    public ReportedReturn? Reported { get; init; }

    /// <summary>What was chosen where the letter leaves it open. Default: nothing.</summary>
    public ImmutableDictionary<string, string> Choices { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What couldn't be read is printed as it was typed: the form stays between the unit and the office.</summary>
    public Printed Printed { get; } = new(Rules, asTyped: true);

    /// <summary>The indicator and the unit as evidence codes and file names begin: ๐๓-๔๖๐๒.</summary>
    public string Code => ThaiNumerals.ToThai(CodeInFiles);

    /// <summary>The same as names of files have it: 03-4602.</summary>
    public string CodeInFiles => Evidence.CodeOf(Indicator.Number, Unit.Code, 0)[..^3];

    /// <summary>Text of the unit, or what stands for a blank: nothing to say where it reported so, else something to fill in.</summary>
    public string Said(Func<Narrative, string> part) => Reported?.Return switch
    {
        { Narrative: var said } when part(said).Trim() is { Length: > 0 } text => Printed.Prose(text),
        { Status: ReturnStatus.Nil } => Printed.None,
        _ => Printed.ToFill,
    };
}

/// <summary>A return as it counts.</summary>
/// <param name="Return">What the unit reported.</param>
/// <param name="Version">Which version it is.</param>
/// <param name="InRound">What the round's scorecard makes of the rows of all hosts.</param>
/// <param name="Alone">What this return says by itself.</param>
/// <param name="Code">QR code by which the signed paper finds its way back.</param>
internal sealed record ReportedReturn(Return Return, ReturnVersion Version, Measurement InRound, Measurement Alone, MarkedCode Code)
{
    /// <summary>Pictures that came from the unit, whichever of its returns names them. Default: none.</summary>
    public ImmutableArray<ReportPicture> Pictures { get; init; } = [];
}
