using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>evaluate FILES… --out DIR</c>: files in, scores on the terminal, report in a folder; no round, nothing else kept.</summary>
internal static class EvaluateCommand
{
    public static Command Of(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILES")
        {
            Arity = ArgumentArity.OneOrMore, Description = "ไฟล์รายงานหรือโฟลเดอร์ / Files with returns, or folders of them",
        };
        var folder = new Option<string>("--out")
        {
            HelpName = "DIR", DefaultValueFactory = _ => ".", Description = "โฟลเดอร์สำหรับรายงาน / Folder for the report",
        };
        var rules = new RulesOptions();
        var evaluate = new Command(
            "evaluate",
            "คำนวณคะแนนและทำรายงานจากไฟล์ โดยไม่บันทึก / Score files and write the report; nothing is recorded") { files, folder };
        rules.AddTo(evaluate);
        evaluate.SetAction(async (result, cancellationToken) => await rules.ReadAsync(result, error) is { } read
            ? await RunAsync(read, result.GetValue(files)!, result.GetValue(folder)!, output, error, cancellationToken)
            : CommandLine.Failed);
        return evaluate;
    }

    private static async Task<int> RunAsync(
        AwardRules rules, IReadOnlyList<string> paths, string folder, TextWriter output, TextWriter error,
        CancellationToken cancellationToken)
    {
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).ToList();
        if (missing.Count > 0)
        {
            await error.WriteLineAsync($"ไม่พบไฟล์ / no such file: {string.Join(", ", missing)}");
            return CommandLine.Failed;
        }
        var files = paths.SelectMany(p => Directory.Exists(p) ? SourceFile.FromFolder(p) : [SourceFile.FromPath(p)]);
        var read = await ReturnReader.ReadAsync(rules, files, IntakeLimits.Default, cancellationToken);
        foreach (var finding in read.Findings)
            await output.WriteLineAsync($"{finding.Code} {finding.Place}: {finding.ToString(Language.Thai)} / {finding.ToString(Language.English)}");
        if (read.Returns.IsEmpty)
        {
            await error.WriteLineAsync("ไม่มีรายงานที่อ่านได้ในไฟล์เหล่านี้ / no return could be read from these files");
            return CommandLine.Failed;
        }

        Directory.CreateDirectory(folder);
        foreach (var card in Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn))
        {
            SampleOutput.Scores(output, rules, card);
            var document = ProvinceReport.Compose(rules, read.Returns, card, Edition.Internal);
            foreach (var format in FileFormat.OfReports)
            {
                var path = Path.Combine(folder, $"evaluation-{card.Entrant}.{FileFormat.Of(format).Ending}");
                await document.SaveAsync(path, cancellationToken);
                await output.WriteLineAsync(Path.GetFullPath(path));
            }
        }
        return CommandLine.Done;
    }
}
