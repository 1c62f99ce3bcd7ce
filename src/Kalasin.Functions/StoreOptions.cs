using System.CommandLine;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>Which store a command works in, by <c>--data</c> and <c>--storage</c> or the environment, whether the service runs there or not.</summary>
internal sealed class StoreOptions
{
    /// <summary>The folder alone, for commands that have no other store.</summary>
    public Option<string?> Data { get; } = new("--data")
    {
        HelpName = "DIR", Description = "โฟลเดอร์ข้อมูล (เดิม: kalasin-data หรือ KALASIN_DATA) / Data folder (default: kalasin-data, or KALASIN_DATA)",
    };

    private readonly Option<string?> _storage = new("--storage")
    {
        HelpName = "local|azure", Description = "ที่เก็บข้อมูล (เดิม: local หรือ KALASIN_STORAGE) / Storage (default: local, or KALASIN_STORAGE)",
    };

    public void AddTo(Command command)
    {
        command.Add(Data);
        command.Add(_storage);
    }

    /// <param name="isLocal">Whatever is named, the folder: for sample data, which never goes where real data is.</param>
    /// <param name="baseAddress">The base address from the command line.</param>
    /// <param name="listen">Where to listen, from the command line.</param>
    public Settings Read(ParseResult result, bool isLocal = false, string? baseAddress = null, string? listen = null) =>
        Settings.Read(result.GetValue(Data), isLocal ? "local" : result.GetValue(_storage), Environment.GetEnvironmentVariable, baseAddress, listen);

    /// <summary>For commands that look at what is there: looking must not make a folder.</summary>
    /// <returns>Null after it was told that there is none.</returns>
    public async Task<Settings?> ReadExistingAsync(ParseResult result, TextWriter error)
    {
        var settings = Read(result);
        return !IsLocal(settings) || await IsThereAsync(settings.DataFolder, error) ? settings : null;
    }

    public static bool IsLocal(Settings settings) => settings is { NoStorage: null, Azure: null };

    /// <summary>Says so where a data folder is not there.</summary>
    public static async Task<bool> IsThereAsync(string folder, TextWriter error)
    {
        if (Directory.Exists(folder)) return true;
        await error.WriteLineAsync($"ไม่พบโฟลเดอร์ข้อมูล / no data folder: {Path.GetFullPath(folder)}");
        return false;
    }
}
