using System.Text.Json;
using System.Text.RegularExpressions;
using static Kalasin.EndToEnd.Tests.Infra.Deployment;

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>Who may do what in a deployment.</summary>
public sealed partial class RightsTests
{
    private const string Assignments = "Microsoft.Authorization/roleAssignments";
    private const string OwnRoles = "Microsoft.Authorization/roleDefinitions";

    /// <summary>The table of roles in infra/README.md. The program has none on the packages, and none on a whole account.</summary>
    [Fact]
    public void Roles_AreThoseOfTheReadme()
    {
        var production = Environments[1];
        var own = production.Of(OwnRoles).ToDictionary(r => NameOf(r), r => At(r, "properties.roleName").Split(": ")[1]);
        var roles = production.Of(Assignments).Select(role => (
            Who: Identity().Match(At(role, "properties.principalId")).Groups["who"].Value,
            Scope: ScopeOf(role),
            Role: own.GetValueOrDefault(At(role, "properties.roleDefinitionId").Split('/')[^1], At(role, "properties.roleDefinitionId").Split('/')[^1])));
        Assert.Equal(
        [
            ("", "data/answers", "lasting files"),
            ("", "data/drop", "passing files"),
            ("", "data/heads", "lasting files"),
            ("", "data/log", "lasting rows"),
            ("", "data/vault", "files"),
            ("", "host/azure-webjobs-hosts", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"), // Storage Blob Data Owner
            ("", "host/azure-webjobs-secrets", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
            ("", "host/drops", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"), // Storage Queue Data Contributor
            ("", "host/drops-poison", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
            ("", "insights", "3913510d-42f4-4e42-8a64-420c390055eb"), // Monitoring Metrics Publisher
            ("-events", "host/drops", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"), // Storage Queue Data Message Sender
            ("-packages", "host/deployments", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"), // Storage Blob Data Contributor
        ], roles.Order());
    }

    [Theory]
    [InlineData("files", "read write add/action delete")]
    [InlineData("lasting files", "read write add/action")]
    [InlineData("passing files", "read delete")]
    [InlineData("lasting rows", "read write add/action update/action")]
    public void OwnRole_MayChangeContent_ButNeitherVersionsNorWhatHoldsIt(string name, string may)
    {
        Assert.All(Environments, environment =>
        {
            var role = Assert.Single(environment.Of(OwnRoles), r => At(r, "properties.roleName").EndsWith($": {name}", StringComparison.Ordinal));
            var permission = Assert.Single(role.GetProperty("properties").GetProperty("permissions").EnumerateArray());
            Assert.EndsWith("/read", Assert.Single(permission.GetProperty("actions").EnumerateArray()).GetString(), StringComparison.Ordinal);
            Assert.Equal(may.Split(' '), permission.GetProperty("dataActions").EnumerateArray().Select(a => a.GetString()!.Split(["/blobs/", "/entities/"], StringSplitOptions.None)[^1]));
        });
    }

    /// <summary>An assignment is named after the identity itself: Azure lets nobody change whom one is for, and an identity that is made anew has the old one's resource id.</summary>
    [Fact]
    public async Task RoleAssignments_AreNamedAfterThePrincipal()
    {
        var assignments = (await FilledInAsync()).Of(Assignments).ToList();
        Assert.All(assignments.Where(a => At(a, "properties.principalType") == "ServicePrincipal"), a => Assert.Matches(@"^\[guid\(.*\.principalId,.*\)\]$", a.GetProperty("name").GetString()!));
        Assert.Equal(assignments.Count, assignments.Select(a => a.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Sender_ReachesOnlyFoldersOfItsOwn_WhateverIsDoneThere()
    {
        const string Blob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
        var deployed = await FilledInAsync();
        var senders = deployed.Of(Assignments).Where(a => a.GetProperty("properties").TryGetProperty("condition", out _)).ToList();
        Assert.Equal(["data/answers", "data/answers", "data/drop", "data/drop"], senders.Select(ScopeOf).Order(StringComparer.Ordinal));
        Assert.All(senders, s => Assert.Equal(("2.0", "Group"), (At(s, "properties.conditionVersion"), At(s, "properties.principalType"))));
        var condition = At(senders.First(s => At(s, "properties.principalId") == Group(2)), "properties.condition");
        Assert.Equal(
            $"((!(ActionMatches{{'{Blob}/read'}} AND NOT SubOperationMatches{{'Blob.List'}}) AND !(ActionMatches{{'{Blob}/write'}}) AND !(ActionMatches{{'{Blob}/add/action'}}) AND !(ActionMatches{{'{Blob}/delete'}}))"
            + $" OR (@Resource[{Blob}:path] StringStartsWith '46-dla-2567/4602/' OR @Resource[{Blob}:path] StringStartsWith '46-dla-2568/4602/'))"
            + $" AND ((!(ActionMatches{{'{Blob}/read'}} AND SubOperationMatches{{'Blob.List'}}))"
            + $" OR (@Request[{Blob}:prefix] StringStartsWith '46-dla-2567/4602/' OR @Request[{Blob}:prefix] StringStartsWith '46-dla-2568/4602/'))",
            condition);
        // Whatever the role lets do, the condition speaks of it.
        var files = Assert.Single(deployed.Of(OwnRoles), r => At(r, "properties.roleName").EndsWith(": files", StringComparison.Ordinal));
        Assert.All(files.GetProperty("properties").GetProperty("permissions")[0].GetProperty("dataActions").EnumerateArray(), may => Assert.Contains($"'{may.GetString()}'", condition, StringComparison.Ordinal));
    }

    /// <summary>What an assignment is for, whether its name is known already or still an expression.</summary>
    private static string ScopeOf(JsonElement assignment) =>
        NameOf(assignment.GetProperty("id").GetString()!.Replace("', 'Microsoft.Authorization", "/providers/Microsoft.Authorization", StringComparison.Ordinal).Split("/providers/Microsoft.Authorization")[0]);

    [GeneratedRegex("/id-kalasin-production(?<who>[a-z-]*)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identity();
}
