using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>
/// Reads a framework or plan: limits, text, structure, meaning. Every fault is named at once: where the structure is wrong, the meaning of all that the
/// faults don't touch is looked at as well. With any fault nothing is read.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="title">What its schema is called.</param>
/// <param name="type">How it stands in JSON.</param>
/// <param name="check">Finds what the structure cannot say, by pointer.</param>
internal sealed class RulesReader<T>(string title, JsonTypeInfo<T> type, Action<T, PlacedFindings> check) where T : class
{
    private readonly JsonObject schema = RulesSchema.Of(title, type);

    /// <summary>The schema as text.</summary>
    public string Schema => schema.ToJsonString(type.Options) + "\n";

    public RulesResult<T> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Bytes(stream) is { } bytes ? Read(bytes) : RulesResult<T>.Of([JsonFindings.TooLarge.At(Place.Nowhere, ThaiNumerals.Number(JsonParser.MaxBytes))], () => null!);
    }

    /// <summary>Reads bytes that are bounded already.</summary>
    public RulesResult<T> Read(ReadOnlySpan<byte> bytes)
    {
        var findings = new FindingList();
        var value = Read(bytes, findings);
        return RulesResult<T>.Of(findings.Close(), () => value!);
    }

    private T? Read(ReadOnlySpan<byte> bytes, FindingList findings)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (JsonParser.Parse(bytes, findings) is not { } root) return null;
        new SchemaCheck(schema, findings).Check(root);
        try
        {
            var mended = findings.HasErrors ? new MendedRules(schema) : null;
            var value = mended is null ? JsonSerializer.Deserialize(bytes, type)! : mended.Of(root).Deserialize(type)!;
            check(value, new(findings, root) { Mended = mended });
            return value;
        }
        catch (JsonException e)
        {
            if (!findings.HasErrors) findings.Add(JsonFindings.NotJson.At(new() { Line = (int)(e.LineNumber ?? 0) + 1 }));
            return null;
        }
    }

    private static byte[]? Bytes(Stream stream)
    {
        // Most texts are far shorter than the longest: its room is borrowed, not made anew.
        var buffer = ArrayPool<byte>.Shared.Rent(JsonParser.MaxBytes + 1);
        var length = stream.ReadAtLeast(buffer.AsSpan(0, JsonParser.MaxBytes + 1), JsonParser.MaxBytes + 1, throwOnEndOfStream: false);
        var bytes = length > JsonParser.MaxBytes ? null : buffer[..length];
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }
}
