using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>Somebody with a browser that has cookies and no script, and that shows where a post leads instead of going there.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    /// <param name="address">The service.</param>
    /// <param name="headers">What every request of theirs brings along.</param>
    public Visitor(Uri address, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = address };
        foreach (var (name, value) in headers) client.DefaultRequestHeaders.Add(name, value);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative), Token);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request, Token);

    /// <summary>A page, with its status and type checked first.</summary>
    public async Task<IHtmlDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK) => await ReadAsync(await GetAsync(address), status);

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(text);
    }

    /// <summary>Posts a page's form with its hidden fields, as a browser without script does.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="files">What is chosen in it.</param>
    /// <param name="change">What somebody changes in the hidden fields; null removes one.</param>
    public Task<HttpResponseMessage> UploadAsync(
        IHtmlDocument page, IEnumerable<(string Name, byte[] Bytes)> files, params ReadOnlySpan<(string Field, string? Value)> change)
    {
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector("form[enctype]"));
        Assert.Equal(("post", "multipart/form-data"), (form.Method, form.Enctype));
        var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, string? (i) => i.Value);
        foreach (var (field, value) in change) fields[field] = value;
        foreach (var (field, value) in fields)
            if (value is not null) content.Add(new StringContent(value), field);
        foreach (var (name, bytes) in files) content.Add(Part(name, bytes));
        return client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content, Token);
    }

    /// <summary>Where a post leads, with its status checked first.</summary>
    public static async Task<string> NextAsync(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync(Token)}");
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>A text as it is read: every run of white space one space.</summary>
    public static string TextOf(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A file as browsers send it, the three characters escaped that the standard names, with an empty name where nothing was chosen.</summary>
    private static ByteArrayContent Part(string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        var escaped = name.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{escaped}\"");
        return part;
    }

    public void Dispose() => client.Dispose();
}
