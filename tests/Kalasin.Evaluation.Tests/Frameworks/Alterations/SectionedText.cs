namespace Kalasin.Evaluation.Tests.Frameworks.Alterations;

/// <summary>A file of texts by name that tests hold against what is said (KALASIN_BLESS=1 writes a section anew).</summary>
internal static class SectionedText
{
    private const string Mark = "=== ";

    /// <summary>Holds one section against what is said.</summary>
    public static void Holds(string file, string name, string said)
    {
        var path = RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Frameworks", file);
        var kept = Sections(path);
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1")
        {
            kept[name] = said;
            File.WriteAllText(path, string.Concat(kept.Select(s => $"{Mark}{s.Key}\n{s.Value}\n")));
        }
        Assert.Equal(kept.GetValueOrDefault(name), said);
    }

    /// <summary>Names of the sections there are.</summary>
    public static IEnumerable<string> NamesIn(string file) => Sections(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Frameworks", file)).Keys;

    private static OrderedDictionary<string, string> Sections(string path)
    {
        var sections = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path)) return sections;
        foreach (var section in $"\n{File.ReadAllText(path)}".Split($"\n{Mark}").Skip(1))
            sections[section[..section.IndexOf('\n', StringComparison.Ordinal)]] = section[(section.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n') + "\n";
        return sections;
    }
}
