using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>evaluate FILES… --out DIR</c>: files in, scores on the terminal, report in a folder; no round, nothing else kept.</summary>
internal static class EvaluateCommand
{
    public static Command Of(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILES") { Arity = ArgumentArity.OneOrMore, Description = "แฟ้มรายงานหรือโฟลเดอร์ / Files with returns, or folders of them" };
        var folder = new Option<string>("--out") { HelpName = "DIR", DefaultValueFactory = _ => ".", Description = "โฟลเดอร์สำหรับรายงาน / Folder for the report" };
        var framework = new Option<string>("--framework") { HelpName = "ID", DefaultValueFactory = _ => "dla-2567", Description = "กรอบการประเมิน / Framework" };
        var province = new Option<string>("--province") { HelpName = "CODE", DefaultValueFactory = _ => "46", Description = "รหัสหรือชื่อจังหวัด / Province, by code or name" };
        var evaluate = new Command("evaluate", "คำนวณคะแนนและทำรายงานจากแฟ้ม โดยไม่บันทึก / Score files and write the report; nothing is recorded") { files, folder, framework, province };
        evaluate.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(files)!, result.GetValue(folder)!, result.GetValue(framework)!, result.GetValue(province)!, output, error, cancellationToken));
        return evaluate;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, string folder, string framework, string province, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (BuiltInFrameworks.Find(framework) is not { } known || Kalasin.Evaluation.Localities.Province.Find(province) is not { } place)
        {
            await error.WriteLineAsync(Http.QueryFindings.RulesUnknown.At(Place.Nowhere, framework, province).ToString());
            return CommandLine.Failed;
        }
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).ToList();
        if (missing.Count > 0)
        {
            await error.WriteLineAsync($"ไม่พบแฟ้ม / no such file: {string.Join(", ", missing)}");
            return CommandLine.Failed;
        }
        var rules = AwardRules.For(known, place.Code);
        var files = paths.SelectMany(p => Directory.Exists(p) ? SourceFile.FromFolder(p) : [SourceFile.FromPath(p)]);
        var read = await ReturnReader.ReadAsync(rules, files, IntakeLimits.Default, cancellationToken);
        foreach (var finding in read.Findings)
            await output.WriteLineAsync($"{finding.Code} {finding.Place}: {finding.ToString(Language.Thai)} / {finding.ToString(Language.English)}");
        if (read.Returns.IsEmpty)
        {
            await error.WriteLineAsync("ไม่มีรายงานที่อ่านได้ในแฟ้มเหล่านี้ / no return could be read from these files");
            return CommandLine.Failed;
        }

        Directory.CreateDirectory(folder);
        foreach (var card in Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn))
        {
            SampleOutput.Scores(output, rules, card);
            var document = ProvinceReport.Compose(rules, read.Returns, card, Edition.Internal);
            foreach (var ending in (string[])["docx", "pdf"])
            {
                var path = Path.Combine(folder, $"evaluation-{card.Entrant}.{ending}");
                await document.SaveAsync(path, cancellationToken);
                await output.WriteLineAsync(Path.GetFullPath(path));
            }
        }
        return CommandLine.Done;
    }
}
