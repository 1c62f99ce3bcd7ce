using System.Globalization;
using System.Text;

namespace Kalasin.Evaluation.Tests.Intake.Mapping;

/// <summary>
/// What is read of sheets as people type them, and what they are told: the cases stand beside, in files by what they are about, each with its
/// rows, the values that were read and every finding in both languages. To be read by people who know such sheets.
/// </summary>
public sealed class SheetsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kalasin.Evaluation.Tests", "Intake", "Mapping");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Sheet_IsReadAndToldOf_AsKept(string file)
    {
        var path = Path.Combine(Folder, file + ".txt");
        var kept = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var got = new StringBuilder();
        foreach (var part in kept.Split("\n## "))
        {
            var lines = part.Split('\n').Where(l => l.Length > 0 && !l.StartsWith('>')).ToList();
            if (got.Length == 0)
            {
                got.Append(string.Join('\n', lines)).Append('\n');
                continue;
            }
            got.Append("\n## ").Append(string.Join('\n', lines)).Append('\n').Append(await ReadAsync(SheetCase.Of(lines[0], lines.Skip(1))));
        }
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") await File.WriteAllTextAsync(path, got.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), got.ToString());
    }

    private static async Task<string> ReadAsync(SheetCase sheet)
    {
        return sheet.Tell(await ReturnReader.ReadAsync(
            SheetRules.Of(sheet.Options.GetValueOrDefault("rules", "")), [SourceFile.FromBytes("a.xlsx", sheet.ToBytes())], IntakeLimits.Default, new IntakeOptions { ExpectedUnit = DoorOf(sheet), ReceivedOn = ReceivedOn(sheet) }, TestContext.Current.CancellationToken));
    }

    private static UnitCode? DoorOf(SheetCase sheet) => sheet.Options.TryGetValue("door", out var code) ? UnitCode.Parse(code) : null;

    private static DateOnly? ReceivedOn(SheetCase sheet) =>
        sheet.Options.TryGetValue("received", out var day) ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
