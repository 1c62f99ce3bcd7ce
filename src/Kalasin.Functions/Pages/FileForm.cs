using Kalasin.Functions.Http;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>A form with files, read only for a page of ours.</summary>
internal static class FileForm
{
    /// <returns>
    /// Null if it comes from elsewhere: answered with <see cref="FormToken.Refusal"/>. An upload that is refused may not have come as far as the token; its findings help more.
    /// </returns>
    public static async Task<Upload?> ReadAsync(HttpRequest request, IVault vault, UploadLimits limits, CancellationToken cancellationToken)
    {
        if (!FormToken.IsPresent(request)) return null;
        var upload = await Upload.ReadAsync(request, vault, limits, cancellationToken);
        if (upload.Refusal is not null || FormToken.Matches(request, upload.Fields.GetValueOrDefault(FormToken.Field))) return upload;
        await upload.DisposeAsync();
        return null;
    }
}
