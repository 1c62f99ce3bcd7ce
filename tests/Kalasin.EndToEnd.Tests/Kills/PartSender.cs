using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.Functions.Storage;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>How far a file in parts came, as its sender knows it.</summary>
/// <param name="Pieces">How many parts it is sent in, unless a kill makes them more.</param>
internal sealed record SentParts(int Pieces)
{
    /// <summary>Where it was begun; null before the first answer.</summary>
    public string? Address { get; set; }

    /// <summary>One sends it at a time, as anybody does.</summary>
    public SemaphoreSlim One { get; } = new(1);

    /// <summary>When it was begun.</summary>
    public DateTimeOffset BegunAt { get; set; }

    /// <summary>Whether what was sent last could not be taken now.</summary>
    public bool IsTurnedAway { get; set; }

    /// <summary>Bytes that were answered to have come.</summary>
    public long Acknowledged { get; set; }
}

/// <summary>Sends files in parts: begins, or asks how far it came before it was cut off and goes on from there; what is whole is delivered by its name.</summary>
internal sealed class PartSender(Journal journal, InstallationUnderTest installation)
{
    private const string Uploads = $"/api/rounds/{InstallationUnderTest.Round}/units";

    /// <returns>Id of the whole file; null if the program could not take it now.</returns>
    public async Task<string?> SendAsync(FunctionsHost host, SentUpload upload, SentParts parts)
    {
        await parts.One.WaitAsync();
        try
        {
            return await SendAloneAsync(host, upload, parts);
        }
        finally
        {
            parts.One.Release();
        }
    }

    private async Task<string?> SendAloneAsync(FunctionsHost host, SentUpload upload, SentParts parts)
    {
        var (name, bytes) = upload.Files[0];
        // What nobody finished within a day is begun anew.
        if (installation.Now - parts.BegunAt > PartialFile.KeptFor) (parts.Address, parts.Acknowledged) = (null, 0);
        if (parts.Address is null && !await BeginAsync(host, upload, parts, name, bytes.Length)) return null;
        for (var patience = 20; patience > 0; patience--)
        {
            if (await OffsetAsync(host, upload, parts) is not { } offset) return null;
            while (offset < bytes.Length && await AppendAsync(host, upload, parts, bytes, offset) is { } longer) offset = longer;
            if (offset == bytes.Length) return parts.Address!.Split('/')[^1];
            // A full disk stays full for longer than patience lasts; who is asked to come again does so after the next start.
            if (parts.IsTurnedAway && installation.IsTroubled) return null;
        }
        journal.Complain($"parts: {upload.Key} never becomes whole");
        return null;
    }

    private async Task<bool> BeginAsync(FunctionsHost host, SentUpload upload, SentParts parts, string name, int length)
    {
        using var request = Request(HttpMethod.Post, $"{Uploads}/{upload.Unit}/uploads");
        request.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}");
        using var response = await host.ProxyAsync(request);
        if ((int)response.StatusCode == 201) (parts.Address, parts.BegunAt) = (response.Headers.Location!.OriginalString, installation.Now);
        else await ComplainAsync(upload, "begun", response);
        return parts.Address is not null;
    }

    /// <returns>Where it stands; null if that was not told.</returns>
    private async Task<int?> OffsetAsync(FunctionsHost host, SentUpload upload, SentParts parts)
    {
        using var request = Request(HttpMethod.Head, parts.Address!);
        using var response = await host.ProxyAsync(request);
        if (response.IsSuccessStatusCode) return Told(upload, parts, response);
        await ComplainAsync(upload, "asked for", response);
        return null;
    }

    /// <returns>Where it stands then; null if it stands elsewhere than was thought, or that was not told.</returns>
    private async Task<int?> AppendAsync(FunctionsHost host, SentUpload upload, SentParts parts, byte[] bytes, int offset)
    {
        var count = Math.Min(bytes.Length - offset, bytes.Length / parts.Pieces + 1);
        using var request = Request(HttpMethod.Patch, parts.Address!);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(bytes, offset, count);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var response = await host.ProxyAsync(request);
        parts.IsTurnedAway = (int)response.StatusCode == 503;
        if ((int)response.StatusCode == 409) return null;
        if ((int)response.StatusCode != 204)
        {
            await ComplainAsync(upload, "continued", response);
            return null;
        }
        var told = Told(upload, parts, response);
        if (told != offset + count) journal.Complain($"parts: {upload.Key} stood at {offset}, got {count} more and stands at {told}");
        return told;
    }

    private int Told(SentUpload upload, SentParts parts, HttpResponseMessage response)
    {
        var offset = int.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
        journal.Stands(upload, parts, offset);
        return offset;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return request;
    }

    /// <summary>503 asks the sender to come again.</summary>
    private async Task ComplainAsync(SentUpload upload, string what, HttpResponseMessage response)
    {
        if ((int)response.StatusCode != 503)
            journal.Complain($"parts: {upload.Key} was {what} and answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }
}
