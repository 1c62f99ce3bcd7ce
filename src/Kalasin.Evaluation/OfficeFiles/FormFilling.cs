using System.Collections.Immutable;
using System.Globalization;
using static Kalasin.Evaluation.OfficeFiles.OfficeFileFindings;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>The filling of one form: which control gets what, and what is noted on the way.</summary>
/// <param name="fields">All that may be asked for.</param>
/// <param name="place">The form, for findings.</param>
internal sealed class FormFilling(FormFields fields, Place place)
{
    // What a register may make a part grow to: a row of a form is some thousand letters.
    private const int MostLetters = 60_000_000;

    // No id that Word gives is like these.
    private int lastId = 1_500_000_000;

    private readonly SortedSet<string> filled = new(StringComparer.Ordinal), unfilled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Finding> findings = new(StringComparer.Ordinal);
    private long letters;

    /// <summary>Tags that were filled.</summary>
    public ImmutableArray<string> Filled => [.. filled];

    /// <summary>Tags that there is nothing for yet.</summary>
    public ImmutableArray<string> Unfilled => [.. unfilled];

    /// <summary>What was found, each once.</summary>
    public ImmutableArray<Finding> Findings => [.. findings.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];

    /// <summary>A part with its controls filled.</summary>
    /// <param name="root">The part.</param>
    /// <param name="pictures">Takes its new pictures.</param>
    public string Fill(MarkedElement root, PartPictures pictures)
    {
        var splices = new Splices();
        Walk(root, new(null, null, IsCopy: false, pictures), splices);
        return splices.IsEmpty ? root.Part : splices.In(root.Part, 0, root.Part.Length);
    }

    private void Walk(MarkedElement element, Scope scope, Splices splices)
    {
        if (scope.IsCopy) MakeUnique(element, splices);
        if (FormControl.Of(element) is { } control && TryFill(control, scope, splices))
        {
            if (scope.IsCopy)
                foreach (var inner in element.Descendants()) MakeUnique(inner, splices);
            return;
        }
        if (element.Name == "tr" && ListOfRow(element) is { } list && list != scope.List)
        {
            splices.Put(element.Start, element.End, Copies(element, list, scope));
            return;
        }
        MarkedElement? before = null;
        foreach (var child in element.Children)
        {
            if (before is { End: var end } && end == child.Start && NameOf(child) is { } name && name == NameOf(before)) findings.TryAdd($"doubled {name}", Doubled.At(place, ThaiText.Cut(name, 80)));
            Walk(child, scope, splices);
            before = child;
        }
    }

    private static string? NameOf(MarkedElement element) => FormControl.Of(element)?.Names.FirstOrDefault();

    private bool TryFill(FormControl control, Scope scope, Splices splices)
    {
        var names = control.Names.ToList();
        if (names.Count == 0) return false;
        var tag = names.Select(FormTag.Of).FirstOrDefault(t => scope.Knows(t) || fields.Knows(t) || fields.Columns.ContainsKey(t));
        if (tag is null)
        {
            findings.TryAdd($"unknown {names[0]}", TagUnknown.At(place, ThaiText.Cut(names[0], 80)));
            return false;
        }
        if (fields.Columns.ContainsKey(tag)) return Repeat(control, tag, scope, splices);
        if (control.Content.Descendants().Any(e => FormControl.Of(e) is not null))
        {
            findings.TryAdd($"kept {tag}", NotPlain.At(place, tag, new("ครอบตัวควบคุมอื่นอยู่", "holds other controls")));
            return false;
        }
        if ((scope.Find(tag) ?? fields.All.GetValueOrDefault(tag)) is not { } value)
        {
            if (unfilled.Add(tag)) findings.TryAdd($"unfilled {tag}", NotFilled.At(place, tag));
            return true;
        }
        var reason = control.IsBound ? new BilingualText("ผูกกับข้อมูล XML ในไฟล์", "is bound to XML data in the file") : ControlFilling.Put(control, value, splices, scope.Pictures);
        if (reason is null)
        {
            if (!scope.Knows(tag)) filled.Add(tag);
            if (control.Placeholder is { } placeholder) splices.Put(placeholder.Start, placeholder.End, "");
        }
        else
            findings.TryAdd($"kept {tag}", reason == ControlFilling.Unfit ? DoesNotFit.At(place, tag, ControlFilling.KindOf(control), ThaiText.Cut(value.Text, 80)) : NotPlain.At(place, tag, reason));
        return true;
    }

    /// <summary>A section or row for each row of a register: the first stands for all.</summary>
    private bool Repeat(FormControl control, string list, Scope scope, Splices splices)
    {
        var content = control.Content;
        var items = content.Children.Where(c => FormControl.Of(c)?.Kind?.Name == "repeatingSectionItem").ToList();
        if (items.Count == 0) items = [.. content.Children.Where(c => c.Name == "tr")];
        if (items.Count == 0) items = [.. content.Children];
        if (items.Count == 0) return true;
        splices.Put(items[0].Start, items[^1].End, Copies(items[0], list, scope));
        if (control.Placeholder is { } placeholder) splices.Put(placeholder.Start, placeholder.End, "");
        return true;
    }

    private string Copies(MarkedElement template, string list, Scope scope)
    {
        if (fields.All.GetValueOrDefault(list) is not FieldRows { Rows: var rows })
        {
            if (unfilled.Add(list)) findings.TryAdd($"unfilled {list}", NotFilled.At(place, list));
            return template.Letters.ToString();
        }
        letters += (long)template.Letters.Length * Math.Max(rows.Length, 1);
        if (letters > MostLetters)
        {
            findings.TryAdd($"kept {list}", NotPlain.At(place, list, new("มีแถวมากเกินกว่าที่เติมลงแบบได้", "has more rows than a form can be filled with")));
            return template.Letters.ToString();
        }
        filled.Add(list);
        return string.Concat(rows.DefaultIfEmpty(ImmutableDictionary<string, FieldValue>.Empty).Select((row, i) =>
        {
            var splices = new Splices();
            Walk(template, new(list, row, IsCopy: i > 0, scope.Pictures) { Columns = fields.Columns[list] }, splices);
            return splices.In(template.Part, template.Start, template.End);
        }));
    }

    /// <summary>The register that a row's controls name, where the row stands in no section that is repeated.</summary>
    private string? ListOfRow(MarkedElement row) =>
        row.Descendants().Select(FormControl.Of).OfType<FormControl>().SelectMany(c => c.Names).Select(n => fields.ListOf(FormTag.Of(n))?.List).FirstOrDefault(l => l is not null);

    /// <summary>What a file may have once only is made anew in a copy, or left out of it.</summary>
    private void MakeUnique(MarkedElement element, Splices splices)
    {
        if (element.Name is "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd") splices.Put(element.Start, element.End, "");
        else if (element is { Name: "id", Parent.Name: "sdtPr" } or { Name: "docPr" })
        {
            foreach (var (key, _, from, to) in element.Attributes)
                if (key.Split(':')[^1] is "val" && element.Name == "id" || key == "id") splices.Put(from, to, $" {key}=\"{(lastId++).ToString(CultureInfo.InvariantCulture)}\"");
        }
        else if (element.Name is "p" or "tr")
            foreach (var (key, _, from, to) in element.Attributes)
                if (key.Split(':')[^1] is "paraId" or "textId") splices.Put(from, to, "");
    }

    /// <summary>Where the filling is.</summary>
    private sealed record Scope(string? List, ImmutableDictionary<string, FieldValue>? Row, bool IsCopy, PartPictures Pictures)
    {
        public ImmutableHashSet<string> Columns { get; init; } = [];

        public bool Knows(string tag) => ColumnOf(tag) is not null;

        /// <summary>What the row has in a column; a dash where it has nothing.</summary>
        public FieldValue? Find(string tag) => ColumnOf(tag) is { } column ? Row!.GetValueOrDefault(column) ?? FieldNothing.Dash : null;

        private string? ColumnOf(string tag) =>
            List is null ? null
            : Columns.Contains(tag) ? tag
            : tag.StartsWith(List + ".", StringComparison.Ordinal) && Columns.Contains(tag[(List.Length + 1)..]) ? tag[(List.Length + 1)..]
            : null;
    }
}
