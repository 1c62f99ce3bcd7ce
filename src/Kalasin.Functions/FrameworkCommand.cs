using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>framework</c>: an award of one's own from a workbook, a year carried to another, two revisions compared, a revision published.</summary>
internal static class FrameworkCommand
{
    private static readonly Option<string?> Out = new("--out")
    {
        HelpName = "FILE", Description = "ไฟล์ที่จะเขียน (เดิม: ชื่อตามเรื่อง) / File to write (default: named after what it is)",
    };

    public static Command Of(InstallationCommands commands)
    {
        var framework = new Command("framework", "กรอบการประเมินของสำนักงาน / Frameworks of an office's own");
        framework.Add(Template(commands));
        framework.Add(Sheet(commands));
        framework.Add(Read(commands));
        framework.Add(Carry(commands));
        framework.Add(Compare(commands));
        framework.Add(Publish(commands));
        return framework;
    }

    private static Command Template(InstallationCommands commands)
    {
        var template = new Command("template", "เขียนแบบ Excel สำหรับกรอกกรอบ / Write the Excel template of a framework") { Out };
        template.SetAction(async (result, cancellationToken) =>
            await WriteAsync(commands, result.GetValue(Out) ?? "framework.xlsx", file => FrameworkSheet.WriteTemplateAsync(file, cancellationToken)));
        return template;
    }

    private static Command Sheet(InstallationCommands commands)
    {
        var file = FileArgument();
        var sheet = new Command("sheet", "เขียนกรอบที่มีอยู่เป็นแบบ Excel / Write a framework as the workbook, to be changed and read again") { file, Out };
        sheet.SetAction(async (result, cancellationToken) =>
        {
            if (await ReadAsync(commands, result.GetValue(file)!, cancellationToken) is not { } framework) return CommandLine.Failed;
            using var workbook = new MemoryStream();
            var findings = await FrameworkSheet.WriteAsync(framework, workbook, cancellationToken);
            if (!findings.IsEmpty) return await commands.RefuseAsync(findings);
            return await WriteAsync(commands, result.GetValue(Out) ?? $"{framework.Id}.xlsx", stream => stream.WriteAsync(workbook.GetBuffer().AsMemory(0, (int)workbook.Length), cancellationToken).AsTask());
        });
        return sheet;
    }

    private static Command Read(InstallationCommands commands)
    {
        var file = FileArgument();
        var read = new Command("read", "ตรวจแบบ Excel หรือ JSON แล้วเขียนเป็น JSON / Check a workbook or JSON, and write it as JSON") { file, Out };
        read.SetAction(async (result, cancellationToken) =>
        {
            if (await ReadAsync(commands, result.GetValue(file)!, cancellationToken) is not { } framework) return CommandLine.Failed;
            return await WriteJsonAsync(commands, result.GetValue(Out), framework, cancellationToken);
        });
        return read;
    }

    private static Command Carry(InstallationCommands commands)
    {
        var (from, year) = (FileArgument(), new Argument<int>("YEAR") { Description = "ปีงบประมาณ พ.ศ. / Fiscal year, Buddhist era" });
        var carry = new Command("carry", "ยกกรอบไปอีกปีงบประมาณ / Carry a framework to another fiscal year") { from, year, Out };
        carry.SetAction(async (result, cancellationToken) =>
        {
            if (await ReadAsync(commands, result.GetValue(from)!, cancellationToken) is not { } framework) return CommandLine.Failed;
            if (result.GetValue(year) is not (>= 2400 and <= 2800)) return await commands.RefuseAsync([Http.QueryFindings.RulesUnknown.At(Place.Nowhere, framework.Id.Value, $"{result.GetValue(year)}")]);
            var carried = framework.CarriedTo(result.GetValue(year));
            await TellAsync(commands, RulesDifference.Between(framework, carried));
            return await WriteJsonAsync(commands, result.GetValue(Out), carried, cancellationToken);
        });
        return carry;
    }

    private static Command Compare(InstallationCommands commands)
    {
        var (before, after) = (FileArgument("BEFORE"), FileArgument("AFTER"));
        var compare = new Command("compare", "บอกสิ่งที่ต่างกันของสองฉบับ / Say in what two revisions differ") { before, after };
        compare.SetAction(async (result, cancellationToken) =>
        {
            if (await ReadAsync(commands, result.GetValue(before)!, cancellationToken) is not { } earlier) return CommandLine.Failed;
            if (await ReadAsync(commands, result.GetValue(after)!, cancellationToken) is not { } later) return CommandLine.Failed;
            await TellAsync(commands, RulesDifference.Between(earlier, later));
            return CommandLine.Done;
        });
        return compare;
    }

    private static Command Publish(InstallationCommands commands)
    {
        var (file, reason) = (FileArgument(), new Option<string>("--reason") { Required = true, HelpName = "TEXT", Description = "เหตุผล / Why" });
        return commands.Of(new("publish", "ประกาศกรอบให้เปิดรอบได้ / Publish a framework, so that rounds can be opened") { file, reason }, mayMake: true, work: async (services, result, cancellationToken) =>
        {
            var path = result.GetValue(file)!;
            if (!File.Exists(path)) return await MissingAsync(commands, path);
            var read = await services.GetRequiredService<FrameworkIntake>().ReadAsync(Path.GetFileNameWithoutExtension(path), await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
            await commands.TellAsync(read.Findings);
            if (read.Value is not { } framework) return CommandLine.Failed;
            if (!StatedTexts.TryState(result.GetValue(reason), out var why)) return await commands.RefuseAsync([Http.RulesEndpoints.NoReason]);
            var decision = await services.GetRequiredService<Rulebook>().PublishAsync(framework, why, InstallationCommands.Operator(services), cancellationToken);
            if (decision is Refuse refused) return await commands.RefuseAsync(refused.Findings);
            await commands.Output.WriteLineAsync($"{framework.Id}: ฉบับที่ {framework.Revision} / revision {framework.Revision}");
            return CommandLine.Done;
        });
    }

    private static Argument<string> FileArgument(string name = "FILE") => new(name) { Description = "รหัสกรอบที่มากับโปรแกรม หรือไฟล์ .json .xlsx / Framework that ships, or a .json or .xlsx file" };

    private static async Task<Framework?> ReadAsync(InstallationCommands commands, string named, CancellationToken cancellationToken)
    {
        if (BuiltInFrameworks.Find(named) is { } shipped) return shipped;
        if (!File.Exists(named))
        {
            await MissingAsync(commands, named);
            return null;
        }
        var bytes = await File.ReadAllBytesAsync(named, cancellationToken);
        var read = FrameworkIntake.IsWorkbook(bytes)
            ? await FrameworkSheet.ReadAsync(SourceFile.FromBytes(Path.GetFileName(named), bytes), cancellationToken)
            : FrameworkReader.Read(new MemoryStream(bytes));
        await commands.TellAsync(read.Findings);
        return read.Value;
    }

    private static async Task<int> MissingAsync(InstallationCommands commands, string path)
    {
        await commands.Error.WriteLineAsync($"ไม่พบไฟล์ / no such file: {path}");
        return CommandLine.Failed;
    }

    private static async Task TellAsync(InstallationCommands commands, ImmutableArray<RulesChange> changes)
    {
        foreach (var change in changes) await commands.Output.WriteLineAsync($"• {change.Line.Thai}\n  {change.Line.English}");
        if (changes.IsEmpty) await commands.Output.WriteLineAsync("ไม่มีสิ่งที่ต่างกัน / no difference");
    }

    private static Task<int> WriteJsonAsync(InstallationCommands commands, string? path, Framework framework, CancellationToken cancellationToken) =>
        WriteAsync(commands, path ?? $"{framework.Id}.json", file => file.WriteAsync(Encoding.UTF8.GetBytes(RulesWriter.ToJson(framework)), cancellationToken).AsTask());

    private static async Task<int> WriteAsync(InstallationCommands commands, string path, Func<Stream, Task> write)
    {
        await WholeFile.WriteAsync(path, write);
        await commands.Output.WriteLineAsync(Path.GetFullPath(path));
        return CommandLine.Done;
    }
}
