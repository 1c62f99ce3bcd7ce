using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Pages;

/// <summary>
/// Style, script, icon and fonts of the pages. The address carries a hash of the content, so that browsers keep them for good; texts are packed
/// once, as small as they get. The fonts are parts of those of documents (build/subset-fonts.sh).
/// </summary>
internal static class PageAssets
{
    private const string Brotli = "br";

    private static readonly Lazy<FrozenDictionary<string, Asset>> All = new(Load);

    /// <summary>Where an asset is served.</summary>
    public static string Address(string name) => $"/app/assets/{All.Value[name].Tag}/{name}";

    public static IResult Serve(string tag, string name, HttpContext context)
    {
        if (!All.Value.TryGetValue(name, out var asset) || asset.Tag != tag) return Http.Problem.NotFound.With();
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        if (asset.Packed is { } packed)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
            if (TakesBrotli(context.Request))
            {
                headers.ContentEncoding = Brotli;
                return TypedResults.Bytes(packed, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Tag}-{Brotli}\""));
            }
        }
        return TypedResults.Bytes(asset.Bytes, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Tag}\""));
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);

    private static FrozenDictionary<string, Asset> Load()
    {
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var font in (string[])["Sarabun-Regular.woff2", "Sarabun-Bold.woff2"])
            assets[font] = new("font/woff2", Read($"Pages/Assets/{font}"));
        assets["icon.svg"] = new("image/svg+xml", Read("Pages/Assets/icon.svg"));
        assets["app.js"] = new("text/javascript; charset=utf-8", Read("Pages/Assets/app.js"));
        var style = Encoding.UTF8.GetString(Read("Pages/Assets/app.css"));
        foreach (var (name, asset) in assets) style = style.Replace($"asset:{name}", $"../{asset.Tag}/{name}", StringComparison.Ordinal);
        assets["app.css"] = new("text/css; charset=utf-8", Encoding.UTF8.GetBytes(style));
        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {resource}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Asset(string Type, byte[] Bytes)
    {
        /// <summary>By Brotli; null for what is packed by its nature.</summary>
        public byte[]? Packed { get; } = Type.StartsWith("font/", StringComparison.Ordinal) ? null : Pack(Bytes);

        public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8));

        private static byte[] Pack(byte[] bytes)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(bytes);
            return packed.ToArray();
        }
    }
}
