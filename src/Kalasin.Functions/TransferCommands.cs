using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>export ROUND --out FILE</c> and <c>import FILE</c>: a round as one file.</summary>
internal static class TransferCommands
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static Command Export(InstallationCommands commands)
    {
        var place = new Option<string>("--out")
        {
            HelpName = "FILE", DefaultValueFactory = _ => ".",
            Description = "ไฟล์หรือโฟลเดอร์ปลายทาง (เดิม: โฟลเดอร์นี้) / File, or folder for it (default: this folder)",
        };
        var export = new Command("export", "ส่งออกรอบทั้งรอบเป็นไฟล์เดียว / Export a whole round as one file") { place };
        return commands.OfRound(export, async (services, found, result, cancellationToken) =>
        {
            var round = (await services.GetRequiredService<RoundExport>().FindAsync(found.Id.Value, cancellationToken))!;
            var path = result.GetValue(place)!;
            if (Directory.Exists(path)) path = Path.Combine(path, round.FileName);
            RoundFileManifest? manifest = null;
            await WholeFile.WriteAsync(path, file => LongWork.ShowAsync(
                commands.Output, $"{found.Id}", async told => manifest = await round.WriteAsync(file, told, cancellationToken)));
            await commands.Output.WriteLineAsync(
                $"{Path.GetFullPath(path)}: {found.State.Sequence} เหตุการณ์ / events, {manifest!.Objects} ไฟล์ / files, "
                + $"{manifest.Bytes} ไบต์ / bytes, head {found.State.Head}");
            var lost = manifest.Missing.Length + manifest.Changed.Length;
            return lost == 0 ? CommandLine.Done : await commands.RefuseAsync([TransferFindings.LostBefore.At(Place.Nowhere, ThaiNumerals.Number(lost))]);
        });
    }

    public static Command Import(InstallationCommands commands)
    {
        var path = new Argument<string>("FILE") { Description = "ไฟล์ที่ได้จาก export / File that export wrote" };
        var import = new Command("import", "นำเข้ารอบจากไฟล์ หรือนำเข้าส่วนที่เพิ่มมา / Import a round from its file, or what is new of it") { path };
        return commands.Of(import, mayMake: true, work: async (services, result, cancellationToken) =>
        {
            var name = result.GetValue(path)!;
            await using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read);
            var outcome = await LongWork.ShowAsync(commands.Output, Path.GetFileName(name), async told =>
            {
                var work = services.GetRequiredService<RoundImport>().RunAsync(file, cancellationToken);
                while (told is not null && await Task.WhenAny(work, Task.Delay(BetweenLooks, cancellationToken)) != work)
                    told((int)(100 * file.Position / Math.Max(1, file.Length)), 100);
                return await work;
            });
            if (outcome is not ImportOutcome.Imported imported) return await commands.RefuseAsync(((ImportOutcome.Refused)outcome).Findings);
            await commands.TellAsync(imported.Findings);
            await commands.Output.WriteLineAsync(
                $"{imported.Round}: {imported.Events} เหตุการณ์ / events (+{imported.NewEvents}), +{imported.NewContents} ไฟล์ / files");
            return CommandLine.Done;
        });
    }
}
