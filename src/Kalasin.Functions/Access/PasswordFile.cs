using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kalasin.Functions.Access;

/// <summary>
/// The coordinator's password as it lies on the disk: hashed slowly, in a file that its owner alone can read. It is read each time,
/// so that one that another process sets counts at once.
/// </summary>
internal sealed class PasswordFile(string folder)
{
    /// <summary>Characters, inclusive.</summary>
    public const int Shortest = 12;

    /// <inheritdoc cref="Shortest"/>
    public const int Longest = 256;

    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Account = "coordinator";

    private readonly PasswordHasher<string> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    private string Path { get; } = System.IO.Path.Combine(folder, "password");

    /// <summary>
    /// Tells one password from the next without telling anything of it: what a session remembers. Null as long as none is set.
    /// </summary>
    public string? Stamp =>
        Read() is { } hash ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash)).AsSpan(0, 16)) : null;

    /// <summary>What is wrong with the way it is kept; null if nothing is.</summary>
    public Finding? Problem =>
        File.Exists(Path) && Secret.IsOpenToOthers(Path) ? SettingsFindings.SecretReadable.At(Place.Nowhere, Path) : null;

    public static bool IsLongEnough(string password) => password is { Length: >= Shortest and <= Longest };

    /// <summary>Whether it is the one; never, as long as none is set.</summary>
    public bool Matches(string password) =>
        password.Length <= Longest && Read() is { } hash
            && hasher.VerifyHashedPassword(Account, hash, Plain(password)) != PasswordVerificationResult.Failed;

    /// <exception cref="IOException">It can't be kept.</exception>
    public void Set(string password)
    {
        if (!IsLongEnough(password)) throw new ArgumentException("The password is too short or too long.", nameof(password));
        MakeFolder(folder);
        var made = $"{Path}.new";
        File.Delete(made);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        using (var stream = new FileStream(made, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(hasher.HashPassword(Account, Plain(password))));
            stream.Flush(flushToDisk: true);
        }
        File.Move(made, Path, overwrite: true);
        Durability.FlushFolder(folder);
    }

    /// <summary>Makes a folder that its owner alone can enter, and so those above it that are not there yet.</summary>
    public static void MakeFolder(string path)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } above && !Directory.Exists(above)) MakeFolder(above);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute);
    }

    /// <summary>What is typed the same is the same, whichever way a keyboard puts vowels and marks together.</summary>
    private static string Plain(string password) => password.Normalize(NormalizationForm.FormC);

    private string? Read()
    {
        try
        {
            return File.ReadAllText(Path) is { Length: > 0 } text ? text.Trim() : null;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
