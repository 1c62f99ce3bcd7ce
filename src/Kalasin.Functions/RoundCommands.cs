using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>open ROUND</c> and <c>close ROUND</c>.</summary>
internal static class RoundCommands
{
    public static Command Open(InstallationCommands commands)
    {
        var from = new Option<string?>("--from")
        {
            HelpName = "FRAMEWORK", Description = "กรอบของปีอื่นที่ยกกติกามา เมื่อปีของรอบยังไม่มีกรอบ / Framework of another year whose rules are carried over where the round's year has none",
        };
        var open = new Command("open", "เปิดรอบการประเมินตามแผน / Open a round by its plan") { InstallationCommands.Round, from };
        return commands.Of(open, mayMake: true, work: async (services, result, cancellationToken) =>
        {
            var (round, rounds, by) = (result.GetValue(InstallationCommands.Round)!, services.GetRequiredService<RoundService>(), InstallationCommands.Operator(services));
            var outcome = !RoundId.TryParse(round, out var id) ? null
                : result.GetValue(from) is not { } other ? await rounds.OpenAsync(id, by, cancellationToken)
                : FrameworkId.TryParse(other, out var framework) ? await rounds.OpenAsync(id, framework, by, cancellationToken)
                : null;
            if (outcome is null) return await commands.RefuseAsync([InstallationCommands.Unknown(round)]);
            if (outcome.Decision is Refuse refused) return await commands.RefuseAsync(refused.Findings);
            await commands.Output.WriteLineAsync(outcome.Decision is Accept ? $"{id}: เปิดแล้ว / opened" : $"{id}: เปิดอยู่แล้ว / is open already");
            return CommandLine.Done;
        });
    }

    /// <summary>What the clock does by itself where it runs: the report and the mail follow at the next tick.</summary>
    public static Command Close(InstallationCommands commands) => commands.OfRound(
        new("close", "ปิดรับตามกำหนดส่งภายในจังหวัด เมื่อพ้นวันนั้นแล้ว / Close the internal deadline, once its day is over"),
        async (services, round, _, cancellationToken) =>
        {
            var (decision, _) = await services.GetRequiredService<RoundLog>()
                .DecideAsync(round.Id, new CloseInternalDeadline(Guid.NewGuid()), InstallationCommands.Operator(services), cancellationToken);
            if (decision is Refuse refused) return await commands.RefuseAsync(refused.Findings);
            await commands.Output.WriteLineAsync(decision is Accept ? $"{round.Id}: ปิดรับแล้ว / closed" : $"{round.Id}: ปิดรับไว้แล้ว / is closed already");
            return CommandLine.Done;
        });
}
