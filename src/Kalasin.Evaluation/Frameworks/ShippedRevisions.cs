using System.Collections.Frozen;
using System.IO.Compression;
using System.Text.Json;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Every revision of every framework and plan that this package ever shipped, standard plans of all provinces included, as the
/// very bytes that their hashes name. Rounds on disk name them: a line that was shipped is never changed or taken out.
/// </summary>
internal static class ShippedRevisions
{
    public const string Resource = "Frameworks/Data/shipped.txt.br";

    /// <summary>What there is, found out once: forms say of which revision they are, and to look for one that there never was must cost nothing.</summary>
    private static readonly Lazy<FrozenSet<(string Id, int Revision)>> Names = new(() => All().Select(bytes => NameOf(bytes)).ToFrozenSet());

    /// <summary>One canonical JSON after the other.</summary>
    public static IEnumerable<byte[]> All()
    {
        using var stream = typeof(ShippedRevisions).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The package lacks {Resource}.");
        using var lines = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line) yield return System.Text.Encoding.UTF8.GetBytes(line);
    }

    /// <summary>The bytes of a hash, or <see langword="null"/> if nothing that was shipped has it.</summary>
    public static byte[]? Find(ContentHash hash) => All().FirstOrDefault(bytes => ContentHash.Of(bytes) == hash);

    /// <summary>What was shipped as that revision, or <see langword="null"/>.</summary>
    /// <typeparam name="T"><see cref="Framework"/> or <see cref="RoundPlan"/>.</typeparam>
    public static T? Find<T>(string id, int revision) where T : class =>
        Names.Value.Contains((id, revision)) && All().FirstOrDefault(bytes => NameOf(bytes) == (id, revision)) is { } found ? CanonicalJson.Read<T>(found) : null;

    /// <summary>
    /// Id and revision of a canonical JSON. The id of a plan that ships begins with a province's code and a framework's with a
    /// letter: no two are alike.
    /// </summary>
    public static (string Id, int Revision) NameOf(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return (json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("revision").GetInt32());
    }
}
