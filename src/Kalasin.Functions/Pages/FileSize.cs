using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>Sizes of files as people read them.</summary>
internal static class FileSize
{
    public static string InThai(long bytes) => bytes < 1_000_000
        ? $"{ThaiNumerals.Format(Math.Max(1, bytes / 1000))} กิโลไบต์"
        : $"{ThaiNumerals.Format(bytes / 1_000_000m, 1)} เมกะไบต์";
}
