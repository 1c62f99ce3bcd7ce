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
        var format = FormatOption();
        var forms = new Command("forms", "สร้างแบบรายงานของทุกหน่วยงานในรอบ / Write the forms of all units of a round") { place, format };
        return commands.OfRound(forms, async (_, round, result, cancellationToken) =>
        {
            var wanted = RoundForms.FormatOf(result.GetValue(format)!)!;
            var (target, all) = (result.GetValue(place)!, RoundForms.Of(round, wanted));
            if (target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                await WholeFile.WriteAsync(target, file => RoundForms.WriteZipAsync(all, wanted, file, cancellationToken));
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

    /// <summary>Which format forms are written in.</summary>
    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { HelpName = "xlsx|docx", DefaultValueFactory = _ => RoundForms.Formats[0].Ending, Description = "Excel หรือ Word (เดิม: xlsx) / Excel or Word (default: xlsx)" };
        format.AcceptOnlyFromAmong([.. RoundForms.Formats.Select(f => f.Ending)]);
        return format;
    }
}
