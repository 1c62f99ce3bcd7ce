using System.Globalization;
using System.Text;
using Kalasin.EndToEnd.Tests.Documents;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Tests.Forms;

namespace Kalasin.EndToEnd.Tests.Forms;

public sealed class FormInLibreOfficeTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    [Fact]
    public async Task Form_ConvertedToPdf_PrintsEverySectionOfEverySheet()
    {
        using var folder = new TemporaryFolder();
        var pdftotext = ExternalTool.Require("pdftotext");
        await Form.For(Rules, UnitCode.Parse("FIN")).SaveAsync(folder.File("form.xlsx"), TestContext.Current.CancellationToken);
        var text = Compact(await pdftotext.RunAsync("-layout", await LibreOffice.ConvertAsync(folder, "form.xlsx", "pdf"), "-"));
        foreach (var label in FormLayout.Labels.Where(l => l.Part is not (FormPart.Facts or FormPart.StatusNil)))
            Assert.True(Count(text, Compact(label.Text)) >= 3, $"'{label.Text}' is not printed on all three sheets.");
        Assert.Contains(Compact(Rules.Authorities.DisplayName(Rules.Authorities.Authorities[^1])), text, StringComparison.Ordinal);
        Assert.Contains(Compact("46-dla-2567 · FIN · ตัวชี้วัด 11 หน้า"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilledForm_SavedByLibreOffice_ReadsBackAsWhatWasTyped()
    {
        using var folder = new TemporaryFolder();
        var unit = Rules.Plan.Find(UnitCode.Parse("FIN"))!;
        using var file = await FormFile.OpenAsync(Form.For(Rules, unit.Code));
        var filler = new FilledForm(Rules, file);
        var expected = Rules.IndicatorsOf(unit.Code).Select(i => filler.Fill(unit, i)).ToList();
        await File.WriteAllBytesAsync(folder.File("form.xlsx"), file.Save(), TestContext.Current.CancellationToken);
        await LibreOffice.ConvertAsync(folder, "form.xlsx", "ods", "form.ods");
        var saved = await LibreOffice.ConvertAsync(folder, "form.ods", "xlsx", "form.xlsx");
        var got = await ReturnReader.ReadAsync(Rules, [SourceFile.FromPath(saved)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Select(Json), got.Returns.Select(r => Json(r with { Rows = [.. r.Rows.Select(row => row with { Faults = [] })] })));
    }

    private static string Json(Return read) => Encoding.UTF8.GetString(ReturnJson.Write(read));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // Spaces and the private forms that pdftotext gives for stacked marks carry no meaning here.
    private static string Compact(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(
            c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
