using System.Globalization;
using System.Text.Json;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// What Event Grid says about the drop container, in its own schema or as CloudEvents, one event or many. Nothing of it is
/// believed that the store does not confirm: a drop is opened only if its tag is still the one that the event names.
/// </summary>
/// <param name="Drops">What came, as far as the events say exactly.</param>
/// <param name="Look">Something came and its event does not say what exactly: look through the drop.</param>
internal sealed record DropMessage(IReadOnlyList<Drop> Drops, bool Look)
{
    /// <summary>The container that things are dropped into.</summary>
    private const string Container = "drop";

    /// <param name="message">An event or an array of events.</param>
    /// <param name="now">No drop arrived later.</param>
    /// <exception cref="FormatException">Not an event.</exception>
    public static DropMessage Read(JsonElement message, DateTimeOffset now)
    {
        var drops = new List<Drop>();
        var look = false;
        foreach (var e in message.ValueKind == JsonValueKind.Array ? message.EnumerateArray().ToArray() : [message])
        {
            if (e.ValueKind != JsonValueKind.Object) throw new FormatException("The message holds something that is no event.");
            switch (Text(e, "eventType") ?? Text(e, "type"))
            {
                case "Microsoft.Storage.BlobCreated":
                    if (!IsOfContainer(e)) break;
                    if (DropOf(e, now) is { } drop) drops.Add(drop);
                    else look = true;
                    break;
                case "Microsoft.Storage.BlobRenamed":
                    look = true;
                    break;
                case null:
                    throw new FormatException("The message holds something that is no event.");
            }
        }
        return new(drops, look);
    }

    private static bool IsOfContainer(JsonElement e) =>
        Text(e, "subject") is not { } subject || subject.StartsWith($"/blobServices/default/containers/{Container}/blobs/", StringComparison.Ordinal);

    private static Drop? DropOf(JsonElement e, DateTimeOffset now)
    {
        if (DataOf(e) is not { ValueKind: JsonValueKind.Object } data) return null;
        if ((PathOfUrl(Text(data, "url")) ?? PathOfSubject(Text(e, "subject"))) is not { } path || TagOf(data) is not { } tag) return null;
        var time = Text(e, "eventTime") ?? Text(e, "time");
        if (!DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var arrived)) return null;
        var size = data.TryGetProperty("contentLength", out var length)
            && length.ValueKind == JsonValueKind.Number && length.TryGetInt64(out var bytes) && bytes > 0 ? bytes : 0;
        return new(path, tag, size, arrived < now ? arrived : now);
    }

    private static JsonElement? DataOf(JsonElement e)
    {
        if (e.TryGetProperty("data", out var data)) return data;
        if (!e.TryGetProperty("data_base64", out var encoded) || encoded.ValueKind != JsonValueKind.String || !encoded.TryGetBytesFromBase64(out var bytes))
            return null;
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An ETag as Event Grid and the storage write it: with or without quotes.</summary>
    private static string? TagOf(JsonElement data) => Text(data, "eTag")?.Trim('"') is { Length: > 0 and <= 100 } tag ? tag : null;

    /// <summary>The URL has the name escaped; the container is its first part, or its second where the account is the first.</summary>
    private static DropPath? PathOfUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.TrimStart('/').Split('/');
        var at = parts.Length > 1 && parts[0] == Container ? 1 : parts.Length > 2 && parts[1] == Container ? 2 : 0;
        return at > 0 && DropPath.TryParse(Uri.UnescapeDataString(string.Join('/', parts[at..])), out var path) ? path : null;
    }

    private static DropPath? PathOfSubject(string? subject) =>
        subject?.IndexOf("/blobs/", StringComparison.Ordinal) is int at and >= 0 && DropPath.TryParse(subject[(at + "/blobs/".Length)..], out var path)
            ? path
            : null;

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
