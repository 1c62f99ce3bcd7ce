using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Tests.Reports.Papers;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>What a form is filled with is what the official edition of the sample says.</summary>
[Collection<ReadSample>]
public sealed class FormValuesTests(ReadSample sample)
{
    [Fact]
    public async Task SampleForm_IsFilledWithTheSample()
    {
        var filled = Fill(null);
        if (Environment.GetEnvironmentVariable("KALASIN_PAGES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "department-form.docx"), [.. filled.File], TestContext.Current.CancellationToken);
        using var file = WordprocessingDocument.Open(new MemoryStream([.. filled.File]), false);
        var body = file.MainDocumentPart!.Document.Body!;
        var values = Fields(null);
        var rows = ((FieldRows)values.All["indicator.3.rows"]!).Rows;
        Assert.Equal(rows.Length + 1, body.Elements<W.Table>().First().Descendants<W.TableRow>().Count());
        Assert.Equal(sample.Card["3"].Measurement.Value!.Value, decimal.Parse(ThaiNumerals.ToArabic(values.All["indicator.3.value"]!.Text.Split(' ')[0]), null));
        Assert.Contains(values.All["indicator.3.value"]!.Text, body.InnerText, StringComparison.Ordinal);
        Assert.Contains("ข้อมูล ณ วันที่ ๑๗ พฤษภาคม ๒๕๖๗", body.InnerText, StringComparison.Ordinal);
    }

    /// <summary>The official edition prints no score of an assumed rule, and neither does the form.</summary>
    [Fact]
    public void Score_OfAnAssumedRule_IsKnownAndNotFilled()
    {
        var fields = Fields(null);
        Assert.All(sample.Card.Scores, s => Assert.True(fields.All.ContainsKey($"indicator.{s.Indicator}.score")));
        Assert.All(sample.Card.Scores.Where(s => s.Rules.Any(r => r.Rule == RuleKind.Scale && r.Source.IsAssumed)), s => Assert.Null(fields.All[$"indicator.{s.Indicator}.score"]));
        Assert.Contains("indicator.3.score", Fill(null).Unfilled);
        Assert.All(fields.Columns, c => Assert.DoesNotContain("internal", c.Value));
    }

    [Fact]
    public void Unit_HasItsOwnRowsAndNoResultOfTheProvince()
    {
        var unit = ReadSample.Rules.Plan.Find(UnitCode.Parse("4603"))!;
        var fields = Fields(unit);
        Assert.Equal(unit.Name.Thai, fields.All["unit.name"]!.Text);
        Assert.Null(fields.All["indicator.3.value"]);
        var (own, all) = (((FieldRows)fields.All["indicator.3.rows"]!).Rows, ((FieldRows)Fields(null).All["indicator.3.rows"]!).Rows);
        Assert.InRange(own.Length, 1, all.Length - 1);
        Assert.All(own, row => Assert.Equal(unit.ShortName.Thai, row["unit"].Text));
    }

    private FilledForm Fill(ReportingUnit? unit) =>
        GivenForm.Fill(File.ReadAllBytes(RepositoryFile.At("samples", "department-form.docx")), "f.docx", Fields(unit), TestContext.Current.CancellationToken);

    private FormFields Fields(ReportingUnit? unit) =>
        FormValues.Of(ReadSample.Rules, sample.Returns, sample.Card, sample.Circumstances, new(EveryPaper.Letter, Documents.MadeEmblem.Read.Picture, unit));
}
