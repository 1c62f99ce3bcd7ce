using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>Inputs of one return that somebody may try, and what would come of them.</summary>
public sealed record WhatIfView : PageView
{
    /// <summary>Inputs on one page, the ticks that take rows out among them; rows beyond them stay as they are. One row and a new one are always there.</summary>
    public const int MostFields = 400;

    /// <summary>What its form may send: of a register of many columns the facts and two rows may be more than the inputs of others.</summary>
    public const int MostSent = 4 * MostFields;

    internal WhatIfView(AwardRules rules) : base(new BilingualText("ลองเปลี่ยนค่า", "What if")) => Rules = rules;

    public AwardRules Rules { get; }

    public string Round => Rules.Plan.Id.Value;

    public string Token { get; init; } = "";

    /// <summary>Whose return; null before one is chosen.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>On what; null before one is chosen.</summary>
    public Indicator? Of { get; init; }

    /// <summary>Its facts.</summary>
    public ImmutableArray<TriedCell> Facts { get; init; } = [];

    /// <summary>Its first rows, and an empty one after the last.</summary>
    public ImmutableArray<TriedRow> Rows { get; init; } = [];

    /// <summary>Rows that aren't on the page.</summary>
    public int RowsLeft { get; init; }

    /// <summary>The person's score that was typed.</summary>
    public string Score { get; init; } = "";

    /// <summary>What would be; null before something was tried.</summary>
    public WhatIf? Tried { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The page with a return's inputs.</summary>
    internal WhatIfView With(Return? value)
    {
        var (register, rows) = (Of!.Register, value?.Rows ?? []);
        var shown = Math.Min(rows.Length, Math.Max(1, ((MostFields - register.Facts.Length) / (register.Columns.Length + 1)) - 1));
        return this with
        {
            Facts = [.. register.Facts.Select(f => new TriedCell($"f.{f.Id}", f.Id, f.Label, TextOf(value?.Facts.GetValueOrDefault(f.Id), f.Options)))],
            Rows = [.. rows.Take(shown).Select(r => Row(r.Number, r)), .. shown == rows.Length && register.Columns.Length > 0 ? [Row(rows.Length + 1, null)] : ImmutableArray<TriedRow>.Empty],
            RowsLeft = rows.Length - shown,
        };

        TriedRow Row(int number, RegisterRow? row) => new(
            number, row is null, [.. register.Columns.Select(c => new TriedCell(FormattableString.Invariant($"r{number}.{c.Id}"), c.Id, c.Heading, TextOf(row?[c.Id], c.Options)))]);
    }

    /// <summary>The same with what was typed.</summary>
    internal WhatIfView Typed(Func<string, string?> typed) => this with
    {
        Facts = [.. Facts.Select(f => f with { Text = typed(f.Name) ?? f.Text })],
        Rows = [.. Rows.Select(r => r with { IsOut = typed(r.OutName) is not null, Cells = [.. r.Cells.Select(c => c with { Text = typed(c.Name) ?? c.Text })] })],
    };

    /// <summary>What was typed that isn't what stands there.</summary>
    internal ImmutableArray<InputChange> Changes(UnitCode unit, Indicator of) =>
    [
        .. Facts.Where(f => f.IsOther).Select(f => new InputChange(of.Number) { Unit = unit, Field = f.Id, Value = f.Text }),
        .. Rows.Where(r => !r.IsOut).SelectMany(r => r.Cells.Where(c => c.IsOther).Select(c => new InputChange(of.Number) { Unit = unit, Row = r.Number, Field = c.Id, Value = c.Text })),
        .. Rows.Where(r => r is { IsOut: true, IsNew: false }).Select(r => new InputChange(of.Number) { Unit = unit, Row = r.Number }),
    ];

    /// <summary>A value as somebody would type it, so that it is understood again.</summary>
    private string TextOf(CellValue? value, ImmutableArray<ChoiceOption> options) => value switch
    {
        TextValue t => t.Text,
        NumberValue n => n.Number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateValue d => ThaiDate.Long(d.Date),
        ChoiceValue c => options.FirstOrDefault(o => o.Id == c.Option)?.Text.Thai ?? c.Option,
        FlagValue f => f.Yes ? "ใช่" : "ไม่ใช่",
        AuthorityValue a => Rules.Authorities.Get(a.Code) is { } authority ? Rules.Authorities.DisplayName(authority) : a.Code.ToString(),
        UnitValue u => Rules.Plan.Find(u.Code)?.Name.Thai ?? u.Code.Value,
        UnreadValue r => r.Raw,
        _ => "",
    };
}

/// <summary>An input.</summary>
/// <param name="Name">Of its field in the form.</param>
/// <param name="Id">Of its column or fact.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Stands">What stands there.</param>
public sealed record TriedCell(string Name, string Id, BilingualText Label, string Stands)
{
    /// <summary>What is tried. Default: what stands there.</summary>
    public string Text { get; init; } = Stands;

    public bool IsOther => Text.Trim() != Stands.Trim();
}

/// <summary>A row of inputs.</summary>
/// <param name="Number">What people call it.</param>
/// <param name="IsNew">It isn't there yet.</param>
/// <param name="Cells">Its inputs.</param>
public sealed record TriedRow(int Number, bool IsNew, ImmutableArray<TriedCell> Cells)
{
    /// <summary>It is thought to be taken out. Default <see langword="false"/>.</summary>
    public bool IsOut { get; init; }

    public string OutName => FormattableString.Invariant($"x{Number}");
}
