using System.Diagnostics;
using System.Text.Json;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Benchmarks;

/// <summary>Typst and pdfmake, which write the same table as PDF under Node; left out, and said so, where Node or npm is missing.</summary>
internal static class RivalWriters
{
    public static async Task<IReadOnlyDictionary<string, Timing>> WriteAsync(Table table)
    {
        var project = RepositoryFile.At("tests", "Kalasin.Benchmarks", "rivals");
        var rows = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(rows, JsonSerializer.Serialize(table.HeaderRows.Concat(table.Rows).Select(r => r.Cells.Select(c => string.Concat(c.Content.OfType<Run>().Select(t => t.Text))))));
            if (!Directory.Exists(Path.Combine(project, "node_modules"))) await RunAsync("npm", project, "ci", "--no-audit", "--no-fund");
            var told = await RunAsync("node", project, "write-tables.mjs", rows, RepositoryFile.At("src", "Kalasin.Evaluation", "Documents", "Data", "Fonts"));
            return JsonSerializer.Deserialize<Dictionary<string, double[]>>(told)!.ToDictionary(r => r.Key, r => Timing.Of(r.Value));
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"typst and pdfmake left out: {missing.Message}");
            return new Dictionary<string, Timing>();
        }
        finally
        {
            File.Delete(rows);
        }
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
