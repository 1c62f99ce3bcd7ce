using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Reads a framework or plan: limits, then text, then structure, then meaning. A later stage begins only when the one before found nothing.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="schema">What its structure is held against.</param>
/// <param name="check">Finds what the structure cannot say, by pointer.</param>
internal sealed class RulesReader<T>(JsonObject schema, Action<T, Report> check) where T : class
{
    /// <summary>The schema as text.</summary>
    public string Schema { get; } = schema.ToJsonString(RulesJson.Options) + "\n";

    public RulesResult<T> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var findings = new FindingList();
        T? value = null;
        if (Bytes(stream) is { } bytes) value = Read(bytes, findings);
        else findings.Add(JsonFindings.TooLarge.At(Place.Nowhere, ThaiNumerals.Number(JsonParser.MaxBytes)));
        return RulesResult<T>.Of(findings.Close(), () => value!);
    }

    private T? Read(ReadOnlySpan<byte> bytes, FindingList findings)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (JsonParser.Parse(bytes, findings) is not { } root || findings.HasErrors) return null;
        new SchemaCheck(schema, findings).Check(root);
        if (findings.HasErrors) return null;
        try
        {
            var value = JsonSerializer.Deserialize<T>(bytes, RulesJson.Options)!;
            var report = new Report(findings, root);
            TextChecks.Check(root, report);
            check(value, report);
            return value;
        }
        catch (JsonException e)
        {
            findings.Add(JsonFindings.NotJson.At(new() { Line = (int)(e.LineNumber ?? 0) + 1 }));
            return null;
        }
    }

    private static byte[]? Bytes(Stream stream)
    {
        var buffer = new byte[JsonParser.MaxBytes + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > JsonParser.MaxBytes ? null : buffer[..length];
    }
}
