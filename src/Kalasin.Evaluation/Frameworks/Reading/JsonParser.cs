using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Reads JSON into parts with lines, within limits, never throwing for what the text says.</summary>
internal ref struct JsonParser
{
    /// <summary>Longest text that is read: a framework has some 100 kB; without a limit a sender decides how much memory we use.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Most items of one array; checks compare items with each other.</summary>
    public const int MaxItems = 1000;

    private readonly ReadOnlySpan<byte> text;
    private readonly FindingList findings;
    private Utf8JsonReader reader;
    private int countedTo;
    private int line = 1;
    private bool isStopped;

    private JsonParser(ReadOnlySpan<byte> text, FindingList findings)
    {
        this.text = text;
        this.findings = findings;
        reader = new(text, new JsonReaderOptions { MaxDepth = RulesJson.MaxDepth + 1 });
    }

    /// <summary>The value of a text, or <see langword="null"/> with a finding that says why there is none.</summary>
    public static JsonPart? Parse(ReadOnlySpan<byte> text, FindingList findings)
    {
        if (!System.Text.Unicode.Utf8.IsValid(text))
        {
            findings.Add(JsonFindings.NotUtf8.At(Place.Nowhere));
            return null;
        }
        var parser = new JsonParser(text, findings);
        try
        {
            parser.Next();
            var root = parser.Value("");
            while (!parser.isStopped && parser.reader.Read()) { }
            return parser.isStopped ? null : root;
        }
        catch (JsonException e)
        {
            findings.Add(JsonFindings.NotJson.At(new() { Line = (int)(e.LineNumber ?? 0) + 1 }));
            return null;
        }
    }

    private void Next()
    {
        if (isStopped) return;
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        line += text[countedTo..start].Count((byte)'\n');
        countedTo = start;
    }

    private JsonPart Value(string pointer)
    {
        var at = line;
        if (reader.CurrentDepth >= RulesJson.MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return Stop(JsonFindings.TooDeep.At(Place.At(pointer, at), ThaiNumerals.Number(RulesJson.MaxDepth)));
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(pointer),
            JsonTokenType.StartArray => Array(pointer),
            JsonTokenType.String => new JsonTextPart(at, Text(pointer)),
            JsonTokenType.Number => new JsonNumberPart(at, Encoding.ASCII.GetString(reader.ValueSpan)),
            JsonTokenType.True => new JsonLiteralPart(at, true),
            JsonTokenType.False => new JsonLiteralPart(at, false),
            _ => new JsonLiteralPart(at, null),
        };
    }

    private JsonObjectPart Object(string pointer)
    {
        var at = line;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (Next(); !isStopped && reader.TokenType == JsonTokenType.PropertyName; Next())
        {
            var (nameLine, name) = (line, Text(pointer));
            var inner = JsonPart.Pointer(pointer, name);
            Next();
            var value = Value(inner);
            if (lines.TryAdd(name, nameLine)) members.Add(new(name, nameLine, value));
            else findings.Add(JsonFindings.DuplicateName.At(Place.At(inner, nameLine), name, ThaiNumerals.Number(lines[name])));
        }
        return new(at, members.DrainToImmutable());
    }

    private JsonArrayPart Array(string pointer)
    {
        var at = line;
        var items = ImmutableArray.CreateBuilder<JsonPart>();
        for (Next(); !isStopped && reader.TokenType != JsonTokenType.EndArray; Next())
        {
            if (items.Count == MaxItems)
            {
                Stop(JsonFindings.TooManyItems.At(Place.At(pointer, line), ThaiNumerals.Number(MaxItems)));
                break;
            }
            items.Add(Value($"{pointer}/{items.Count}"));
        }
        return new(at, items.DrainToImmutable());
    }

    private string Text(string pointer)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone names no character.
            findings.Add(JsonFindings.NotText.At(Place.At(pointer, line)));
            return "";
        }
    }

    private JsonLiteralPart Stop(Finding finding)
    {
        findings.Add(finding);
        isStopped = true;
        return new(line, null);
    }
}
