using System.Globalization;
using System.Text;

namespace Kalasin.Functions.Binder;

/// <summary>
/// Names of files and folders in a binder: as people gave them, as far as Windows, macOS and Linux all take them, and each once in its folder
/// whatever the case of its letters.
/// </summary>
internal sealed class BinderPath
{
    /// <summary>Most letters of a name: two of them, a folder of ours and a user's own path stay below the 260 of Windows.</summary>
    private const int MostLetters = 80;

    /// <summary>Most bytes of a name in UTF-8: Linux takes 255.</summary>
    private const int MostBytes = 240;

    private const int LongestEnding = 12;

    private const string NoName = "ไม่มีชื่อ";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. "123456789¹²³".SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A path that nothing else in the binder has.</summary>
    /// <param name="folder">Made of names that are safe.</param>
    /// <param name="name">Of the file, as somebody gave it.</param>
    public string Of(string folder, string name)
    {
        var safe = Safe(name);
        var (stem, ending) = (safe[..^EndingOf(safe).Length], EndingOf(safe));
        var path = $"{folder}/{safe}";
        for (var n = 2; !_taken.Add(path); n++) path = $"{folder}/{Shortened(stem, $" ({n.ToString(CultureInfo.InvariantCulture)}){ending}")}";
        return path;
    }

    /// <summary>A name of its own, as all systems take it.</summary>
    public static string Safe(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize().EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                text.Append(rune == Rune.ReplacementChar || "<>:\"/\\|?*".Contains(rune.ToString(), StringComparison.Ordinal) ? "-" : rune.ToString());
        var safe = text.ToString().Trim().TrimEnd('.', ' ');
        if (safe.Length == 0) safe = NoName;
        if (Devices.Contains(safe.Split('.')[0].TrimEnd())) safe = $"_{safe}";
        var ending = EndingOf(safe);
        return Shortened(safe[..^ending.Length], ending);
    }

    private static string EndingOf(string name) => Path.GetExtension(name) is { Length: > 1 and <= LongestEnding } ending && ending.Length < name.Length ? ending : "";

    /// <summary>As much of a name as there is room for before its ending, whole clusters only.</summary>
    private static string Shortened(string stem, string ending)
    {
        if (Fits(stem + ending)) return stem + ending;
        var kept = 0;
        foreach (var end in StringInfo.ParseCombiningCharacters(stem).Skip(1).Append(stem.Length))
        {
            if (!Fits(stem[..end] + ending)) break;
            kept = end;
        }
        return stem[..kept].TrimEnd(' ', '.') + ending;
    }

    private static bool Fits(string name) => name.Length <= MostLetters && Encoding.UTF8.GetByteCount(name) <= MostBytes;
}
