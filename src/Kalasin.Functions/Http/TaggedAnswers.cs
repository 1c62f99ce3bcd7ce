using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Http;

/// <summary>
/// What an address shows of a round, with a tag: of the log's head, in which the rules are, of the address, of this version of the program and of
/// what is known to be damaged. Whoever names the tag again gets no body, and nothing is worked out for them.
/// </summary>
internal sealed class TaggedAnswers(VaultContent content)
{
    public async Task<IResult> OfAsync<T>(HttpRequest request, OpenedRound round, JsonTypeInfo<T> form, Func<Task<T>> make) where T : class =>
        (await FindAsync(request, round, form, async () => (T?)await make()))!;

    /// <returns>Null where there is no such answer.</returns>
    public async Task<IResult?> FindAsync<T>(HttpRequest request, OpenedRound round, JsonTypeInfo<T> form, Func<Task<T?>> make) where T : class
    {
        var known = TagOf(request, round);
        if (request.GetTypedHeaders().IfNoneMatch.Any(given => given.Compare(known, useStrongComparison: false))) return Written([], known);
        // The tag once more: what was damaged may have come to light, or been mended, only now.
        return await make() is { } answer ? Written(JsonSerializer.SerializeToUtf8Bytes(answer, form), TagOf(request, round)) : null;
    }

    /// <summary>For what depends on more than one round's log: it is worked out each time, and named by what it says.</summary>
    public static IResult Of<T>(T answer, JsonTypeInfo<T> form)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, form);
        return Written(json, TagOf(json));
    }

    /// <summary>Whoever names the tag gets 304.</summary>
    private static FileContentHttpResult Written(byte[] json, EntityTagHeaderValue tag) => TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: tag);

    /// <summary>The tag of something written. Weak, as all are: the same answer is also sent compressed.</summary>
    public static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> json) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16))}\"", isWeak: true);

    private EntityTagHeaderValue TagOf(HttpRequest request, OpenedRound round)
    {
        var named = $"{round.State.Head}\n{request.PathBase}{request.Path}{request.QueryString}\n"
            + $"{ProgramVersion.Number} {ProgramVersion.Revision}\n{content.DamageMark(round.Id)}";
        return TagOf(Encoding.UTF8.GetBytes(named));
    }
}
