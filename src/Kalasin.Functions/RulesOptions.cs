using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>The rules that a command goes by: those that ship, or an office's own files.</summary>
internal sealed class RulesOptions
{
    private readonly Option<string> _framework = new("--framework")
    {
        HelpName = "ID|FILE", DefaultValueFactory = _ => "dla-2567",
        Description = "กรอบการประเมิน หรือไฟล์ JSON ของสำนักงาน / Framework, or an office's own JSON file",
    };

    private readonly Option<string?> _plan = new("--plan")
    {
        HelpName = "FILE", Description = "ไฟล์แผนของสำนักงาน (เดิม: แผนของจังหวัด) / An office's own plan (default: the province's)",
    };

    private readonly Option<string> _province = new("--province")
    {
        HelpName = "CODE", DefaultValueFactory = _ => "46", Description = "รหัสหรือชื่อจังหวัด / Province, by code or name",
    };

    public void AddTo(Command command)
    {
        command.Add(_framework);
        command.Add(_plan);
        command.Add(_province);
    }

    /// <returns>Null if there are none, after every finding was told.</returns>
    public async Task<AwardRules?> ReadAsync(ParseResult result, TextWriter error)
    {
        var (named, file, province) = (result.GetValue(_framework)!, result.GetValue(_plan), result.GetValue(_province)!);
        if (BuiltInFrameworks.Find(named) is not { } framework)
        {
            if (!File.Exists(named) || Province.Find(province) is null)
                return await TellAsync<AwardRules>("", [Http.QueryFindings.RulesUnknown.At(Place.Nowhere, named, province)], error);
            if (await ReadAsync(named, FrameworkReader.Read, error) is not { } own) return null;
            framework = own;
        }
        if (file is null && Province.Find(province) is not { })
            return await TellAsync<AwardRules>("", [Http.QueryFindings.RulesUnknown.At(Place.Nowhere, named, province)], error);
        var plan = file is null ? BuiltInPlans.For(framework, Province.Find(province)!.Code) : await ReadAsync(file, RoundPlanReader.Read, error);
        if (plan is null) return null;
        var rules = AwardRules.Of(framework, plan);
        return rules.Value ?? await TellAsync<AwardRules>(file ?? named, rules.Findings, error);
    }

    private static async Task<T?> ReadAsync<T>(string path, Func<Stream, RulesResult<T>> read, TextWriter error) where T : class
    {
        if (!File.Exists(path))
        {
            await error.WriteLineAsync($"ไม่พบไฟล์ / no such file: {path}");
            return null;
        }
        await using var stream = File.OpenRead(path);
        var result = read(stream);
        return result.Value ?? await TellAsync<T>(path, result.Findings, error);
    }

    private static async Task<T?> TellAsync<T>(string file, IReadOnlyList<Finding> findings, TextWriter error) where T : class
    {
        foreach (var finding in findings)
        {
            var where = finding.Place == Place.Nowhere ? "" : $" {file} {finding.Place}";
            await error.WriteLineAsync($"{finding.Code}{where}: {finding.ToString(Language.Thai)} / {finding.ToString(Language.English)}");
        }
        return null;
    }
}
