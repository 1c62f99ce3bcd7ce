using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// Offices, machines and the Functions host: whoever calls the program, and notes in the journal what was answered. What is called
/// when comes from the seed.
/// </summary>
internal sealed class Senders(Random random, Journal journal, InstallationUnderTest installation)
{
    private const string Round = $"/api/rounds/{InstallationUnderTest.Round}";

    private static readonly string Brought = $"/api/rounds/{BroughtRound.Id}";

    private readonly Offices offices = new(random);
    private readonly Coordinator coordinator = new(random, journal, installation);
    private readonly Season season = new(random);
    private readonly Post post = new(random);
    private readonly PartSender parts = new(journal, installation);

    /// <summary>Puts some files into the drop.</summary>
    public async Task DropAsync(int count)
    {
        for (var i = 0; i < count && installation.TakesDrops; i++)
        {
            var (_, path, acceptable, bytes) = offices.NewDrop();
            journal.Add(new SentDrop(path, await installation.DropAsync(path, bytes), acceptable, bytes));
        }
    }

    /// <summary>Some messages come: with a form by mail and as dropped files, and such as nobody should stumble over.</summary>
    public async Task WriteAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (unit, workbook) = offices.NewForm();
            if (random.Next(4) == 0 && installation.TakesDrops)
            {
                using var dropped = post.Form(unit, workbook);
                var (path, bytes) = (offices.NewMessagePath(unit), Post.BytesOf(dropped));
                journal.Add(new SentDrop(path, await installation.DropAsync(path, bytes), true, bytes) { Message = dropped.MessageId });
            }
            else if (installation is { Servers: { } servers, IsTroubled: false })
            {
                var isPoison = random.Next(5) == 0;
                using var message = isPoison ? post.Poison(unit) : post.Form(unit, workbook);
                await servers.SendAsync(message);
                journal.Add(new SentMessage(message.MessageId!, !isPoison));
            }
        }
    }

    /// <summary>What people do next in the season, some steps of it, with a tick between them: what they wait for is done by one. Nothing from a kind of step on.</summary>
    public async Task SeasonAsync(IReadOnlyList<FunctionsHost> programs, int steps, string? before = null)
    {
        for (var step = 0; step < steps; step++)
        {
            // What was not answered is sent again before anything else.
            var decision = journal.Decisions.FirstOrDefault(d => Season.IsOf(d) && d.Answer is null);
            if (decision is null)
            {
                decision = season.Next(await installation.FoldAsync(), installation.Now);
                if (decision is null || decision.Kind == before) break;
                journal.Add(decision);
            }
            if (await AllAsync([host => DecideAsync(host, decision)], programs) == 0 || decision.Answer is null) return;
            if (await AllAsync([TickAsync], programs) == 0) return;
        }
        await AllAsync([TickAsync, ShowAsync], programs);
    }

    /// <returns>Whether the plan is published now; otherwise the round has nothing to move to, and the decision has to come again.</returns>
    private async Task<bool> PublishAsync(FunctionsHost host)
    {
        using var plan = new StringContent(RulesWriter.ToJson(Season.Plan), Encoding.UTF8, "application/json");
        using var response = await host.ProxyAsync(HttpMethod.Put, $"/api/plans/{Season.Plan.Id}?reason=addresses", plan);
        if ((int)response.StatusCode is not (200 or 201 or 503)) journal.Complain($"The plan was answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return response.IsSuccessStatusCode;
    }

    /// <summary>Ticks alone, with a report to compile: what they do is long enough to be met in the middle.</summary>
    public async Task<Task> TickWithWorkAsync(IReadOnlyList<FunctionsHost> programs)
    {
        // One of two different workbooks makes a new version, whichever came last.
        foreach (var bytes in SampleFiles.WorkbooksOf("4608").Select(f => f.Bytes))
        {
            var upload = offices.Upload("4608", bytes);
            journal.Add(upload);
            await AllAsync([host => SendAsync(host, upload)], programs);
        }
        return AllAsync([TickAsync, TickAsync, ShowAsync], programs);
    }

    /// <summary>A round from elsewhere comes, twice at once, while others look whether it is there.</summary>
    public async Task<Task> BringAsync(IReadOnlyList<FunctionsHost> programs)
    {
        var import = journal.Import ?? new(await BroughtRound.OnceAsync());
        journal.Add(import);
        return AllAsync(
            [host => BringAsync(host, import), host => ShowBroughtAsync(host, import), host => BringAsync(host, import), host => ShowBroughtAsync(host, import), ShowAsync],
            programs);
    }

    /// <summary>
    /// Much at once: uploads, some in parts, and decisions, some of them twice or known, messages about drops, ticks in pairs, readers.
    /// </summary>
    /// <param name="programs">Who is called.</param>
    /// <param name="state">What the log says before.</param>
    /// <returns>When everything ended, by an answer or by the program's end.</returns>
    public Task Burst(IReadOnlyList<FunctionsHost> programs, RoundState state)
    {
        var (known, decisions) = (Repeatable(journal.Uploads), coordinator.Some(state, offices.AnyUnit()));
        List<SentUpload> fresh = [.. Enumerable.Range(0, random.Next(9)).Select(_ => offices.NewUpload())];
        if (offices.Again(known, state) is { } again) fresh.Add(again);
        foreach (var upload in fresh) journal.Add(upload);
        foreach (var decision in decisions) journal.Add(decision);
        List<Func<FunctionsHost, Task>> calls =
        [
            .. fresh.SelectMany(upload => Enumerable.Repeat<Func<FunctionsHost, Task>>(
                host => SendAsync(host, upload), random.Next(4) == 0 && upload.Parts is null ? 2 : 1)),
            .. Some(known, 2).Select<SentUpload, Func<FunctionsHost, Task>>(upload => host => SendAsync(host, upload)),
            .. decisions.SelectMany(decision => Enumerable.Repeat<Func<FunctionsHost, Task>>(
                host => DecideAsync(host, decision), random.Next(3) == 0 && !decision.MayBeRefused ? 2 : 1)),
            .. Announcements(),
            TickAsync, TickAsync, TickAsync,
            ShowAsync, ShowAsync,
            .. ((string[])[$"{Round}/deliveries", $"{Round}/scorecard", $"{Round}/log", "/api/health", "/api/rounds"])
                .Select<string, Func<FunctionsHost, Task>>(path => host => ReadAsync(host, HttpMethod.Get, path)),
        ];
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(calls));
        return AllAsync(calls, programs);
    }

    /// <summary>Sends everything again that was not answered, until nothing is left to do.</summary>
    public async Task SettleAsync(IReadOnlyList<FunctionsHost> programs)
    {
        await AllAsync([host => ReadAsync(host, HttpMethod.Put, Round)], programs);
        if (journal.Import is { IsAnswered: false } import)
            await AllAsync([host => ShowBroughtAsync(host, import), host => BringAsync(host, import)], programs);
        var known = journal.Uploads;
        await AllAsync(
            [
                .. known.Where(u => u.Answer is null).Concat(Some(Repeatable(known), 3))
                    .Select<SentUpload, Func<FunctionsHost, Task>>(upload => host => SendAsync(host, upload))
            ], programs);
        await AllAsync(
            [.. journal.Decisions.Where(d => d.Answer is null).Select<SentDecision, Func<FunctionsHost, Task>>(decision => host => DecideAsync(host, decision))], programs);
        // A queue gives its messages again; a message that never came is made good by the scan of a tick.
        if (random.Next(2) == 0) await AllAsync(Announcements(), programs);
        for (var patience = 120; ; patience--)
        {
            var answered = await AllAsync([TickAsync, TickAsync], programs);
            if (answered == 0 || patience == 0 || !IsSomethingDropped(await installation.ReadAsync())) break;
            await Task.Delay(500);
        }
        await AllAsync([TickAsync, TickAsync, ShowAsync], programs);
    }

    /// <summary>A file in parts and a decision of each kind that there is, and little else: what one does behind its event is met too.</summary>
    public Task Each(IReadOnlyList<FunctionsHost> programs, RoundState state) => AllAsync([.. NewOfEach(state), ShowAsync], programs);

    /// <summary>The same, one after the other, so that none is refused for what another did.</summary>
    public async Task EachInTurnAsync(IReadOnlyList<FunctionsHost> programs, RoundState state)
    {
        foreach (var call in NewOfEach(state)) await AllAsync([call], programs);
    }

    private List<Func<FunctionsHost, Task>> NewOfEach(RoundState state)
    {
        var upload = offices.InParts(offices.AnyUnit());
        var decisions = coordinator.Each(state, offices.AnyUnit());
        journal.Add(upload);
        foreach (var decision in decisions) journal.Add(decision);
        return [host => SendAsync(host, upload), .. decisions.Select<SentDecision, Func<FunctionsHost, Task>>(decision => host => DecideAsync(host, decision))];
    }

    /// <summary>Repeats everything that was ever sent; only what was refused is done with.</summary>
    public Task RepeatAllAsync(IReadOnlyList<FunctionsHost> programs) =>
        AllAsync(
            [
                .. journal.Uploads.Select<SentUpload, Func<FunctionsHost, Task>>(upload => host => SendAsync(host, upload)),
                .. journal.Decisions.Where(d => d.Answer is { Stands: true }).Select<SentDecision, Func<FunctionsHost, Task>>(
                    decision => host => DecideAsync(host, decision)),
                .. (journal.Import is { } import ? [import] : (SentImport[])[]).SelectMany<SentImport, Func<FunctionsHost, Task>>(
                    sent => [host => BringAsync(host, sent), host => ShowBroughtAsync(host, sent)]),
            ], programs);

    /// <summary>Ticks one after the other.</summary>
    public async Task TicksAsync(IReadOnlyList<FunctionsHost> programs, int count)
    {
        for (var i = 0; i < count; i++) await AllAsync([TickAsync], programs);
    }

    public Task TickAsync(IReadOnlyList<FunctionsHost> programs) => AllAsync([TickAsync, TickAsync], programs);

    /// <summary>Each call to one of the programs; an answer that does not come is nobody's fault if the program was killed.</summary>
    /// <returns>How many were answered.</returns>
    private async Task<int> AllAsync(IReadOnlyCollection<Func<FunctionsHost, Task>> calls, IReadOnlyList<FunctionsHost> programs) =>
        (await Task.WhenAll(calls.Select(call =>
        {
            var host = programs[random.Next(programs.Count)];
            return Task.Run(async () =>
            {
                try
                {
                    await call(host);
                    return 1;
                }
                catch (Exception gone) when (gone is HttpRequestException or IOException)
                {
                    if (await host.EndAsync(TimeSpan.FromSeconds(30)) is null) journal.Complain($"A call was not answered by a program that lives: {gone.Message}");
                    return 0; // killed before it had answered
                }
            });
        }))).Sum();

    /// <summary>A drop lies there that should be gone, or has no answer.</summary>
    private bool IsSomethingDropped(Kept kept) =>
        journal.Drops.Any(drop => drop.Acceptable ? kept.Drops.ContainsKey(drop.Path) : !kept.Answers.ContainsKey($"{drop.Path}/answer.json"));

    private async Task SendAsync(FunctionsHost host, SentUpload upload)
    {
        using var form = upload.Parts is null ? SampleFiles.Form([.. upload.Files]) : new MultipartFormDataContent();
        if (upload.Parts is { } sent)
        {
            if (await parts.SendAsync(host, upload, sent) is not { } whole) return;
            form.Add(new StringContent(whole), "uploads");
        }
        using var response = await host.ProxyAsync(HttpMethod.Post, $"{Round}/units/{upload.Unit}/deliveries", form, upload.Key);
        journal.Answered(upload, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task DecideAsync(FunctionsHost host, SentDecision decision)
    {
        if (decision.Kind == "rulesRevised" && !await PublishAsync(host)) return;
        using var request = new HttpRequestMessage(decision.Kind == "rulesRevised" ? HttpMethod.Put : HttpMethod.Post, $"{Round}/{decision.Door}") { Content = decision.Content() };
        request.Headers.Add("Idempotency-Key", decision.Key);
        request.Headers.Add(Front.Account, decision.Sender.ToHeader());
        using var response = await host.ProxyAsync(request);
        journal.Answered(decision, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task BringAsync(FunctionsHost host, SentImport import)
    {
        using var content = new ByteArrayContent(import.Round.File);
        content.Headers.ContentType = new("application/zip");
        using var response = await host.ProxyAsync(HttpMethod.Post, "/api/rounds/import", content);
        journal.Imported(import, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task ShowBroughtAsync(FunctionsHost host, SentImport import)
    {
        var wasAnswered = import.IsAnswered;
        using var response = await host.ProxyAsync(HttpMethod.Get, Brought);
        journal.ShownBrought(import, wasAnswered, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task ShowAsync(FunctionsHost host)
    {
        using var response = await host.ProxyAsync(HttpMethod.Get, Round);
        var body = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode) journal.Shown(JsonElement.Parse(body));
        else if (!IsExcused(response)) journal.Complain($"{Round} was answered with {(int)response.StatusCode}: {body}");
    }

    private async Task ReadAsync(FunctionsHost host, HttpMethod method, string path)
    {
        using var response = await host.ProxyAsync(method, path);
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode && !IsExcused(response)) journal.Complain($"{path} was answered with {(int)response.StatusCode}: {body}");
    }

    private async Task TickAsync(FunctionsHost host)
    {
        // Of a round that has come in part a tick says that it can't do its work.
        var isUnderWay = journal.Import is { IsAnswered: false };
        var result = await host.TickAsync();
        if (!isUnderWay) Expect("Tick", result);
    }

    private bool IsExcused(HttpResponseMessage response) => installation.IsTroubled && (int)response.StatusCode == 503;

    private void Expect(string function, StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success && !installation.IsTroubled) journal.Complain($"{function} ended with {result}");
    }

    /// <summary>What Event Grid says about the drops, some of it twice.</summary>
    private List<Func<FunctionsHost, Task>> Announcements() =>
    [
        .. journal.Drops.TakeLast(8).SelectMany(drop => Enumerable.Repeat<Func<FunctionsHost, Task>>(
            async host => Expect("DropQueue", await host.QueueAsync("DropQueue", EventOf(drop))), random.Next(3) == 0 ? 2 : 1)),
    ];

    private static string EventOf(SentDrop drop) => JsonSerializer.Serialize(new
    {
        eventType = "Microsoft.Storage.BlobCreated", eventTime = TimeProvider.System.GetUtcNow(),
        subject = $"/blobServices/default/containers/drop/blobs/{drop.Path}",
        data = new { api = "PutBlob", eTag = drop.Tag, contentLength = drop.Bytes.Length },
    });

    /// <summary>A file in parts is sent again once it was answered; before that only one sends it.</summary>
    private static ImmutableArray<SentUpload> Repeatable(ImmutableArray<SentUpload> uploads) => [.. uploads.Where(u => u.Parts is null || u.Answer is not null)];

    private IEnumerable<SentUpload> Some(ImmutableArray<SentUpload> uploads, int count) =>
        uploads.IsEmpty ? [] : [.. Enumerable.Range(0, count).Select(_ => uploads[random.Next(uploads.Length)])];
}
