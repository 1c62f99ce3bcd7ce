using System.Text.Json;
using Kalasin.Functions.Http;

namespace Kalasin.Functions.Tests;

/// <summary>What the API says of a finding, word for word.</summary>
internal static class ToldAnswer
{
    private static readonly JsonSerializerOptions Read = new(JsonSerializerDefaults.Web);

    /// <summary>That an answer with this status holds this finding and no other.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="status">Its status.</param>
    /// <param name="code">The finding's code.</param>
    /// <param name="file">The file that it is about; empty where it is about the whole.</param>
    /// <param name="thai">Message and remedy.</param>
    /// <param name="english">The same in English.</param>
    public static async Task IsAsync(HttpResponseMessage response, int status, string code, string file, string thai, string english) =>
        Is(Assert.Single((await RunningService.JsonAsync(response, (System.Net.HttpStatusCode)status)).GetProperty("findings").EnumerateArray()), code, file, thai, english);

    /// <summary>The same of one finding of an answer.</summary>
    public static void Is(JsonElement finding, string code, string file, string thai, string english)
    {
        var told = finding.Deserialize<FindingAnswer>(Read)!;
        Assert.Equal(
            $"{code} {file}\n{thai}\n{english}",
            $"{told.Code} {told.Place?.File}\n{$"{told.Message.Th} {told.Remedy.Th}".TrimEnd()}\n{$"{told.Message.En} {told.Remedy.En}".TrimEnd()}");
    }
}
