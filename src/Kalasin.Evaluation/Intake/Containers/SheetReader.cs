using System.Collections.Immutable;
using System.Globalization;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Reads a worksheet part (ECMA-376 part 1, 18.3.1): filled cells only, addresses given or implied.</summary>
internal sealed class SheetReader(CellContents contents, CellStyles styles, string part, CellPlace places)
{
    private readonly Budget budget = contents.Budget;
    private readonly TableRows rows = new(places, contents);

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
            ReadCell(xml, column);
        }
    }

    private void ReadCell(PartXml xml, int column)
    {
        var type = xml.TryGet("t"u8, out var t) ? TypeOf(t) : CellType.Number;
        var kind = xml.TryGet("s"u8, out var s) ? styles.KindOf(s) : RawKind.Number;
        var (value, shared, isFormula) = ((RawCell?)null, (int?)null, false);
        for (var cell = xml.Here; xml.NextChild(cell);)
        {
            if (xml.Is("v"u8) && type == CellType.Shared) (value, shared) = (null, ReadShared(xml));
            else if (xml.Is("v"u8)) (value, shared) = (ReadValue(xml, column, type, kind), null);
            else if (xml.Is("is"u8)) (value, shared) = (OfText(column, SharedStrings.Item(xml)), null);
            else if (xml.Is("f"u8)) isFormula = true;
        }
        if (shared is { } index && rows.AddShared(column, index)) return;
        if (value is { } own) rows.Add(own);
        else if (isFormula && type != CellType.Text) rows.Add(new(column, RawKind.Uncalculated, "", budget));
    }

    private RawCell? ReadValue(PartXml xml, int column, CellType type, RawKind kind)
    {
        var bytes = xml.Content();
        if (bytes.IsEmpty) return null;
        if (type == CellType.Number && TryNumber(bytes, out var number)) return new(column, kind, number, budget);
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
        var isWhole = TryWhole(bytes, out var whole);
        number = whole;
        return isWhole || (double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number));
    }

    /// <summary>Digits and nothing else, at most fifteen.</summary>
    private static bool TryWhole(ReadOnlySpan<byte> bytes, out long number)
    {
        number = 0;
        if (bytes.Length is 0 or > 15) return false;
        foreach (var digit in bytes)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = number * 10 + digit - '0';
        }
        return true;
    }

    private int? ReadShared(PartXml xml)
    {
        var index = xml.Content();
        if (index.IsEmpty) return null;
        return TryWhole(index.Trim(" \t\r\n"u8), out var number) && number < contents.Shared ? (int)number : throw Broken();
    }

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
