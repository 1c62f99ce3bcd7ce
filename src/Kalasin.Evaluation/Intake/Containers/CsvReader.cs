using System.Collections.Immutable;
using System.Globalization;
using Sylvan.Data.Csv;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Reads a table of separated values: comma, semicolon or tab. Every field is a text; a record is a row as spreadsheets number it.</summary>
internal static class CsvReader
{
    /// <summary>Characters looked at to tell what separates.</summary>
    private const int HeadLength = 16 << 10;

    /// <summary>Characters that are held to begin with, of a text of many and of one of few.</summary>
    private const int LargestBuffer = 32 << 10, LeastBuffer = 1 << 10;

    /// <summary>Stands nowhere in a text, so that no line is a comment.</summary>
    private const char NoComment = '\uFFFF';

    public static ImmutableArray<RawTable> Read(OpenedFile file)
    {
        var (limits, budget) = (file.Budget.Limits, file.Budget);
        using var text = TextBytes.Open(file.Bytes, out var encoding);
        if (encoding.Equals(TextBytes.Windows874)) file.Findings.Add(ReadAsWindows874.At(file.Place));
        budget.Hold(4L * HeadLength);
        var head = new char[Math.Min(HeadLength, file.Bytes.Length)];
        var length = text.ReadBlock(head);
        var delimiter = Delimiters.Of(head.AsSpan(0, length), out var skipped);
        var rows = new TableRows((row, column) => file.Place with { Cell = CellAddress.Of(column, row) }, file.Contents);
        try
        {
            using var joined = new JoinedText(head.AsMemory(skipped, length - skipped), text);
            using var csv = CsvDataReader.Create(joined, new()
            {
                HasHeaders = false, Delimiter = delimiter, Comment = NoComment, Culture = CultureInfo.InvariantCulture, OwnsReader = false,
                BufferSize = (int)Math.Clamp(file.Bytes.Length, LeastBuffer, LargestBuffer), MaxBufferSize = Math.Max(1 << 20, 4 * limits.CellCharacters),
            });
            for (var number = 1; csv.Read(); number++)
            {
                budget.Spend(csv.RowFieldCount);
                for (var i = 0; i < csv.RowFieldCount; i++) Add(rows, csv.GetFieldSpan(i), i + 1, budget);
                rows.End(number);
            }
        }
        catch (CsvRecordTooLargeException)
        {
            throw new ContentRefusedException(TextTooLong, Count(limits.CellCharacters), "csv");
        }
        catch (Exception unreadable) when (unreadable is CsvFormatException or CsvInvalidCharacterException)
        {
            throw new ContentRefusedException(Damaged, "csv");
        }
        return [new(NameOf(file.Source.Name), file.Place, false, rows.ToImmutable())];
    }

    /// <summary>What a spreadsheet program calls the one sheet of such a file: the file's name.</summary>
    public static string NameOf(string file) => Path.GetFileNameWithoutExtension(file[(file.LastIndexOf('/') + 1)..]);

    private static void Add(TableRows rows, ReadOnlySpan<char> field, int column, Budget budget)
    {
        if (field.IsWhiteSpace()) return;
        if (field.Length > budget.Limits.CellCharacters) throw new ContentRefusedException(TextTooLong, Count(budget.Limits.CellCharacters), "csv");
        rows.Add(new(column, RawKind.Text, field.ToString(), budget));
    }

    /// <summary>A text that was begun, from its beginning.</summary>
    private sealed class JoinedText(ReadOnlyMemory<char> begun, TextReader rest) : TextReader
    {
        private ReadOnlyMemory<char> begun = begun;

        public override int Read(Span<char> buffer)
        {
            if (begun.IsEmpty) return rest.Read(buffer);
            var count = Math.Min(begun.Length, buffer.Length);
            begun.Span[..count].CopyTo(buffer);
            begun = begun[count..];
            return count;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));
    }
}
