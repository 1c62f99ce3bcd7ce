using System.Diagnostics.CodeAnalysis;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Where a drop lies, <c>{round}/{unit}/…</c>, as its sender named it, Thai included. At most 900 characters; no empty, <c>.</c>
/// or <c>..</c> part, no backslash and no control character, so that it never leads out of the place it belongs to.
/// </summary>
internal sealed record DropPath
{
    /// <summary>A blob's name has at most 1,024 characters, and an answer's name comes behind its drop's.</summary>
    public const int Longest = 900;

    private const int HashShown = 16;

    private DropPath(string value) => Value = value;

    public string Value { get; }

    public IReadOnlyList<string> Parts => Value.Split('/');

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DropPath? path)
    {
        var legal = text is { Length: > 0 and <= Longest }
            && !text.Any(IsForeign)
            && text.Split('/').All(part => part is not ("" or "." or ".."));
        path = legal ? new(text!) : null;
        return legal;
    }

    /// <exception cref="FormatException">Not of the form above.</exception>
    public static DropPath Parse(string text) => TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is no path of a drop.");

    /// <summary>
    /// A path near a name that is none, so that there is somewhere to put its answer: what is wrong with it is written in
    /// percent, what is too long is cut and told from others by a hash. A name that is a path stays.
    /// </summary>
    public static DropPath Nearest(string name)
    {
        var text = string.Join('/', name.Split('/').Select(part => part switch { "" => "%2F", "." => "%2E", ".." => "%2E%2E", _ => InPercent(part) }));
        if (text.Length <= Longest) return new(text);
        var cut = Longest - HashShown - 1;
        if (char.IsHighSurrogate(text[cut - 1])) cut--;
        return new($"{text[..cut].TrimEnd('/')}/{ContentHash.Of(Encoding.UTF8.GetBytes(name)).ToString()[..HashShown]}");
    }

    public override string ToString() => Value;

    private static bool IsForeign(char c) => char.IsControl(c) || c == '\\';

    private static string InPercent(string part) => part.Any(IsForeign) ? string.Concat(part.Select(c => IsForeign(c) ? $"%{(int)c:X2}" : c.ToString())) : part;
}
