using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A QR code beside its lines, in a table without borders. The code is a picture of two colours, so that it prints sharp.</summary>
internal static class QrElements
{
    // Of a code of 41 squares on 22 mm, 750 dots per inch.
    private const int PixelsASquare = 16;

    /// <summary>The table and a spacer.</summary>
    public static IEnumerable<OpenXmlElement> Of(QrFigure qr, int textWidth, int indent, Numbers numbers)
    {
        var room = textWidth - indent;
        var right = Math.Min(Measures.Twips(qr.WidthMillimetres), room);
        var figure = new Figure(Png(qr.Code), qr.AlternateText) { WidthMillimetres = qr.WidthMillimetres, Alignment = Alignment.End };
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        row.AppendChild(Cell(room - right, qr.Lines.IsEmpty ? [BlockElements.Spacer()] : qr.Lines.Select(Line)));
        row.AppendChild(Cell(right, FigureElements.Of(figure, right, Measures.PageShort, 0, numbers)));
        var grid = new W.TableGrid(Column(room - right), Column(right));
        yield return BlockElements.Spacer();
        yield return new W.Table(TableElements.Properties(style: null, room, indent), grid, row);
        yield return BlockElements.Spacer();
    }

    private static W.GridColumn Column(int width) => new() { Width = width.ToString(CultureInfo.InvariantCulture) };

    private static W.TableCell Cell(int width, IEnumerable<OpenXmlElement> content)
    {
        var cell = new W.TableCell(new W.TableCellProperties
        {
            TableCellWidth = new() { Width = width.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
            TableCellMargin = new(
                new W.LeftMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa }, new W.RightMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa }),
        });
        foreach (var element in content) cell.AppendChild(element);
        return cell;
    }

    private static W.Paragraph Line(string text)
    {
        var paragraph = new W.Paragraph();
        InlineElements.AppendText(paragraph, text);
        return paragraph;
    }

    /// <summary>PNG (ISO/IEC 15948) of one bit a pixel: 0 is black.</summary>
    public static ImmutableArray<byte> Png(QrSquares code)
    {
        var side = code.Size * PixelsASquare;
        var row = 1 + (side + 7) / 8;
        var pixels = new byte[row * side];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                if (!code[y / PixelsASquare, x / PixelsASquare]) pixels[y * row + 1 + x / 8] |= (byte)(0x80 >> x % 8);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(pixels);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        head[8] = 1; // bits a pixel; the kind of colour is 0, grey
        byte[] file = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
        return ImmutableCollectionsMarshal.AsImmutableArray(file);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] content)
    {
        byte[] checkedPart = [.. kind, .. content];
        var chunk = new byte[4 + checkedPart.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        checkedPart.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + checkedPart.Length), PackedBytes.Of(checkedPart).Crc32);
        return chunk;
    }
}
