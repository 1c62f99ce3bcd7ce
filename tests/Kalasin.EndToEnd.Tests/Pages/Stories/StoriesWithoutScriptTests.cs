using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <inheritdoc cref="StoriesInChromiumTests"/>
public sealed class StoriesWithoutScriptTests(SampleInBrowser browser)
{
    [Fact]
    [Trait(Breadth.Trait, Breadth.Long)]
    public Task Season_WithoutScript_IsPlayedByPages() => StoriesInChromiumTests.PlayAsync(browser, script: false);
}
