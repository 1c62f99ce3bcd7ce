using System.Diagnostics;
using System.Text.RegularExpressions;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.EndToEnd.Tests.Mail;
using Kalasin.Evaluation;
using Kalasin.Functions.Tests.Access;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>The stage of a season: the published program under a host, mail servers, a clock of its own, and the people who are signed in.</summary>
internal sealed partial class Season : IAsyncDisposable
{
    public const string Round = "46-dla-2567";
    public const string Api = $"/api/rounds/{Round}";
    public const string Page = $"/app/rounds/{Round}";
    public const string Office = "kalasinlocal2022@gmail.com";
    public const string Department = "dla.inspector@gmail.com";

    private readonly Dictionary<string, Person> _officers = new(StringComparer.Ordinal);

    private Season(TemporaryFolder folder, SeasonClock clock, MailServers mail, FunctionsHost host)
    {
        (Folder, Clock, Mail, Host) = (folder, clock, mail, host);
        Coordinator = new(host, Account.Coordinator);
        Head = new(host, new("Kalasin.Head") { Id = "0b8d3c0e-0d0f-4c58-9f0c-2f1f5f3a7c11" });
    }

    public TemporaryFolder Folder { get; }

    public SeasonClock Clock { get; }

    public MailServers Mail { get; }

    public FunctionsHost Host { get; }

    public Person Coordinator { get; }

    public Person Head { get; }

    /// <summary>The rules of the round as they ship.</summary>
    public static AwardRules Rules { get; } = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    public static IEnumerable<string> Units => Rules.Plan.Units.Select(u => u.Code.Value);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Season> StartAsync(PublishedProgram published, DateOnly day, TimeOnly time)
    {
        var folder = new TemporaryFolder();
        var clock = SeasonClock.Set(folder.File("clock"), day, time);
        var mail = await MailServers.StartAsync([Office, Department, .. Units.Select(BoxOf)]);
        var settings = mail.SettingsOf(Office);
        var host = await FunctionsHost.StartAsync(published, folder,
        [
            .. clock.Variables, ("KALASIN_BASE_ADDRESS", "http://kalasin.test"), ("KALASIN_SMTP", $"smtp://127.0.0.1:{settings.Smtp!.Server.Port}"),
            ("KALASIN_IMAP", $"imap://{Office}@127.0.0.1:{settings.Imap!.Server.Port}"), ("KALASIN_IMAP_PASSWORD", MailServers.Password),
        ]);
        return new(folder, clock, mail, host);
    }

    public static string BoxOf(string unit) => $"unit-{unit.ToLowerInvariant()}@kalasin.test";

    public static string PageOf(string unit) => $"{Page}/units/{unit}";

    /// <summary>The timer fires, at another time or now.</summary>
    public async Task TickAsync(DateOnly? day = null, TimeOnly time = default)
    {
        if (day is { } other) await Clock.MoveAsync(other, time);
        var result = await Host.TickAsync();
        Assert.True(result.Status == StatusResult.Types.Status.Success, $"{result}\n{Host.Worker.Printed}");
    }

    /// <summary>The officer of a unit, who came by the link in their mail.</summary>
    public async Task<Person> OfficerAsync(string unit)
    {
        if (_officers.TryGetValue(unit, out var known)) return known;
        var officer = _officers[unit] = new(Host);
        Assert.Equal(PageOf(unit), await officer.EnterAsync(LinkIn((await Mail.WaitAsync(BoxOf(unit), 1))[0].Read())));
        return officer;
    }

    public static Uri LinkIn(MimeMessage mail) => new(Link().Match(mail.TextBody!).Value);

    /// <summary>Mails in a box whose subjects begin so.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailsAsync(string box, string subject) =>
        [.. (await Mail.MessagesAsync(box)).Select(m => m.Read()).Where(m => m.Subject?.StartsWith(subject, StringComparison.Ordinal) == true)];

    /// <summary>The newest of them; waits until so many have come.</summary>
    public async Task<MimeMessage> MailAsync(string box, string subject, int count = 1)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            var found = await MailsAsync(box, subject);
            if (found.Count == count) return found[^1];
            Assert.True(found.Count < count && patience.Elapsed < TimeSpan.FromSeconds(30), $"{found.Count} of {count} mails to {box} say '{subject}'.");
            await Task.Delay(100, Token);
        }
    }

    /// <summary>An officer's mail program sends something to the office; it comes at the season's time.</summary>
    public async Task SendAsync(MimeMessage message)
    {
        var lying = Mail.Lying(Office);
        await Mail.SendAsync(message);
        while (Mail.Lying(Office) == lying) await Task.Delay(20, Token);
        Mail.Date(Office, Clock.Now);
    }

    /// <summary>What a PDF says, without the spaces that its reader guesses.</summary>
    public async Task<string> TextOfAsync(byte[] pdf)
    {
        await File.WriteAllBytesAsync(Folder.File("read.pdf"), pdf, Token);
        return string.Concat((await ExternalTool.Require("pdftotext").RunAsync("-raw", Folder.File("read.pdf"), "-")).Where(c => !char.IsWhiteSpace(c)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _officers.Values.Append(Coordinator).Append(Head)) person.Dispose();
        await Host.DisposeAsync();
        await Mail.DisposeAsync();
        Folder.Dispose();
    }

    [GeneratedRegex(@"http://kalasin\.test/app/in/\S+", RegexOptions.None, 1_000)]
    private static partial Regex Link();
}
