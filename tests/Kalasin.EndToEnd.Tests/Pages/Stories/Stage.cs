using Kalasin.EndToEnd.Tests.Journey;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>The stage of the stories: the program on an office's machine, without a round, in April 2567; mails go to a folder.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Round = "/app/rounds/46-dla-2567", Season = $"{Round}/season", Signing = $"{Round}/signing";

    private readonly SampleInBrowser _browser;
    private readonly ServedProgram _program;

    private Stage(SampleInBrowser browser, TemporaryFolder folder, SeasonClock clock, ServedProgram program) =>
        (_browser, Folder, Clock, _program) = (browser, folder, clock, program);

    public TemporaryFolder Folder { get; }

    public SeasonClock Clock { get; }

    /// <summary>Paths of the links that were issued, by what their holders are called.</summary>
    public Dictionary<string, string> Links { get; } = new(StringComparer.Ordinal);

    private string Outbox => Folder.File("outbox");

    public static async Task<Stage> StartAsync(SampleInBrowser browser)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("outbox"));
        var clock = SeasonClock.Set(folder.File("clock"), new(2024, 4, 25), new(9, 0));
        var program = await ServedProgram.StartAsync(
            folder, "serve", clock.Variables.Append(("KALASIN_OUTBOX", folder.File("outbox"))).ToDictionary(v => v.Item1, v => v.Item2, StringComparer.Ordinal));
        return new(browser, folder, clock, program);
    }

    public async Task<Visit> OpenAsync(Look look, bool byKeys = false) => new(await _browser.OpenAsync(look.Width, look.Script, _program.Address), look, byKeys);

    /// <summary>The clock's turn, without waiting for it.</summary>
    public async Task TickAsync()
    {
        using var client = new HttpClient { BaseAddress = _program.Address };
        using var ticked = await client.PostAsync(new Uri("/api/tick", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.True(ticked.IsSuccessStatusCode, await ticked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Subjects of the mails that left for an address.</summary>
    public async Task<IReadOnlyList<string>> MailsToAsync(string address)
    {
        var subjects = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Outbox, "*.eml"))
        {
            using var mail = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
            if (mail.To.Mailboxes.Any(to => to.Address == address)) subjects.Add(mail.Subject!);
        }
        return subjects;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        Folder.Dispose();
    }
}
