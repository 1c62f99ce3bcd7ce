using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>annex ROUND</c> and <c>plan ROUND</c>: the workbook out, or filled in: what it changes, and with a reason saved.</summary>
internal static class RuleEditCommand
{
    public static Command Annex(InstallationCommands commands) => Of(
        commands, RuleEditKind.Annex, new("annex", "ภาคผนวกของหนังสือเจ้าของรางวัลเป็น Excel / The annex of the giver's letter as a workbook"));

    public static Command Plan(InstallationCommands commands) => Of(
        commands, RuleEditKind.Plan, new("plan", "แผนของจังหวัดเป็น Excel: กำหนดส่ง หน่วยงาน เจ้าภาพ / The province's plan as a workbook: deadlines, units, hosts"));

    private static Command Of(InstallationCommands commands, RuleEditKind kind, Command command)
    {
        var output = new Option<string?>("--out") { HelpName = "FILE.xlsx", Description = "เขียนแบบ Excel ลงไฟล์นี้ / Write the workbook to this file" };
        var file = new Option<string?>("--file") { HelpName = "FILE.xlsx", Description = "แบบ Excel ที่กรอกแล้ว / The workbook, filled in" };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "เหตุผล ถ้าไม่ระบุจะตรวจโดยไม่บันทึก / Why; without it nothing is saved" };
        foreach (var option in (Option[])[output, file, reason]) command.Add(option);
        return commands.OfRound(command, async (services, round, result, cancellationToken) =>
        {
            var edits = services.GetRequiredService<RuleEdits>();
            var edit = await edits.OpenAsync(round, kind, cancellationToken);
            if (result.GetValue(file) is not { } path)
            {
                var target = result.GetValue(output) ?? $"{Http.ApiJson.Word(kind)}-{round.Id}.xlsx";
                await WholeFile.WriteAsync(target, stream => edit.Workbook.WriteAsync(stream, cancellationToken));
                await commands.Output.WriteLineAsync(Path.GetFullPath(target));
                return CommandLine.Done;
            }
            if (!File.Exists(path))
            {
                await commands.Error.WriteLineAsync($"ไม่พบไฟล์ / no such file: {path}");
                return CommandLine.Failed;
            }
            var findings = new List<Finding>();
            var typed = await edits.ReadAsync(SourceFile.FromPath(path), edit, findings, cancellationToken);
            var tried = await edits.TryAsync(round, edit, typed, findings, cancellationToken);
            await commands.TellAsync(tried.Findings);
            if (tried.Rules is null) return CommandLine.Failed;
            foreach (var change in tried.Changes) await commands.Output.WriteLineAsync($"• {change.Line.Thai}\n  {change.Line.English}");
            foreach (var score in tried.Scores.Where(s => s.IsChange)) await commands.Output.WriteLineAsync($"  {score.Indicator?.Value ?? "–"} {score.Name.Thai}: {Shown(score.Before)} → {Shown(score.After)}");
            if (result.GetValue(reason) is not { } why) return CommandLine.Done;
            if (!StatedTexts.TryState(why, out var stated)) return await commands.RefuseAsync([Http.RulesEndpoints.NoReason]);
            var outcome = await edits.SaveAsync(round, edit, tried, stated, InstallationCommands.Operator(services), cancellationToken);
            if (outcome.Decision is Refuse refused) return await commands.RefuseAsync(refused.Findings);
            await commands.Output.WriteLineAsync($"{round.Id}: บันทึกแล้ว / saved");
            return CommandLine.Done;
        });
    }

    private static string Shown(Kalasin.Evaluation.Scoring.ScoreUnder score) =>
        $"{(score.Points is { } points ? ThaiNumerals.Exact(decimal.Round(points, 4)).English : "–")}{(score.Weight is { } weight ? $" × {ThaiNumerals.Exact(weight).English}" : "")}";
}
