using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kalasin.Evaluation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kalasin.Functions.Pages;

/// <summary>
/// A component as a whole page. The renderer is made for the one answer: nothing of Razor is registered or loaded before the
/// first page is asked for, which keeps the start of the program as short as without pages.
/// </summary>
internal sealed class PageAnswer : IResult
{
    private readonly Type component;
    private readonly PageView view;
    private readonly int status;

    private PageAnswer(Type component, PageView view, int status) => (this.component, this.view, this.status) = (component, view, status);

    /// <typeparam name="TPage">A component whose one parameter is called View.</typeparam>
    public static IResult Of<TPage>(PageView view, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new PageAnswer(typeof(TPage), view, status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var renderer = new HtmlRenderer(Encoders.Instance, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CascadingValue<>.Value)] = PageLanguage.Of(httpContext.Request),
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = PageOf(view with { Visitor = VisitorView.Of(httpContext) }),
            });
            return (await renderer.RenderComponentAsync<CascadingValue<Language>>(parameters)).ToHtmlString();
        });
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "private, no-cache";
        await response.WriteAsync(html, httpContext.RequestAborted);
    }

    private RenderFragment PageOf(PageView shown) => builder =>
    {
        builder.OpenComponent(0, component);
        builder.AddComponentParameter(1, "View", shown);
        builder.CloseComponent();
    };

    /// <summary>All that the renderer asks for: Thai letters are written as such, not as numbers six times as long.</summary>
    private sealed class Encoders : IServiceProvider
    {
        public static readonly Encoders Instance = new();

        private readonly HtmlEncoder html = HtmlEncoder.Create(UnicodeRanges.All);

        public object? GetService(Type serviceType) => serviceType == typeof(HtmlEncoder) ? html : null;
    }
}
