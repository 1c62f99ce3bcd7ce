using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>
/// Where the types of the library's own namespace stand: public ones are all in it, whichever folder they are of. Read from the
/// sources, because nothing compiled tells.
/// </summary>
internal sealed partial class SourceFolders
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>Of the library.</summary>
    public static SourceFolders OfLibrary { get; } = new(RepositoryFile.At("src", "Kalasin.Evaluation"));

    /// <param name="sources">The project's folder.</param>
    private SourceFolders(string sources)
    {
        foreach (var file in Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(sources, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            if (folder.Split('.')[0] is "obj" or "bin") continue;
            if (folder == ".") folder = "";
            var text = File.ReadAllText(file);
            if (!text.Contains("\nnamespace Kalasin.Evaluation;", StringComparison.Ordinal)
                && !text.StartsWith("namespace Kalasin.Evaluation;", StringComparison.Ordinal))
                continue;
            foreach (Match type in Declaration().Matches(text)) _folders[type.Groups["name"].Value] = folder;
        }
        Assert.NotEmpty(_folders);
    }

    /// <summary>
    /// The name of a type, or of the one around it, below its folder, <c>Scoring.Scorer</c>; <see langword="null"/> where its
    /// namespace says it.
    /// </summary>
    public string? NameOf(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        var name = type.Name.Split('`')[0];
        if (type.Namespace != "Kalasin.Evaluation" || !_folders.TryGetValue(name, out var folder)) return null;
        return folder.Length == 0 ? name : $"{folder}.{name}";
    }

    /// <summary>Whether a type stands in a folder of the library, <c>Documents.Pdf</c>, or in one below it.</summary>
    public bool IsIn(Type type, string folder) =>
        (NameOf(type) is { } name ? $"Kalasin.Evaluation.{name}." : type.Namespace + ".").StartsWith($"Kalasin.Evaluation.{folder}.", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(public|internal) ((static|sealed|abstract|readonly|partial|unsafe) )*(class|record struct|record|struct|enum|interface) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
