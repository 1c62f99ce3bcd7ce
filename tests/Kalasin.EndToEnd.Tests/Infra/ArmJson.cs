using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kalasin.EndToEnd.Tests.Infra;

/// <summary>Reads a resource of a deployment; a dot leads into a property.</summary>
internal static partial class ArmJson
{
    private const string Assignment = "/providers/Microsoft.Authorization/roleAssignments";

    public static JsonElement At(this JsonElement json, string path) => path.Split('.').Aggregate(json, (at, name) => at.GetProperty(name));

    public static string Text(this JsonElement json, string path) => json.At(path).ToString();

    public static IEnumerable<JsonElement> Items(this JsonElement json, string path) => json.At(path).EnumerateArray();

    public static IEnumerable<string> Texts(this JsonElement json, string path) => json.Items(path).Select(item => item.ToString());

    /// <summary>The last part of its id, behind <c>data</c> or <c>host</c> where it lies in one of the accounts.</summary>
    public static string Name(this JsonElement resource) => NameOf(resource.Text("id"));

    /// <summary>The name of what an assignment or a diagnostic setting is for; its own may be known already or still an expression.</summary>
    public static string Scope(this JsonElement resource)
    {
        var id = resource.Text("id").Replace("', 'Microsoft.Authorization/roleAssignments", Assignment, StringComparison.Ordinal);
        return NameOf(id.Split([Assignment, "/providers/Microsoft.Insights/diagnosticSettings"], StringSplitOptions.None)[0]);
    }

    private static string NameOf(string id)
    {
        var name = id.Split('/')[^1];
        return Account().Match(id) is { Success: true } match ? $"{(match.Groups["host"].Success ? "host" : "data")}/{name}" : name;
    }

    [GeneratedRegex("/storageAccounts/kalasin(?<host>host)?[a-z0-9]{13}/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Account();
}
