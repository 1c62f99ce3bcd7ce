namespace Kalasin.Evaluation.Documents;

/// <summary>A piece of a line of text. Closed family: <see cref="Run"/>, <see cref="Link"/>, <see cref="Field"/>, <see cref="LineBreak"/>.</summary>
internal abstract record Inline
{
    private protected Inline() { }

    /// <summary>Plain text as an inline.</summary>
    public static implicit operator Inline(string text) => new Run(text);

    /// <summary>Plain text as an inline.</summary>
    public static Inline FromString(string text) => new Run(text);
}

/// <summary>Text in one face. Digits are printed as they stand: the composer decides between Thai and Arabic digits.</summary>
/// <param name="Text">The text; U+00A0 keeps words together, U+2060 forbids a break, U+200B allows one.</param>
internal sealed record Run(string Text) : Inline
{
    /// <summary>Bold face. Default <see langword="false"/>.</summary>
    public bool Bold { get; init; }

    /// <summary>Italic face. Default <see langword="false"/>.</summary>
    public bool Italic { get; init; }
}

/// <summary>
/// Text that leads somewhere: a web address, a mail address, or the <see cref="Heading.Anchor"/> of this document. One that stays
/// in the document looks like the text around it, as contents do; one that leaves it is blue and underlined.
/// </summary>
/// <param name="Text">What is printed.</param>
/// <param name="Target">Absolute URI, or <c>#anchor</c>.</param>
internal sealed record Link(string Text, string Target) : Inline
{
    /// <summary>The anchor of this document that it leads to; <see langword="null"/> when it leads elsewhere.</summary>
    internal string? Anchor => Target.StartsWith('#') ? Target[1..] : null;
}

/// <summary>A value that the writer knows: page number, page count.</summary>
/// <param name="Kind">Which value; printed in Thai digits.</param>
internal sealed record Field(FieldKind Kind) : Inline;

/// <summary>A forced new line inside a paragraph or cell.</summary>
internal sealed record LineBreak : Inline;

/// <summary>Which value a <see cref="Field"/> shows.</summary>
internal enum FieldKind
{
    /// <summary>Number of the page it stands on.</summary>
    Page,

    /// <summary>Number of pages of the document.</summary>
    PageCount,
}
