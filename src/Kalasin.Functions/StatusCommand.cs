using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>status [ROUND]</c>: what is in, late and missing, what is due, which mails wait.</summary>
internal static class StatusCommand
{
    /// <summary>Columns where the terminal doesn't say how many it has.</summary>
    private const int Width = 140;

    public static Command Of(InstallationCommands commands)
    {
        var round = new Argument<string?>("ROUND") { Arity = ArgumentArity.ZeroOrOne, Description = "รหัสรอบ (เดิม: ทุกรอบ) / Round (default: every one)" };
        var status = new Command("status", "ดูว่าได้รับอะไรแล้ว ขาดอะไร และมีงานใดรออยู่ / Show what is in, what is missing, and what is due") { round };
        return commands.Of(status, (services, result, cancellationToken) => ShowAsync(result.GetValue(round), services, commands, cancellationToken));
    }

    private static async Task<int> ShowAsync(string? only, IServiceProvider services, InstallationCommands commands, CancellationToken cancellationToken)
    {
        var (log, clock) = (services.GetRequiredService<RoundLog>(), services.GetRequiredService<TimeProvider>());
        if (only is not null)
        {
            if (await log.FindAsync(only, cancellationToken) is not { } found) return await commands.RefuseAsync([InstallationCommands.Unknown(only)]);
            Show(found, clock.GetUtcNow(), commands.Output);
            return CommandLine.Done;
        }
        var (rounds, code) = (await log.ListAsync(cancellationToken), CommandLine.Done);
        if (rounds.Count == 0) await commands.Output.WriteLineAsync("ยังไม่ได้เปิดรอบการประเมินใด / no round is open");
        foreach (var id in rounds)
        {
            var (found, damage) = await log.FindOrSayAsync(id, cancellationToken);
            if (damage is not null) code = await commands.RefuseAsync([damage]);
            else if (found is not null) Show(found, clock.GetUtcNow(), commands.Output);
        }
        return code;
    }

    private static void Show(OpenedRound round, DateTimeOffset now, TextWriter output)
    {
        var (rules, state) = (round.Rules, round.State);
        var status = RoundStatus.Of(state, rules);
        var deadline = ThaiDate.Bilingual(rules.Plan.InternalDeadline.Date);
        output.WriteLine($"{round.Id}: {rules.Framework.Title.Thai} / {rules.Framework.Title.English}");
        output.WriteLine(state.Closed is null
            ? $"  กำหนดส่ง {deadline.Thai} / due {deadline.English}"
            : $"  กำหนดส่ง {deadline.Thai} (ปิดรับแล้ว) / due {deadline.English} (closed)");
        output.WriteLine(
            $"  ได้รับ {ThaiNumerals.Format(status.Received)} จาก {ThaiNumerals.Format(status.Expected)} รายการ ล่าช้า {ThaiNumerals.Format(status.Late)}"
            + $" / received {status.Received} of {Counted.Of(status.Expected):return|returns}, {status.Late} late");
        if (status.JudgedInWords is { } judged) output.WriteLine($"  {judged.Thai} / {judged.English}");
        if (status.IsComplete) output.WriteLine("  ครบทุกรายการแล้ว / everything is in");
        Write(TableOf(status, rules), output);
        var due = Schedule.Due(state, rules, now);
        output.WriteLine(due.IsEmpty
            ? "  ไม่มีงานที่ถึงกำหนด / nothing is due"
            : $"  งานที่ถึงกำหนด / due: {string.Join(", ", due.Select(s => $"{s.Key} ({ThaiDate.Bilingual(s.DueSince).Thai})"))}");
        output.WriteLine($"  อีเมลที่รอส่ง / mails waiting: {state.Outbox.Count()}");
        output.WriteLine($"  เหตุการณ์ล่าสุด / last event: {state.Sequence}, head {state.Head}");
    }

    /// <summary>A row for each unit of which something is missing, late or faulty.</summary>
    private static Table? TableOf(RoundStatus status, AwardRules rules)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns(
            "รหัส / code", "หน่วยงาน / unit", "ได้รับ / in", "ขาดตัวชี้วัด / missing", "ล่าช้า / late", "แถวรอแก้ / rows to mend");
        foreach (var unit in status.Cells.GroupBy(c => c.Unit))
        {
            var (missing, late) = (unit.Where(c => c.Current is null).ToList(), unit.Where(c => c.Lateness is { IsLate: true }).ToList());
            var faulty = unit.Sum(c => c.Current?.FaultyRows ?? 0);
            if (missing.Count + late.Count + faulty == 0) continue;
            string[] row =
            [
                unit.Key.Value, rules.Plan.Find(unit.Key)!.Name.Thai, $"{unit.Count() - missing.Count}/{unit.Count()}",
                Indicators(missing), Indicators(late), $"{faulty}",
            ];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }
        return table.Rows.Count == 0 ? null : table;
    }

    private static string Indicators(IEnumerable<StatusCell> cells) => string.Join(" ", cells.Select(c => c.Indicator.Value));

    private static void Write(Table? table, TextWriter output)
    {
        if (table is null) return;
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = isTerminal ? Math.Max(Console.WindowWidth, 60) : Width;
        console.Write(table);
    }
}
