using System.Reflection;

namespace Kalasin.Functions.Telemetry;

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    private static readonly string[] Build =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+', 2);

    public static string Number => Build[0];

    /// <summary>The source revision of this build; null when it was built outside a repository.</summary>
    public static string? Revision => Build.ElementAtOrDefault(1);
}
