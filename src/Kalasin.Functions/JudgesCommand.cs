using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>judges ROUND --forms DIR</c>, <c>--read FILE…</c>, <c>--to FILE</c>: a committee's sheets out, filled in, its result on paper.</summary>
internal static class JudgesCommand
{
    private const long LargestSheet = 5 << 20;

    public static Command Of(InstallationCommands commands)
    {
        var forms = new Option<string?>("--forms") { HelpName = "DIR", Description = "โฟลเดอร์สำหรับใบให้คะแนน ใบละคน / Folder for the sheets, one for each judge" };
        var judges = new Option<int>("--judges") { HelpName = "N", DefaultValueFactory = _ => 5, Description = "จำนวนกรรมการ (เดิม: ๕) / How many judges there are (default: 5)" };
        var format = new Option<string>("--format") { HelpName = "xlsx|docx|pdf", DefaultValueFactory = _ => JudgeForms.Formats[0].Ending, Description = "Excel หรือกระดาษ (เดิม: xlsx) / Excel, or paper for the pen (default: xlsx)" };
        var read = new Option<string[]>("--read") { HelpName = "FILE", AllowMultipleArgumentsPerToken = true, Description = "ใบที่กรอกแล้วของกรรมการทุกคน / The filled sheets of all judges" };
        var place = new Option<string?>("--to") { HelpName = "FILE", Description = "ไฟล์ผลการให้คะแนน .pdf หรือ .docx / File for the committee's result: .pdf or .docx" };
        format.AcceptOnlyFromAmong([.. JudgeForms.Formats.Select(f => f.Ending)]);
        var command = new Command("judges", "ใบให้คะแนนของกรรมการ: ออกใบ บันทึกคะแนน และออกผล / Judges' sheets: out, recorded, and their result") { forms, judges, format, read, place };
        return commands.OfRound(command, async (services, round, result, cancellationToken) =>
        {
            if (Committee.Of(round.Rules) is null) return await commands.RefuseAsync([JudgingFindings.NothingJudged.At(Place.Nowhere)]);
            if (result.GetValue(forms) is { } folder) return await WriteFormsAsync(commands, round, folder, result.GetValue(judges), JudgeForms.FormatOf(result.GetValue(format)!)!, cancellationToken);
            if (result.GetValue(read) is { Length: > 0 } files) return await ReadAsync(commands, services, round, files, cancellationToken);
            if (result.GetValue(place) is { } path) return await WriteResultAsync(commands, services, round, path, cancellationToken);
            await commands.Error.WriteLineAsync("โปรดระบุ --forms, --read หรือ --to / say one of --forms, --read, --to");
            return CommandLine.Failed;
        });
    }

    private static async Task<int> WriteFormsAsync(
        InstallationCommands commands, OpenedRound round, string folder, int judges, FileFormat format, CancellationToken cancellationToken)
    {
        if (judges is < 1 or > Committee.MostJudges) return await commands.RefuseAsync([Http.QueryFindings.JudgesUnknown.At(Place.Nowhere, $"{judges}", ThaiNumerals.Number(Committee.MostJudges))]);
        Directory.CreateDirectory(folder);
        foreach (var form in JudgeForms.Of(round, judges))
        {
            var path = Path.Combine(folder, $"{form.Name}.{format.Ending}");
            await WholeFile.WriteAsync(path, file => form.WriteAsync(file, format, cancellationToken));
            await commands.Output.WriteLineAsync(Path.GetFullPath(path));
        }
        return CommandLine.Done;
    }

    private static async Task<int> ReadAsync(
        InstallationCommands commands, IServiceProvider services, OpenedRound round, string[] paths, CancellationToken cancellationToken)
    {
        await using var staged = new StagedContents(round.Vault);
        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                await commands.Error.WriteLineAsync($"ไม่พบไฟล์ / no such file: {path}");
                return CommandLine.Failed;
            }
            await using var bytes = File.OpenRead(path);
            if (!await staged.TryAddAsync(Path.GetFileName(path), bytes, LargestSheet, cancellationToken))
                return await commands.RefuseAsync([FileFindings.FileTooLarge.At(Place.InFile(Path.GetFileName(path)), ThaiNumerals.Number(LargestSheet >> 20))]);
        }
        // The same sheets sent again are recorded once.
        var key = string.Join('\n', staged.Sent.Select(s => s.Content.Hash));
        var delivery = new IncomingDelivery(
            round.Rules.Plan.Collector, DeliveryChannel.Upload, services.GetRequiredService<TimeProvider>().GetUtcNow(), $"judges\n{key}", staged, []);
        var outcome = await services.GetRequiredService<DeliveryService>().DeliverAsync(round, delivery, InstallationCommands.Operator(services), dryRun: false, cancellationToken);
        if (outcome is not DeliveryOutcome.Accepted accepted)
            return await commands.RefuseAsync(outcome is DeliveryOutcome.Refused refused ? refused.Findings : []);
        await commands.TellAsync(accepted.Details.Findings.Select(f => f.Finding));
        await commands.Output.WriteLineAsync(
            $"{round.Id}: ใบตอบรับเลขที่ {ThaiNumerals.Format(accepted.Delivery.Receipt.Value)} คะแนนของผู้รับการประเมิน {ThaiNumerals.Format(accepted.Delivery.Returns.DistinctBy(accepted.Delivery.UnitOf).Count())} ราย "
            + $"/ receipt {accepted.Delivery.Receipt}, scores of {Counted.Of(accepted.Delivery.Returns.DistinctBy(accepted.Delivery.UnitOf).Count()):entrant|entrants}");
        return CommandLine.Done;
    }

    private static async Task<int> WriteResultAsync(InstallationCommands commands, IServiceProvider services, OpenedRound round, string path, CancellationToken cancellationToken)
    {
        if (FileFormat.ReportOf(Path.GetExtension(path).TrimStart('.').ToLowerInvariant()) is not { } format)
        {
            await commands.Error.WriteLineAsync($"ปลายทางต้องเป็น / the file has to end in: {FileFormat.ReportEndings}");
            return CommandLine.Failed;
        }
        var outcome = await services.GetRequiredService<SeasonPapers>()
            .ComposeAsync(round, SeasonPaper.CommitteeResult, null, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        if (outcome.Document is not { } document) return await commands.RefuseAsync([outcome.Objection!]);
        await WholeFile.WriteAsync(path, file => document.WriteAsync(file, format, cancellationToken));
        await commands.Output.WriteLineAsync(Path.GetFullPath(path));
        return CommandLine.Done;
    }
}
