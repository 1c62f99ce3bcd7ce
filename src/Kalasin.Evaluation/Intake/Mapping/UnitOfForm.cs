using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Whose returns a form holds. The mark, the words in the tables and the door must not contradict each other.</summary>
internal static partial class UnitOfForm
{
    private const int TitleRows = 12;

    /// <summary>The unit, or <see langword="null"/> after a finding.</summary>
    /// <param name="scope">What a delivery is read against.</param>
    /// <param name="source">The file, with its own door and its sender.</param>
    /// <param name="mark">What the mark says.</param>
    /// <param name="tables">Tables of indicators.</param>
    /// <param name="file">The whole file.</param>
    /// <param name="findings">Where findings go.</param>
    public static ReportingUnit? Find(
        ReadingScope scope, SourceFile source, FormIdentity? mark, IEnumerable<RawTable> tables, Place file, GroupedFindings findings)
    {
        var marked = mark?.Unit is { } code ? scope.Rules.Plan.Find(code) : null;
        var asked = tables.SelectMany(Written).ToImmutableArray();
        var written = asked.Where(w => w.Text.Any(char.IsLetterOrDigit)).Select(w => (w.Place, w.Text, Found: Named(scope, w.Text))).ToImmutableArray();
        // The folder in an archive and the door of the delivery are two doors; neither opens the other's.
        ImmutableArray<ReportingUnit> doors = [.. new[] { source.Unit, scope.ExpectedUnit }.OfType<UnitCode>().Select(scope.Rules.Plan.Find).OfType<ReportingUnit>()];
        var unit = marked ?? written.Select(w => w.Found?.Unit).FirstOrDefault(u => u is not null);
        if (unit is null && written.IsEmpty && (doors is [var first, ..] ? first : scope.UnitOf(source.Sender)) is { } sending)
        {
            if (Closed(doors, sending, file, findings)) return null;
            findings.Add(UnitOfDoor.At(file, sending.Name));
            return sending;
        }
        if (unit is null)
        {
            var named = written.FirstOrDefault();
            findings.Add(UnitUnknown.At(named.Place ?? asked.FirstOrDefault().Place ?? file, Found(named.Text ?? mark?.Unit?.Value ?? "")));
            return null;
        }
        // What says nothing of its own is read as what the mark says, or the first words that name a unit.
        var by = marked is null ? Words.Quote(written.First(w => w.Found is not null).Text) : unit.Code.Value;
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, text, found) in written)
        {
            if (found is { } other && other.Unit != unit)
            {
                findings.Add(UnitsDisagree.At(place, unit.Name, other.Unit.Name));
                return null;
            }
            if (found is { IsExact: false } && said.Add(text)) findings.Add(UnitUnderstood.At(place, unit.Name, Words.Quote(text)));
            if (found is null && said.Add(text)) findings.Add(UnitUnderstood.At(place, unit.Name, by));
        }
        if (mark is null && said.Count == 0) findings.Add(UnitUnderstood.At(file, unit.Name, Words.Quote(written[0].Text)));
        return Closed(doors, unit, file, findings) ? null : unit;
    }

    /// <summary>Whether it came by the door of another.</summary>
    private static bool Closed(ImmutableArray<ReportingUnit> doors, ReportingUnit unit, Place file, GroupedFindings findings)
    {
        if (doors.FirstOrDefault(d => d.Code != unit.Code) is not { } other) return false;
        findings.Add(WrongUnit.At(file, unit.Name, other.Name));
        return true;
    }

    private static (ReportingUnit Unit, bool IsExact)? Named(ReadingScope scope, string text) =>
        PlaceCells.NamesAuthority(text) ? null : scope.Units.Find(text) switch
    {
        UnitMatch.Exact exact => (exact.Unit, true),
        UnitMatch.Understood understood => (understood.Unit, false),
        _ => null,
    };

    private static BilingualText Found(string text) =>
        text.Length == 0 ? new("ว่างอยู่หรือไม่มี", "is blank or missing") : new($"เป็น “{Words.Quote(text).Thai}”", $"says “{Words.Quote(text).English}”");

    /// <summary>What stands beside หน่วยงาน, in the next cell or the same.</summary>
    private static IEnumerable<(Place Place, string Text)> Written(RawTable table)
    {
        foreach (var row in table.Rows.Take(TitleRows))
        {
            if (row.Cells is not [{ Kind: RawKind.Text } first, ..] || first.Text.Length > 300) continue;
            var isLabel = TableParts.PartOf(first) == FormPart.Unit;
            if (isLabel && row.Cells.Skip(1).FirstOrDefault(c => !Words.IsBlank(c.Text)) is { Column: > 0 } beside)
                yield return (row.PlaceOf(beside.Column), beside.Text);
            else if (!isLabel && InOneCell().Match(ThaiText.Normalise(first.Text)) is { Success: true } match)
                yield return (row.PlaceOf(first.Column), match.Groups["name"].Value);
        }
    }

    [GeneratedRegex(
        "^(ชื่อ)?หน่วยงาน(เจ้าภาพ)? ?: ?(?<name>.+?)( ข้อมูล ณ .*)?$|^(ชื่อ)?หน่วยงาน(เจ้าภาพ)? (?<name>.+?)( ข้อมูล ณ .*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InOneCell();
}
