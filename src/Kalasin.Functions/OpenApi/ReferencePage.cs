using System.IO.Compression;
using System.Text;
using Kalasin.Functions.Http;
using Kalasin.Functions.Pages;

namespace Kalasin.Functions.OpenApi;

/// <summary>
/// The page on which people read the description and try the API: Scalar, as its package carries it, in a page of ours, so that nothing
/// stands in the page that its policy would have to let in, and nothing comes from anywhere else.
/// </summary>
internal static class ReferencePage
{
    /// <summary>Thai in the font of our pages: not every machine has one.</summary>
    private static string Page => $$"""
        <!doctype html>
        <html lang="th">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Kalasin API</title>
        <link rel="icon" href="{{PageAssets.Address("icon.svg")}}">
        <style>
        @font-face { font-family: Sarabun; src: url({{PageAssets.Address("Sarabun-Regular.woff2")}}); }
        @font-face { font-family: Sarabun; font-weight: bold; src: url({{PageAssets.Address("Sarabun-Bold.woff2")}}); }
        body, .light-mode, .dark-mode { --scalar-font: Sarabun, sans-serif !important; }
        </style>
        </head>
        <body>
        <div id="app"></div>
        <script src="/api/docs/scalar.js"></script>
        <script src="/api/docs/start.js"></script>
        </body>
        </html>
        """;

    private const string Start = """
        Scalar.createApiReference('#app', {
          url: '/api/openapi/v1.json', servers: [{ url: location.origin }], withDefaultFonts: false, telemetry: false, hideClientButton: true, showDeveloperTools: 'never',
          agent: { disabled: true }, mcp: { disabled: true }, documentDownloadType: 'json', persistAuth: false
        });
        """;

    private static readonly Lazy<byte[]> Packed = new(Load);

    public static IResult Show() => TypedResults.Text(Page, "text/html", Encoding.UTF8);

    public static IResult Serve(string name, HttpContext context) => name switch
    {
        "start.js" => TypedResults.Text(Start, "text/javascript", Encoding.UTF8),
        "scalar.js" => Script(context),
        _ => Problem.NotFound.With(),
    };

    /// <summary>Sent as it is packed, to whoever takes that; it takes long to pack and to unpack.</summary>
    private static IResult Script(HttpContext context)
    {
        const string type = "text/javascript; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=86400";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Stream(new GZipStream(new MemoryStream(Packed.Value), CompressionMode.Decompress), type);
        context.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(Packed.Value, type);
    }

    private static byte[] Load()
    {
        using var stream = typeof(Scalar.AspNetCore.ScalarOptions).Assembly.GetManifestResourceStream("ScalarStaticAssets.scalar.js")
            ?? throw new InvalidOperationException("The package Scalar.AspNetCore lacks its script.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
