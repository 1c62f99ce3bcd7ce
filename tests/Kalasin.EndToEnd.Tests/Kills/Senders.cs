using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// Offices, machines and the Functions host: whoever calls the program, and notes in the journal what was answered. What is called
/// when comes from the seed.
/// </summary>
internal sealed class Senders(Random random, Journal journal, InstallationUnderTest installation)
{
    private const string Round = $"/api/rounds/{InstallationUnderTest.Round}";

    private static readonly string[] Units =
        [
            "4601", "4602", "4603", "4604", "4605", "4606", "4607", "4608", "4609", "4610", "4612", "4613", "4614", "4616", "4617", "4618",
            "ADM", "DEV", "FIN", "LAW", "PER", "PUB"
        ];

    private int sent;

    /// <summary>Puts some files into the drop.</summary>
    public async Task DropAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (unit, acceptable) = (AnyUnit(), random.Next(5) > 0);
            var (path, bytes) = ($"{InstallationUnderTest.Round}/{unit}/แบบรายงาน {++sent}.xlsx", acceptable ? Workbook(unit) : Garbage());
            journal.Add(new SentDrop(path, await installation.DropAsync(path, bytes), acceptable, bytes));
        }
    }

    /// <summary>Ticks alone, with a report to compile: what they do is long enough to be met in the middle.</summary>
    public async Task<Task> TickWithWorkAsync(IReadOnlyList<FunctionsHost> programs)
    {
        // One of two different workbooks makes a new version, whichever came last.
        foreach (var bytes in SampleFiles.WorkbooksOf("4608").Select(f => f.Bytes))
        {
            var upload = new SentUpload($"key-{++sent}", "4608", true, [("รายงาน.xlsx", bytes)]);
            journal.Add(upload);
            await AllAsync([host => SendAsync(host, upload)], programs);
        }
        return AllAsync([TickAsync, TickAsync, ShowAsync], programs);
    }

    /// <summary>Much at once: uploads and questions, some of them twice or known, messages about drops, ticks in pairs, readers.</summary>
    /// <returns>When everything ended, by an answer or by the program's end.</returns>
    public Task Burst(IReadOnlyList<FunctionsHost> programs)
    {
        var fresh = Enumerable.Range(0, random.Next(9)).Select(_ => NewUpload()).ToList();
        foreach (var upload in fresh) journal.Add(upload);
        var questions = Enumerable.Range(0, random.Next(4)).Select(_ => new SentDecision($"question-{++sent}", AnyUnit())).ToList();
        foreach (var question in questions) journal.Add(question);
        List<Func<FunctionsHost, Task>> calls =
        [
            .. fresh.SelectMany(upload => Enumerable.Repeat<Func<FunctionsHost, Task>>(host => SendAsync(host, upload), random.Next(4) == 0 ? 2 : 1)),
            .. Some(journal.Uploads, 2).Select<SentUpload, Func<FunctionsHost, Task>>(upload => host => SendAsync(host, upload)),
            .. questions.SelectMany(question => Enumerable.Repeat<Func<FunctionsHost, Task>>(host => AskAsync(host, question), random.Next(3) == 0 ? 2 : 1)),
            .. Announcements(),
            TickAsync, TickAsync, TickAsync,
            ShowAsync, ShowAsync,
            .. ((string[])[$"{Round}/deliveries", $"{Round}/scorecard", "/api/health", "/api/rounds"])
                .Select<string, Func<FunctionsHost, Task>>(path => host => ReadAsync(host, HttpMethod.Get, path)),
        ];
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(calls));
        return AllAsync(calls, programs);
    }

    /// <summary>Sends everything again that was not answered, until nothing is left to do.</summary>
    public async Task SettleAsync(IReadOnlyList<FunctionsHost> programs)
    {
        await AllAsync([host => ReadAsync(host, HttpMethod.Put, Round)], programs);
        var known = journal.Uploads;
        await AllAsync(
            [
                .. known.Where(u => u.Answer is null).Concat(Some(known, 3))
                    .Select<SentUpload, Func<FunctionsHost, Task>>(upload => host => SendAsync(host, upload))
            ], programs);
        await AllAsync(
            [.. journal.Decisions.Where(d => d.Number is null).Select<SentDecision, Func<FunctionsHost, Task>>(question => host => AskAsync(host, question))], programs);
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

    /// <summary>Repeats every upload and question that there ever was.</summary>
    public Task RepeatAllAsync(IReadOnlyList<FunctionsHost> programs) =>
        AllAsync(
            [
                .. journal.Uploads.Select<SentUpload, Func<FunctionsHost, Task>>(upload => host => SendAsync(host, upload)),
                .. journal.Decisions.Select<SentDecision, Func<FunctionsHost, Task>>(question => host => AskAsync(host, question)),
            ], programs);

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
        using var form = SampleFiles.Form([.. upload.Files]);
        using var response = await host.ProxyAsync(HttpMethod.Post, $"{Round}/units/{upload.Unit}/deliveries", form, upload.Key);
        journal.Answered(upload, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task AskAsync(FunctionsHost host, SentDecision question)
    {
        var body = JsonSerializer.Serialize(new { kind = "askQuestion", unit = question.Unit, text = $"โปรดชี้แจง {question.Key}" });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.ProxyAsync(HttpMethod.Post, $"{Round}/decisions", content, question.Key);
        journal.Answered(question, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task ShowAsync(FunctionsHost host)
    {
        using var response = await host.ProxyAsync(HttpMethod.Get, Round);
        var body = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode) journal.Shown(JsonElement.Parse(body));
        else journal.Complain($"{Round} was answered with {(int)response.StatusCode}: {body}");
    }

    private async Task ReadAsync(FunctionsHost host, HttpMethod method, string path)
    {
        using var response = await host.ProxyAsync(method, path);
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) journal.Complain($"{path} was answered with {(int)response.StatusCode}: {body}");
    }

    private Task TickAsync(FunctionsHost host) => DoneAsync("Tick", host.TickAsync());

    private async Task DoneAsync(string function, Task<StatusResult> call)
    {
        var result = await call;
        if (result.Status != StatusResult.Types.Status.Success) journal.Complain($"{function} ended with {result}");
    }

    /// <summary>What Event Grid says about the drops, some of it twice.</summary>
    private List<Func<FunctionsHost, Task>> Announcements() =>
    [
        .. journal.Drops.TakeLast(8).SelectMany(drop => Enumerable.Repeat<Func<FunctionsHost, Task>>(
            host => DoneAsync("DropQueue", host.QueueAsync("DropQueue", EventOf(drop))), random.Next(3) == 0 ? 2 : 1)),
    ];

    private static string EventOf(SentDrop drop) => JsonSerializer.Serialize(new
    {
        eventType = "Microsoft.Storage.BlobCreated", eventTime = TimeProvider.System.GetUtcNow(),
        subject = $"/blobServices/default/containers/drop/blobs/{drop.Path}",
        data = new { api = "PutBlob", eTag = drop.Tag, contentLength = drop.Bytes.Length },
    });

    private SentUpload NewUpload()
    {
        var (key, unit) = ($"key-{++sent}", AnyUnit());
        return random.Next(10) switch
        {
            0 => new(key, unit, false, [("รายงาน.xlsx", Garbage())]),
            1 => new(key, unit, false, [("รายงานของหน่วยอื่น.xlsx", Workbook(unit == "FIN" ? "LAW" : "FIN"))]),
            2 => new(key, unit, true, [("รายงาน.xlsx", Workbook(unit)), ("ภาพกิจกรรม.jpg", SampleFiles.Named("4603", "ภาพกิจกรรม-1.jpg"))]),
            _ => new(key, unit, true, [("รายงาน.xlsx", Workbook(unit))]),
        };
    }

    /// <summary>One of the unit's workbooks, as bytes that were never sent before: a zip may end with a comment.</summary>
    private byte[] Workbook(string unit)
    {
        var files = SampleFiles.WorkbooksOf(unit);
        var bytes = files[random.Next(files.Count)].Bytes;
        var comment = Encoding.ASCII.GetBytes($"{++sent:D8}");
        bytes[^2] = (byte)comment.Length; // the length of the comment is what a zip without one ends with
        return [.. bytes, .. comment];
    }

    private byte[] Garbage()
    {
        var bytes = new byte[random.Next(1, 40_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string AnyUnit() => Units[random.Next(Units.Length)];

    private IEnumerable<SentUpload> Some(ImmutableArray<SentUpload> uploads, int count) =>
        uploads.IsEmpty ? [] : [.. Enumerable.Range(0, count).Select(_ => uploads[random.Next(uploads.Length)])];
}
