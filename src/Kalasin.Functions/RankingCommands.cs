using System.Collections.Immutable;
using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>
/// <c>scorecards ROUND --to FILE</c>: what a round sends to be ranked; <c>ranking FRAMEWORK --cards FOLDER --to FILE</c>: files in, ranking out, on one PC and
/// without an installation.
/// </summary>
internal static class RankingCommands
{
    public static Command Scorecards(InstallationCommands commands)
    {
        var place = new Option<string>("--to", "--out")
        {
            HelpName = "FILE", DefaultValueFactory = _ => ".", Description = "ไฟล์หรือโฟลเดอร์ปลายทาง (เดิม: โฟลเดอร์นี้) / File, or folder for it (default: this folder)",
        };
        var command = new Command("scorecards", "ใบคะแนนของรอบสำหรับส่งไปจัดอันดับ (JSON) / The round's scorecards, to be sent and ranked (JSON)") { place };
        return commands.OfRound(command, async (services, round, result, cancellationToken) =>
        {
            var path = result.GetValue(place)!;
            if (Directory.Exists(path)) path = Path.Combine(path, $"scorecards-{round.Id}.json");
            var bytes = await services.GetRequiredService<ResultsService>().ScorecardFileAsync(round, cancellationToken);
            await WholeFile.WriteAsync(path, file => file.WriteAsync(bytes, cancellationToken).AsTask());
            await commands.Output.WriteLineAsync($"{Path.GetFullPath(path)}: head {round.State.Head}");
            return CommandLine.Done;
        });
    }

    public static Command Ranking(TextWriter output, TextWriter error)
    {
        var framework = new Argument<string>("FRAMEWORK") { Description = "รหัสกรอบที่มากับโปรแกรม หรือไฟล์ JSON ของกรอบ / A framework that ships, or its JSON file" };
        var cards = new Option<string>("--cards")
        {
            HelpName = "FOLDER", Required = true, Description = "โฟลเดอร์ของใบคะแนน (JSON) และตารางที่กรอก (xlsx, ods, csv) / Folder of scorecards and filled sheets",
        };
        var place = new Option<string>("--to", "--out")
        {
            HelpName = "FILE", Required = true, Description = "ไฟล์ปลายทาง .pdf .docx หรือ .xlsx / File to write: .pdf, .docx or .xlsx",
        };
        var command = new Command("ranking", "จัดอันดับจากไฟล์ใบคะแนน โดยไม่บันทึก / Rank scorecards from a folder; nothing is recorded") { framework, cards, place };
        command.SetAction((result, cancellationToken) =>
            RankAsync(result.GetRequiredValue(framework), result.GetRequiredValue(cards), result.GetRequiredValue(place), output, error, cancellationToken));
        return command;
    }

    private static async Task<int> RankAsync(string id, string folder, string path, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (await FrameworkOfAsync(id, error) is not { } framework) return CommandLine.Failed;
        if (!Directory.Exists(folder))
        {
            await error.WriteLineAsync($"ไม่พบโฟลเดอร์ / no such folder: {folder}");
            return CommandLine.Failed;
        }
        var ending = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        if (FileFormat.ReportOf(ending) is null && ending != FileFormat.Excel.Ending)
        {
            await error.WriteLineAsync($"ปลายทางต้องเป็น / the file has to end in: {FileFormat.ReportEndings}, {FileFormat.Excel.Ending}");
            return CommandLine.Failed;
        }
        var entries = await EntriesAsync(framework, folder, output, cancellationToken);
        if (entries.IsEmpty)
        {
            await error.WriteLineAsync("ไม่มีผลที่จัดอันดับได้ในโฟลเดอร์นี้ / there is nothing to rank in this folder");
            return CommandLine.Failed;
        }
        // The day is that of the newest results, so that the same folder gives the same bytes.
        var field = Evaluation.Rankings.RankedField.Of(framework, entries, entries.Max(e => e.Scorecard.EvaluationDate));
        await WholeFile.WriteAsync(path, file => FileFormat.ReportOf(ending) is { } format
            ? RankingReport.Compose(field).WriteAsync(file, format, cancellationToken)
            : RankingWorkbook.Compose(field).WriteAsync(file, cancellationToken));
        foreach (var row in field.Ranking.Rows)
            await output.WriteLineAsync($"{row.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",4} {row.Scorecard.Entrant,-8} {row.Scorecard.Total?.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture) ?? "-",8}  {row.Scorecard.EntrantName.Thai}");
        await output.WriteLineAsync(Path.GetFullPath(path));
        return CommandLine.Done;
    }

    private static async Task<Framework?> FrameworkOfAsync(string id, TextWriter error)
    {
        if (BuiltInFrameworks.Find(id) is { } shipped) return shipped;
        if (!File.Exists(id))
        {
            await error.WriteLineAsync($"ไม่พบกรอบการประเมิน / no such framework: {id} ({string.Join(", ", BuiltInFrameworks.All.Select(f => f.Id))})");
            return null;
        }
        await using var file = File.OpenRead(id);
        var read = FrameworkReader.Read(file);
        foreach (var finding in read.Findings) await error.WriteLineAsync($"{finding} / {finding.ToString(Language.English)}");
        return read.Value;
    }

    /// <summary>All entries of a folder. Of an entrant that occurs in several files none is guessed: a scorecard of a round goes before a typed row, the longer log before the shorter.</summary>
    private static async Task<ImmutableArray<RankingEntry>> EntriesAsync(Framework framework, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, (RankingEntry Entry, string File)>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var read = await RankingService.ReadAsync(framework, name, await File.ReadAllBytesAsync(path, cancellationToken), IntakeLimits.Default, cancellationToken);
            foreach (var finding in read.Findings) await output.WriteLineAsync($"{finding.Code} {finding.Place}: {finding.ToString(Language.Thai)} / {finding.ToString(Language.English)}");
            foreach (var entry in read.Entries)
            {
                var entrant = entry.Scorecard.Entrant;
                if (entries.TryGetValue(entrant, out var other))
                {
                    var (kept, left) = IsBefore(entry, other.Entry) ? (name, other.File) : (other.File, name);
                    await output.WriteLineAsync($"{entry.Scorecard.EntrantName.Thai}: ใช้ / taken from {kept}, ไม่ใช้ / not from {left}");
                    if (kept != name) continue;
                }
                entries[entrant] = (entry, name);
            }
        }
        return [.. entries.Values.Select(e => e.Entry)];
    }

    private static bool IsBefore(RankingEntry entry, RankingEntry other) =>
        (entry.Round is not null, entry.LogEntries ?? 0).CompareTo((other.Round is not null, other.LogEntries ?? 0)) > 0;
}
