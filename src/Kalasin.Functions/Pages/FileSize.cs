using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>Sizes of files as people read them.</summary>
internal static class FileSize
{
    public static BilingualText Of(long bytes)
    {
        var (number, thai, english) = bytes < 1_000_000
            ? (ThaiNumerals.Number(Math.Max(1, bytes / 1000)), "กิโลไบต์", "kB")
            : (ThaiNumerals.Number(bytes / 1_000_000m, 1), "เมกะไบต์", "MB");
        return new($"{number.Thai} {thai}", $"{number.English} {english}");
    }
}
