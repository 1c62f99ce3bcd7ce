using System.Collections.Frozen;
using System.Globalization;

namespace Kalasin.Evaluation.Localities;

/// <summary>Where districts stand on a map of equal tiles, for the provinces that have one.</summary>
internal static class DistrictTiles
{
    private static readonly Lazy<FrozenDictionary<string, (int Row, int Column)>> Tiles = new(() =>
        Thai.EmbeddedData.Text("Localities/Data/district-tiles.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToFrozenDictionary(t => t[0], t => (Number(t[1]), Number(t[2])), StringComparer.Ordinal));

    /// <summary>Row and column of a district, from 1; <see langword="null"/> where its province has no such map.</summary>
    public static (int Row, int Column)? Of(District district) => Tiles.Value.TryGetValue(district.Code, out var tile) ? tile : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
