using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.Functions.Tests.Access;
using Kalasin.Functions.Tests.Pages;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>Somebody of the season with a browser of their own: signed in, or come by a link. What they decide, they decide by the forms of pages.</summary>
internal sealed class Person(FunctionsHost host, Account? account = null) : IDisposable
{
    private readonly Visitor _visitor = new(host.Address);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Visitor Browser
    {
        get
        {
            host.SignedIn = account; // App Service knows one browser at a time here
            return _visitor;
        }
    }

    public Task<IHtmlDocument> PageAsync(string address) => Browser.PageAsync(address);

    /// <summary>What a part of a page says.</summary>
    public async Task<string> ReadAsync(string address, string part) => Visitor.TextOf(Assert.IsAssignableFrom<IElement>((await PageAsync(address)).QuerySelector(part)));

    public async Task<byte[]> DownloadAsync(string address)
    {
        using var answer = await Browser.GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2_000)))}");
        return bytes;
    }

    public async Task<JsonElement> AskAsync(string address) => JsonElement.Parse(await DownloadAsync(address));

    /// <summary>Opens a link as it stands in a mail, and gives the page it leads to.</summary>
    public async Task<string> EnterAsync(Uri link)
    {
        using var entered = await Browser.GetAsync(link.AbsolutePath);
        return await Visitor.NextAsync(entered);
    }

    /// <summary>The kinds of decisions that a page offers.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(string page) => [.. Forms(await PageAsync(page)).Select(f => Decision(f).GetProperty("kind").GetString()!)];

    /// <summary>Takes a decision that a page offers.</summary>
    /// <param name="page">The page, which is shown again afterwards.</param>
    /// <param name="kind">The decision as the API calls it.</param>
    /// <param name="about">Members by which it is told from others of its kind, as they stand in the form.</param>
    /// <param name="typed">What is filled in.</param>
    public async Task DecideOnAsync(string page, string kind, (string Member, string Value)[] about, params (string Field, string Value)[] typed)
    {
        var forms = Forms(await PageAsync(page)).ToList();
        var form = forms.Find(f => Decision(f) is var d && d.GetProperty("kind").GetString() == kind && about.All(a => d.TryGetProperty(a.Member, out var m) && m.ToString() == a.Value));
        Assert.True(form is not null, $"{page} offers no {kind} but {string.Join(", ", forms.Select(Decision))}");
        var next = await SubmitAsync(form, typed);
        Assert.Equal(page, next.Split('#')[0]);
    }

    public Task DecideAsync(string page, string kind, params (string Field, string Value)[] typed) => DecideOnAsync(page, kind, [], typed);

    /// <summary>Sends a form with what stands in it and what is filled in; gives where it leads.</summary>
    public async Task<string> SubmitAsync(IHtmlFormElement form, params (string Field, string Value)[] typed)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select")) fields[select.Name!] = select.Value ?? "";
        foreach (var words in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea")) fields[words.Name!] = words.TextContent;
        foreach (var (field, value) in typed) fields[field] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) };
        using var answer = await Browser.SendAsync(request);
        return await Visitor.NextAsync(answer);
    }

    /// <summary>Chooses files in a page's form and sends it.</summary>
    public Task<HttpResponseMessage> UploadAsync(IHtmlDocument page, (string Name, byte[] Bytes)[] files, params ReadOnlySpan<(string Field, string? Value)> change) =>
        Browser.UploadAsync(page, files, change);

    /// <summary>Does what a press of a button does that is no form of a page here.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address) => Browser.SendAsync(new(method, address));

    public void Dispose() => _visitor.Dispose();

    private static IEnumerable<IHtmlFormElement> Forms(IHtmlDocument page) => page.QuerySelectorAll<IHtmlInputElement>("form.decide input[name=decision]").Select(d => d.Form!);

    private static JsonElement Decision(IHtmlFormElement form) => JsonElement.Parse(form.QuerySelector<IHtmlInputElement>("input[name=decision]")!.Value);
}
