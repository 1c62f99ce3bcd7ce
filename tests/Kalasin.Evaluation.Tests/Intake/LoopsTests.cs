using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Tests.Architecture;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>
/// Goes over the compiled loops of the intake. A loop either takes from something that draws on the <see cref="Budget"/>, or
/// pays itself, or is named here with what bounds it. A new loop that does neither fails.
/// </summary>
public sealed partial class LoopsTests
{
    /// <summary>Whatever draws on the budget.</summary>
    private static readonly HashSet<string> Paying =
    [
        "Budget.Spend", "Budget.Hold", "Budget.Inflate", "Budget.AddRow", "Budget.AddCell",
        "SourceBytes.Read", "SourceBytes.TryReadAt", "EntryStream.Read", "XmlBytes.More", "PartXml.NextChild", "XmlNodes.Read", "PartXml.AppendText", "PartXml.get_Item",
        "RawCell.get_Text", "RawCell.PayFor",
    ];

    /// <summary>Loops that are bounded by what stands behind them, or look once at what was just paid for.</summary>
    private static readonly Dictionary<string, string> Bounded = new()
    {
        ["Budget.TakeBack"] = "what was lent for cells, which were counted",
        ["CellAddress.Of"] = "letters of one address",
        ["CellAddress.TryParse"] = "stops outside the grid: at most some characters, and an attribute was paid for by its bytes",
        ["CellAddress.TryParseRow"] = "stops outside the grid",
        ["CellStyles.KindOfCode"] = "one look at each character of an attribute, brackets included; once per code",
        ["ChoiceCells.Names"] = "the options of a column",
        ["ChoiceCells.OptionsOf"] = "the options of a column, once",
        ["CompoundFile.IsLocked"] = "the first 256 bytes of a stream",
        ["CompoundFile.Streams"] = "the bytes of the block that was just read",
        ["ContentReader.ReadTables"] = "findings, which are grouped",
        ["ContentSniffer.KindOf"] = "content types, each of them held",
        ["CopiesOfForms.KeepAsCopies"] = "files of a delivery",
        ["DateCells.Suggested"] = "the years around the framework's",
        ["Delimiters.Counts"] = "the beginning of a text",
        ["Delimiters.Of"] = "three signs, each over the beginning of a text",
        ["Delimiters.Part"] = "three signs, each over the beginning of a text",
        ["EvidenceReader.ColumnsOf"] = "the columns of the list of evidence",
        ["EvidenceFiles.Say"] = "files of a delivery, lines of evidence of its returns and the names in them",
        ["FactChecks.Check"] = "checks of single values, each over rows, which are limited",
        ["FileResult.With"] = "the files inside a file, each of them read",
        ["FormMapper.OfIndicators"] = "titles in tables, whose rows are paid for",
        ["FormMapper.Read"] = "tables of indicators, one for each",
        ["HeadingWords.Find"] = "the columns of a register",
        ["IndicatorTable.Before"] = "halves of the rows",
        ["JsonForms.ReadEvidence"] = "the columns of the list of evidence",
        ["JudgeSheetReader.Rows"] = "rows, which are limited, each for the indicators that judges score; then the plan's units",
        ["JudgedSet.NotTaken"] = "the files inside a file, each of them read",
        ["JudgedSet.Objections"] = "files of a delivery, and at most a dozen judges",
        ["JudgedSet.Of"] = "files of a delivery, and the returns of their sheets: units × indicators",
        ["MergedCells.Uncover"] = "each area once; areas × cells of a row is paid for",
        ["MessageContents.Files"] = "files of a message and what was found, both at most a hundred",
        ["MessageFiles.Add"] = "parts of a message, counted before",
        ["MessageFiles.AddOutlook"] = "files of Outlook's packet, at most a hundred",
        ["NumberCells.WithDecimalPoint"] = "the digits of a decimal",
        ["OfficePackage.Open"] = "entries of an archive, which are limited",
        ["OfficePackage.PartName"] = "a path: the folder is paid for, the rest came from an attribute",
        ["OpenSheetReader.Read"] = "findings, which are grouped",
        ["PartXml.Qualified"] = "the attributes of an element, paid for before",
        ["PdfCopies.ComparedAsync"] = "what was said of a PDF, some for each return that it is of",
        ["PdfCopies.CompareAsync"] = "files of a delivery",
        ["PdfCopies.Named"] = "the text of a PDF, which is bounded, and its name",
        ["PdfCopies.Said"] = "the returns that a PDF is of",
        ["PdfCopies.WithComparedAsync"] = "the files inside a file, each of them read",
        ["PdfFigures.WithoutBlanks"] = "the text of a PDF, once",
        ["PdfFigures.Written"] = "the ways to write a day",
        ["ProvinceOfForm.Fits"] = "the first rows of the tables of indicators",
        ["ProvinceOfForm.ProvincesIn"] = "the provinces, for each time the word stands in a short text",
        ["RawTable.Find"] = "rows, which are counted",
        ["RawRow.At"] = "the cells of a row, which are limited, for each column of a register",
        ["RegisterHead.Of"] = "the cells of one row for each way of recognising a heading",
        ["RegisterHead.get_Item"] = "the columns of a register",
        ["RegisterReader..ctor"] = "the cells of one row",
        ["RegisterReader.ReadRow"] = "the cells of a row, once for all columns",
        ["RepeatedControls.End"] = "stretches of one text, which are together no longer than it",
        ["ReturnReader.OneByOne"] = "files",
        ["ReturnReader.ReadAsync"] = "files, each with its limits",
        ["ReturnReader.Together"] = "returns of a delivery: files × indicators",
        ["RowDrafts.GetEnumerator"] = "rows, which are limited",
        ["RowChecks.Check"] = "rows, which are limited, for each check of a register",
        ["RowChecks.HashOf"] = "the columns of a key",
        ["RowChecks.Twins"] = "rows, which are limited",
        ["SharedStrings.IsHex"] = "four characters",
        ["SharedStrings.Unescape"] = "one look at each character of a text",
        ["SheetReader.TryWhole"] = "fifteen digits",
        ["TableRows.Anew"] = "the cells of one row",
        ["TableRows.ToImmutable"] = "rows, which are counted",
        ["TextBytes.IsUtf8"] = "blocks of bytes, each of them paid for as it is read",
        ["TextBytes.WithoutPart"] = "three bytes",
        ["TextSniffer.IsUtf8"] = "the first bytes of a file",
        ["TextSniffer.IsWindows874"] = "the first bytes of a file",
        ["TextSniffer.LooksLikeText"] = "the first bytes of a file",
        ["UncountedRows.Say"] = "rows, which are limited",
        ["UnitOfForm.Find"] = "the first rows of the tables of indicators",
        ["WithheldCells.Say"] = "cells with personal data, each of them paid for",
        ["WordText.Boxes"] = "the boxes in a paragraph, whose text is limited",
        ["Words.FirstLetter"] = "one look at each character of a text",
        ["WorkbookReader.Read"] = "relationships, each of them held",
        ["XmlCharacters.TryAppend"] = "one look at each byte of a text, paid for when it was inflated",
        ["XmlCharacters.TryNumber"] = "a dozen digits",
        ["XmlNodes.ReadText"] = "one look at each byte of a text, paid for when it was inflated",
        ["XmlTag.Find"] = "the attributes of an element, paid for in pairs",
        ["XmlTag.HasTwins"] = "the attributes of an element in pairs, paid for in pairs",
        ["XmlTag.NameEnd"] = "one look at each byte of a tag, paid for when it was inflated",
        ["XmlTag.Read"] = "one look at each byte of a tag; once more each time that what is held doubles",
        ["XmlTag.Spaces"] = "one look at each byte of a tag, paid for when it was inflated",
        ["ZipDirectory.Zip64Extra"] = "the extra fields of a header: 64 KB at most, four bytes at a time",
    };

    [Fact]
    public void EveryLoop_PaysOrIsNamedWithItsBound()
    {
        var methods = typeof(ReturnReader).Assembly.GetTypes()
            .Where(t => SourceFolders.OfLibrary.IsIn(t, "Intake"))
            .SelectMany(t => t.GetMethods(All).Cast<MethodBase>().Concat(t.GetConstructors(All)))
            .Where(m => m.GetMethodBody() is not null).Select(m => new Compiled(m)).ToList();
        var paying = WithCallers(methods);
        var unpaid = methods.Where(m => m.HasUnpaidLoop(paying)).Select(m => m.SourceName).Distinct().ToList();
        Assert.Equal("", string.Join('\n', unpaid.Except(Bounded.Keys)));
        Assert.Equal("", string.Join('\n', Bounded.Keys.Except(unpaid)));
    }

    /// <summary>The text of a cell is seen through the one door that is paid at: what keeps it hands out cells, and a cell no other text.</summary>
    [Fact]
    public void TextOfAKeptCell_IsLookedAtThroughRawCellAlone()
    {
        Type[] keeping = [typeof(CellContents), typeof(TableRows), typeof(RawRow), typeof(RowCells), typeof(KeptCell), typeof(RawCell)];
        var open = keeping.SelectMany(t => t.GetMembers(All & ~BindingFlags.NonPublic), (t, m) => (Name: $"{t.Name}.{m.Name}", Type: (m as MethodInfo)?.ReturnType ?? (m as FieldInfo)?.FieldType))
            .Where(m => m.Type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(m.Type) || m.Type == typeof(Stretches<string>))
            .Select(m => m.Name).Where(n => !n.EndsWith(".ToString", StringComparison.Ordinal));
        Assert.Equal(["RawCell.get_Text"], open);
    }

    /// <summary>The search itself: it finds a loop, and sees when it pays.</summary>
    [Fact]
    public void Search_TellsPayingLoopsFromOthers()
    {
        Assert.True(new Compiled(typeof(LoopsTests).GetMethod(nameof(Unpaid), All)!).HasUnpaidLoop(Paying));
        Assert.False(new Compiled(typeof(LoopsTests).GetMethod(nameof(Paid), All)!).HasUnpaidLoop(Paying));
    }

    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    private static int Unpaid(string text)
    {
        var sum = 0;
        foreach (var c in text) sum += c;
        return sum;
    }

    private static int Paid(RawCell[] cells)
    {
        var sum = 0;
        for (var i = 0; i < cells.Length; i++) sum += cells[i].Text.Length;
        return sum;
    }

    /// <summary>What pays, and whatever calls it.</summary>
    private static HashSet<string> WithCallers(IReadOnlyList<Compiled> methods)
    {
        var paying = Paying.ToHashSet();
        while (true)
        {
            var more = methods.Where(m => !paying.Contains(m.Name) && m.Calls.Exists(c => paying.Contains(c.Name))).Select(m => m.Name).ToList();
            if (more.Count == 0) return paying;
            paying.UnionWith(more);
        }
    }

    /// <summary>A method as instructions: what it calls, and from where to where it jumps back.</summary>
    private sealed partial class Compiled
    {
        private readonly MethodBase method;
        private readonly List<(int From, int To)> loops = [];

        public Compiled(MethodBase method)
        {
            this.method = method;
            var code = method.GetMethodBody()!.GetILAsByteArray()!;
            for (var at = 0; at < code.Length;)
            {
                var start = at;
                var op = Codes[code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
                var operand = at + op.Size;
                at = operand + SizeOf(op.OperandType, code, operand);
                if (op.OperandType == OperandType.InlineMethod) Calls.Add((start, NameOf(BitConverter.ToInt32(code, operand))));
                var jump = op.OperandType switch
                {
                    OperandType.ShortInlineBrTarget => (sbyte)code[operand],
                    OperandType.InlineBrTarget => BitConverter.ToInt32(code, operand),
                    _ => 0,
                };
                if (jump < 0) loops.Add((at + jump, start));
            }
        }

        public List<(int At, string Name)> Calls { get; } = [];

        public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

        /// <summary>Type and method as they are called in the source, of what the compiler made of lambdas, local functions and iterators too.</summary>
        public string SourceName
        {
            get
            {
                var (type, name) = (method.DeclaringType!, Inner(method.Name) ?? method.Name);
                for (; type.Name.StartsWith('<'); type = type.DeclaringType!) name = Inner(type.Name) ?? name;
                return $"{type.Name}.{name}";
            }
        }

        public bool HasUnpaidLoop(HashSet<string> paying) => loops.Exists(l => !Calls.Exists(c => c.At >= l.From && c.At <= l.To && paying.Contains(c.Name)));

        private string NameOf(int token)
        {
            var types = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
            var called = method.Module.ResolveMethod(
                token, types, method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : null)!;
            return $"{called.DeclaringType?.Name}.{called.Name}";
        }

        private static string? Inner(string name) => MadeName().Match(name) is { Success: true } match ? match.Groups["name"].Value : null;

        private static int SizeOf(OperandType type, byte[] code, int at) => type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
            _ => 4,
        };

        [GeneratedRegex("^<(?<name>[^<>]+)>", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex MadeName();
    }
}
