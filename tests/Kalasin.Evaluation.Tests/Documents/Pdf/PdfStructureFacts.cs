namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>The logical structure of a file: standard types in their places, everything marked owned once, and the parent tree agrees.</summary>
internal sealed class PdfStructureFacts(
    PdfObjects file, object? catalog, List<(PdfReference Reference, Dictionary<string, object> Page)> pages, List<List<string>> marks, List<string> violations)
{
    private static readonly Dictionary<string, string> Parents = new(StringComparer.Ordinal)
    {
        ["TR"] = "THead TBody", ["TH"] = "TR", ["TD"] = "TR", ["THead"] = "Table", ["TBody"] = "Table", ["LI"] = "L", ["Lbl"] = "LI", ["LBody"] = "LI",
        ["TOCI"] = "TOC", ["Reference"] = "TOCI",
    };

    private static readonly HashSet<string> Others = new(["Document", "P", "L", "Table", "Caption", "Figure", "Link", "TOC", "Span", "H1", "H2", "H3", "H4", "H5", "H6"], StringComparer.Ordinal);

    private readonly Dictionary<(int Page, int Mark), int> owners = [];
    private readonly Dictionary<int, int> annotated = [];
    private int level;

    public void Judge()
    {
        var root = file.At(catalog, "StructTreeRoot") as Dictionary<string, object>;
        if (root?.GetValueOrDefault("K") is not PdfReference top) return;
        Element(top, parent: (file.At(catalog) as Dictionary<string, object>)!["StructTreeRoot"], parentRole: "");
        for (var p = 0; p < pages.Count; p++)
            for (var m = 0; m < marks[p].Count; m++) Require(owners.ContainsKey((p, m)), $"6.7.3 mark {m} of page {p + 1} is nobody's");
        ParentTree((List<object>)file.At(root, "ParentTree", "Nums")!);
    }

    private void Require(bool holds, string violation)
    {
        if (!holds) violations.Add(violation);
    }

    private void Element(PdfReference id, object parent, string parentRole)
    {
        if (file.Resolve(id) is not Dictionary<string, object> element) return;
        var role = (element.GetValueOrDefault("S") as PdfName?)?.Value ?? "";
        Require(element.GetValueOrDefault("P")?.Equals(parent) == true, $"6.7.3 element {id.Id} has another parent");
        Require(Parents.ContainsKey(role) || Others.Contains(role), $"6.7.3 element {id.Id} has the type {role}");
        Require(!Parents.TryGetValue(role, out var allowed) || allowed.Split(' ').Contains(parentRole), Clause(role) + $" a {role} stands in a {parentRole}");
        if (role is ['H', >= '1' and <= '6'])
        {
            Require(role[1] - '0' <= level + 1, $"UA 7.4 {role} follows level {level}");
            level = role[1] - '0';
        }
        if (role == "Figure")
            Require(file.At(element, "Alt") is PdfString { Bytes.Length: > 2 } && file.At(element, "A", "BBox") is List<object> { Count: 4 }, $"UA 7.3 figure {id.Id} has no words or bounds");
        if (role == "TH") Require(file.At(element, "A", "Scope") is PdfName { Value: "Column" or "Row" or "Both" }, $"UA 7.5 head {id.Id} has no scope");
        if (role == "L") Require(file.At(element, "A", "ListNumbering") is PdfName, $"UA 7.6 list {id.Id} does not say how it is numbered");
        var kids = element.GetValueOrDefault("K") as List<object> ?? [];
        if (role == "Table") Table(id, kids);
        if (role == "LI") Require(kids.Select(Role).SequenceEqual(["Lbl", "LBody"]), $"UA 7.6 item {id.Id} has no label and body");
        foreach (var kid in kids) Kid(kid, element, id, role);
    }

    private void Kid(object kid, Dictionary<string, object> element, PdfReference id, string role)
    {
        if (kid is double mark) Own(element.GetValueOrDefault("Pg"), (int)mark, id, role);
        else if (kid is PdfReference child) Element(child, id, role);
        else if (file.At(kid, "Type") is PdfName { Value: "MCR" }) Own(((Dictionary<string, object>)kid)["Pg"], (int)(double)file.At(kid, "MCID")!, id, role);
        else if (((Dictionary<string, object>)kid).GetValueOrDefault("Obj") is PdfReference annotation)
            Require(role == "Link" && annotated.TryAdd(annotation.Id, id.Id), $"UA 7.18 an annotation belongs to {role} {id.Id}");
    }

    private void Own(object? page, int mark, PdfReference id, string role)
    {
        var p = pages.FindIndex(x => x.Reference.Equals(page));
        if (p < 0 || mark >= marks[p].Count) violations.Add($"6.7.3 element {id.Id} owns what is not there");
        else
        {
            Require(owners.TryAdd((p, mark), id.Id), $"6.7.3 mark {mark} of page {p + 1} is owned twice");
            Require(marks[p][mark] == role || marks[p][mark] == "P", $"6.7.3 mark {mark} of page {p + 1} is a {marks[p][mark]} and belongs to a {role}");
        }
    }

    private void Table(PdfReference id, List<object> kids)
    {
        var roles = kids.Select(Role).ToList();
        Require(!roles.Contains("THead") || roles.Contains("TBody"), $"UA 7.2 table {id.Id} has a head and no body");
        var rows = kids.Where(k => Role(k) is "THead" or "TBody").Select(g => ((List<object>)file.At(g, "K")!).Select(r => (List<object>)file.At(r, "K")!).ToList()).ToList();
        var columns = rows.FirstOrDefault(g => g.Count > 0)?[0].Sum(c => Span(c, "ColSpan")) ?? 0;
        Require(columns > 0, $"UA 7.2 table {id.Id} has no rows");
        foreach (var group in rows)
        {
            var reaching = new int[columns];
            foreach (var row in group)
            {
                var covered = reaching.Count(r => r > 0);
                for (var c = 0; c < columns; c++) reaching[c] = Math.Max(0, reaching[c] - 1);
                foreach (var cell in row)
                {
                    covered += Span(cell, "ColSpan");
                    if (Span(cell, "RowSpan") is > 1 and var deep)
                        for (int c = 0, left = Span(cell, "ColSpan"); c < columns && left > 0; c++)
                            if (reaching[c] == 0) (reaching[c], left) = (deep - 1, left - 1);
                }
                Require(covered == columns, $"UA 7.2 a row of table {id.Id} covers {covered} of {columns} columns");
            }
        }
        Require(roles.Contains("THead") || rows.Any(g => g.Any(r => r.Any(c => Role(c) == "TH"))), $"UA 7.5 table {id.Id} has no heads");
    }

    private void ParentTree(List<object> nums)
    {
        var entries = nums.Chunk(2).ToDictionary(e => (int)(double)e[0], e => e[1]);
        for (var p = 0; p < pages.Count; p++)
        {
            var held = entries.GetValueOrDefault((int)(double)file.At(pages[p].Page, "StructParents")!) as List<object> ?? [];
            Require(held.Count == marks[p].Count && held.Select((h, m) => h is PdfReference r && owners.GetValueOrDefault((p, m)) == r.Id).All(same => same), $"6.7.3 the parent tree has others for page {p + 1}");
            foreach (var annotation in file.At(pages[p].Page, "Annots") as List<object> ?? [])
                Require(
                    annotation is PdfReference a && annotated.TryGetValue(a.Id, out var owner) && file.At(annotation, "StructParent") is double key
                        && entries.GetValueOrDefault((int)key) is PdfReference { Id: var told } && told == owner,
                    $"UA 7.18 an annotation of page {p + 1} is not in the structure");
        }
    }

    private static string Clause(string role) => role is "LI" or "Lbl" or "LBody" ? "UA 7.6" : "UA 7.2";

    private string Role(object element) => (file.At(element, "S") as PdfName?)?.Value ?? "";

    private int Span(object cell, string kind) => file.At(cell, "A", kind) is double span ? (int)span : 1;
}
