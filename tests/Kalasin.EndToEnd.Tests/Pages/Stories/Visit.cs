using Microsoft.Playwright;

namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>Somebody before a page: with a pointer or a finger, or with nothing but the keyboard.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const int Patience = SampleInBrowser.Patience, Moment = 5_000, MostTabs = 500, MostPresses = 3;

    private readonly IPage _page;
    private readonly Look _look;
    private readonly bool _byKeys;

    public Visit(IPage page, Look look, bool byKeys) => (_page, _look, _byKeys) = (page, look, byKeys);

    public ILocator Part(string selector) => _page.Locator(selector);

    /// <summary>Goes where an address typed or a link in a mail leads; past the frame by the skip link, which is the first that a key reaches.</summary>
    public async Task GoAsync(string address)
    {
        await _page.GotoAsync(address);
        if (!_byKeys) return;
        await _page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Part(".skip")).ToBeFocusedAsync();
        await _page.Keyboard.PressAsync("Enter");
    }

    public Task SeesAsync(string part, string text) => Assertions.Expect(Part(part).First).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>So many parts, in a while.</summary>
    public Task SeesAllAsync(ILocator parts, int count) => OrTellAsync(() => Assertions.Expect(parts).ToHaveCountAsync(count, new() { Timeout = Patience }));

    public Task SeesNoneAsync(ILocator part) => SeesAllAsync(part, 0);

    /// <summary>Whether the page loses what it shows, by itself or by the answer to what was pressed, before somebody would ask anew.</summary>
    public async Task<bool> SeesNoneSoonAsync(ILocator part)
    {
        try
        {
            await Assertions.Expect(part).ToHaveCountAsync(0, new() { Timeout = Patience / 3 });
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    /// <summary>What can be pressed and says this.</summary>
    public ILocator Control(string words, string within = "main") => Part(within).Locator("a, button, summary").Filter(new() { HasText = words }).First;

    public Task PressAsync(string words, string within = "main") => PressAsync(Control(words, within));

    public Task PressAsync(ILocator control) => OrTellAsync(() => PressAsync(control, Patience));

    /// <summary>Presses what the program takes away as soon as it has been done, which may be while the finger comes down.</summary>
    public async Task PressUnlessDoneAsync(ILocator control)
    {
        for (var waited = 0; await control.CountAsync() > 0; waited += Moment)
        {
            try
            {
                await PressAsync(control, Moment);
                return;
            }
            catch (TimeoutException) when (waited < Patience)
            {
                // Gone, or drawn anew meanwhile.
            }
        }
    }

    public async Task FillAsync(ILocator field, string value)
    {
        if (!_byKeys) await field.FillAsync(value);
        else
        {
            await ReachAsync(field);
            await _page.Keyboard.InsertTextAsync(value);
        }
    }

    public async Task ChooseAsync(ILocator field, params (string Name, byte[] Bytes)[] files)
    {
        FilePayload[] chosen = [.. files.Select(f => new FilePayload { Name = f.Name, MimeType = TypeOf(f.Name), Buffer = f.Bytes })];
        if (!_byKeys) await field.SetInputFilesAsync(chosen);
        else
        {
            // A browser on a busy machine now and then shows no chooser; whoever sits before it presses again.
            for (var left = MostPresses; ; left--)
            {
                await ReachAsync(field);
                try
                {
                    var chooser = await _page.RunAndWaitForFileChooserAsync(() => _page.Keyboard.PressAsync("Space"), new() { Timeout = Patience / MostPresses });
                    await chooser.SetFilesAsync(chosen);
                    return;
                }
                catch (TimeoutException) when (left > 1)
                {
                }
            }
        }
    }

    /// <summary>Takes a decision that a part of the page offers, unfolding what hides it.</summary>
    public async Task DecideAsync(string button, string within, params (string Field, string Value)[] typed)
    {
        var form = Part(within).Locator("form.decide").Filter(new() { HasText = button }).First;
        await OrTellAsync(() => form.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Patience }));
        var folded = form.Locator("xpath=ancestor::details[not(@open)]");
        for (var left = await folded.CountAsync(); left > 0; left--)
        {
            await PressAsync(folded.First.Locator("> summary"));
            await Assertions.Expect(folded).ToHaveCountAsync(left - 1);
        }
        foreach (var (field, value) in typed)
        {
            var input = form.Locator($"[name='{field}']");
            if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT") await input.SelectOptionAsync(value);
            else await FillAsync(input, value);
        }
        await PressAsync(form.Locator("button[type=submit]"));
    }

    /// <summary>What a press brings as a file.</summary>
    public async Task<byte[]> DownloadAsync(string words, string within = "main")
    {
        var download = await _page.RunAndWaitForDownloadAsync(() => PressAsync(words, within));
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>What a link leads to, by whoever is here.</summary>
    public async Task<byte[]> FetchAsync(string address)
    {
        var answer = await _page.APIRequest.GetAsync(address);
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        return await answer.BodyAsync();
    }

    public async Task<byte[]> FetchAsync(ILocator link) => await FetchAsync((await link.GetAttributeAsync("href"))!);

    /// <summary>A picture; nothing wider than the screen; where script runs, nothing too small for a finger and nothing that axe objects to.</summary>
    /// <param name="name">Of the picture.</param>
    /// <param name="isNew">A state that no other test looks at.</param>
    public async Task LookAsync(string name, bool isNew = true)
    {
        name = $"story-{name}-{_look.Name}";
        if (isNew && _look.Script) await EveryPageInChromiumTests.LookAsync(_page, _look.Width, name);
        else
        {
            await SampleInBrowser.KeepAsync(_page, name);
            Assert.True(await _page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= _look.Width, $"{name} is wider than its screen.");
        }
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    private async Task PressAsync(ILocator control, int patience)
    {
        if (!_byKeys) await control.ClickAsync(new() { Timeout = patience });
        else
        {
            await ReachAsync(control, patience);
            await _page.Keyboard.PressAsync("Enter");
        }
    }

    /// <summary>Where something doesn't come, the failure tells what stands on the page instead.</summary>
    private async Task OrTellAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            Assert.Fail($"{failure.Message}\n{_page.Url}\n{await Part("body").InnerTextAsync()}");
        }
    }

    /// <summary>Tab by tab, as whoever has no pointer.</summary>
    private async Task ReachAsync(ILocator control, int patience = Patience)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            var way = await control.EvaluateAsync<int>("e => e === document.activeElement ? 0 : document.activeElement.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1", null, new() { Timeout = patience });
            if (way == 0) return;
            await _page.Keyboard.PressAsync(way > 0 ? "Tab" : "Shift+Tab");
        }
        Assert.Fail($"No tab reaches {control}.");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pdf" => "application/pdf",
        _ => "image/jpeg",
    };
}
