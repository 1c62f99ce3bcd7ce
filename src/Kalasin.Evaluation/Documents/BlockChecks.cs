using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>The rules of the block model that types can't hold; every writer checks them before its first byte.</summary>
internal static class BlockChecks
{
    /// <summary>Throws one exception that names every violation.</summary>
    public static void Check(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var violations = Violations(document);
        if (violations.Count > 0)
            throw new ArgumentException(
                $"The document breaks {violations.Count} rule(s) of the block model: {string.Join("; ", violations)}", nameof(document));
    }

    /// <summary>Every violation, each with the place of its block; empty for a sound document.</summary>
    public static IReadOnlyList<string> Violations(ReportDocument document)
    {
        var walk = new Walk(document);
        walk.Document();
        return walk.Found;
    }

    private sealed class Walk(ReportDocument document)
    {
        private readonly HashSet<string> anchors = new(StringComparer.Ordinal);
        private readonly List<(string Place, string Target)> links = [];
        private int deepest;

        public List<string> Found { get; } = [];

        public void Document()
        {
            if (string.IsNullOrWhiteSpace(document.Title)) Found.Add("the title is empty");
            if (document.Language.Length == 0) Found.Add("the language is empty");
            if (document.Theme.BodyPoints is not (>= 4 and <= 72)) Found.Add("the body size is not from 4 to 72 points");
            if (document.Sections.IsEmpty) Found.Add("there is no section");
            for (var s = 0; s < document.Sections.Length; s++)
            {
                var section = document.Sections[s];
                var (width, height) = section.Landscape ? (297, 210) : (210, 297);
                var m = section.Margins;
                if (!(m.Left >= 0 && m.Right >= 0 && m.Top >= 0 && m.Bottom >= 0 && width - m.Left - m.Right >= 20 && height - m.Top - m.Bottom >= 20))
                    Found.Add($"section {s + 1}: the margins leave no room");
                Inlines($"section {s + 1}", section.Header);
                Inlines($"section {s + 1}", section.Footer);
                for (var b = 0; b < section.Blocks.Length; b++)
                {
                    var (place, block) = ($"section {s + 1}, block {b + 1}", section.Blocks[b]);
                    foreach (var named in block.Named)
                        if (named.Target is { } anchor && !anchors.Add(anchor)) Found.Add($"{place}: the anchor '{anchor}' is used twice");
                    Block(place, block);
                }
            }
            foreach (var (place, target) in links)
                if (!IsTarget(target))
                    Found.Add($"{place}: the link leads to '{target}', neither an absolute http, https or mailto address nor an anchor of this document");
        }

        private bool IsTarget(string target) =>
            target.StartsWith('#') ? anchors.Contains(target[1..])
            : Uri.TryCreate(target, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

        private void Block(string place, Block block)
        {
            switch (block)
            {
                case Heading heading: Heading(place, heading); break;
                case Paragraph paragraph: Inlines(place, paragraph.Content); break;
                case ListBlock list: List(place, list); break;
                case Table table: Table(place, table); break;
                case Figure figure: Figure(place, figure); break;
                case FigureRow row: Row(place, row); break;
                case QrFigure qr: Qr(place, qr); break;
                case LabelSheet { Labels.IsEmpty: true }: Found.Add($"{place}: the sheet has no labels"); break;
                case LabelSheet sheet when sheet.Labels.Any(l => string.IsNullOrWhiteSpace(l.AlternateText)): Found.Add($"{place}: a label has no alternate text"); break;
                case SignatureBox { Signers.Length: < 1 or > 3 }: Found.Add($"{place}: a signature box has one to three signers"); break;
                case TableOfContents { Levels: < 1 or > 6 }: Found.Add($"{place}: the contents list levels 1 to 6"); break;
            }
        }

        private void Heading(string place, Heading heading)
        {
            if (heading.Level is < 1 or > 6) Found.Add($"{place}: heading level {heading.Level} is not from 1 to 6");
            else if (heading.Level > deepest + 1) Found.Add($"{place}: heading level {heading.Level} follows level {deepest}");
            deepest = heading.Level;
            if (string.IsNullOrWhiteSpace(heading.Text)) Found.Add($"{place}: the heading is empty");
        }

        private void List(string place, ListBlock list)
        {
            if (list.Items.IsEmpty) Found.Add($"{place}: the list is empty");
            for (var i = 0; i < list.Items.Length; i++)
            {
                var item = $"{place}, item {i + 1}";
                if (list.Items[i].IsEmpty) Found.Add($"{item}: the item is empty");
                foreach (var block in list.Items[i])
                    if (block is Documents.Heading) Found.Add($"{item}: a list item can't hold a heading");
                    else Block(item, block);
            }
        }

        private void Table(string place, Table table)
        {
            if (table.Columns.IsEmpty) Found.Add($"{place}: the table has no columns");
            if (table.Columns.Any(c => !(c.Share > 0 && double.IsFinite(c.Share)))) Found.Add($"{place}: a column's share is not greater than 0");
            if (table.HeaderRows.IsEmpty) Found.Add($"{place}: the table has no header row");
            if (table is { Anchor: not null, Caption: null }) Found.Add($"{place}: a table with an anchor has a caption");
            var (head, body) = TableGrid.Of(table);
            Rows(place, "head", head);
            Rows(place, "body", body);
        }

        private void Rows(string place, string part, TableGrid grid)
        {
            Found.AddRange(grid.Violations.Select(v => $"{place}, {part}, {v}"));
            foreach (var row in grid.Rows)
                foreach (var cell in row.Cells) Inlines(place, cell.Content);
        }

        private void Figure(string place, Figure figure)
        {
            if (string.IsNullOrWhiteSpace(figure.AlternateText)) Found.Add($"{place}: the figure has no alternate text");
            if (figure is { Anchor: not null, Caption: null }) Found.Add($"{place}: a figure with an anchor has a caption");
            if (!(figure.WidthMillimetres > 0)) Found.Add($"{place}: the figure's width is not greater than 0");
            if (PictureSize.Read(figure.Picture.AsSpan()) is null) Found.Add($"{place}: the picture is neither PNG nor JPEG");
        }

        private void Row(string place, FigureRow row)
        {
            if (row.Figures.Length is < 2 or > FigureRow.Most) Found.Add($"{place}: a row has two to {FigureRow.Most} figures");
            foreach (var figure in row.Figures) Figure(place, figure);
        }

        private void Qr(string place, QrFigure figure)
        {
            if (string.IsNullOrWhiteSpace(figure.AlternateText)) Found.Add($"{place}: the figure has no alternate text");
            if (!(figure.WidthMillimetres > 0)) Found.Add($"{place}: the figure's width is not greater than 0");
        }

        private void Inlines(string place, ImmutableArray<Inline> content)
        {
            foreach (var inline in content)
                if (inline is Link link) links.Add((place, link.Target));
                else if (inline is not (Run or Field or LineBreak)) Found.Add($"{place}: {inline.GetType().Name} is for composers and isn't resolved");
        }
    }
}
