using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>The resources that a deployment would make, as the Bicep compiler foresees them.</summary>
internal sealed record Deployment(string Name, IReadOnlyList<JsonElement> Resources)
{
    /// <summary>As the snapshot beside the parameters says.</summary>
    public static Deployment OfSnapshot(string environment) => Read(environment, Path.Combine(Bicep.Folder, $"{environment}.snapshot.json"));

    /// <summary>Foreseen anew, with some of the parameters changed.</summary>
    /// <param name="environment">Whose parameters.</param>
    /// <param name="changes">Lines <c>param name = value</c>; the last of a name counts.</param>
    /// <param name="azd">The name that the Azure Developer CLI gives its environment; null without it.</param>
    public static async Task<Deployment> ForeseeAsync(string environment, IReadOnlyList<string> changes, string? azd = null)
    {
        using var folder = new TemporaryFolder();
        Bicep.CopyTo(folder, (name, text) => name == $"{environment}.bicepparam" ? string.Join('\n', text.Split('\n').Select(Changed)) : text);
        var run = await Bicep.TakeSnapshotAsync(folder.File($"{environment}.bicepparam"), azd);
        Assert.True(run is { ExitCode: 0, Complaints: "" }, run.Complaints + run.Output);
        return Read(environment, folder.File($"{environment}.snapshot.json"));

        string Changed(string line) => changes.LastOrDefault(change => change.Split('=')[0] == line.Split('=')[0]) ?? line;
    }

    /// <summary>Test and production, as the snapshots say.</summary>
    public static IReadOnlyList<Deployment> Environments { get; } = [OfSnapshot("test"), OfSnapshot("production")];

    /// <summary>Production as an operator fills it in: with senders, keepers of copies and the office's network.</summary>
    public static Task<Deployment> FilledInAsync(params string[] changes)
    {
        string[] filled =
        [
            "param senders = [{ group: '" + Group(1) + "', folders: ['46-dla-2567/4601'] }, "
                + "{ group: '" + Group(2) + "', folders: ['46-dla-2567/4602', '46-dla-2568/4602'] }]",
            $"param copyGroups = ['{Group(3)}']", "param allowedNetworks = ['203.0.113.0/24']", .. changes,
        ];
        return ForeseeAsync("production", filled);
    }

    /// <summary>Object id of a group that exists only here.</summary>
    public static string Group(int n) => $"00000000-0000-0000-0000-00000000000{n}";

    public IEnumerable<JsonElement> Of(string type) => Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    public JsonElement Single(string type) => Assert.Single(Of(type));

    private static Deployment Read(string environment, string file)
    {
        using var snapshot = JsonDocument.Parse(File.ReadAllBytes(file));
        return new(environment, [.. snapshot.RootElement.GetProperty("predictedResources").Clone().EnumerateArray()]);
    }
}
