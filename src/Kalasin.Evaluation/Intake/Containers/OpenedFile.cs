namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>A file that is being read.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Package">Its parts, when it is a zip archive.</param>
/// <param name="Budget">What its reading may use.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record OpenedFile(SourceFile Source, SourceBytes Bytes, OfficePackage? Package, Budget Budget, GroupedFindings Findings)
{
    /// <summary>What the cells of its tables hold.</summary>
    public CellContents Contents { get; } = new(Budget);

    public Place Place { get; } = Place.InFile(Source.Name);
}
