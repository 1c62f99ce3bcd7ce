using System.Reflection;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>What holds for every type, whichever room it is in.</summary>
internal static class TypeRules
{
    private static readonly string[] VagueEndings = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities", "Common"];

    /// <summary>A name that would fit any type; generated types (in angle brackets) are not ours to name.</summary>
    public static bool IsVague(string name) => name[0] != '<' && VagueEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A public class that a stranger could derive from.</summary>
    public static bool IsOpen(Type type) => type is { IsVisible: true, IsClass: true, IsSealed: false } && typeof(Delegate) != type.BaseType &&
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(c => (c.IsPublic || c.IsFamily || c.IsFamilyOrAssembly) && !IsCopy(c, type));

    /// <summary>The constructor by which a record copies itself: the compiler writes it, and it needs an instance to start from.</summary>
    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [{ ParameterType: var copied }] && copied == type;
}
