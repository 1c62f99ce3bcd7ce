using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Docs;

/// <summary>Types that are declared below a folder of the repository, with the texts of their files.</summary>
internal sealed partial class DeclaredTypes
{
    private readonly ILookup<string, string> texts;

    private DeclaredTypes(string folder)
    {
        var files = Directory.EnumerateFiles(RepositoryFile.At(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(RepositoryFile.At(), path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
        texts = files.Select(File.ReadAllText).SelectMany(text => Declaration().Matches(text).Select(m => (Name: m.Groups["name"].Value, Text: text)))
            .ToLookup(type => type.Name, type => type.Text, StringComparer.Ordinal);
    }

    public static DeclaredTypes OfSource { get; } = new("src");

    public static DeclaredTypes OfTests { get; } = new("tests");

    public bool Has(string type) => texts.Contains(type);

    /// <summary>Whether a member stands in the file of a type.</summary>
    public bool Has(string type, string member) => texts[type].Any(text => Regex.IsMatch(text, $@"\b{Regex.Escape(member)}\b", RegexOptions.NonBacktracking));

    /// <summary>Whether a class tests something, itself or as the contract of others.</summary>
    public bool Tests(string type) => texts[type].Any(text => TestMark().IsMatch(text)
        && (!Regex.IsMatch(text, $@"abstract class {type}\b", RegexOptions.NonBacktracking) || texts.SelectMany(t => t).Any(heir => heir.Contains($": {type}", StringComparison.Ordinal))));

    [GeneratedRegex(@"^\s*(public |internal |private )((static|sealed|abstract|readonly|partial|ref|unsafe) )*(class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*\[(Fact|Theory|\w+Fact|\w+Theory)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestMark();
}
