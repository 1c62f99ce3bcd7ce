using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Intake.Mapping;

/// <summary>
/// A sheet as somebody typed it, written down as lines, and how what is read of it is written down: <c>- ที่ | วันที่</c> is a row of cells,
/// <c>&gt;</c> begins a line of what is expected. A cell is a text; <c>{number 5}</c>, <c>{day 45427}</c>, <c>{percent 0.5}</c>,
/// <c>{error #REF!}</c>, <c>{formula}</c> and <c>{true}</c> are other cells, <c>{long ก*5}</c> is a text so often and <c>⏎</c> a new line within one.
/// </summary>
internal sealed partial record SheetCase(string Name, IReadOnlyDictionary<string, string> Options, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Said of every typed sheet: that it has no mark, what names its unit, that nothing is ticked, columns that it leaves out. <c>also</c> names those that a case is about.</summary>
    private static readonly string[] SaidOfAll = ["KAL2010", "KAL2017", "KAL2031", "KAL2042"];

    public static SheetCase Of(string name, IEnumerable<string> lines)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var line in lines)
        {
            if (line.StartsWith('-')) rows.Add([.. line[1..].Split('|').Select(c => Cell(c.Trim()))]);
            else if (line.Split(": ", 2) is [var option, var value]) options.Add(option, value);
        }
        return new(name, options, rows);
    }

    /// <summary>The file; with a mark of names and values where the case has one.</summary>
    public byte[] ToBytes() => TypedSheet.Marked(
        Options.GetValueOrDefault("sheet", "ตัวชี้วัด 3"),
        Options.TryGetValue("mark", out var mark) ? [.. mark.Split(' ').Select(m => (IReadOnlyList<object?>)[.. m.Split('=')])] : [], [.. Rows]);

    /// <summary>What was read, and what its sender is told in both languages.</summary>
    public string Tell(IntakeResult got)
    {
        var told = new StringBuilder();
        foreach (var read in got.Returns) Tell(read, told);
        var left = SaidOfAll.Except(Options.GetValueOrDefault("also", "").Split(' ')).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in got.Findings.Where(f => !left.Contains(f.Code)))
            told.Append(CultureInfo.InvariantCulture, $"> {finding.Code} {(finding.About is { } about ? $"{about.Unit}/{about.Indicator ?? "–"} " : "")}{finding.Place}: {finding.ToString(Language.Thai)}\n>     {finding.ToString(Language.English)}\n");
        return told.ToString();
    }

    private static void Tell(Return read, StringBuilder told)
    {
        told.Append(CultureInfo.InvariantCulture, $"> {read.Unit} {read.Indicator} {read.Status}");
        if (read.NilReason is { } reason) told.Append(CultureInfo.InvariantCulture, $" because {Line(reason)}");
        if (read.DataAsOf is { } day) told.Append(CultureInfo.InvariantCulture, $" as of {day:yyyy-MM-dd}");
        told.Append('\n');
        if (!read.Facts.IsEmpty) told.Append(CultureInfo.InvariantCulture, $">   facts {Values(read.Facts)}\n");
        foreach (var row in read.Rows)
            told.Append(CultureInfo.InvariantCulture, $">   {row.Number}: {Values(row.Values)}{string.Concat(row.Faults.Select(f => $" !{f.Code}{f.Place.Pointer}"))}\n");
        foreach (var (name, text) in new[] { ("results", read.Narrative.Results), ("helped", read.Narrative.SuccessFactors), ("hindered", read.Narrative.Obstacles), ("proposed", read.Narrative.Suggestions) })
            if (text.Length > 0) told.Append(CultureInfo.InvariantCulture, $">   {name} {Line(text)}\n");
        foreach (var piece in read.Evidence)
            told.Append(CultureInfo.InvariantCulture, $">   evidence {piece.Number}: {piece.Title} · {piece.Date:yyyy-MM-dd} · {piece.Rows} · {piece.Kind} · {piece.Location} · {piece.Pages}\n");
    }

    private static string Line(string text) => (text.Length > 300 ? $"{text[..20]}…{text[^20..]} ({text.Length})" : text).Replace("\n", " ⏎ ", StringComparison.Ordinal);

    private static string Values(ValuesById values) => string.Join(" · ", values.Select(v => $"{v.Key} {Show(v.Value)}"));

    private static string Show(CellValue value) => value switch
    {
        TextValue text => $"“{text.Text}”",
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        DateValue date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ChoiceValue choice => choice.Option,
        FlagValue flag => flag.Yes ? "yes" : "no",
        AuthorityValue authority => authority.Code.ToString(),
        UnitValue unit => unit.Code.Value,
        UnreadValue unread => $"?“{unread.Raw}”",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static object? Cell(string typed) => typed switch
    {
        "" => null,
        "{formula}" => TypedSheet.Formula,
        "{true}" => true,
        "{false}" => false,
        _ when typed.StartsWith('{') && typed.EndsWith('}') && typed[1..^1].Split(' ', 2) is [not "long" and var kind, var held] => kind switch
        {
            "number" => double.Parse(held, CultureInfo.InvariantCulture),
            "percent" => new TypedSheet.Percent(double.Parse(held, CultureInfo.InvariantCulture)),
            "day" => new TypedSheet.Day(double.Parse(held, CultureInfo.InvariantCulture)),
            "error" => new TypedSheet.Error(held),
            _ => throw new FormatException(typed),
        },
        _ => Long().Replace(typed, m => string.Concat(Enumerable.Repeat(m.Groups["text"].Value, int.Parse(m.Groups["times"].ValueSpan, CultureInfo.InvariantCulture)))).Replace('⏎', '\n'),
    };

    [GeneratedRegex(@"\{long (?<text>[^{}]+)\*(?<times>[0-9]{1,5})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Long();
}
