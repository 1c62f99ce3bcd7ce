using System.Collections.Immutable;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Reads the worksheets of a workbook (ECMA-376 part 1, 18.2): values as saved; no formula is computed, no macro run, no link followed.</summary>
internal static class WorkbookReader
{
    public static ImmutableArray<RawTable> Read(OpenedFile file)
    {
        var (package, budget, findings) = (file.Package!, file.Budget, file.Findings);
        if (ContentSniffer.IsWorkbookTemplate(package)) findings.Add(ReadFromTemplate.At(file.Place));
        var part = package.RelationshipsOf("").Values.FirstOrDefault(r => r.Is("officeDocument") && !r.IsExternal)?.Target ?? "xl/workbook.xml";
        var relationships = package.RelationshipsOf(part);
        foreach (var outside in relationships.Values.Where(r => r.IsExternal || r.Is("externalLink")))
            findings.Add(NotFollowed.At(file.Place, outside.Target));
        var (tabs, date1904) = ReadTabs(package, part, budget);
        file.Contents.StartsIn1904 = date1904;
        ReadStrings(package, relationships, file.Contents);
        var styles = ReadStyles(package, relationships, budget);
        var tables = ImmutableArray.CreateBuilder<RawTable>();
        foreach (var tab in tabs)
        {
            var place = Place.InSheet(file.Source.Name, tab.Name);
            if (tab.RelationshipId.Length == 0)
            {
                findings.Add(SheetWithoutContent.At(place));
                continue;
            }
            if (!relationships.TryGetValue(tab.RelationshipId, out var target) || target.IsExternal) throw new ContentRefusedException(Damaged, tab.Name);
            if (!target.Is("worksheet")) continue;
            using var xml = package.Open(target.Target);
            var covered = new GroupedFindings();
            var rows = new SheetReader(file.Contents, styles, target.Target, (row, column) => place with { Cell = CellAddress.Of(column, row) })
                .Read(xml, cell => covered.Add(FormFindings.CoveredCell.At(cell)));
            foreach (var finding in covered.ToImmutable()) findings.Add(finding);
            tables.Add(new(tab.Name, place, tab.IsHidden, rows));
        }
        return tables.ToImmutable();
    }

    private static (List<Tab> Tabs, bool Date1904) ReadTabs(OfficePackage package, string part, Budget budget)
    {
        var tabs = new List<Tab>();
        var date1904 = false;
        using var xml = package.Open(part);
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml.Is("workbookPr"u8)) date1904 = xml["date1904"u8] is "1" or "true";
            else if (xml.Is("sheets"u8))
                for (var list = xml.Here; xml.NextChild(list);)
                {
                    if (!xml.Is("sheet"u8)) continue;
                    var tab = new Tab(xml["name"u8] ?? "", xml.Qualified("id"u8) ?? "", xml["state"u8] is "hidden" or "veryHidden");
                    budget.Hold(256 + 2 * (tab.Name.Length + tab.RelationshipId.Length));
                    tabs.Add(tab);
                }
        }
        return (tabs, date1904);
    }

    private static void ReadStrings(OfficePackage package, IReadOnlyDictionary<string, Relationship> relationships, CellContents contents)
    {
        if (relationships.Values.FirstOrDefault(r => r.Is("sharedStrings") && !r.IsExternal) is not { } target) return;
        using var xml = package.Open(target.Target);
        SharedStrings.Read(xml, contents);
    }

    private static CellStyles ReadStyles(OfficePackage package, IReadOnlyDictionary<string, Relationship> relationships, Budget budget)
    {
        if (relationships.Values.FirstOrDefault(r => r.Is("styles") && !r.IsExternal) is not { } target) return CellStyles.None;
        using var xml = package.Open(target.Target);
        return CellStyles.Read(xml, budget);
    }

    private sealed record Tab(string Name, string RelationshipId, bool IsHidden);
}
