using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Remarks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Tests.Forms;

namespace Kalasin.Evaluation.Tests.Remarks;

/// <summary>The sender's own workbook with notes: every file of the corpus goes out, is read again, and goes out once more.</summary>
public sealed class CommentedWorkbookTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus");
    private static readonly IntakeOptions Received = new() { ReceivedOn = new(2024, 5, 10) };

    public static TheoryData<string> Tables() =>
    [
        .. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)!)
            .Where(n => n.EndsWith(".xlsx", StringComparison.Ordinal) || n.EndsWith(".ods", StringComparison.Ordinal) || n.EndsWith(".csv", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static Task<IntakeResult> Read(string name, byte[] bytes) =>
        ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes(name, bytes)], IntakeLimits.Default, Received, TestContext.Current.CancellationToken);

    private static async Task<byte[]?> Comment(string name, byte[] bytes)
    {
        using var written = new MemoryStream();
        var isWritten = await CommentedWorkbook.WriteAsync(
            Rules, SourceFile.FromBytes(name, bytes), written, IntakeLimits.Default, Received, TestContext.Current.CancellationToken);
        if (!isWritten) Assert.Equal(0, written.Length);
        return isWritten ? written.ToArray() : null;
    }

    private static byte[] Corpus(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task File_ComesBackWithNotes_AndReadsAsBefore_HoweverOftenItGoesRound(string name)
    {
        var original = Corpus(name);
        var before = await Read(name, original);
        if (await Comment(name, original) is not { } once)
        {
            Assert.True(before.Findings.IsEmpty || before.Findings.All(f => f.Place.Cell is null) || before.Files[0].Outcome != FileOutcome.AcceptedAsReturns, name);
            return;
        }
        var after = await Read(Path.ChangeExtension(name, ".xlsx"), once);
        var isTheSendersOwn = name.EndsWith(".xlsx", StringComparison.Ordinal);
        // A cell with an error says in the rebuilt workbook as a text what it said.
        Assert.Equal(before.Returns.Select(r => Json(r, withFaults: isTheSendersOwn)), after.Returns.Select(r => Json(r, withFaults: isTheSendersOwn)));
        Assert.Equal(NewErrors(name, original, once), []);
        Assert.Equal(FormLayout.FindingsSheet, SheetsOf(once)[^1]);
        if (isTheSendersOwn) Assert.Equal(Told(before), Told(after));

        var twice = await Comment(Path.ChangeExtension(name, ".xlsx"), once);
        Assert.NotNull(twice);
        if (isTheSendersOwn) Assert.Equal(NotesOf(once), NotesOf(twice));
        Assert.Equal(SheetsOf(once), SheetsOf(twice));
        Assert.Equal(NewErrors(name, original, twice), []);
    }

    [Fact]
    public async Task Note_SaysWhatWasReadAndWhatIsAsked_AtItsCell()
    {
        var original = Corpus("dates.xlsx");
        var found = (await Read("dates.xlsx", original)).Findings.Where(f => f.Place.Cell is not null).ToList();
        var notes = NotesOf((await Comment("dates.xlsx", original))!);
        Assert.NotEmpty(found);
        foreach (var finding in found.Where(f => f.Place.Count is null))
            Assert.Contains(notes, n => n.Sheet == finding.Place.Sheet && n.Cell == finding.Place.Cell
                && n.Text.Contains(finding.Message.Thai, StringComparison.Ordinal) && n.Text.Contains(finding.Remedy.Thai, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Part_WithoutFindings_StaysByteForByte()
    {
        var original = Corpus("dates.xlsx");
        var (before, after) = (PartsOf(original), PartsOf((await Comment("dates.xlsx", original))!));
        Assert.All(before.Keys, name => Assert.Contains(name, after.Keys));
        var changed = before.Keys.Where(name => !before[name].AsSpan().SequenceEqual(after[name])).ToList();
        Assert.All(changed, name => Assert.True(
            name is "[Content_Types].xml" or "xl/workbook.xml" or "xl/_rels/workbook.xml.rels" or "xl/styles.xml" || name.StartsWith("xl/worksheets/", StringComparison.Ordinal), name));
        // Of a sheet that changed, its cells are the same bytes.
        foreach (var sheet in changed.Where(n => n.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
            Assert.Contains(DataOf(before[sheet]), System.Text.Encoding.UTF8.GetString(after[sheet]), StringComparison.Ordinal);

        static string DataOf(byte[] sheet) => System.Text.Encoding.UTF8.GetString(sheet) is var text
            ? text[text.IndexOf("sheetData", StringComparison.Ordinal)..text.LastIndexOf("sheetData", StringComparison.Ordinal)] : "";
    }

    [Fact]
    public async Task NoteOfTheSenderAtTheSameCell_StaysAsItIs_AndOthersStandBesideIt()
    {
        var original = WithNote(Corpus("dates.xlsx"), out var sheet, out var cell);
        var notes = NotesOf((await Comment("dates.xlsx", original))!);
        Assert.Equal("ของผู้ส่งเอง", Assert.Single(notes, n => n.Sheet == sheet && n.Cell == cell).Text);
        Assert.True(notes.Count(n => n.Sheet == sheet) > 1);
    }

    [Fact]
    public async Task MendedCell_LosesItsNote()
    {
        var unit = UnitCode.Parse("4602");
        using var form = await FormFile.OpenAsync(Form.For(Rules, unit));
        var filler = new FilledForm(Rules, form);
        var sheet = FormFile.SheetOf(Rules.IndicatorsOf(unit).First());
        filler.Fill(Rules.Plan.Find(unit)!, Rules.IndicatorsOf(unit).First());
        var row = form.RowOf(sheet, FormLayout.LabelOf(FormPart.DataAsOf));
        var column = form.InputBeside(sheet, row);
        form.Type(sheet, row, column, "เมื่อวานซืน");
        var commented = (await Comment("form.xlsx", form.Save()))!;
        var address = $"{(char)('A' + column - 1)}{row}";
        Assert.Contains(NotesOf(commented), n => n.Sheet == sheet && n.Cell == address);

        using var mended = FormFile.Open(commented);
        mended.Type(sheet, row, column, "10 พ.ค. 2567");
        var sent = mended.Save();
        Assert.DoesNotContain((await Read("form.xlsx", sent)).Findings, f => f.Place.Cell == address);
        var again = await Comment("form.xlsx", sent);
        if (again is not null) Assert.DoesNotContain(NotesOf(again), n => n.Sheet == sheet && n.Cell == address);
    }

    [Fact]
    public async Task SameFaultInManyRows_IsListedOnce_AndNotesHaveABound()
    {
        var csv = System.Text.Encoding.UTF8.GetBytes($"ตัวชี้วัดที่ ๓\r\nหน่วยงาน,ท้องถิ่นอำเภอนามน\r\n{string.Join(',', Headings("3"))}\r\n" + string.Concat(
            Enumerable.Range(1, 3_000).Select(i => $"{i},{string.Join(',', Rules.Framework[IndicatorNumber.Parse("3")].Register.Columns.Select(c => c.Type == ColumnType.Date ? "เมื่อวานซืน" : "x"))}\r\n")));
        var commented = (await Comment("register.csv", csv))!;
        var notes = NotesOf(commented);
        Assert.InRange(notes.Count, 200, 2_000);
        Assert.Equal(["ข้อมูลที่ส่ง", FormLayout.FindingsSheet], SheetsOf(commented));
        using var document = SpreadsheetDocument.Open(new MemoryStream(commented), false);
        var listed = Sheet(document, FormLayout.FindingsSheet).Descendants<Row>().Select(r => r.InnerText).Where(t => t.Contains("เมื่อวานซืน", StringComparison.Ordinal)).ToList();
        Assert.Contains("๓,๐๐๐ ช่อง", Assert.Single(listed), StringComparison.Ordinal);

        static IEnumerable<string> Headings(string indicator) => Rules.Framework[IndicatorNumber.Parse(indicator)].Register.Columns.Select(c => c.Heading.Thai).Prepend("ที่");
    }

    [Theory]
    [InlineData("good.xlsx")]
    public async Task NothingFound_NothingWritten(string name)
    {
        var read = await Read(name, Corpus(name));
        Assert.Equal(!read.Findings.IsEmpty, await Comment(name, Corpus(name)) is not null);
    }

    /// <summary>A few repeated rows and columns are millions of places; days before March 1900, hidden tables and blank names are none that a workbook holds.</summary>
    [Theory]
    [InlineData("a.ods", "<table:table table:name=\"ก\"><table:table-row table:number-rows-repeated=\"19000\"><table:table-cell table:number-columns-repeated=\"999\"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>")]
    [InlineData("a.ods", "<table:table table:name=\"ก\"><table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"1900-01-15\"><text:p>15/1/1900</text:p></table:table-cell></table:table-row></table:table>")]
    [InlineData("a.ods", "<table:table table:name=\"ก\" table:display=\"false\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>")]
    [InlineData(" ", "<table:table table:name=\"ก\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>")]
    public async Task SheetThatNoWorkbookHolds_IsAnswered(string name, string table)
    {
        using var bytes = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, text) in new[]
            {
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body><office:spreadsheet>"
                    + table + "</office:spreadsheet></office:body></office:document-content>"),
            })
            {
                await using var entry = await zip.CreateEntry(part, System.IO.Compression.CompressionLevel.Fastest).OpenAsync(TestContext.Current.CancellationToken);
                await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
            }
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var written = new MemoryStream();
        await CommentedWorkbook.WriteAsync(Rules, SourceFile.FromBytes(name, bytes.ToArray()), written, IntakeLimits.Default, Received, TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300L << 20);
    }

    /// <summary>A few bytes of a small file are a note each: what becomes of them draws on the memory that the reading has.</summary>
    [Theory]
    [InlineData(16, false)]
    [InlineData(64, true)]
    public async Task ManyNotesOfOurs_DrawOnTheMemory(int megabytes, bool isWritten)
    {
        var many = WithNotesOfOurs((await Comment("dates.xlsx", Corpus("dates.xlsx")))!, 200_000);
        using var written = new MemoryStream();
        Assert.Equal(isWritten, await CommentedWorkbook.WriteAsync(
            Rules, SourceFile.FromBytes("dates.xlsx", many), written, IntakeLimits.Default with { Memory = (long)megabytes << 20 }, Received, TestContext.Current.CancellationToken));
        Assert.Equal(isWritten, written.Length > 0);
    }

    [Fact]
    public async Task FilesInsideAZip_PassTheTranslator_AndComeBackWithNotes()
    {
        using var bytes = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in (string[])["ก/dates.xlsx", "ก/dates.csv", "saved-as-old-excel.xls", "good.pdf"])
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
                await entry.WriteAsync(Corpus(name switch { "ก/dates.xlsx" => "dates.xlsx", "ก/dates.csv" => "csv-utf8-of-excel.csv", "good.pdf" => "text.pdf", _ => name }), TestContext.Current.CancellationToken);
            }
        using var written = new MemoryStream();
        var (isWritten, read) = await CommentedWorkbook.WriteAsync(
            Rules, SourceFile.FromBytes("ส่ง.zip", bytes.ToArray()), written, Received with { Translator = new ToWorkbook(Corpus("dates.xlsx")) },
            new(IntakeLimits.Default, TestContext.Current.CancellationToken));
        Assert.True(isWritten);
        using var made = new System.IO.Compression.ZipArchive(new MemoryStream(written.ToArray()));
        Assert.Equal(["saved-as-old-excel-ข้อสังเกต.xlsx", "ก/dates-ข้อสังเกต-2.xlsx", "ก/dates-ข้อสังเกต.xlsx"], made.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        foreach (var entry in made.Entries)
        {
            using var content = new MemoryStream();
            await using (var part = await entry.OpenAsync(TestContext.Current.CancellationToken)) await part.CopyToAsync(content, TestContext.Current.CancellationToken);
            Assert.Equal(FormLayout.FindingsSheet, SheetsOf(content.ToArray())[^1]);
            if (entry.FullName != "ก/dates-ข้อสังเกต-2.xlsx") Assert.NotEmpty(NotesOf(content.ToArray()));
        }
        Assert.Contains(read.Findings, f => f.Place is { File: "ส่ง.zip/ก/dates.xlsx", Cell: not null });
    }

    /// <summary>Makes the same workbook of every old one.</summary>
    private sealed class ToWorkbook(byte[] workbook) : IFileTranslator
    {
        public Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken) =>
            Task.FromResult(kind == FileKind.OldWorkbook ? new Translation(TranslationOutcome.Made, workbook) : Translation.Not(TranslationOutcome.NotAtHand));
    }

    /// <summary>The file, whose first part of notes has so many more of ours.</summary>
    private static byte[] WithNotesOfOurs(byte[] commented, int more)
    {
        using var bytes = new MemoryStream();
        bytes.Write(commented);
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.Entries.First(e => e.FullName.StartsWith("xl/comments", StringComparison.Ordinal));
            string text;
            using (var old = new StreamReader(part.Open())) text = old.ReadToEnd();
            using var anew = new StreamWriter(part.Open());
            anew.Write(text.Replace("<commentList>", "<commentList>" + string.Concat(Enumerable.Repeat("<comment ref=\"Z9\" authorId=\"0\"><text/></comment>", more)), StringComparison.Ordinal));
        }
        return bytes.ToArray();
    }

    private static string Json(Return read, bool withFaults) => System.Text.Encoding.UTF8.GetString(
        ReturnJson.Write(withFaults ? read : read with { Rows = [.. read.Rows.Select(r => r with { Faults = [] })] }));

    private static IEnumerable<string> Told(IntakeResult read) => read.Findings.Select(f => f.ToString()).Order(StringComparer.Ordinal);

    private static List<string> NewErrors(string name, byte[] original, byte[] commented)
    {
        var before = name.EndsWith(".xlsx", StringComparison.Ordinal) ? Errors(original) : [];
        return [.. Errors(commented).Except(before)];
    }

    /// <summary>What the validator says, without the numbers of what moved.</summary>
    private static List<string> Errors(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        // Some files of the corpus are read by us, and by this validator not at all.
        if (document.WorkbookPart is null) return [];
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Id} {e.Description}")];
    }

    private static List<string> SheetsOf(byte[] file) => [.. NotedFile.Open(file).Sheets];

    private static Worksheet Sheet(SpreadsheetDocument document, string name) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name == name).Id!)).Worksheet!;

    private static List<(string Sheet, string Cell, string Text)> NotesOf(byte[] file) => [.. NotedFile.Open(file).Notes];

    private static Dictionary<string, byte[]> PartsOf(byte[] file) => NotedFile.Open(file).Parts;

    /// <summary>The file with a note of its sender's at the first cell that something is found at.</summary>
    private static byte[] WithNote(byte[] file, out string sheet, out string cell)
    {
        var found = Read("dates.xlsx", file).GetAwaiter().GetResult().Findings.First(f => f.Place.Cell is not null).Place;
        (sheet, cell) = (found.Sheet!, found.Cell!);
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var document = SpreadsheetDocument.Open(bytes, true))
        {
            var name = sheet;
            var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name == name).Id!);
            part.AddNewPart<WorksheetCommentsPart>().Comments = new(
                new Authors(new Author("ผู้ส่ง")), new CommentList(new Comment(new CommentText(new Text("ของผู้ส่งเอง"))) { Reference = cell, AuthorId = 0 }));
            var drawing = part.AddNewPart<VmlDrawingPart>();
            using (var text = new StreamWriter(drawing.GetStream(FileMode.Create)))
                text.Write(NoteParts.NewDrawing([new CellNote(5, 3, "x")]).Replace("_x0000_t202k", "_x0000_t202", StringComparison.Ordinal));
            part.Worksheet!.Append(new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
        }
        return bytes.ToArray();
    }
}
