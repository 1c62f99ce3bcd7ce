using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>
/// A secret of the settings: from a variable of the environment, where Azure puts what it has read from a key vault, or from a file
/// that another one names, for offices that keep it on a disk. Never from the command line, which every user of a machine sees.
/// </summary>
internal static class Secret
{
    private const int Longest = 16_384;

    /// <summary>Where Azure could not read its key vault it leaves what it was told to read; nobody signs in with that.</summary>
    private const string Unresolved = "@Microsoft.KeyVault(";

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <param name="name">The variable; the one of the file is called the same with <c>_FILE</c>.</param>
    /// <returns>Null if there is none, or if the file can't be read, which is a finding.</returns>
    public static string? Read(string name, Func<string, string?> environment, ICollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(findings);
        if (NotEmpty(environment(name)) is { } value && !value.StartsWith(Unresolved, StringComparison.OrdinalIgnoreCase)) return value;
        if (NotEmpty(environment($"{name}_FILE")) is not { } path) return null;
        try
        {
            if (IsOpenToOthers(path)) findings.Add(SettingsFindings.SecretReadable.At(Place.Nowhere, path));
            if (new FileInfo(path) is { Length: <= Longest }) return NotEmpty(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Told below.
        }
        findings.Add(SettingsFindings.SecretUnreadable.At(Place.Nowhere, path, name));
        return null;
    }

    /// <summary>
    /// Whether other users of the machine can read or change a file. Windows keeps lists of its own, which are the office's matter.
    /// </summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    private static string? NotEmpty(string? text) => text?.Trim() is { Length: > 0 } value ? value : null;
}
