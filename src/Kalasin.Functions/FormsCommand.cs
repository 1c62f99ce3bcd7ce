using System.CommandLine;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>forms ROUND --out DIR|FILE.zip</c>: the forms of all units of a round, under the rules it goes by.</summary>
internal static class FormsCommand
{
    public static Command Of(InstallationCommands commands)
    {
        var place = new Option<string>("--out")
        {
            HelpName = "DIR|FILE.zip", DefaultValueFactory = _ => ".",
            Description = "โฟลเดอร์ หรือไฟล์ zip (เดิม: โฟลเดอร์นี้) / Folder, or a zip file (default: this folder)",
        };
        var forms = new Command("forms", "สร้างแบบรายงานของทุกหน่วยงานในรอบ / Write the forms of all units of a round") { place };
        return commands.OfRound(forms, async (_, round, result, cancellationToken) =>
        {
            var (target, all) = (result.GetValue(place)!, RoundForms.Of(round));
            if (target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                await WholeFile.WriteAsync(target, file => RoundForms.WriteZipAsync(all, file, cancellationToken));
                await commands.Output.WriteLineAsync(Path.GetFullPath(target));
                return CommandLine.Done;
            }
            Directory.CreateDirectory(target);
            foreach (var (name, form) in all)
            {
                var path = Path.Combine(target, name);
                await form.SaveAsync(path, cancellationToken);
                await commands.Output.WriteLineAsync(Path.GetFullPath(path));
            }
            return CommandLine.Done;
        });
    }
}
