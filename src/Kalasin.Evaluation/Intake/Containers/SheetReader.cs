using System.Collections.Immutable;
using System.Globalization;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Reads a worksheet part (ECMA-376 part 1, 18.3.1): filled cells only, addresses given or implied.</summary>
internal sealed class SheetReader(Stretches<string> sharedStrings, CellStyles styles, bool date1904, string part, CellPlace places, Budget budget)
{
    private readonly TableRows rows = new(places, budget);

    /// <summary>The rows, and to <paramref name="covered"/> the places of cells that hold something under a merged cell.</summary>
    public ImmutableArray<RawRow> Read(PartXml xml, Action<Place> covered)
    {
        var areas = new List<MergedCells.Area>();
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml.Is("sheetData"u8)) ReadRows(xml);
            else if (xml.Is("mergeCells"u8)) areas = MergedCells.Read(xml, budget);
        }
        return MergedCells.Uncover(rows.ToImmutable(), areas, covered, budget);
    }

    private void ReadRows(PartXml xml)
    {
        var last = 0;
        for (var data = xml.Here; xml.NextChild(data);)
        {
            if (!xml.Is("row"u8)) continue;
            var number = last + 1;
            if (xml.TryGet("r"u8, out var given) && !CellAddress.TryParseRow(given, out number)) throw Broken();
            if (number <= last) throw Broken();
            last = number;
            var isHidden = xml.TryGet("hidden"u8, out var hidden) && IsTrue(hidden);
            ReadCells(xml, number);
            rows.End(number, isHidden);
        }
    }

    private void ReadCells(PartXml xml, int row)
    {
        var last = 0;
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (!xml.Is("c"u8)) continue;
            var column = last + 1;
            if (xml.TryGet("r"u8, out var given) && (!CellAddress.TryParse(given, out column, out var inRow) || inRow != row)) throw Broken();
            if (column <= last) throw Broken();
            last = column;
            if (ReadCell(xml, column) is { } cell) rows.Add(cell);
        }
    }

    private RawCell? ReadCell(PartXml xml, int column)
    {
        var type = xml.TryGet("t"u8, out var t) ? TypeOf(t) : CellType.Number;
        var kind = xml.TryGet("s"u8, out var s) ? styles.KindOf(s) : RawKind.Number;
        RawCell? value = null;
        var isFormula = false;
        for (var cell = xml.Here; xml.NextChild(cell);)
        {
            if (xml.Is("v"u8)) value = ReadValue(xml, column, type, kind);
            else if (xml.Is("is"u8)) value = OfText(column, SharedStrings.Item(xml));
            else if (xml.Is("f"u8)) isFormula = true;
        }
        return value ?? (isFormula && type != CellType.Text ? new(column, RawKind.Uncalculated, "", budget) : null);
    }

    private RawCell? ReadValue(PartXml xml, int column, CellType type, RawKind kind)
    {
        var bytes = xml.Content();
        if (bytes.IsEmpty) return null;
        switch (type)
        {
            case CellType.Shared:
                return OfText(column, Shared(bytes));
            case CellType.Number when TryNumber(bytes, out var number):
                return new(new KeptCell(null, number, column, kind) { StartsIn1904 = date1904 }, budget);
        }
        var text = xml.ToText(bytes);
        if (string.IsNullOrWhiteSpace(text)) return null;
        return type switch
        {
            CellType.Boolean => new(column, RawKind.Boolean, text is "1" or "true" ? "TRUE" : "FALSE", budget),
            CellType.Error => new(column, RawKind.Error, text, budget),
            CellType.Text => OfText(column, SharedStrings.Unescape(text)),
            _ => OfText(column, text),
        };
    }

    private RawCell? OfText(int column, string text) => string.IsNullOrWhiteSpace(text) ? null : new(column, RawKind.Text, text, budget);

    /// <summary>Most numbers are a few digits.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> bytes, out double number)
    {
        number = 0;
        if (bytes.Length > 15 || bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
        long whole = 0;
        foreach (var digit in bytes) whole = whole * 10 + digit - '0';
        number = whole;
        return true;
    }

    private string Shared(ReadOnlySpan<byte> index) =>
        int.TryParse(index, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var i)
            && i < sharedStrings.Count
            ? sharedStrings[i]
            : throw Broken();

    private static CellType TypeOf(ReadOnlySpan<byte> type) => type switch
    {
        _ when type.SequenceEqual("s"u8) => CellType.Shared,
        _ when type.SequenceEqual("str"u8) => CellType.Text,
        _ when type.SequenceEqual("inlineStr"u8) || type.SequenceEqual("d"u8) => CellType.Inline,
        _ when type.SequenceEqual("b"u8) => CellType.Boolean,
        _ when type.SequenceEqual("e"u8) => CellType.Error,
        _ => CellType.Number,
    };

    private static bool IsTrue(ReadOnlySpan<byte> value) => value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);

    private ContentRefusedException Broken() => new(Damaged, part);

    private enum CellType : byte { Number, Shared, Text, Inline, Boolean, Error }
}
