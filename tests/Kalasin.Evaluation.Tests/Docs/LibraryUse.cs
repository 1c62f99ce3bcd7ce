namespace Kalasin.Evaluation.Tests.Docs;

/// <summary>
/// The lines that README.md and the package's page show. Compiled here, held against both pages by
/// <c>LibraryUseTests</c>, and run from the packed package in a stranger's project by Kalasin.Package.Tests.
/// </summary>
internal static class LibraryUse
{
    public static async Task RunAsync()
    {
        // shown
        AwardRules rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), province: "46");
        IntakeResult read = await ReturnReader.ReadAsync(rules, SourceFile.FromFolder("returns"), IntakeLimits.Default);
        foreach (Finding finding in read.Findings) Console.WriteLine(finding);

        Scorecard card = Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn).Single();
        Console.WriteLine(card["1"].Explanation.ToString(Language.Thai));

        ReportDocument report = ProvinceReport.Compose(rules, read.Returns, card, Edition.Official);
        await report.SaveAsync("report.docx");
        await report.SaveAsync("report.pdf");
        await Form.For(rules, UnitCode.Parse("4601")).SaveAsync("form-4601.xlsx");
        // end
    }
}
