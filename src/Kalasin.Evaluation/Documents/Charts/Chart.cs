namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>
/// A picture of figures. Closed family: <see cref="AxisChart"/>, <see cref="TileMap"/>. It holds the figures and their words; every writer draws the same from
/// them, and what is read to those who can't see it holds each of them.
/// </summary>
internal abstract record Chart : Block
{
    private protected Chart(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    /// <summary>What it shows.</summary>
    public string Title { get; }

    /// <summary>What it is called, such as ภาพ ๒-๑; stands before the title. Default: nothing.</summary>
    public string? Number { get; init; }

    /// <summary>Printed below it.</summary>
    public string Caption => Number is null ? Title : $"{Number} {Title}";

    /// <summary>Language of its own words and digits; what it is given comes in the same. Documents are Thai. Default: Thai.</summary>
    public Language Language { get; init; } = Language.Thai;

    /// <summary>Name that links lead to. Default: none.</summary>
    internal string? Anchor { get; init; }

    /// <summary>Its figures in words.</summary>
    public abstract string AlternateText { get; }

    /// <summary>Drawn for a width.</summary>
    /// <param name="width">Points.</param>
    /// <param name="size">Points of body text.</param>
    public abstract Drawing Draw(double width, double size);

    private protected string Say(string thai, string english) => new BilingualText(thai, english).In(Language);

    private protected string Shown(decimal value, int decimals = 0) => ThaiNumerals.Number(value, decimals).In(Language);
}
