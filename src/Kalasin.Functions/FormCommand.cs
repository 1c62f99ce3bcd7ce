using System.CommandLine;
using Kalasin.Evaluation;

namespace Kalasin.Functions;

/// <summary><c>form --out DIR [--unit CODE]</c>: the forms of a round's units as files.</summary>
internal static class FormCommand
{
    public static Command Of(TextWriter output, TextWriter error)
    {
        var folder = new Option<string>("--out")
        {
            HelpName = "DIR", DefaultValueFactory = _ => ".", Description = "โฟลเดอร์สำหรับแบบรายงาน / Folder for the forms",
        };
        var unit = new Option<string?>("--unit") { HelpName = "CODE", Description = "รหัสหน่วยงาน (เดิม: ทุกหน่วยงาน) / Unit code (default: every unit)" };
        var rules = new RulesOptions();
        var format = FormsCommand.FormatOption();
        var form = new Command("form", "สร้างแบบรายงานของหน่วยงาน / Write the units' forms") { folder, unit, format };
        rules.AddTo(form);
        form.SetAction(async (result, cancellationToken) => await rules.ReadAsync(result, error) is { } read
            ? await RunAsync(read, result.GetValue(folder)!, result.GetValue(unit), result.GetValue(format)!, output, error, cancellationToken)
            : CommandLine.Failed);
        return form;
    }

    private static async Task<int> RunAsync(
        AwardRules rules, string folder, string? unit, string format, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var units = rules.Plan.Units.Where(u => (unit is null || u.Code.Value == unit) && rules.AskedOf(u.Code).Any()).ToList();
        if (units.Count == 0)
        {
            await error.WriteLineAsync(Kalasin.Evaluation.Rounds.RoundFindings.UnknownUnit.At(Kalasin.Evaluation.Place.Nowhere, unit ?? "–").ToString());
            return CommandLine.Failed;
        }
        Directory.CreateDirectory(folder);
        foreach (var each in units)
        {
            var path = Path.Combine(folder, $"form-{rules.Plan.Id}-{each.Code}.{format}");
            await Form.For(rules, each.Code).SaveAsync(path, cancellationToken);
            await output.WriteLineAsync(Path.GetFullPath(path));
        }
        return CommandLine.Done;
    }
}
