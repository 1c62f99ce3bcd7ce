using Kalasin.EndToEnd.Tests.Kills.Inside;

/// <summary>What the runtime calls in the published program before its own code, because <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => PointedProgram.Watch();
}
