namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Carries a finding out of nested readers, through the framework's XML and inflating streams. Never leaves <see cref="ReturnReader"/>.</summary>
internal sealed class ContentRefusedException : Exception
{
    private readonly BilingualText[] arguments;

    public ContentRefusedException(FindingKind kind, params BilingualText[] arguments) : base(kind.Code)
    {
        Kind = kind;
        this.arguments = arguments;
    }

    public FindingKind Kind { get; }

    public Finding At(Place place) => Kind.At(place, arguments);
}
