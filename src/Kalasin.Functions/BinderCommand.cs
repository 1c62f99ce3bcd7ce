using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Functions.Binder;
using Kalasin.Functions.Storage;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>binder ROUND --out FILE</c>: the binder of a round.</summary>
internal static class BinderCommand
{
    public static Command Of(InstallationCommands commands)
    {
        var place = new Option<string>("--out", "--to")
        {
            HelpName = "FILE", DefaultValueFactory = _ => ".",
            Description = "ไฟล์หรือโฟลเดอร์ปลายทาง (เดิม: โฟลเดอร์นี้) / File, or folder for it (default: this folder)",
        };
        var binder = new Command(
            "binder", "รวมรายงาน หนังสือ ต้นฉบับ และหลักฐานของรอบเป็นไฟล์ zip / Report, letters, originals and evidence of a round as one zip") { place };
        return commands.OfRound(binder, async (services, round, result, cancellationToken) =>
        {
            var found = await services.GetRequiredService<BinderParts>().FindAsync(round, cancellationToken);
            var path = result.GetValue(place)!;
            if (Directory.Exists(path)) path = Path.Combine(path, found.FileName);
            IReadOnlyList<BinderLine> lines = [];
            await WholeFile.WriteAsync(path, file => LongWork.ShowAsync(
                commands.Output, $"{round.Id}", async told => lines = await found.WriteAsync(file, told, cancellationToken)));
            await commands.Output.WriteLineAsync(
                $"{Path.GetFullPath(path)}: {lines.Count(l => l.Lack is null)} ไฟล์ / files, {lines.Sum(l => l.Size)} ไบต์ / bytes, head {round.State.Head}");
            var lacking = lines.Select(l => l.Lack).OfType<Finding>().ToList();
            return lacking.Exists(f => f.Severity == Severity.Error) ? await commands.RefuseAsync(lacking) : CommandLine.Done;
        });
    }
}
