using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>What a deployment would make, read from the snapshots that <see cref="BicepTests"/> keeps true.</summary>
public sealed partial class DeploymentTests
{
    private const string Roles = "Microsoft.Authorization/roleAssignments";

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.allowSharedKeyAccess", "False")]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.allowBlobPublicAccess", "False")]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", "True")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.isVersioningEnabled", "True")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.deleteRetentionPolicy.enabled", "True")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.containerDeleteRetentionPolicy.enabled", "True")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "True")]
    [InlineData("Microsoft.Insights/components", "properties.DisableLocalAuth", "True")]
    [InlineData("Microsoft.Web/serverfarms", "sku.name", "FC1")]
    [InlineData("Microsoft.Web/sites", "properties.functionAppConfig.runtime.name", "custom")]
    [InlineData("Microsoft.Web/sites", "properties.functionAppConfig.runtime.version", "1.0")]
    [InlineData("Microsoft.Web/sites", "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity")]
    [InlineData("Microsoft.Web/sites", "properties.httpsOnly", "True")]
    [InlineData("Microsoft.Web/sites", "properties.siteConfig.ipSecurityRestrictionsDefaultAction", "Deny")]
    [InlineData("Microsoft.Web/sites/config", "properties.KALASIN_STORAGE", "azure")]
    [InlineData("Microsoft.EventGrid/systemTopics/eventSubscriptions", "properties.deliveryWithResourceIdentity.destination.properties.queueName", "drops")]
    [InlineData("Microsoft.EventGrid/systemTopics/eventSubscriptions", "properties.filter.subjectBeginsWith", "/blobServices/default/containers/drop/blobs/")]
    public void Resource_InBothEnvironments_IsSafe(string type, string property, string expected)
    {
        Assert.All(["test", "production"], environment => Assert.Equal(expected, property.Split('.').Aggregate(Single(environment, type), (at, name) => at.GetProperty(name)).ToString()));
    }

    [Fact]
    public void Settings_HoldNoSecret()
    {
        Assert.All(["test", "production"], environment => Assert.All(Single(environment, "Microsoft.Web/sites/config").GetProperty("properties").EnumerateObject(), setting =>
            Assert.DoesNotMatch("(?i)key|password|secret|sas|signature", setting.Name + setting.Value)));
    }

    /// <summary>The table of roles in infra/README.md. Only blobs are given for the whole account, because the Functions host makes containers of its own.</summary>
    [Fact]
    public void Roles_AreThoseOfTheReadme()
    {
        var roles = Resources("production", Roles).Select(role => (
            Scope: OwnName().Replace(role.GetProperty("id").GetString()!.Split("/providers/")[^2], "*"),
            Role: role.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]));
        Assert.Equal(
        [
            ("Microsoft.Insights/components/*", "3913510d-42f4-4e42-8a64-420c390055eb"), // Monitoring Metrics Publisher
            ("Microsoft.Storage/storageAccounts/*", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"), // Storage Blob Data Owner
            ("Microsoft.Storage/storageAccounts/*/queueServices/default/queues/drops", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"), // Storage Queue Data Contributor
            ("Microsoft.Storage/storageAccounts/*/queueServices/default/queues/drops", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"), // Storage Queue Data Message Sender
            ("Microsoft.Storage/storageAccounts/*/queueServices/default/queues/drops-poison", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
            ("Microsoft.Storage/storageAccounts/*/tableServices/default/tables/log", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"), // Storage Table Data Contributor
        ], roles.OrderBy(r => r.Scope, StringComparer.Ordinal).ThenBy(r => r.Role, StringComparer.Ordinal));
    }

    [GeneratedRegex("kalasin[a-z0-9]{13}|appi-kalasin-production", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnName();

    private static JsonElement Single(string environment, string type) => Assert.Single(Resources(environment, type));

    private static IEnumerable<JsonElement> Resources(string environment, string type)
    {
        using var snapshot = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Bicep.Folder, $"{environment}.snapshot.json")));
        return [.. snapshot.RootElement.GetProperty("predictedResources").Clone().EnumerateArray().Where(resource => resource.GetProperty("type").GetString() == type)];
    }
}
