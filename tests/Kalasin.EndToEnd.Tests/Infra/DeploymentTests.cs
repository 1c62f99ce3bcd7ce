using System.Globalization;
using System.Text.Json;
using static Kalasin.EndToEnd.Tests.Infra.Deployment;

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>
/// What a deployment would make: the snapshots that <see cref="BicepTests"/> keeps true, and one of parameters as an operator fills
/// them in.
/// </summary>
public sealed class DeploymentTests
{
    private const string App = "Microsoft.Web/sites";
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Container = $"{Account}/blobServices/containers";
    private const string Subscription = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    [Theory]
    [InlineData(Account, "properties.allowSharedKeyAccess", "False")]
    [InlineData(Account, "properties.allowBlobPublicAccess", "False")]
    [InlineData(Account, "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData(Account, "properties.supportsHttpsTrafficOnly", "True")]
    [InlineData(Container, "properties.publicAccess", "None")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "True")]
    [InlineData("Microsoft.Insights/components", "properties.DisableLocalAuth", "True")]
    [InlineData("Microsoft.Web/serverfarms", "sku.name", "FC1")]
    [InlineData(App, "properties.functionAppConfig.runtime.name", "dotnet-isolated")]
    [InlineData(App, "properties.functionAppConfig.runtime.version", "10.0")] // "10" is taken, and then no start succeeds
    [InlineData(App, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity")]
    [InlineData(App, "properties.httpsOnly", "True")]
    [InlineData(App, "properties.siteConfig.ipSecurityRestrictionsDefaultAction", "Deny")]
    [InlineData(Subscription, "properties.deliveryWithResourceIdentity.destination.properties.queueName", "drops")]
    [InlineData(Subscription, "properties.filter.subjectBeginsWith", "/blobServices/default/containers/drop/blobs/")]
    public void Resource_InBothEnvironments_IsSafe(string type, string property, string expected)
    {
        Assert.All(Environments, environment => Assert.All(environment.Of(type), resource => Assert.Equal(expected, resource.Text(property))));
        Assert.All(Environments, environment => Assert.NotEmpty(environment.Of(type)));
    }

    /// <summary>Flex Consumption refuses some of these (400, 51021) and reads none of them; the rest it has under other names.</summary>
    [Fact]
    public void App_HasNothingThatFlexConsumptionHasNot()
    {
        string[] foreign =
        [
            "ftpsState", "linuxFxVersion", "netFrameworkVersion", "use32BitWorkerProcess", "preWarmedInstanceCount", "functionAppScaleLimit", "alwaysOn",
        ];
        Assert.All(Environments, environment =>
        {
            var app = environment.Single(App).At("properties");
            var names = app.EnumerateObject().Concat(app.At("siteConfig").EnumerateObject()).Select(p => p.Name);
            Assert.Empty(names.Intersect(foreign, StringComparer.OrdinalIgnoreCase));
            Assert.All(Settings(environment), setting => Assert.DoesNotMatch("(?i)^(FUNCTIONS_|WEBSITE_|SCM_|ENABLE_ORYX)", setting.Name));
        });
    }

    [Fact]
    public void Settings_HoldNoSecret_AndNameTheRightAccounts()
    {
        Assert.All(Environments, environment =>
        {
            Assert.All(Settings(environment), setting => Assert.DoesNotMatch("(?i)key|password|secret|sas|signature", setting.Name + setting.Value));
            var settings = Settings(environment).ToDictionary(s => s.Name, s => s.Value.GetString()!);
            Assert.Equal("azure", settings["KALASIN_STORAGE"]);
            Assert.StartsWith("kalasinhost", settings["AzureWebJobsStorage__accountName"], StringComparison.Ordinal);
            Assert.DoesNotContain("host", settings["KALASIN_STORAGE_ACCOUNT"], StringComparison.Ordinal);
        });
    }

    /// <summary>Where a mail server is named its password comes from the vault, which the program's identity reads and nobody else here does.</summary>
    [Fact]
    public async Task Passwords_LieInTheVault_AndTheProgramReadsThem()
    {
        Assert.All(Environments, environment => Assert.Empty(environment.Of("Microsoft.KeyVault/vaults")));
        var office = await FilledInAsync("param smtp = 'smtps://office@mail.example.go.th'");
        var vault = office.Single("Microsoft.KeyVault/vaults");
        Assert.Equal("True", vault.Text("properties.enableRbacAuthorization"));
        var settings = Settings(office).ToDictionary(s => s.Name, s => s.Value.GetString()!);
        Assert.Equal("smtps://office@mail.example.go.th", settings["KALASIN_SMTP"]);
        Assert.Equal($"@Microsoft.KeyVault(VaultName={vault.Name()};SecretName=smtp-password)", settings["KALASIN_SMTP_PASSWORD"]);
        Assert.DoesNotContain("KALASIN_IMAP", settings.Keys);
        Assert.EndsWith("/id-kalasin-production", office.Single(App).Text("properties.keyVaultReferenceIdentity"), StringComparison.Ordinal);
        var reader = Assert.Single(office.Of("Microsoft.Authorization/roleAssignments"), r => r.Scope() == vault.Name());
        Assert.EndsWith("/4633458b-17de-408a-b874-0445c86b69e6", reader.Text("properties.roleDefinitionId"), StringComparison.Ordinal); // Key Vault Secrets User
    }

    /// <summary>Where tokens take the place of passwords there is nothing to keep.</summary>
    [Fact]
    public async Task Tokens_NeedNoVault()
    {
        const string scope = "https://outlook.office365.com/.default";
        var office = await FilledInAsync("param smtp = 'smtp://office@smtp.office365.com'", "param imap = 'imaps://office@outlook.office365.com'", $"param mailScope = '{scope}'");
        Assert.Empty(office.Of("Microsoft.KeyVault/vaults"));
        var settings = Settings(office).ToDictionary(s => s.Name, s => s.Value.GetString()!);
        Assert.Equal((scope, scope), (settings["KALASIN_SMTP_SCOPE"], settings["KALASIN_IMAP_SCOPE"]));
        Assert.DoesNotContain(settings.Keys, name => name.EndsWith("_PASSWORD", StringComparison.Ordinal));
    }

    /// <summary>Under an identity the program makes none of these.</summary>
    [Fact]
    public void Stores_AreAllMadeByTheDeployment()
    {
        Assert.All(Environments, environment =>
        {
            Assert.Equal(
                ["data/answers", "data/drop", "data/heads", "data/parts", "data/vault", "host/azure-webjobs-hosts", "host/azure-webjobs-secrets", "host/deployments"],
                Names(environment, Container));
            Assert.Equal(["host/drops", "host/drops-poison"], Names(environment, $"{Account}/queueServices/queues"));
            Assert.Equal(["data/log"], Names(environment, $"{Account}/tableServices/tables"));
        });
    }

    /// <summary>What was deleted becomes a version, for which soft delete counts only once it is deleted itself.</summary>
    [Fact]
    public void Erasing_EndsForEveryContainerWhereFilesAreDeletedOrReplaced()
    {
        Assert.All(Environments, environment =>
        {
            var blobs = Assert.Single(environment.Of($"{Account}/blobServices"), b => !b.Name().StartsWith("host", StringComparison.Ordinal));
            Assert.Equal("True", blobs.Text("properties.isVersioningEnabled"));
            Assert.Equal("True", blobs.Text("properties.deleteRetentionPolicy.enabled"));
            Assert.Equal("True", blobs.Text("properties.containerDeleteRetentionPolicy.enabled"));
            var rule = Assert.Single(environment.Single($"{Account}/managementPolicies").Items("properties.policy.rules"));
            Assert.Equal("1", rule.Text("definition.actions.version.delete.daysAfterCreationGreaterThan"));
            Assert.Equal(["vault/", "drop/", "answers/", "parts/"], rule.Texts("definition.filters.prefixMatch"));
        });
    }

    [Theory]
    [InlineData("test", false, 1)]
    [InlineData("production", true, 1825)]
    public void Vault_IsHeldWhereDataIsLocked_AndHeadsCanOnlyGrow(string name, bool locked, int days)
    {
        var environment = Environments.Single(e => e.Name == name);
        Assert.Equal(locked ? 1 : 0, environment.Of("Microsoft.Authorization/locks").Count());
        var vault = environment.Of(Container).Single(c => c.Name() == "data/vault");
        Assert.Equal(locked.ToString(), vault.Text("properties.immutableStorageWithVersioning.enabled"));
        var heads = environment.Single($"{Container}/immutabilityPolicies");
        Assert.Contains("/heads/", heads.Text("name"), StringComparison.Ordinal);
        Assert.Equal(days.ToString(CultureInfo.InvariantCulture), heads.Text("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.Equal("True", heads.Text("properties.allowProtectedAppendWrites"));
    }

    /// <summary>A locked policy refuses to be deployed again.</summary>
    [Fact]
    public async Task LockedHeads_AreLeftAlone() =>
        Assert.Empty((await FilledInAsync("param headsLocked = true")).Of($"{Container}/immutabilityPolicies"));

    /// <summary>
    /// The host holds an upload that says its length, five bytes for one; as many as come at once have to fit, if each were the
    /// greatest that is taken.
    /// </summary>
    [Fact]
    public void Instance_HoldsAsManyUploadsAsComeAtOnce()
    {
        Assert.All(Environments, environment =>
        {
            var scale = environment.Single(App).At("properties.functionAppConfig.scaleAndConcurrency");
            var atOnce = scale.At("triggers.http.perInstanceConcurrency").GetInt32();
            Assert.InRange(atOnce * 5 * 100, 1, scale.At("instanceMemoryMB").GetInt32() - 1000);
        });
    }

    /// <summary>Azure takes no past month for a new budget and no other month for one that exists.</summary>
    [Fact]
    public async Task Budget_StartsInTheMonthOfTheDeployment_AndIsMadeOnce()
    {
        Assert.All(Environments, environment => Assert.Equal(
            "[utcNow('yyyy-MM-01')]", environment.Single("Microsoft.Consumption/budgets").Text("properties.timePeriod.startDate")));
        var run = await Bicep.BuildAsync(Path.Combine(Bicep.Folder, "modules", "budget.bicep"));
        using var template = JsonDocument.Parse(run.Output);
        var budget = Assert.Single(template.RootElement.At("resources").EnumerateObject()).Value;
        Assert.True(budget.At("@options").TryGetProperty("onlyIfNotExists", out _));
    }

    [Fact]
    public void Alerts_SayWhenTheyAreBlind_AndExpectNoTickBeforeTheFirst()
    {
        Assert.All(Environments, environment =>
        {
            var alerts = environment.Of("Microsoft.Insights/scheduledQueryRules").ToDictionary(
                a => a.Name().Replace($"alert-kalasin-{environment.Name}-", "", StringComparison.Ordinal),
                a => (Query: Assert.Single(a.Items("properties.criteria.allOf")).Text("query"), Rule: a.At("properties")));
            Assert.Equal(["dispatch", "log-fills", "log-full", "mail", "mailbox", "package", "poison", "step", "tick-lag"], alerts.Keys.Order(StringComparer.Ordinal));
            Assert.StartsWith("_LogOperation", alerts["log-full"].Query, StringComparison.Ordinal);
            Assert.StartsWith("Usage", alerts["log-fills"].Query, StringComparison.Ordinal);
            Assert.Contains("isnotnull(Last)", alerts["tick-lag"].Query, StringComparison.Ordinal);
            var tick = alerts["tick-lag"].Rule;
            Assert.Equal(("P2D", "P1D", "False"), (tick.Text("overrideQueryTimeRange"), tick.Text("muteActionsDuration"), tick.Text("autoMitigate")));
            Assert.All(alerts.Values, alert => Assert.NotEmpty(alert.Rule.Items("actions.actionGroups")));
        });
    }

    [Fact]
    public void Log_HearsWhoReadAndWroteWhatIsKept()
    {
        Assert.All(Environments, environment => Assert.Equal(
        [
            ("data/default", "StorageRead StorageWrite StorageDelete"), // files
            ("data/default", "StorageWrite StorageDelete"), // the table
            ($"evgt-kalasin-{environment.Name}", "DeliveryFailures"),
            ("host/default", "StorageWrite StorageDelete"), // packages
        ], environment.Of("Microsoft.Insights/diagnosticSettings")
            .Select(s => (s.Scope(), string.Join(' ', s.Items("properties.logs").Select(l => l.Text("category"))))).Order()));
    }

    /// <summary>To let the tests of Application Insights into an app that is closed is to let in everybody's.</summary>
    [Fact]
    public async Task Availability_IsAskedOfAnOpenAppOnly()
    {
        var office = await FilledInAsync();
        Assert.Empty(office.Of("Microsoft.Insights/webtests"));
        Assert.Equal(["203.0.113.0/24"], office.Single(App).Items("properties.siteConfig.ipSecurityRestrictions").Select(r => r.Text("ipAddress")));
        var open = await FilledInAsync("param allowedNetworks = ['0.0.0.0/0']");
        Assert.Contains("/api/health", open.Single("Microsoft.Insights/webtests").Text("properties.Request.RequestUrl"), StringComparison.Ordinal);
        Assert.Single(open.Of("Microsoft.Insights/metricAlerts"));
    }

    /// <summary>Accounts sign in where a registration is named; holders of links pass without one, everywhere.</summary>
    [Fact]
    public async Task SignIn_WithARegistration_TurnsNobodyAway()
    {
        Assert.All(Environments, environment =>
        {
            Assert.Equal("False", Config(environment, "authsettingsV2").Text("properties.platform.enabled"));
            Assert.Equal("", Settings(environment).Single(s => s.Name == "KALASIN_SIGN_IN").Value.GetString());
            Assert.Contains("defaultHostName", Settings(environment).Single(s => s.Name == "KALASIN_BASE_ADDRESS").Value.GetString(), StringComparison.Ordinal);
            Assert.Equal(["0.0.0.0/0"], environment.Single(App).Items("properties.siteConfig.ipSecurityRestrictions").Select(r => r.Text("ipAddress")));
        });
        const string client = "33333333-3333-3333-3333-333333333333";
        var office = await FilledInAsync($"param signInClientId = '{client}'", "param baseAddress = 'https://kalasin.example.go.th'");
        var settings = Settings(office).ToDictionary(s => s.Name, s => s.Value.GetString()!);
        Assert.Equal(("appservice", "https://kalasin.example.go.th"), (settings["KALASIN_SIGN_IN"], settings["KALASIN_BASE_ADDRESS"]));
        var signIn = Config(office, "authsettingsV2").At("properties");
        Assert.Equal(("True", "AllowAnonymous", "False"), (signIn.Text("platform.enabled"), signIn.Text("globalValidation.unauthenticatedClientAction"), signIn.Text("globalValidation.requireAuthentication")));
        Assert.Equal(client, signIn.Text("identityProviders.azureActiveDirectory.registration.clientId"));
        // No secret is kept: the setting that it would lie in names the program's own identity.
        Assert.Contains("id-kalasin-", settings[signIn.Text("identityProviders.azureActiveDirectory.registration.clientSecretSettingName")], StringComparison.Ordinal);
        Assert.Equal("False", signIn.Text("login.tokenStore.enabled"));
    }

    /// <summary>
    /// azd finds the group by the name of its environment, which is whatever the operator calls it; but production never gets the
    /// parameters of a test.
    /// </summary>
    [Fact]
    public async Task EnvironmentOfAzd_NamesGroupAndTag_AndIsNeverProduction()
    {
        var group = (await ForeseeAsync("test", [], "mine")).Single("Microsoft.Resources/resourceGroups");
        Assert.Equal(("rg-kalasin-mine", "mine"), (group.Name(), group.Text("tags.azd-env-name")));
        var refused = await Bicep.LintAsync(Path.Combine(Bicep.Folder, "test.bicepparam"), "production");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("production.bicepparam", refused.Complaints + refused.Output, StringComparison.Ordinal);
    }

    private static JsonElement.ObjectEnumerator Settings(Deployment environment) =>
        Config(environment, "appsettings").At("properties").EnumerateObject();

    private static JsonElement Config(Deployment environment, string name) =>
        environment.Of("Microsoft.Web/sites/config").Single(c => c.Name() == name);

    private static IEnumerable<string> Names(Deployment environment, string type) =>
        environment.Of(type).Select(ArmJson.Name).Order(StringComparer.Ordinal);
}
