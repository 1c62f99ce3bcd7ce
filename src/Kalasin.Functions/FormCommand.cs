using System.CommandLine;
using Kalasin.Evaluation.Forms;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Functions;

/// <summary><c>form --out DIR [--unit CODE]</c>: the forms of a round's units as files.</summary>
internal static class FormCommand
{
    public static Command Of(TextWriter output, TextWriter error)
    {
        var folder = new Option<string>("--out") { HelpName = "DIR", DefaultValueFactory = _ => ".", Description = "โฟลเดอร์สำหรับแบบรายงาน / Folder for the forms" };
        var unit = new Option<string?>("--unit") { HelpName = "CODE", Description = "รหัสหน่วยงาน (เดิม: ทุกหน่วยงาน) / Unit code (default: every unit)" };
        var framework = new Option<string>("--framework") { HelpName = "ID", DefaultValueFactory = _ => "dla-2567", Description = "กรอบการประเมิน / Framework" };
        var province = new Option<string>("--province") { HelpName = "CODE", DefaultValueFactory = _ => "46", Description = "รหัสหรือชื่อจังหวัด / Province, by code or name" };
        var form = new Command("form", "สร้างแบบรายงาน Excel ของหน่วยงาน / Write the units' Excel forms") { folder, unit, framework, province };
        form.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(folder)!, result.GetValue(unit), result.GetValue(framework)!, result.GetValue(province)!, output, error, cancellationToken));
        return form;
    }

    private static async Task<int> RunAsync(string folder, string? unit, string framework, string province, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (BuiltInFrameworks.Find(framework) is not { } known || Province.Find(province) is not { } place)
        {
            await error.WriteLineAsync(Http.QueryFindings.RulesUnknown.At(Kalasin.Evaluation.Place.Nowhere, framework, province).ToString());
            return CommandLine.Failed;
        }
        var rules = AwardRules.For(known, place.Code);
        var units = rules.Plan.Units.Where(u => (unit is null || u.Code.Value == unit) && rules.IndicatorsOf(u.Code).Any()).ToList();
        if (units.Count == 0)
        {
            await error.WriteLineAsync(Kalasin.Evaluation.Rounds.RoundFindings.UnknownUnit.At(Kalasin.Evaluation.Place.Nowhere, unit ?? "–").ToString());
            return CommandLine.Failed;
        }
        Directory.CreateDirectory(folder);
        foreach (var each in units)
        {
            var path = Path.Combine(folder, $"form-{rules.Plan.Id}-{each.Code}.xlsx");
            await Form.For(rules, each.Code).SaveAsync(path, cancellationToken);
            await output.WriteLineAsync(Path.GetFullPath(path));
        }
        return CommandLine.Done;
    }
}
