using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Pages;

/// <summary>Style, script, icon and fonts of the pages. The address carries a hash of the content, so that browsers keep them for good.</summary>
internal static class PageAssets
{
    private static readonly Lazy<FrozenDictionary<string, Asset>> All = new(Load);

    /// <summary>Where an asset is served.</summary>
    public static string Address(string name) => $"/app/assets/{All.Value[name].Tag}/{name}";

    public static IResult Serve(string tag, string name, HttpResponse response)
    {
        if (!All.Value.TryGetValue(name, out var asset) || asset.Tag != tag) return Http.Problem.NotFound.With();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Bytes, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Tag}\""));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var font in (string[])["Sarabun-Regular.ttf", "Sarabun-Bold.ttf"])
            assets[font] = new("font/ttf", Read(typeof(Finding), $"Documents/Data/Fonts/{font}"));
        assets["icon.svg"] = new("image/svg+xml", Read(typeof(PageAssets), "Pages/Assets/icon.svg"));
        assets["app.js"] = new("text/javascript; charset=utf-8", Read(typeof(PageAssets), "Pages/Assets/app.js"));
        var style = Encoding.UTF8.GetString(Read(typeof(PageAssets), "Pages/Assets/app.css"));
        foreach (var (name, asset) in assets) style = style.Replace($"asset:{name}", $"../{asset.Tag}/{name}", StringComparison.Ordinal);
        assets["app.css"] = new("text/css; charset=utf-8", Encoding.UTF8.GetBytes(style));
        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static byte[] Read(Type neighbour, string resource)
    {
        using var stream = neighbour.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {resource}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Asset(string Type, byte[] Bytes)
    {
        public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8));
    }
}
