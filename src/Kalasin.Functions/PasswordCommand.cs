using System.CommandLine;
using Kalasin.Functions.Access;
using Spectre.Console;

namespace Kalasin.Functions;

/// <summary>Sets the coordinator's password, which those need who come from another machine.</summary>
internal static class PasswordCommand
{
    public static Command Of(Option<string?> data, TextWriter output, TextWriter error)
    {
        var command = new Command("password", "ตั้งรหัสผ่านของผู้ประสานงานสำหรับ --listen / Set the coordinator's password for --listen") { data };
        command.SetAction((result, _) =>
        {
            var settings = Settings.Read(result.GetValue(data), "local", Environment.GetEnvironmentVariable);
            return Task.FromResult(Ask(settings.Access, error) ? Tell(settings) : CommandLine.Failed);
        });
        return command;

        int Tell(Settings settings)
        {
            output.WriteLine($"ตั้งรหัสผ่านแล้ว / password set: {Path.GetFullPath(settings.Access.Folder)}");
            return CommandLine.Done;
        }
    }

    /// <summary>Whether there is somebody who can be asked.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Asks twice on a terminal, without showing what is typed; otherwise reads one line.</summary>
    /// <returns>Whether it was set.</returns>
    public static bool Ask(AccessSettings settings, TextWriter error)
    {
        var given = CanAsk
            ? Typed($"รหัสผ่านใหม่ของผู้ประสานงาน อย่างน้อย {PasswordFile.Shortest} ตัวอักษร"
                + $" / new password of the coordinator, {PasswordFile.Shortest} characters or more:")
            : Console.In.ReadLine();
        if (given is null || !PasswordFile.IsLongEnough(given))
        {
            error.WriteLine($"รหัสผ่านต้องมี {PasswordFile.Shortest} ถึง {PasswordFile.Longest} ตัวอักษร ยังไม่ได้ตั้ง"
                + $" / A password has {PasswordFile.Shortest} to {PasswordFile.Longest} characters; none was set.");
            return false;
        }
        if (CanAsk && Typed("อีกครั้ง / again:") != given)
        {
            error.WriteLine("รหัสผ่านสองครั้งไม่ตรงกัน ยังไม่ได้ตั้ง / The two are not the same; none was set.");
            return false;
        }
        new PasswordFile(settings.Folder).Set(given);
        return true;
    }

    private static string Typed(string prompt) => AnsiConsole.Prompt(new TextPrompt<string>(Markup.Escape(prompt)).Secret(null).AllowEmpty());
}
