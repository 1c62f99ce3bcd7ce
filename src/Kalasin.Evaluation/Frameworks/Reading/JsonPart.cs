using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>A value of a JSON text that knows its line, counted from 1.</summary>
internal abstract record JsonPart(int Line)
{
    /// <summary>The line of the value at a pointer, or of the innermost value on the way there that exists.</summary>
    public int LineOf(string pointer)
    {
        var part = this;
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            var inner = part switch
            {
                JsonObjectPart o => o.Find(escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
                JsonArrayPart a when int.TryParse(escaped, out var i) && i >= 0 && i < a.Items.Length => a.Items[i],
                _ => null,
            };
            if (inner is null) break;
            part = inner;
        }
        return part.Line;
    }

    /// <summary>A pointer one step further in (RFC 6901).</summary>
    public static string Pointer(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}

/// <summary>An object; of two members with one name the first.</summary>
internal sealed record JsonObjectPart(int Line, ImmutableArray<JsonMember> Members) : JsonPart(Line)
{
    private readonly Dictionary<string, JsonPart> byName = Members.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);

    public JsonPart? Find(string name) => byName.GetValueOrDefault(name);
}

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(string Name, int Line, JsonPart Value);

/// <summary>An array.</summary>
internal sealed record JsonArrayPart(int Line, ImmutableArray<JsonPart> Items) : JsonPart(Line);

/// <summary>A string.</summary>
internal sealed record JsonTextPart(int Line, string Text) : JsonPart(Line);

/// <summary>A number, as written.</summary>
internal sealed record JsonNumberPart(int Line, string Digits) : JsonPart(Line);

/// <summary>True, false, or null.</summary>
internal sealed record JsonLiteralPart(int Line, bool? Value) : JsonPart(Line);
