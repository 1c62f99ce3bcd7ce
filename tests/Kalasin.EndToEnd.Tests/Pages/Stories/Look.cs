namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>What somebody looks through: how wide their screen is, and whether script runs.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Script">Script runs.</param>
internal sealed record Look(int Width, bool Script)
{
    public const int Phone = 360, Desktop = 1280;

    /// <summary>As pictures are named after it.</summary>
    public string Name => (Width == Phone ? "phone" : "desktop") + (Script ? "" : "-bare");
}
