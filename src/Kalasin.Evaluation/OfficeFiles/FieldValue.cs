using System.Collections.Immutable;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>What a control of a form is filled with. Closed family.</summary>
/// <param name="Text">As it is printed; lines apart by line feeds.</param>
internal abstract record FieldValue(string Text);

/// <summary>Words or a figure.</summary>
internal sealed record FieldText(string Text) : FieldValue(Text);

/// <summary>That there is nothing: a dash in any control that shows text.</summary>
internal sealed record FieldNothing() : FieldValue("-")
{
    public static FieldNothing Dash { get; } = new();
}

/// <summary>A day.</summary>
internal sealed record FieldDay(DateOnly Day) : FieldValue(ThaiDate.Long(Day));

/// <summary>Yes or no.</summary>
internal sealed record FieldTick(bool IsTicked) : FieldValue(IsTicked ? "ใช่" : "ไม่");

/// <summary>A picture, PNG or JPEG; its text says what it shows.</summary>
internal sealed record FieldPicture(string Text, ImmutableArray<byte> Picture) : FieldValue(Text);

/// <summary>Rows of a register, each with its columns.</summary>
internal sealed record FieldRows(ImmutableArray<ImmutableDictionary<string, FieldValue>> Rows) : FieldValue(ThaiNumerals.Format(Rows.Length));

/// <summary>All that a form may ask for, by tag; <see langword="null"/> for what is known and has nothing yet.</summary>
/// <param name="All">By tag in the words of the program.</param>
/// <param name="Columns">Columns of each register, also where it has no row.</param>
internal sealed record FormFields(ImmutableDictionary<string, FieldValue?> All, ImmutableDictionary<string, ImmutableHashSet<string>> Columns)
{
    /// <summary>Whether a tag means something.</summary>
    public bool Knows(string tag) => All.ContainsKey(tag) || ListOf(tag) is not null;

    /// <summary>The register and column that a tag names; <see langword="null"/> where it names none.</summary>
    public (string List, string Column)? ListOf(string tag) =>
        tag.LastIndexOf('.') is > 0 and var dot && Columns.TryGetValue(tag[..dot], out var columns) && columns.Contains(tag[(dot + 1)..])
            ? (tag[..dot], tag[(dot + 1)..])
            : null;
}
