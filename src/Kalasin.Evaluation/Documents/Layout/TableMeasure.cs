using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Tables to strips, a strip per row; a row taller than a page becomes a strip per line.</summary>
internal static class TableMeasure
{
    // Beyond this share of a page header rows are not repeated: they would leave no room for what they head.
    private const double MostHead = 0.5;

    // A table up to this share of a page is not cut at all.
    private const double MostWhole = 0.25;

    public static Measured Of(Table table, double width, Setting setting)
    {
        var node = new Node(new Traits("Table") { Summary = table.Summary ?? table.Caption });
        var strips = ImmutableArray.CreateBuilder<Strip>(table.Rows.Length + 3);
        if (table.Caption is { } text) strips.AddRange(Caption(text, width, setting, node.Add(new("Caption"))));
        var first = strips.Count;
        var (headGrid, bodyGrid) = TableGrid.Of(table);
        var edges = Edges(TableWidths.Of(table, headGrid, bodyGrid, width, setting.Points(TableWidths.CellScale)));
        // PDF/UA-1, 7.2: where there is a THead there is a TBody.
        var head = new RowMeasure(table, headGrid, isHead: true, edges, setting).Head(node.Add(new(table.Rows.IsEmpty ? "TBody" : "THead")));
        var repeated = head.Height > setting.BodyHeight * MostHead ? null : Repeated(head);
        strips.Add(head with { SpaceBefore = first == 0 ? setting.BodyPoints * 0.6 : 2, KeepWithNext = !table.Rows.IsEmpty });
        var body = strips.Count;
        if (!table.Rows.IsEmpty)
        {
            new RowMeasure(table, bodyGrid, isHead: false, edges, setting)
                .Add(strips, node.Add(new("TBody")), setting.BodyHeight - (repeated?.Height ?? 0), repeated);
            // Neither the first row nor the last stands alone with a head.
            if (table.Rows.Length > 1) strips[^2] = strips[^2] with { KeepWithNext = true };
            if (table.Rows.Length > 2) strips[body] = strips[body] with { KeepWithNext = true };
            KeepWhole(strips, body, setting.BodyHeight * MostWhole - head.Height);
            KeepTail(strips, body, setting.BodyHeight * MostWhole - head.Height);
        }
        strips[^1] = strips[^1] with { SpaceAfter = setting.BodyPoints * 0.4 };
        return new(strips.DrainToImmutable(), [node]);
    }

    private static void KeepWhole(ImmutableArray<Strip>.Builder strips, int body, double most)
    {
        var height = 0.0;
        for (var i = body; i < strips.Count; i++)
            if ((height += strips[i].Height) > most) return;
        for (var i = body; i < strips.Count - 1; i++) strips[i] = strips[i] with { KeepWithNext = true };
    }

    /// <summary>Where a table goes on to another page, its end doesn't leave that page nearly empty.</summary>
    private static void KeepTail(ImmutableArray<Strip>.Builder strips, int body, double least)
    {
        var height = strips[^1].Height;
        for (var i = strips.Count - 2; i >= body && height < least; height += strips[i--].Height) strips[i] = strips[i] with { KeepWithNext = true };
    }

    private static IEnumerable<Strip> Caption(string text, double width, Setting setting, Node node)
    {
        var size = setting.Points(0.95);
        var lines = new Lines(width, 0, Alignment.Start, size)
            .Strips(TextFlow.Of(text, FontFace.Bold, size, node, setting), setting.Desk, setting.BodyPoints * 0.8, true);
        return lines.Select(l => l with { KeepWithNext = true });
    }

    private static double[] Edges(double[] widths)
    {
        var edges = new double[widths.Length + 1];
        for (var i = 0; i < widths.Length; i++) edges[i + 1] = edges[i] + widths[i];
        return edges;
    }

    /// <summary>The same picture, without meaning: a repeated head is not read twice.</summary>
    private static Strip Repeated(Strip head) =>
        head with { Boxes = [.. head.Boxes.Where(b => b is not LinkBox).Select(b => b is TextBox t ? t with { Node = null } : b)] };
}
