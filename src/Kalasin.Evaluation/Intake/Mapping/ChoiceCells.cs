using System.Collections.Frozen;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.CellFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads options and yes or no.</summary>
internal sealed class ChoiceCells
{
    private static readonly FrozenSet<string> Yes =
        FormLayout.Ticks.Concat(["มี", "มีแล้ว", "yes", "y", "true", "ใช่แล้ว", "แล้ว", "รายงานแล้ว", "ดำเนินการแล้ว", "ดำเนินการแล้วเสร็จ", "เรียบร้อย", "เรียบร้อยแล้ว"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> No =
        new[] { "ไม่", "ไม่ใช่", "ไม่มี", "no", "n", "false", "0", "✗", "✘", "×", "☐", "□", "ยังไม่รายงาน", "ยังไม่ดำเนินการ", "ไม่ได้ดำเนินการ", "ไม่ได้รายงาน", "ยังไม่มี", "ยัง", "ยังไม่ได้ดำเนินการ" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int MostOffered = 5;

    private readonly Dictionary<Column, Dictionary<string, ChoiceOption>> options = new(ReferenceEqualityComparer.Instance);

    public CellValue ReadChoice(Column column, RawCell cell, CellNotes notes)
    {
        if (OptionsOf(column).TryGetValue(ThaiText.Key(cell.Text), out var exact)) return new ChoiceValue(exact.Id);
        var quote = Words.Quote(cell.Text);
        if (column.List is not null) return NotListed(column, cell, notes);
        var meant = column.Options.Where(o => Names(o).Any(n => ThaiText.IsNearMiss(n, cell.Text))).Take(2).ToList();
        if (meant.Count == 0) meant = [.. column.Options.Where(o => Names(o).Any(n => BeginsWith(cell.Text, n))).Take(2)];
        if (meant is [var only] && cell.Text.Length <= 200)
        {
            notes.Say(OptionUnderstood, quote, only.Text);
            return new ChoiceValue(only.Id);
        }
        notes.Say(NotAnOption, quote, column.Heading, BilingualText.Join(" / ", column.Options.Select(o => o.Text)));
        return new UnreadValue(ThaiText.Normalise(cell.Text));
    }

    /// <summary>A name that isn't on the list: what may be meant is offered, never taken for it.</summary>
    private static UnreadValue NotListed(Column column, RawCell cell, CellNotes notes)
    {
        var near = column.Options.Where(o => Names(o).Any(n => ThaiText.IsNearMiss(n, cell.Text))).Take(MostOffered).ToList();
        var offered = near.Count > 0 ? near : [.. column.Options.Take(MostOffered)];
        var names = BilingualText.Join(" / ", offered.Select(o => o.Text));
        if (near.Count == 0 && column.Options.Length > MostOffered) names = new($"{names.Thai} / …", $"{names.English} / …");
        cell.PayFor(column.Options.Length);
        notes.Say(NotAnOption, Words.Quote(cell.Text), column.Heading, names);
        return new(ThaiText.Normalise(cell.Text));
    }

    public static CellValue ReadFlag(Column column, RawCell cell, CellNotes notes)
    {
        var text = ThaiText.Normalise(ThaiNumerals.ToArabic(cell.Text));
        if (Yes.Contains(text)) return new FlagValue(true);
        if (No.Contains(text)) return new FlagValue(false);
        // Spaces and full stops between the words of an answer mean nothing.
        var bare = text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.');
        if (Yes.Contains(bare)) return new FlagValue(true);
        if (No.Contains(bare)) return new FlagValue(false);
        notes.Say(NotAFlag, column.Heading, Words.Quote(cell.Text));
        return new UnreadValue(text);
    }

    /// <summary>A column's options by the key of each of their names; of two with the same the first.</summary>
    private Dictionary<string, ChoiceOption> OptionsOf(Column column)
    {
        if (options.TryGetValue(column, out var known)) return known;
        var byKey = new Dictionary<string, ChoiceOption>(StringComparer.Ordinal);
        foreach (var option in column.Options)
            foreach (var name in Names(option)) byKey.TryAdd(ThaiText.Key(name), option);
        return options[column] = byKey;
    }

    /// <summary>อื่น ระบุ: เฟซบุ๊ก begins with อื่น and a space, a bracket or a colon.</summary>
    private static bool BeginsWith(string typed, string name)
    {
        var text = ThaiText.Normalise(typed);
        var start = ThaiText.Normalise(name);
        return start.Length >= 3 && text.Length > start.Length && text.StartsWith(start, StringComparison.Ordinal)
            && (text[start.Length] is ' ' or '(' or ':' or '/' or ',');
    }

    private static IEnumerable<string> Names(ChoiceOption option) => [option.Text.Thai, option.Text.English, option.Id, .. option.Synonyms];
}
