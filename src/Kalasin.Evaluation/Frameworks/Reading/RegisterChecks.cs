using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Whether a register's columns, facts, key and checks fit together.</summary>
internal static class RegisterChecks
{
    private static readonly BilingualText ColumnWord = new("คอลัมน์", "column");
    private static readonly BilingualText FactWord = new("ค่าเดี่ยว", "fact");

    public static void Check(RegisterSchema register, string pointer, PlacedFindings report)
    {
        if (register.Columns.IsEmpty) report.Add($"{pointer}/columns", FrameworkFindings.Empty);
        Names.Ids(register.Columns.Select(c => c.Id), $"{pointer}/columns", "/id", report);
        Names.Ids(register.Facts.Select(f => f.Id), $"{pointer}/facts", "/id", report);
        foreach (var (i, column) in register.Columns.Index()) Check(column, $"{pointer}/columns/{i}", report);
        foreach (var (i, fact) in register.Facts.Index()) Check(fact, $"{pointer}/facts/{i}", report);
        Words([.. register.Columns.Select(c => (c.Id, c.Heading, c.Synonyms))], $"{pointer}/columns", report);
        Words([.. register.Facts.Select(f => (f.Id, f.Label, f.Synonyms))], $"{pointer}/facts", report);
        Columns(register, register.Key, $"{pointer}/key", report);
        if (register.Prefill is { } prefill && register.Find(prefill)?.List is null) Column(register, prefill, ColumnType.Authority, $"{pointer}/prefill", report);
        var predicates = new PredicateChecks(register, report);
        foreach (var (i, check) in register.Checks.Index())
        {
            predicates.Check(check.Violated, $"{pointer}/checks/{i}/violated");
            Column(register, check.Column, null, $"{pointer}/checks/{i}/column", report);
        }
        foreach (var (i, check) in register.FactChecks.Index())
        {
            predicates.Check(check.Violated, $"{pointer}/factChecks/{i}/violated");
            if (register.Facts.All(f => f.Id != check.Fact))
                report.Unknown($"{pointer}/factChecks/{i}/fact", FactWord, check.Fact, register.Facts.Select(f => f.Id));
        }
    }

    /// <summary>Columns that are named, each once.</summary>
    public static void Columns(RegisterSchema register, ImmutableArray<string> names, string pointer, PlacedFindings report)
    {
        Names.Ids(names, pointer, "", report, checkShape: false);
        foreach (var (i, name) in names.Index()) Column(register, name, null, $"{pointer}/{i}", report);
    }

    /// <summary>A column that is named, where needed of a type.</summary>
    public static Column? Column(RegisterSchema register, string name, ColumnType? type, string pointer, PlacedFindings report)
    {
        var column = register.Find(name);
        if (column is null) report.Unknown(pointer, ColumnWord, name, register.Columns.Select(c => c.Id));
        else if (type is { } needed && column.Type != needed)
            report.Add(pointer, FrameworkFindings.Unfit, name, TypeNames.Of(column.Type), TypeNames.Of(needed));
        return column;
    }

    private static void Check(Column column, string pointer, PlacedFindings report)
    {
        if (column.List is null) Options(column.Type, column.Options, pointer, report);
        else if (column.Type != ColumnType.Choice || !column.Options.IsEmpty) report.Add(pointer, FrameworkFindings.ListMismatch);
        if (column.Happened && column.Type != ColumnType.Date)
            report.Add($"{pointer}/happened", FrameworkFindings.Unfit, column.Id, TypeNames.Of(column.Type), TypeNames.Of(ColumnType.Date));
        if (column.Type != ColumnType.Number && (column.Minimum ?? column.Maximum) is not null) report.Add(pointer, FrameworkFindings.LimitsMismatch);
        if (column.Minimum is { } least && column.Maximum is { } most && least > most)
            report.Add($"{pointer}/minimum", FrameworkFindings.Reversed, ThaiNumerals.Exact(least), ThaiNumerals.Exact(most));
    }

    private static void Check(Fact fact, string pointer, PlacedFindings report)
    {
        Options(fact.Type, fact.Options, pointer, report);
        if (fact.Type is ColumnType.Authority or ColumnType.Sender) report.Add($"{pointer}/type", FrameworkFindings.FactOfOneSender, TypeNames.Of(fact.Type));
    }

    private static void Options(ColumnType type, ImmutableArray<ChoiceOption> options, string pointer, PlacedFindings report)
    {
        if (type == ColumnType.Choice == options.IsEmpty) report.Add(pointer, FrameworkFindings.OptionsMismatch);
        Names.Ids(options.Select(o => o.Id), $"{pointer}/options", "/id", report);
        Words([.. options.Select(o => (o.Id, o.Text, o.Synonyms))], $"{pointer}/options", report);
    }

    /// <summary>A word that people may type and that would mean two things.</summary>
    private static void Words(ImmutableArray<(string Id, BilingualText Text, ImmutableArray<string> Synonyms)> things, string pointer, PlacedFindings report)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, thing) in things.Index())
            foreach (var word in (ReadOnlySpan<string>)[thing.Text.Thai, thing.Text.English, .. thing.Synonyms])
                if (!Names.Claim(owners, word, thing.Id, out var before)) report.Add($"{pointer}/{i}", FrameworkFindings.SameHeading, word, before, thing.Id);
    }
}
