using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage.Local;
using Kalasin.Functions.Transfer;
using static Kalasin.Functions.Tests.Transfer.RoundToMove;

namespace Kalasin.Functions.Tests.Transfer;

/// <summary>Files that are none, were cut, changed or made up: each is a finding, and nothing of a round is to be seen.</summary>
public sealed class RoundImportTests : IAsyncLifetime
{
    private readonly LocalStorageUnderTest _store = new(), _other = new();
    private byte[] _file = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IStorage Other { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await ExportAsync(await FillAsync(_store.Open()));
        Other = _other.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task CutAnywhere_IsAFinding()
    {
        foreach (var length in Enumerable.Range(0, 40).Concat(Enumerable.Range(1, 60).Select(n => _file.Length * n / 61)).Concat(Enumerable.Range(_file.Length - 60, 60)))
            Assert.Contains(await RefusalAsync(Other, _file[..length]), (string[])["KAL7701", "KAL7702"]);
    }

    [Fact]
    public async Task ChangedAnywhere_IsAFinding()
    {
        var random = new Random(20240515);
        var directory = _file.Length - 2_000;
        foreach (var at in Enumerable.Range(0, 600).Concat(Enumerable.Range(0, 200).Select(_ => random.Next(_file.Length))).Concat(Enumerable.Range(0, 200).Select(_ => random.Next(directory, _file.Length))))
        {
            var changed = (byte[])_file.Clone();
            changed[at] ^= (byte)(1 << random.Next(8));
            Assert.Matches("^KAL77[0-9]{2}$", await RefusalAsync(Other, changed));
        }
    }

    [Fact]
    public async Task MoreBehindTheEnd_OrBeforeTheBeginning_IsNoRoundFile()
    {
        Assert.Equal("KAL7701", await RefusalAsync(Other, [.. _file, 0]));
        Assert.Equal("KAL7701", await RefusalAsync(Other, [.. "#!"u8, .. _file]));
        Assert.Equal("KAL7701", await RefusalAsync(Other, Encoding.UTF8.GetBytes("{\"format\":\"kalasin-round\"}")));
    }

    /// <summary>What another program packs anew is told apart before any of it is inflated: a bomb never goes off.</summary>
    [Fact]
    public async Task PackedAnew_IsNoRoundFile()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in EntriesOf(_file))
            {
                await using var entry = await zip.CreateEntry(name, CompressionLevel.SmallestSize).OpenAsync(Token);
                await entry.WriteAsync(bytes, Token);
            }
        }
        Assert.Equal("KAL7701", await RefusalAsync(Other, packed.ToArray()));
    }

    public static TheoryData<string, string> Lies => new()
    {
        { "version", "KAL7703" },
        { "format", "KAL7701" },
        { "round", "KAL7708" },
        { "head", "KAL7708" },
        { "events", "KAL7708" },
        { "no head", "KAL7704" },
        { "event changed", "KAL7708" },
        { "event unreadable", "KAL7707" },
        { "event that can't follow", "KAL7707" },
        { "event without end", "KAL7707" },
        { "event too long", "KAL7707" },
        { "log missing", "KAL7701" },
        { "heads of another log", "KAL7311" },
        { "content changed", "KAL7704" },
        { "content missing", "KAL7710" },
        { "content foreign", "KAL7709" },
        { "content twice", "KAL7709" },
        { "contents in another order", "KAL7709" },
        { "name with a way out", "KAL7709" },
        { "manifest of other entries", "KAL7704" },
        { "manifest too large", "KAL7706" },
        { "head too large", "KAL7706" },
        { "manifest missing", "KAL7701" },
    };

    /// <summary>Made by a writer that keeps the form, so that only what it says is untrue.</summary>
    [Theory]
    [MemberData(nameof(Lies))]
    public async Task WellFormedLie_IsAFinding(string lie, string expected)
    {
        var entries = EntriesOf(_file);
        var objects = entries.FindIndex(e => e.Name.StartsWith("objects/", StringComparison.Ordinal));
        switch (lie)
        {
            case "version": Edit("round.json", "\"version\":1", "\"version\":2"); break;
            case "format": Edit("round.json", "kalasin-round", "kalasin-other"); break;
            case "round": Edit("round.json", "46-dla-2567", "46-dla-2568"); break;
            case "head": Edit("round.json", Encoding.UTF8.GetString(entries[0].Bytes)[^10..], "00000000\"}"); break;
            case "events": Edit("round.json", "\"events\":2", "\"events\":3"); break;
            case "no head": Edit("round.json", "\"head\"", "\"tail\""); break;
            case "event changed": Edit("log.jsonl", "\"4602\"", "\"4603\""); break;
            case "event unreadable": Edit("log.jsonl", "deliveryReceived", "deliveryReceivid"); break;
            case "event that can't follow": Edit("log.jsonl", "\"receipt\":1", "\"receipt\":7"); break;
            case "event without end": Put("log.jsonl", entries[2].Bytes[..^1]); break;
            case "event too long": Put("log.jsonl", [.. Enumerable.Repeat((byte)' ', 40_000), .. entries[2].Bytes]); break;
            case "log missing": entries.RemoveAt(2); break;
            case "heads of another log": Edit("heads.txt", "2 ", "1 "); break;
            case "content changed": entries[objects] = (entries[objects].Name, "other"u8.ToArray()); break;
            case "content missing": entries.RemoveAt(objects); break;
            case "content foreign": entries.Insert(objects, ($"objects/{ContentHash.Zero}", [])); break;
            case "content twice": entries.Insert(objects, entries[objects]); break;
            case "contents in another order": (entries[objects], entries[objects + 1]) = (entries[objects + 1], entries[objects]); break;
            case "name with a way out": entries.Insert(objects, ("objects/../../evil", [])); break;
            case "manifest of other entries": Edit("manifest.json", "\"size\":", "\"size\":1"); break;
            case "manifest too large": Put("manifest.json", new byte[RoundFile.MostManifestBytes + 1]); break;
            case "head too large": Put("round.json", new byte[RoundFile.MostHeadBytes + 1]); break;
            default: entries.RemoveAt(entries.Count - 1); break;
        }
        var isRewritten = !lie.StartsWith("manifest", StringComparison.Ordinal);
        Assert.Equal(expected, await RefusalAsync(Other, await PackAsync(entries, isRewritten)));

        void Edit(string name, string from, string to)
        {
            var text = Encoding.UTF8.GetString(entries.Single(e => e.Name == name).Bytes);
            Assert.Contains(from, text, StringComparison.Ordinal);
            var edited = text.Remove(text.IndexOf(from, StringComparison.Ordinal), from.Length).Insert(text.IndexOf(from, StringComparison.Ordinal), to);
            Put(name, Encoding.UTF8.GetBytes(edited));
        }

        void Put(string name, byte[] bytes) => entries[entries.FindIndex(e => e.Name == name)] = (name, bytes);
    }

    [Fact]
    public async Task RulesThatNobodyCanRead_AreAFinding()
    {
        var rules = Hash("rules");
        var opened = new RoundEntry(new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), Actor.Local, Guid.NewGuid(), new RoundOpened(Id, FrameworkId.Parse("dla-2567"), 1, rules, 1, rules)).ToBytes();
        var head = new RoundFileHead(RoundFile.Format, RoundFile.Version, "0", Id.Value, 1, ContentHash.Zero.Then(opened));
        var entries = new List<(string, byte[])>
        {
            (RoundFile.Head, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(head, RoundFileJson.Default.RoundFileHead)),
            (RoundFile.Heads, []), (RoundFile.Log, [.. opened, (byte)'\n']), (RoundFile.NameOf(rules), "rules"u8.ToArray()),
        };
        Assert.Equal("KAL7305", await RefusalAsync(Other, await PackAsync(entries, rewritten: true)));
    }

    /// <summary>Well-formed in every other way: the log and the file are right, and what it is computed from is not.</summary>
    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"unit":"4603","indicator":"3","status":"reported"}""")]
    [InlineData("""{"unit":"4602","indicator":"4","status":"reported"}""")]
    [InlineData("""{"unit":"4602","indicator":"3","status":"nil"}""")]
    [InlineData("""{"unit":"4602","indicator":"3","status":"reported","facts":null}""")]
    [InlineData("""{"unit":"4602","indicator":"3","status":"reported","facts":{"summary":{}}}""")]
    [InlineData("""{"unit":"4602","indicator":"3","status":"reported","facts":{"summary":{"kind":"number","number":9e27}}}""")]
    public async Task ReturnThatIsNoneOrAnother_IsAFinding(string content)
    {
        await DeliverAsync(_store.Open(), "second", Encoding.UTF8.GetBytes(content));
        Assert.Equal("KAL7315", await RefusalAsync(Other, await ExportAsync(_store.Open())));
    }

    /// <summary>Content that was here under another name, such as an original, is looked at like what the file brings.</summary>
    [Fact]
    public async Task ReturnThatIsNone_AndIsHereAlready_IsAFinding()
    {
        await DeliverAsync(_store.Open(), "second", "nonsense"u8.ToArray());
        await using var staged = new StagedContents(Other.Vaults.Of(LogStream));
        await staged.AddOwnAsync("nonsense"u8.ToArray(), Token);
        await staged.PromoteAsync(Token);
        Assert.Equal("KAL7315", await RefusalAsync(Other, await ExportAsync(_store.Open())));
    }

    [Fact]
    public async Task HeadsOfAnotherLogHere_KeepItOut_OfALongerOneAreTold()
    {
        var state = await Log(_store.Open()).LoadAsync(Id, Token);
        await Other.Heads.SealAsync(LogStream, new(9, state.Head, new(2024, 5, 12, 0, 0, 0, TimeSpan.Zero)), Token);
        Assert.Equal("KAL7306", Assert.Single(Assert.IsType<ImportOutcome.Imported>(await ImportAsync(Other, _file)).Findings).Code);

        await using var third = new LocalStorageUnderTest();
        await third.Open().Heads.SealAsync(LogStream, new(1, state.Head, new(2024, 5, 9, 0, 0, 0, TimeSpan.Zero)), Token);
        Assert.Equal("KAL7311", await RefusalAsync(third.Open(), _file));
    }

    private static List<(string Name, byte[] Bytes)> EntriesOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e =>
        {
            using var bytes = new MemoryStream();
            using var stream = e.Open();
            stream.CopyTo(bytes);
            return (e.FullName, bytes.ToArray());
        })];
    }

    // Where it is rewritten the manifest says what is in the file now, as a liar's would.
    private static async Task<byte[]> PackAsync(List<(string Name, byte[] Bytes)> entries, bool rewritten)
    {
        using var file = new MemoryStream();
        var zip = new StoredZipWriter(file);
        foreach (var (name, bytes) in entries.Where(e => e.Name != RoundFile.Manifest)) await zip.AddAsync(name, bytes, Token);
        var manifest = new RoundFileManifest([.. zip.Entries.Select(RoundFileEntry.Of)], 0, 0, [], [], [], HeadsRead: true);
        if (rewritten) await zip.AddAsync(RoundFile.Manifest, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(manifest, RoundFileJson.Default.RoundFileManifest), Token);
        else if (entries[^1].Name == RoundFile.Manifest) await zip.AddAsync(RoundFile.Manifest, entries[^1].Bytes, Token);
        await zip.FinishAsync(Token);
        return file.ToArray();
    }
}
