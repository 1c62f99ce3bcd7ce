namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>
/// The deployment holds together, as far as that can be seen without a subscription. A single warning is a failure: a misspelt
/// property is no more than one.
/// </summary>
public sealed class BicepTests
{
    public static TheoryData<string> Parameters => [.. Bicep.NamesOf("*.bicepparam")];

    [Fact]
    public async Task Files_Linted_SayNothing()
    {
        Assert.Equal(new(0, "", ""), await Bicep.LintAllAsync(Bicep.Folder));
    }

    [Fact]
    public async Task Main_Built_GivesATemplateWithoutAWord()
    {
        var run = await Bicep.BuildAsync(Path.Combine(Bicep.Folder, "main.bicep"));
        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        Assert.Contains("\"Microsoft.Web/sites\"", run.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// After a change that is meant: <c>bicep snapshot … --mode overwrite</c>, as infra/README.md says; the difference is then read
    /// in the review.
    /// </summary>
    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Parameters_Deployed_WouldMakeWhatTheSnapshotSays(string name)
    {
        Assert.Equal(new(0, "", ""), await Bicep.LintAsync(Path.Combine(Bicep.Folder, name)));
        var run = await Bicep.ValidateSnapshotAsync(Path.Combine(Bicep.Folder, name));
        Assert.True(run is { ExitCode: 0, Complaints: "" }, run.Complaints + run.Output);
    }

    [Fact]
    public void Rules_AreNeverSwitchedOffInAFile()
    {
        Assert.All(
            Bicep.NamesOf("*.bicep*"),
            name => Assert.DoesNotContain("#disable", File.ReadAllText(Path.Combine(Bicep.Folder, name)), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Shows that these tests can fail. Values aren't checked by Bicep, which takes any text for a runtime or a TLS version;
    /// <see cref="DeploymentTests"/> holds those.
    /// </summary>
    [Fact]
    public async Task Slips_InNamesOfProperties_AreTold()
    {
        (string Module, string Right, string Wrong)[] slips =
        [
            ("storage.bicep", "allowSharedKeyAccess:", "allowSharedKeyAcess:"),
            ("functionApp.bicep", "instanceMemoryMB:", "instanceMemory:"),
            ("events.bicep", "deliveryWithResourceIdentity:", "deliveryWithResourceIdentities:"),
            ("monitoring.bicep", "DisableLocalAuth:", "DisableLocalAuthentication:"),
            ("alerts.bicep", "actionGroups:", "actionGroup:"),
            ("budget.bicep", "contactEmails:", "contactEmail:"),
            ("people.bicep", "conditionVersion:", "conditionsVersion:"),
            ("ownRoles.bicep", "assignableScopes:", "assignedScopes:"),
            ("availability.bicep", "failedLocationCount:", "failedLocations:"),
        ];
        using var folder = new TemporaryFolder();
        Bicep.CopyTo(folder, (name, text) => slips.Where(slip => slip.Module == Path.GetFileName(name)).Aggregate(text, (changed, slip) =>
        {
            Assert.Contains(slip.Right, changed, StringComparison.Ordinal);
            return changed.Replace(slip.Right, slip.Wrong, StringComparison.Ordinal);
        }));

        var run = await Bicep.LintAllAsync(folder.Path);
        Assert.All(slips, slip => Assert.Contains($"\"{slip.Wrong.TrimEnd(':')}\"", run.Output + run.Complaints, StringComparison.Ordinal));
    }
}
