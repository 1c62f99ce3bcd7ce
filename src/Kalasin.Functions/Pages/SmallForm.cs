using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Kalasin.Functions.Pages;

/// <summary>The fields of a form without files, read within narrow bounds.</summary>
internal sealed class SmallForm
{
    private const int MostFields = 32;
    private const int LongestName = 64;

    /// <summary>As it travels: a letter of Thai is nine characters then, such as %E0%B8%81.</summary>
    private const int LongestValue = 9 * 4096;

    private readonly Dictionary<string, StringValues> fields;

    private SmallForm(Dictionary<string, StringValues> fields, bool isOurs) => (this.fields, IsOurs) = (fields, isOurs);

    /// <summary>Whether it comes from a page of ours.</summary>
    public bool IsOurs { get; }

    /// <summary>A field; empty if there is none.</summary>
    public string this[string name] => fields.GetValueOrDefault(name).ToString();

    /// <summary>Whether it was sent, be it empty.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    /// <param name="more">Fields that this form has beyond the few of any.</param>
    /// <exception cref="InvalidDataException">It goes beyond the bounds.</exception>
    public static async Task<SmallForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken, int more = 0)
    {
        var reader = new FormPipeReader(request.BodyReader) { ValueCountLimit = MostFields + more, KeyLengthLimit = LongestName, ValueLengthLimit = LongestValue };
        try
        {
            var read = await reader.ReadFormAsync(cancellationToken);
            return new(read, FormToken.Matches(request, read.GetValueOrDefault(FormToken.Field)));
        }
        catch (InvalidDataException tooMuch)
        {
            throw new BadHttpRequestException(tooMuch.Message, StatusCodes.Status400BadRequest, tooMuch);
        }
    }
}
