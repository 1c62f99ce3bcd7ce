using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Intake;

namespace Kalasin.Evaluation;

/// <summary>What is known about a delivery besides its files.</summary>
public sealed record IntakeOptions
{
    /// <summary>Nothing is known.</summary>
    public static IntakeOptions None { get; } = new();

    /// <summary>The unit whose door the files came by; a form of another unit is a finding and files nothing. Default: any unit.</summary>
    public UnitCode? ExpectedUnit { get; init; }

    /// <summary>Day the delivery arrived in Asia/Bangkok; later dates in it are noted as future. Default: the day the plan judges on.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Translates what the library doesn't read by itself: old office files, text of PDFs. Default: nothing does, and such files are explained.</summary>
    [JsonIgnore] public IFileTranslator? Translator { get; init; }

    /// <summary>What becomes of each kind of file.</summary>
    internal ImmutableArray<FileTreatment> Treatments { get; init; } = FileTreatment.All;
}
