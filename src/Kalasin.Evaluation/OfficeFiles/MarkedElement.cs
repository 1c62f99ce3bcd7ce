using System.Buffers;
using System.Net;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>
/// An element of a part that knows where its letters stand, so that what is filled is spliced in and every other letter stays as it is. Of parts
/// only that a reader with limits has been through: well-formed, without a document type, of bounded depth.
/// </summary>
internal sealed class MarkedElement
{
    private static readonly SearchValues<char> EndsOfNames = SearchValues.Create(" \t\r\n/>");

    private readonly string text;
    private readonly MarkedElement? parent;
    private readonly IReadOnlyDictionary<string, string> namespaces;
    private readonly List<MarkedElement> children = [];

    private MarkedElement(string text, MarkedElement? parent, int start, int openEnd)
    {
        (this.text, this.parent, Start, OpenEnd) = (text, parent, start, openEnd);
        var tag = text.AsSpan(start + 1, openEnd - start - 1);
        var end = text.AsSpan(start + 1, openEnd - start - 1).IndexOfAny(EndsOfNames);
        var name = tag[..end].ToString();
        namespaces = parent?.namespaces ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (tag.Contains("xmlns", StringComparison.Ordinal))
        {
            var own = new Dictionary<string, string>(namespaces, StringComparer.Ordinal);
            foreach (var (key, value, _, _) in Attributes)
                if (key == "xmlns") own[""] = value;
                else if (key.StartsWith("xmlns:", StringComparison.Ordinal)) own[key[6..]] = value;
            namespaces = own;
        }
        (Prefix, Name) = name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (name[..(colon + 1)], name[(colon + 1)..]) : ("", name);
    }

    /// <summary>Prefix with its colon, or nothing.</summary>
    public string Prefix { get; }

    /// <summary>Name without prefix.</summary>
    public string Name { get; }

    /// <summary>Its namespace; empty for none.</summary>
    public string Namespace => namespaces.GetValueOrDefault(Prefix.TrimEnd(':'), "");

    /// <summary>Where it begins.</summary>
    public int Start { get; }

    /// <summary>After its opening tag.</summary>
    public int OpenEnd { get; }

    /// <summary>Where its closing tag begins; as <see cref="OpenEnd"/> for one without content.</summary>
    public int CloseStart { get; private set; }

    /// <summary>After it.</summary>
    public int End { get; private set; }

    /// <summary>Its child elements.</summary>
    public IReadOnlyList<MarkedElement> Children => children;

    /// <summary>What it stands in; <see langword="null"/> for the root.</summary>
    public MarkedElement? Parent => parent;

    /// <summary>Its letters.</summary>
    public ReadOnlySpan<char> Letters => text.AsSpan(Start, End - Start);

    /// <summary>The letters of the whole part.</summary>
    public string Part => text;

    /// <summary>Its attributes: name with prefix, value, and where the attribute stands with the white space before it.</summary>
    public IEnumerable<(string Key, string Value, int From, int To)> Attributes
    {
        get
        {
            var at = Start + 1;
            while (at < OpenEnd && !IsSpace(text[at]) && text[at] is not ('/' or '>')) at++;
            while (true)
            {
                var from = at;
                while (IsSpace(text[at])) at++;
                if (text[at] is '/' or '>' or '?') yield break;
                var key = at;
                while (text[at] != '=' && !IsSpace(text[at])) at++;
                var name = text[key..at];
                while (text[at] is not ('"' or '\'')) at++;
                var close = text.IndexOf(text[at], at + 1);
                yield return (name, WebUtility.HtmlDecode(text[(at + 1)..close]), from, close + 1);
                at = close + 1;
            }
        }
    }

    /// <summary>An attribute by its name without prefix.</summary>
    public string? this[string name] => Attributes.Where(a => a.Key == name || a.Key.EndsWith(":" + name, StringComparison.Ordinal)).Select(a => a.Value).FirstOrDefault();

    /// <summary>The first child of a name.</summary>
    public MarkedElement? Child(string name) => children.Find(c => c.Name == name);

    /// <summary>All elements in it, in order.</summary>
    public IEnumerable<MarkedElement> Descendants()
    {
        foreach (var child in children)
        {
            yield return child;
            foreach (var inner in child.Descendants()) yield return inner;
        }
    }

    /// <summary>The root element of a part.</summary>
    public static MarkedElement Read(string text)
    {
        MarkedElement? root = null, open = null;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at))
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<!--")) at = After(text, "-->", at);
            else if (rest.StartsWith("<![CDATA[")) at = After(text, "]]>", at);
            else if (rest.StartsWith("<?")) at = After(text, "?>", at);
            else if (rest.StartsWith("</"))
            {
                var end = text.IndexOf('>', at) + 1;
                (open!.CloseStart, open.End) = (at, end);
                (open, at) = (open.parent, end);
            }
            else
            {
                var end = EndOfTag(text, at);
                var element = new MarkedElement(text, open, at, end);
                open?.children.Add(element);
                root ??= element;
                if (text[end - 2] == '/') (element.CloseStart, element.End) = (end, end);
                else open = element;
                at = end;
            }
        }
        return root!;
    }

    private static int After(string text, string mark, int at) => text.IndexOf(mark, at, StringComparison.Ordinal) + mark.Length;

    private static int EndOfTag(string text, int at)
    {
        for (char? quote = null; ; at++)
        {
            var c = text[at];
            if (quote is not null) quote = c == quote ? null : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return at + 1;
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';
}
