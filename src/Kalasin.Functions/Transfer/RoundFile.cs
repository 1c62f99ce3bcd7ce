using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Transfer;

/// <summary>A round as one file: the names of its entries, in their order. The form is written down in <c>docs/round-file.md</c>.</summary>
internal static class RoundFile
{
    public const string Format = "kalasin-round";

    /// <summary>Rises when a program that reads this version could not read the file.</summary>
    public const int Version = 1;

    public const string Head = "round.json";
    public const string Log = "log.jsonl";
    public const string Heads = "heads.txt";
    public const string Manifest = "manifest.json";

    /// <summary>Most entries that are read: contents, and the four above.</summary>
    public const int MostEntries = 200_004;

    /// <summary>Most events that are read; a round of 24 units has some hundred.</summary>
    public const int MostEvents = 100_000;

    /// <summary>Most bytes of the log that are read.</summary>
    public const long MostLogBytes = 200_000_000;

    /// <summary>Most bytes of one content: what a vault writes in one request.</summary>
    public const long MostContentBytes = 256 << 20;

    /// <summary>Most bytes of the first entry.</summary>
    public const int MostHeadBytes = 4096;

    /// <summary>Most bytes of the last entry: some 150 for each of the others, and for each that is lacking.</summary>
    public const int MostManifestBytes = 64 << 20;

    private const string Contents = "objects/";

    public static string NameOf(ContentHash content) => $"{Contents}{content}";

    /// <returns>Null for an entry that is none.</returns>
    public static ContentHash? ContentOf(string name) =>
        name.StartsWith(Contents, StringComparison.Ordinal) && ContentHash.TryParse(name[Contents.Length..], out var hash) ? hash : null;
}

/// <summary>The first entry: whose it is, before anything else is read.</summary>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="Events">Sequence of the last event.</param>
/// <param name="Head">Head of the log's chain.</param>
internal sealed record RoundFileHead(string Format, int Version, string Program, string Round, long Events, ContentHash Head);

/// <summary>The last entry: what is in it, and what is not.</summary>
/// <param name="Entries">All others, in their order.</param>
/// <param name="Objects">How many contents there are.</param>
/// <param name="Bytes">Bytes of all entries.</param>
/// <param name="Erased">Contents that the log says are erased.</param>
/// <param name="Missing">Contents that the log names and that were lost before.</param>
/// <param name="Changed">Contents that were not what their name says any more; they are not in it.</param>
/// <param name="HeadsRead">Whether the place of the sealed heads could be read; where not, there are none.</param>
internal sealed record RoundFileManifest(
    ImmutableArray<RoundFileEntry> Entries, int Objects, long Bytes,
    ImmutableArray<ContentHash> Erased, ImmutableArray<ContentHash> Missing, ImmutableArray<ContentHash> Changed, bool HeadsRead);

/// <param name="Sha256">Of its bytes.</param>
internal sealed record RoundFileEntry(string Name, long Size, ContentHash Sha256)
{
    public static RoundFileEntry Of(ZipEntry entry) => new(entry.Name, entry.Measure.Size, entry.Measure.Hash);
}

/// <summary>What was read is no round file, or not a whole one. Carries the finding to show.</summary>
internal sealed class RoundFileException(Finding finding) : Exception(finding.ToString(Language.English))
{
    public Finding Finding => finding;

    public static RoundFileException BreaksOff() => new(TransferFindings.BreaksOff.At(Place.Nowhere));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true, Converters = [typeof(HashInFile)])]
[JsonSerializable(typeof(RoundFileHead))]
[JsonSerializable(typeof(RoundFileManifest))]
internal sealed partial class RoundFileJson : JsonSerializerContext;

internal sealed class HashInFile : JsonConverter<ContentHash>
{
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ContentHash.TryParse(reader.GetString(), out var hash) ? hash : throw new JsonException("Not a hash.");

    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
