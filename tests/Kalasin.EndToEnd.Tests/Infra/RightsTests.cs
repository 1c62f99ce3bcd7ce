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
        var own = production.Of(OwnRoles).ToDictionary(r => r.Name(), r => r.Text("properties.roleName").Split(": ")[1]);
        var roles = production.Of(Assignments).Select(role => (
            Who: Identity().Match(role.Text("properties.principalId")).Groups["who"].Value,
            Scope: role.Scope(),
            Role: role.Text("properties.roleDefinitionId").Split('/')[^1] is var id ? own.GetValueOrDefault(id, id) : ""));
        Assert.Equal(
        [
            ("", "appi-kalasin-production", "3913510d-42f4-4e42-8a64-420c390055eb"), // Monitoring Metrics Publisher
            ("", "data/answers", "lasting files"),
            ("", "data/drop", "passing files"),
            ("", "data/heads", "lasting files"),
            ("", "data/log", "lasting rows"),
            ("", "data/parts", "files"),
            ("", "data/vault", "files"),
            ("", "host/azure-webjobs-hosts", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"), // Storage Blob Data Owner
            ("", "host/azure-webjobs-secrets", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
            ("", "host/drops", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"), // Storage Queue Data Contributor
            ("", "host/drops-poison", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
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
            var role = Assert.Single(environment.Of(OwnRoles), r => r.Text("properties.roleName").EndsWith($": {name}", StringComparison.Ordinal));
            var permission = Assert.Single(role.Items("properties.permissions"));
            Assert.EndsWith("/read", Assert.Single(permission.Texts("actions")), StringComparison.Ordinal);
            Assert.Equal(may.Split(' '), permission.Texts("dataActions").Select(a => a.Split(["/blobs/", "/entities/"], StringSplitOptions.None)[^1]));
        });
    }

    /// <summary>
    /// An assignment is named after the identity itself: Azure lets nobody change whom one is for, and an identity that is made anew
    /// has the old one's resource id.
    /// </summary>
    [Fact]
    public async Task RoleAssignments_AreNamedAfterThePrincipal()
    {
        var assignments = (await FilledInAsync()).Of(Assignments).ToList();
        var programs = assignments.Where(a => a.Text("properties.principalType") == "ServicePrincipal").ToList();
        Assert.NotEmpty(programs);
        Assert.All(programs, a => Assert.Matches(@"^\[guid\(.*\.principalId,.*\)\]$", a.Text("name")));
        Assert.Equal(assignments.Count, assignments.Select(a => a.Text("id")).Distinct().Count());
    }

    [Fact]
    public async Task Sender_ReachesOnlyFoldersOfItsOwn_WhateverIsDoneThere()
    {
        const string Blob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
        var deployed = await FilledInAsync();
        var senders = deployed.Of(Assignments).Where(a => a.At("properties").TryGetProperty("condition", out _)).ToList();
        Assert.Equal(["data/answers", "data/answers", "data/drop", "data/drop"], senders.Select(ArmJson.Scope).Order(StringComparer.Ordinal));
        Assert.All(senders, s => Assert.Equal(("2.0", "Group"), (s.Text("properties.conditionVersion"), s.Text("properties.principalType"))));
        var condition = senders.First(s => s.Text("properties.principalId") == Group(2)).Text("properties.condition");
        Assert.Equal(
            $"((!(ActionMatches{{'{Blob}/read'}} AND NOT SubOperationMatches{{'Blob.List'}})"
            + $" AND !(ActionMatches{{'{Blob}/write'}}) AND !(ActionMatches{{'{Blob}/add/action'}}) AND !(ActionMatches{{'{Blob}/delete'}}))"
            + $" OR (@Resource[{Blob}:path] StringStartsWith '46-dla-2567/4602/' OR @Resource[{Blob}:path] StringStartsWith '46-dla-2568/4602/'))"
            + $" AND ((!(ActionMatches{{'{Blob}/read'}} AND SubOperationMatches{{'Blob.List'}}))"
            + $" OR (@Request[{Blob}:prefix] StringStartsWith '46-dla-2567/4602/' OR @Request[{Blob}:prefix] StringStartsWith '46-dla-2568/4602/'))",
            condition);
        // Whatever the role lets do, the condition speaks of it.
        var files = Assert.Single(deployed.Of(OwnRoles), r => r.Text("properties.roleName").EndsWith(": files", StringComparison.Ordinal));
        Assert.All(
            Assert.Single(files.Items("properties.permissions")).Texts("dataActions"), may => Assert.Contains($"'{may}'", condition, StringComparison.Ordinal));
    }

    [GeneratedRegex("/id-kalasin-production(?<who>[a-z-]*)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identity();
}
