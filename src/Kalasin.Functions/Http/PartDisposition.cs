using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Http;

/// <summary>What a part of an upload says about itself.</summary>
/// <param name="Field">Name of the form's field.</param>
/// <param name="FileName">Null for a part that is no file; empty for a file input in which nothing was chosen.</param>
internal sealed record PartDisposition(string Field, string? FileName)
{
    /// <exception cref="InvalidDataException">The header is missing or not of RFC 7578's form.</exception>
    public static PartDisposition Of(MultipartSection part)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var header)
            || !header.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException("A part has no readable Content-Disposition.");
        var name = header.FileNameStar.HasValue ? header.FileNameStar : header.FileName;
        return new(Text(header.Name), name.HasValue ? WithoutFolders(Text(name)) : null);
    }

    /// <summary>Browsers escape three characters in names (WHATWG HTML, multipart/form-data) and leave all others as UTF-8.</summary>
    private static string Text(Microsoft.Extensions.Primitives.StringSegment value) => HeaderUtilities.RemoveQuotes(value).ToString()
        .Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name as people see it: its folders left out, and what can't be seen marked.</summary>
    public static string WithoutFolders(string name)
    {
        var visible = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return visible.Length == 0 && name.Length > 0 ? "\uFFFD" : visible;
    }
}
