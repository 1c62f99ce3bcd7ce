using System.CommandLine;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>final ROUND</c>: the plan of a final, with those that its ranking lets enter; with a reason it is published.</summary>
internal static class FinalCommand
{
    public static Command Of(InstallationCommands commands)
    {
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "เหตุผล เมื่อต้องการประกาศแผน / Why, to publish the plan" };
        var place = new Option<string?>("--to", "--out") { HelpName = "FILE", Description = "ไฟล์ JSON ของแผน / File to write the plan to, as JSON" };
        var command = new Command("final", "แผนของรอบสุดท้ายจากการจัดอันดับของรอบคัดกรอง / The plan of a final, from the ranking that opens it") { InstallationCommands.Round, place, reason };
        return commands.Of(command, async (services, result, cancellationToken) =>
        {
            var name = result.GetRequiredValue(InstallationCommands.Round);
            if (!RoundId.TryParse(name, out var round) || await services.GetRequiredService<FinalPlans>().MakeAsync(round, cancellationToken) is not { } made)
                return await commands.RefuseAsync([InstallationCommands.Unknown(name)]);
            if (made.Value is not { } plan) return await commands.RefuseAsync(made.Findings);
            foreach (var code in plan.Hosting[0].Hosts) await commands.Output.WriteLineAsync($"{code} {plan.Find(code)!.Name.Thai}");
            if (result.GetValue(place) is { } path)
            {
                await WholeFile.WriteAsync(path, Encoding.UTF8.GetBytes(RulesWriter.ToJson(plan)), cancellationToken);
                await commands.Output.WriteLineAsync(Path.GetFullPath(path));
            }
            if (result.GetValue(reason) is not { } stated) return CommandLine.Done;
            if (!StatedTexts.TryState(stated, out var why)) return await commands.RefuseAsync([Http.RulesEndpoints.NoReason]);
            var decision = await services.GetRequiredService<Rulebook>().PublishAsync(plan, why, InstallationCommands.Operator(services), cancellationToken);
            if (decision is Refuse refused) return await commands.RefuseAsync(refused.Findings);
            await commands.Output.WriteLineAsync($"{plan.Id}: แผนฉบับที่ {ThaiNumerals.Format(plan.Revision)} / revision {plan.Revision} of the plan");
            return CommandLine.Done;
        });
    }
}
