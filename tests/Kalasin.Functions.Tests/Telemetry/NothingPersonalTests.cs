using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Telemetry;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Ticks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kalasin.Functions.Tests.Telemetry;

/// <summary>
/// The corpus and the sample go in by upload and drop, and people decide and come by links: of whom and what all this is, nothing
/// stands in any log, metric, trace, event or mail.
/// </summary>
public sealed partial class NothingPersonalTests
{
    private const string Breaking = "values.xlsx";
    private const string Round = "46-dla-2567";
    private const string Person = "นางสาวสมหญิง ใจดี";
    private const string PersonInEnglish = "Somying-Jaidee";
    private const string Identity = "1409900000001";

    private static readonly DateTimeOffset Opened = new(2024, 5, 14, 10, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CorpusAndEveryDoor_NothingOfAnybodyIsTold()
    {
        var (clock, written) = (new FakeTimeProvider(Opened), new Written());
        await using var collector = await Collector.StartAsync();
        var settings = TelemetrySettings.Read(collector.Variables.GetValueOrDefault).Settings;
        var secrets = new Secrets();
        string events, mails;
        await using (var service = await RunningService.StartAsync(s => s with { Telemetry = settings }, build: builder => Use(builder, clock, written)))
        {
            using var opened = await service.Client.PutAsync(new Uri($"/api/rounds/{Round}", UriKind.Relative), null, Token);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
            Assert.Equal(TerminalLog.FormatterName, service.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
            await SendAsync(service, clock, secrets);
            await DecideAsync(service, secrets);
            clock.SetUtcNow(Opened.AddDays(3));
            await service.Services.GetRequiredService<Upkeep>().RunAsync(Token);
            events = await EventsOfAsync(service);
            mails = MailsOf(Path.Combine(service.DataFolder, "outbox"));
            // Stopping sends the rest too, but gives up after a few seconds, which a busy machine needs.
            Assert.True(service.Services.GetRequiredService<MeterProvider>().ForceFlush());
            Assert.True(service.Services.GetRequiredService<TracerProvider>().ForceFlush());
            Assert.True(service.Services.GetRequiredService<LoggerProvider>().ForceFlush());
        }
        var signals = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["written log"] = written.ToString(), ["metrics"] = collector.TextOf("metrics"), ["traces"] = collector.TextOf("traces"), ["exported log"] = collector.TextOf("logs"),
            ["events"] = events, ["mails"] = mails,
        };
        // What this looks for is there to be found, and would be.
        Assert.Contains("นายสมมติ ไม่มีจริง", secrets.All);
        Assert.True(secrets.All.Count > 60, $"{secrets.All.Count} names");
        Assert.All(secrets.All, secret => Assert.Equal([secret], secrets.In($"before {secret} after").Where(found => found == secret)));
        Assert.Contains("kalasin.deliveries", signals["metrics"], StringComparison.Ordinal);
        Assert.Contains("could not be taken in", signals["written log"], StringComparison.Ordinal);
        Assert.Contains("System.FormatException", signals["written log"], StringComparison.Ordinal);
        Assert.NotEmpty(signals["exported log"]);
        Assert.Contains("kalasin.unit", signals["traces"], StringComparison.Ordinal);
        Assert.Contains("deliveryReceived", events, StringComparison.Ordinal);
        Assert.Contains("ยังขาด", mails, StringComparison.Ordinal);

        foreach (var (signal, text) in signals) Assert.True(!secrets.In(text).Any(), $"{signal}: {string.Join(", ", secrets.In(text))}");
        foreach (var (signal, text) in signals.Where(s => s.Key != "mails")) Assert.True(!Thai().IsMatch(text), $"{signal}: {Thai().Match(text)}");
    }

    private static void Use(WebApplicationBuilder builder, FakeTimeProvider clock, Written written)
    {
        builder.Services.AddSingleton<TimeProvider>(clock);
        // One that fails as a disk would, with the file's name in its words.
        builder.Services.AddSingleton<IDrops>(services => new BreakingDrops(
            services.GetRequiredService<IStorage>().Drops,
            (called, path) => called == nameof(IDrops.OpenAsync) && path.Value.EndsWith($" {Breaking}", StringComparison.Ordinal)
                ? new InvalidOperationException($"can't open {path}", new FormatException(path.Value))
                : null));
        builder.Logging.AddProvider(written).SetMinimumLevel(LogLevel.Information);
    }

    /// <summary>Every file by upload, and every second one and the one that breaks by drop too, under a person's name.</summary>
    private static async Task SendAsync(RunningService service, FakeTimeProvider clock, Secrets secrets)
    {
        var corpus = Directory.EnumerateFiles(Path.Combine(Evaluation.Tests.Repository.Root, "tests", "Corpus")).Where(f => !f.EndsWith(".json", StringComparison.Ordinal));
        var sample = Directory.EnumerateFiles(Path.Combine(SampleRound.Folder), "*.xlsx", SearchOption.AllDirectories);
        var files = new List<(string Folder, string Name, byte[] Bytes)>();
        foreach (var (n, path) in corpus.Concat(sample).Order(StringComparer.Ordinal).Index())
        {
            var (folder, name, bytes) = (Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path), await File.ReadAllBytesAsync(path, Token));
            // Whoever stands in a file is looked for in every run.
            if (secrets.Take(name, bytes) || name == Breaking || folder != "Corpus" || Evaluation.Tests.Breadth.IsLong || n % 3 == 0) files.Add((folder, name, bytes));
        }
        await Parallel.ForEachAsync(files.Index(), new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = Token }, async (sent, cancellationToken) =>
        {
            var (number, (folder, name, bytes)) = sent;
            var unit = folder == "Corpus" ? "4601" : folder;
            using var form = SampleFiles.Form((name, bytes));
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{Round}/units/{unit}/deliveries") { Content = form };
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{PersonInEnglish}-{number}"));
            using var response = await service.Client.SendAsync(request, cancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, $"{name}: {response.StatusCode}");
            if (number % 2 > 0 && name != Breaking) return;
            var drop = Path.Combine(service.DataFolder, "drop", Round, unit);
            Directory.CreateDirectory(drop);
            await File.WriteAllBytesAsync(Path.Combine(drop, $"{Person} {name}"), bytes, cancellationToken);
        });
        var scan = service.Services.GetRequiredService<DropScan>();
        await scan.RunAsync(Token);
        clock.Advance(FolderDrops.Stillness);
        Assert.True(await scan.RunAsync(Token) > 10);
    }

    private static async Task DecideAsync(RunningService service, Secrets secrets)
    {
        var said = $"{Person} ({PersonInEnglish}) {Identity} โทร. 043-000-000";
        foreach (var body in (object[])
                 [
                     new { kind = "askCorrection", unit = "4601", until = "2024-05-24", reason = said }, new { kind = "askQuestion", unit = "4602", text = said },
                     new { kind = "excuseUnit", unit = "4611", reason = said }, new { kind = "excludeReturn", unit = "4699", indicator = said, reason = said }, new { kind = said },
                 ])
        {
            using var response = await service.Client.PostAsJsonAsync($"/api/rounds/{Round}/decisions", body, Token);
            Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, response.StatusCode.ToString());
        }
        var round = (await service.Services.GetRequiredService<RoundLog>().FindAsync(Round, Token))!;
        var link = await service.Services.GetRequiredService<LinkService>().IssueAsync(
            round, LinkPurpose.Unit, UnitCode.Parse("4601"), new(2024, 6, 30), null, PersonInEnglish, Actor.Local, Token);
        secrets.Take(link.Issued!.Secret);
        foreach (var address in (string[])[$"/app/in/{Round}/{link.Issued.Secret}", $"/app/rounds/{Round}/{PersonInEnglish}", $"/api/rounds/{PersonInEnglish}?q={Identity}"])
            using (await service.Client.GetAsync(new Uri(address, UriKind.Relative), Token)) { }
        foreach (var text in (string[])[Person, PersonInEnglish, Identity, "สมหญิง", "043-000-000"]) secrets.Take(text);
    }

    private static async Task<string> EventsOfAsync(RunningService service)
    {
        var events = new List<string>();
        await foreach (var stored in service.Storage.Log.ReadAsync(RoundLog.StreamOf(RoundId.Parse(Round)), 0, Token)) events.Add(System.Text.Encoding.UTF8.GetString(stored.Bytes.Span));
        return Regex.Unescape(string.Join('\n', events));
    }

    private static string MailsOf(string outbox) =>
        string.Join('\n', Directory.EnumerateFiles(outbox, "*.eml").Select(file => MimeMessage.Load(file, Token)).Select(mail => $"{mail.Headers.Count} {mail.Subject}\n{mail.TextBody}\n{mail.HtmlBody}"));

    // One letter may be three bytes of a trace's random id; two in a row are words.
    [GeneratedRegex("[\u0E01-\u0E5B]{2,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Thai();

    /// <summary>What must not be told: names of files, of persons, numbers of identity cards, and what else is taken in.</summary>
    private sealed partial class Secrets
    {
        private readonly HashSet<string> all = new(StringComparer.Ordinal);

        public HashSet<string> All => all;

        public IEnumerable<string> In(string text) => all.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

        public void Take(string secret) => all.Add(secret);

        /// <returns>Whether somebody stands in it.</returns>
        public bool Take(string file, byte[] bytes)
        {
            all.Add(file);
            var before = all.Count;
            try
            {
                using var archive = new ZipArchive(new MemoryStream(bytes));
                foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) && e.Length < 5_000_000))
                {
                    using var reader = new StreamReader(entry.Open());
                    var text = WebUtility.HtmlDecode(reader.ReadToEnd());
                    foreach (Match name in Names().Matches(text)) all.Add(name.Value);
                    foreach (Match identity in Identities().Matches(text)) all.Add(identity.Value);
                }
            }
            catch (InvalidDataException)
            {
                // No archive, or a broken one: its name alone is taken.
            }
            return all.Count > before;
        }

        /// <summary>A title and two words; not the titles of offices that begin alike.</summary>
        [GeneratedRegex(@"(นางสาว|นาย(?!อำเภอ|ก)|นาง(?!สาว)|น\.ส\.)\s?[ก-๙]{2,20} [ก-๙]{2,20}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
        private static partial Regex Names();

        [GeneratedRegex(@"(?<![0-9])[0-9](-?[0-9]){12}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
        private static partial Regex Identities();
    }

    /// <summary>The program's own log as a terminal shows it.</summary>
    private sealed class Written : ILoggerProvider, ILogger
    {
        private readonly TerminalLog terminal = new();
        private readonly ConcurrentQueue<string> lines = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            terminal.Write(new LogEntry<TState>(logLevel, "", eventId, state, exception, formatter), null, line);
            lines.Enqueue(line.ToString());
        }

        public override string ToString() => string.Join('\n', lines);

        public void Dispose() { }
    }
}
