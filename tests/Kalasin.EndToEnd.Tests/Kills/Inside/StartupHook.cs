using Kalasin.EndToEnd.Tests.Kills.Inside;

#pragma warning disable MA0047 // the runtime looks for this very name
/// <summary>What the runtime calls in the published program before its own code, because <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => PointedProgram.Watch();
}
