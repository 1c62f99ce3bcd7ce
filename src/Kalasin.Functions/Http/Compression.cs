namespace Kalasin.Functions.Http;

/// <summary>
/// What is sent smaller: text of the API and of the pages' own files. Not pages, in which a form's token stands beside what others may have
/// written; documents, zips and originals are packed already.
/// </summary>
internal static class Compression
{
    private static readonly string[] Texts = 
    [
        "application/json", "application/problem+json", "text/csv", "text/css", "text/javascript", "image/svg+xml", "font/ttf",
    ];

    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Texts;
    });
}
