using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kalasin.Functions.Http;

/// <summary>
/// What is sent smaller: text of the API, and pages, whose form's token stands under a new mask each time, since it stands beside what
/// others may have written. The pages' own files are packed once, at their first use; documents, zips and originals are packed already.
/// </summary>
internal static class Compression
{
    private static readonly string[] Texts = 
    [
        "application/json", "application/problem+json", "text/csv", "text/css", "text/javascript", "text/html", "image/svg+xml",
    ];

    // The quickest of both is no smaller than a third of what it could be, for a page's few milliseconds.
    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal).AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Texts;
    });
}
