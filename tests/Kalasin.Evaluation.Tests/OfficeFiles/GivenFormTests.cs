using System.Collections.Immutable;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Tests.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace Kalasin.Evaluation.Tests.OfficeFiles;

/// <summary>The sample form, made by a script as the Department would make it, and the same saved by LibreOffice.</summary>
public sealed class GivenFormTests
{
    private static readonly FormFields Fields = new(
        new Dictionary<string, FieldValue?>
        {
            ["award.name"] = new FieldText("การประเมินตัวอย่าง"), ["unit.name"] = new FieldText("สถจ. <ทดสอบ> & \"คณะ\""), ["province.name"] = new FieldText("กาฬสินธุ์"), ["office.name"] = new FieldText("สำนักงาน"),
            ["as-of"] = new FieldDay(new(2024, 5, 17)), ["emblem"] = new FieldPicture("ตราครุฑ", MadeEmblem.Png(120, 120)), ["signer.position"] = new FieldText("ผู้ว่าราชการจังหวัด"),
            ["indicator.3.text"] = new FieldText("จำนวนกิจกรรม"), ["indicator.3.period"] = null, ["indicator.3.value"] = new FieldText("๒"), ["indicator.3.measure"] = new FieldText("กิจกรรม"),
            ["indicator.3.score"] = null, ["indicator.3.reported"] = new FieldTick(true), ["indicator.3.nil"] = new FieldTick(false),
            ["indicator.3.narrative"] = new FieldText("บรรทัดแรก\nบรรทัดที่สอง"), ["indicator.3.problems"] = new FieldText("หนึ่ง\nสอง"),
            ["indicator.3.rows"] = new FieldRows(
            [
                Row(("no", new FieldText("๑")), ("date", new FieldDay(new(2024, 1, 9))), ("title", new FieldText("ประชุม")), ("place", new FieldText("นามน")), ("unit", new FieldText("สอ.นามน"))),
                Row(("no", new FieldText("๒")), ("title", new FieldText("ติดตาม"))),
                Row(("no", new FieldText("๓")), ("date", new FieldDay(new(2024, 3, 1))), ("title", new FieldText("ซักซ้อม"))),
            ]),
            ["indicator.3.evidence"] = new FieldRows([Row(("no", new FieldText("๑")), ("kind", new FieldText("ไฟล์"))), Row(("no", new FieldText("๒")), ("title", new FieldText("ภาพถ่าย")), ("kind", new FieldText("อื่น")))]),
        }.ToImmutableDictionary(),
        new Dictionary<string, ImmutableHashSet<string>>
        {
            ["indicator.3.rows"] = ["no", "date", "title", "place", "unit"], ["indicator.3.evidence"] = ["no", "title", "code", "kind"],
        }.ToImmutableDictionary());

    [Fact]
    public void Form_EachKindOfControl_IsFilled()
    {
        var (filled, body) = Filled();
        Assert.Contains("award.name", filled.Filled);
        Assert.Equal("สถจ. <ทดสอบ> & \"คณะ\"", TextOf(body, "unit.name"));
        Assert.Equal("กาฬสินธุ์", body.Descendants<W.SdtRun>().Single(s => s.SdtProperties!.GetFirstChild<W.SdtAlias>()?.Val?.Value == "จังหวัด.ชื่อ").InnerText);
        var date = body.Descendants<W.SdtRun>().Single(s => TagOf(s) == "as-of");
        Assert.Equal(("๑๗ พฤษภาคม ๒๕๖๗", new DateTime(2024, 5, 17)), (date.InnerText, date.SdtProperties!.GetFirstChild<W.SdtContentDate>()!.FullDate!.Value));
        Assert.Equal("☒", TextOf(body, "indicator.3.reported"));
        Assert.Equal(W14.OnOffValues.One, body.Descendants<W.SdtRun>().Single(s => TagOf(s) == "indicator.3.reported").Descendants<W14.Checked>().Single().Val!.Value);
        Assert.Equal("☐", TextOf(body, "ตัวชี้วัด.๓.ไม่มีเรื่อง"));
        Assert.Equal("๒", TextOf(body, "ตัวชี้วัด.๓.ผล"));
        Assert.Equal("กิจกรรม", TextOf(body, "indicator.3.measure"));
        Assert.Equal(["บรรทัดแรก", "บรรทัดที่สอง"], body.Descendants<W.SdtBlock>().Single(s => TagOf(s) == "indicator.3.narrative").Descendants<W.Paragraph>().Select(p => p.InnerText));
        var problems = body.Descendants<W.SdtRun>().Single(s => TagOf(s) == "indicator.3.problems");
        Assert.Equal(["หนึ่ง", "สอง"], problems.Descendants<W.Text>().Select(t => t.Text));
        Assert.Single(problems.Descendants<W.Break>());
        // What is filled no longer asks to be, and looks as its control says.
        Assert.Empty(body.Descendants<W.SdtRun>().Single(s => TagOf(s) == "unit.name").Descendants<W.ShowingPlaceholder>());
        Assert.Equal("TH SarabunPSK", body.Descendants<W.SdtRun>().Single(s => TagOf(s) == "unit.name").Descendants<W.Run>().Single().RunProperties!.RunFonts!.ComplexScript!.Value);
    }

    [Fact]
    public void Form_Picture_StandsInItsPlaceInItsOwnShape()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream([.. Sample().File]), false);
        var control = file.MainDocumentPart!.Document.Body!.Descendants<W.SdtRun>().Single(s => TagOf(s) == "emblem");
        var picture = (ImagePart)file.MainDocumentPart.GetPartById(control.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Single().Embed!.Value!);
        using var bytes = new MemoryStream();
        using (var stream = picture.GetStream()) stream.CopyTo(bytes);
        Assert.Equal(MadeEmblem.Png(120, 120), [.. bytes.ToArray()]);
        var extent = control.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>().Single();
        Assert.Equal((720_000, 720_000), (extent.Cx!.Value, extent.Cy!.Value));
        Assert.Equal("ตราครุฑ", control.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description!.Value);
    }

    [Fact]
    public void Form_Registers_HaveARowForEach_BySectionAndByRow()
    {
        var (_, body) = Filled();
        var tables = body.Elements<W.Table>().ToList();
        Assert.Equal(
            ["ที่|วันที่|กิจกรรม|สถานที่|หน่วยงาน", "๑|๙ มกราคม ๒๕๖๗|ประชุม|นามน|สอ.นามน", "๒|-|ติดตาม|-|-", "๓|๑ มีนาคม ๒๕๖๗|ซักซ้อม|-|-"],
            tables[0].Descendants<W.TableRow>().Select(r => string.Join('|', r.Descendants<W.TableCell>().Select(c => c.InnerText))));
        Assert.Equal(
            ["ที่|รายการ|รหัส|ชนิด", "๑|-|-|ไฟล์", "๒|ภาพถ่าย|-|อื่น"],
            tables[1].Descendants<W.TableRow>().Select(r => string.Join('|', r.Descendants<W.TableCell>().Select(c => c.InnerText))));
        var ids = body.Descendants<W.SdtId>().Select(i => i.Val!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Form_WhatIsUnknownOrHasNothingYet_IsSaidAndStays()
    {
        var filled = Sample();
        Assert.Equal(["indicator.3.period", "indicator.3.score"], filled.Unfilled);
        Assert.Equal("indicator.99.value", Assert.Single(filled.Findings, f => f.Code == "KAL6122").Message.Thai.Split('“', '”')[1]);
        Assert.Equal(2, filled.Findings.Count(f => f.Code == "KAL6123"));
        var (_, body) = Filled();
        Assert.Equal("กรอกเอง", TextOf(body, "indicator.99.value"));
        Assert.Equal("คลิกเพื่อกรอก", TextOf(body, "indicator.3.score"));
        Assert.NotEmpty(body.Descendants<W.SdtRun>().Single(s => TagOf(s) == "indicator.3.score").Descendants<W.ShowingPlaceholder>());
    }

    [Theory]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Form_Filled_IsSound(FileFormatVersions version)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream([.. Sample().File]), false);
        Assert.Empty(new OpenXmlValidator(version).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    /// <summary>Outside of what is filled every byte is the Department's, in the part itself too.</summary>
    [Fact]
    public void Form_EverythingElse_IsKeptByteForByte_AndTwiceTheSame()
    {
        var filled = Sample();
        Assert.Equal(filled.File, Sample().File);
        var (before, after) = (Entries(Bytes("department-form.docx")), Entries([.. filled.File]));
        string[] changed = ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/header1.xml"];
        foreach (var (name, bytes) in before)
            if (!changed.Contains(name)) Assert.Equal(bytes, after[name]);
        Assert.Equal(["word/media/kalasin-document-1.png"], after.Keys.Except(before.Keys));
        // Nothing to fill: not a byte is another.
        var nothing = GivenForm.Fill(Bytes("department-form.docx"), "f.docx", new(Fields.All.ToImmutableDictionary(f => f.Key, _ => (FieldValue?)null), Fields.Columns), TestContext.Current.CancellationToken);
        Assert.Equal(before.ToDictionary(e => e.Key, e => Convert.ToHexString(e.Value)), Entries([.. nothing.File]).ToDictionary(e => e.Key, e => Convert.ToHexString(e.Value)));
        Assert.Empty(nothing.Filled);
    }

    /// <summary>LibreOffice 7.4 forgets tags and sections, doubles text controls and puts others around whole paragraphs: what it kept is filled, nothing is lost, and all of it is said.</summary>
    [Fact]
    public void Form_SavedByLibreOffice_IsFilledByTheTitlesThatItKept()
    {
        var form = Bytes("department-form-libreoffice.docx");
        var filled = GivenForm.Fill(form, "f.docx", Fields, TestContext.Current.CancellationToken);
        Assert.Empty(((string[])["award.name", "unit.name", "province.name", "indicator.3.value", "indicator.3.rows", "indicator.3.evidence"]).Except(filled.Filled));
        Assert.Contains(filled.Findings, f => f.Code == "KAL6125" && f.Message.Thai.Contains("indicator.3.nil", StringComparison.Ordinal));
        Assert.Contains(filled.Findings, f => f.Code == "KAL6126" && f.Message.Thai.Contains("unit.name", StringComparison.Ordinal));
        using var file = WordprocessingDocument.Open(new MemoryStream([.. filled.File]), false);
        var body = file.MainDocumentPart!.Document.Body!;
        foreach (var label in (string[])["มีผลการดำเนินงาน", "ไม่มีเรื่อง/ไม่มีกิจกรรม", "คะแนน", "ทะเบียนกิจกรรม", "ลงชื่อ", "การประเมินตัวอย่าง", "ซักซ้อม"])
            Assert.Contains(label, body.InnerText, StringComparison.Ordinal);
        Assert.Equal(4, body.Descendants<W.Table>().First().Elements<W.TableRow>().Count());
    }

    [Fact]
    public void Form_ValueOfAnotherKind_StaysAndSaysSo()
    {
        var fields = Fields with { All = Fields.All.SetItem("as-of", new FieldText("พรุ่งนี้")).SetItem("indicator.3.measure", new FieldText("ครั้ง")).SetItem("emblem", new FieldText("ตรา")) };
        var filled = GivenForm.Fill(Bytes("department-form.docx"), "f.docx", fields, TestContext.Current.CancellationToken);
        Assert.Equal(3, filled.Findings.Count(f => f.Code == "KAL6124"));
        Assert.DoesNotContain("as-of", filled.Filled);
    }

    [Fact]
    public void Form_WithNothingToFill_OrNone_IsRefused()
    {
        Assert.Equal("KAL6121", Assert.Single(Fill(MadeTemplate.Bytes(type: WordprocessingDocumentType.Document)).Findings).Code);
        Assert.Equal("KAL1006", Assert.Single(Fill(MadeTemplate.Bytes(type: WordprocessingDocumentType.MacroEnabledDocument)).Findings).Code);
        Assert.Equal("KAL6104", Assert.Single(Fill([1, 2, 3]).Findings).Code);

        FilledForm Fill(byte[] bytes) => GivenForm.Fill(bytes, "f.docx", Fields, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("ตัวชี้วัด.๓.ผล", "indicator.3.value")]
    [InlineData(" Indicator.3.Value ", "indicator.3.value")]
    [InlineData("ตัวชี้วัดที่. ๑๒ .ผลการดำเนินงาน", "indicator.12.value")]
    [InlineData("หน่วยงาน.ชื่อ", "unit.name")]
    [InlineData("ตัวชี้วัด.๓.ทะเบียน.สถานที่", "indicator.3.rows.สถานที่")]
    public void Tag_InThaiOrEnglish_MeansTheSame(string written, string means) => Assert.Equal(means, FormTag.Of(written));

    private static FilledForm Sample() => GivenForm.Fill(Bytes("department-form.docx"), "f.docx", Fields, TestContext.Current.CancellationToken);

    private static (FilledForm Form, W.Body Body) Filled()
    {
        var filled = Sample();
        using var file = WordprocessingDocument.Open(new MemoryStream([.. filled.File]), false);
        return (filled, (W.Body)file.MainDocumentPart!.Document.Body!.CloneNode(true));
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(RepositoryFile.At("samples", name));

    private static Dictionary<string, byte[]> Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var bytes = new MemoryStream();
            using (var stream = e.Open()) stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static ImmutableDictionary<string, FieldValue> Row(params (string, FieldValue)[] values) => values.ToImmutableDictionary(v => v.Item1, v => v.Item2);

    private static string? TagOf(W.SdtElement control) => control.SdtProperties!.GetFirstChild<W.Tag>()?.Val?.Value;

    private static string TextOf(W.Body body, string tag) => body.Descendants<W.SdtRun>().Single(s => TagOf(s) == tag).SdtContentRun!.InnerText;
}
