using System.Net.Sockets;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Http;
using Kalasin.Functions.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class UploadTests : IAsyncLifetime
{
    private const string Thai = "ทะเบียนเรื่องวินัย ต.ค. ๒๕๖๖ (แก้ไข).xlsx";
    private static readonly StreamId Round = StreamId.Of("round", "1");
    private static readonly UploadLimits Limits = new() { FileBytes = 1000, Files = 5, NameLength = 60, Fields = 2, FieldBytes = 20 };
    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await StartAsync(map: app =>
    {
        app.MapPost("/test/upload", context => TakeAsync(context, Limits)).WithMetadata(new BodyLimit(100_000));
        app.MapPost("/test/large", context => TakeAsync(context, UploadLimits.Default)).WithMetadata(new BodyLimit(1_000_000));
    });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Files_KeptInOrderUnderTheirHash()
    {
        var first = Encoding.UTF8.GetBytes("เนื้อหา");
        using var form = Form((Thai, first), ("b.pdf", []));
        Assert.Equal($"{Thai}|{first.Length}|{ContentHash.Of(first)}\nb.pdf|0|{ContentHash.Of([])}", await TakenAsync(form));
        await using var kept = await _service.Storage.Vaults.Of(Round).OpenAsync(ContentHash.Of(first), ByteRange.All, Token);
        Assert.NotNull(kept);
        Assert.Equal("เนื้อหา", await new StreamReader(kept).ReadToEndAsync(Token));
    }

    public static TheoryData<string, string> Names => new()
    {
        { $"filename=\"{Thai}\"", Thai }, // browsers: UTF-8 as it is
        { $"filename=x.xlsx; filename*=UTF-8''{Uri.EscapeDataString(Thai)}", Thai }, // RFC 5987
        { $"filename=\"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("ก.xlsx"))}?=\"", "ก.xlsx" }, // .NET's HttpClient
        { "filename=\"a %22b%22.xlsx\"", "a \"b\".xlsx" },
        { @"filename=""C:\fakepath\ก.xlsx""", "ก.xlsx" },
        { "filename=\"../../etc/passwd\"", "passwd" },
        { "filename=\"folder/\"", "\uFFFD" },
        { "filename=\"a%0Ab.xlsx\"", "a\uFFFDb.xlsx" },
        { "filename=plain.xlsx", "plain.xlsx" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_AsTheSenderGaveIt(string disposition, string expected)
    {
        using var content = Raw($"--b\r\nContent-Disposition: form-data; name=\"files\"; {disposition}\r\n\r\nx\r\n--b--\r\n");
        Assert.Equal(expected, (await TakenAsync(content)).Split('|')[0]);
    }

    [Fact]
    public async Task Fields_AndFileInputLeftEmpty_AreNoFiles()
    {
        using var form = Form(("a", [1]));
        form.Add(new StringContent("เหตุผล"), "reason");
        var content = Raw("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n");
        Assert.StartsWith("a|1|", await TakenAsync(form), StringComparison.Ordinal);
        Assert.Equal("KAL1906", await ProblemAsync(await PostAsync(content), 422, "not-accepted"));
    }

    [Fact]
    public async Task FileTooLarge_OthersKeptAndSaid()
    {
        using var form = Form(("a", new byte[1000]), ("big.pdf", new byte[1001]), ("c", [1]));
        var taken = await TakenAsync(form);
        Assert.Equal(["a", "c", "KAL1902 big.pdf"], taken.Split('\n').Select(line => line.Split('|')[0]));
    }

    [Fact]
    public async Task OnlyFileTooLarge_413()
    {
        using var form = Form(("big.pdf", new byte[5000]));
        Assert.Equal("KAL1902", await ProblemAsync(await PostAsync(form), 413, "too-large"));
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task AllTooLarge_413_FilesBeforeAreNotKept()
    {
        using var form = Form(("a", [1]), ("b", new byte[200_000]));
        Assert.Equal("KAL1901", await ProblemAsync(await PostAsync(form, chunked: true), 413, "too-large"));
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task TooManyFiles_422_NoneKept()
    {
        using var most = Form([.. Enumerable.Range(0, 5).Select(n => ($"f{n}", new byte[] { 1 }))]);
        Assert.Equal(5, (await TakenAsync(most)).Split('\n').Length);
        using var form = Form([.. Enumerable.Range(0, 6).Select(n => ($"f{n}", new byte[] { 2 }))]);
        Assert.Equal("KAL1903", await ProblemAsync(await PostAsync(form), 422, "not-accepted"));
        Assert.False(await _service.Storage.Vaults.Of(Round).ExistsAsync(ContentHash.Of([2]), Token));
    }

    [Fact]
    public async Task NameTooLong_Said()
    {
        using var form = Form((new string('ก', 60), [1]), (new string('ก', 61), [2]));
        Assert.EndsWith($"\nKAL1907 {new string('ก', 59)}…", await TakenAsync(form), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 21)]
    [InlineData(3, 1)]
    public async Task FieldsTooMuch_422(int count, int size)
    {
        using var form = Form(("a", [1]));
        for (var n = 0; n < count; n++) form.Add(new StringContent(new('x', size)), $"field{n}");
        Assert.Equal("KAL1908", await ProblemAsync(await PostAsync(form), 422, "not-accepted"));
        await AssertNothingKeptAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of the kind")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nbreaks off")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"")]
    [InlineData("--b\r\n\r\nno header\r\n--b--\r\n")]
    [InlineData("--b\r\nContent-Disposition: attachment; filename=\"a\"\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("--b\r\nno colon\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("--other\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nx\r\n--other--\r\n")]
    public async Task Malformed_422(string body)
    {
        Assert.Equal("KAL1904", await ProblemAsync(await PostAsync(Raw(body)), 422, "not-accepted"));
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task HeadersOverTheirLimits_422()
    {
        var many = string.Concat(Enumerable.Range(0, 17).Select(n => $"X-{n}: x\r\n"));
        Assert.Equal("KAL1904", await ProblemAsync(await PostAsync(Raw($"--b\r\n{many}\r\nx\r\n--b--\r\n")), 422, "not-accepted"));
        Assert.Equal("KAL1904", await ProblemAsync(await PostAsync(Raw($"--b\r\nX: {new string('x', 17_000)}\r\n\r\nx\r\n--b--\r\n")), 422, "not-accepted"));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task BoundaryMissingOrTooLong_422(string type) => Assert.Equal("KAL1904", await ProblemAsync(await PostAsync(Raw("x", type)), 422, "not-accepted"));

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/mixed; boundary=b")]
    [InlineData("not a type")]
    public async Task NotMultipart_415(string type) => Assert.Equal("KAL1905", await ProblemAsync(await PostAsync(Raw("{}", type)), 415, "unsupported-media-type"));

    [Fact]
    public async Task SenderGoesAway_NothingLeft()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", _service.Address.Port, Token);
            var part = $"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n{new string('x', StagedBytes.Most + 1)}\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /test/large HTTP/1.1\r\nHost: {_service.Address.Authority}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n{part}{part}"), Token);
            while (Staged().Length == 0) await Task.Delay(5, Token);
        }
        while (Staged().Length > 0) await Task.Delay(5, Token);
        await AssertNothingKeptAsync();
    }

    private static async Task TakeAsync(HttpContext context, UploadLimits limits)
    {
        var vault = ((IVaults)context.RequestServices.GetService(typeof(IVaults))!).Of(Round);
        await using var upload = await Upload.ReadAsync(context.Request, vault, limits, context.RequestAborted);
        if (upload.Refusal is { } refusal)
        {
            await refusal.WriteAsync(context, upload.Findings);
            return;
        }
        foreach (var (_, content) in upload.Files.Sent) upload.Files.Keep(content);
        await upload.Files.PromoteAsync(context.RequestAborted);
        var lines = upload.Files.Sent.Select(f => $"{f.File.Name}|{f.Content.Size}|{f.Content.Hash}").Concat(upload.Findings.Select(f => $"{f.Code} {f.Place}"));
        await context.Response.WriteAsync(string.Join('\n', lines), context.RequestAborted);
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "files", name);
        return form;
    }

    private static ByteArrayContent Raw(string body, string type = "multipart/form-data; boundary=b")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent content, bool chunked = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/test/upload") { Content = content };
        if (chunked) request.Headers.TransferEncodingChunked = true;
        return _service.Client.SendAsync(request, Token);
    }

    private async Task<string> TakenAsync(HttpContent content)
    {
        using var response = await PostAsync(content);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private string[] Staged() => Directory.Exists(_service.DataFolder) ? Directory.GetFiles(_service.DataFolder, "*.part", SearchOption.AllDirectories) : [];

    private async Task AssertNothingKeptAsync()
    {
        Assert.Empty(Staged());
        await foreach (var kept in _service.Storage.Vaults.Of(Round).ListAsync(Token)) Assert.Fail($"{kept.Hash} was kept.");
    }
}
