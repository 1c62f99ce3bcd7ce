using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Transfer;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Kalasin.Functions.Tests.Transfer.RoundToMove;

namespace Kalasin.Functions.Tests.Transfer;

/// <summary>What a round's way from one store to another of the same kind, as a file, promises.</summary>
public abstract class RoundFileContract : StorageContract
{
    [Fact]
    public async Task ThereAndBack_EveryByteIsTheSame_AndASecondImportBringsNothing()
    {
        var store = await FillAsync(Store.Open());
        var file = await ExportAsync(store);
        Assert.Equal(file, await ExportAsync(Store.Open()));

        await using var other = CreateStore();
        var first = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(other.Open(), file));
        Assert.Equal((2L, 2L, 6, 0), (first.Events, first.NewEvents, first.NewContents, first.Findings.Count));
        var again = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(other.Open(), file));
        Assert.Equal((2L, 0L, 0), (again.Events, again.NewEvents, again.NewContents));
        Assert.Equal(await EventsAsync(store), await EventsAsync(other.Open()));
        Assert.Equal(file, await ExportAsync(other.Open())); // contents and sealed heads too
        Assert.Equal((await Log(store).LoadAsync(Id, Token)).Head, (await Log(other.Open()).LoadAsync(Id, Token)).Head);
    }

    [Fact]
    public async Task LaterFile_BringsTheTail_EarlierOneIsTold()
    {
        var store = await FillAsync(Store.Open());
        var early = await ExportAsync(store);
        await DeliverAsync(store, "second");
        var late = await ExportAsync(store);

        await using var other = CreateStore();
        await ImportAsync(other.Open(), early);
        var imported = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(other.Open(), late));
        Assert.Equal((3L, 1L, 4), (imported.Events, imported.NewEvents, imported.NewContents));
        Assert.Equal("KAL7712", await RefusalAsync(other.Open(), early));
        Assert.Equal(late, await ExportAsync(other.Open()));
    }

    /// <summary>What an import that was cut short brought may have lain there long, and counts as left, when the same file comes again.</summary>
    [Fact]
    public async Task ContentsOfAnImportCutShort_SweptWhileTheSameFileComesAgain_AreThereAfterwards()
    {
        var store = await FillAsync(Store.Open());
        var early = await ExportAsync(store);
        await DeliverAsync(store, "second");
        var late = await ExportAsync(store);
        await using var other = CreateStore();
        await ImportAsync(other.Open(), early);
        var cut = new FaultyStorage(other.Open()) { Faults = Faults.Of(nameof(IEventLog.AppendAsync), Fault.Before) };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ImportAsync(cut, late));

        var old = (await AllAsync(cut.Vaults.Of(LogStream).ListAsync(Token))).Max(c => c.StoredAt) + TimeSpan.FromSeconds(0.5);
        await other.AgeAsync();
        var again = new FaultyStorage(other.Open())
        {
            Faults = new((operation, _) => operation == nameof(IEventLog.AppendAsync) ? Fault.Slow : Fault.None) { Delay = SweepAsync },
        };
        Assert.IsType<ImportOutcome.Imported>(await ImportAsync(again, late));
        Assert.Equal(late, await ExportAsync(other.Open()));

        async Task SweepAsync(CancellationToken cancellationToken)
        {
            var clock = new FakeTimeProvider(old + VaultSweep.SafeAge);
            await new VaultSweep(Log(other.Open()), other.Open().Log, clock, NullLogger<VaultSweep>.Instance).SweepAsync(Id, cancellationToken);
        }
    }

    [Fact]
    public async Task RoundThatWentAnotherWay_RefusedWithThePlace()
    {
        var store = await FillAsync(Store.Open());
        var file = await ExportAsync(store);
        await using var other = CreateStore();
        await ImportAsync(other.Open(), file);
        await DeliverAsync(store, "here");
        await DeliverAsync(other.Open(), "there");
        var refused = Assert.IsType<ImportOutcome.Refused>(await ImportAsync(other.Open(), await ExportAsync(store)));
        Assert.Equal("KAL7711", Assert.Single(refused.Findings).Code);
        Assert.Contains("event 3", refused.Findings[0].ToString(Language.English), StringComparison.Ordinal);
        Assert.Equal(3, (await EventsAsync(other.Open())).Count);
    }

    [Fact]
    public async Task ContentsLostAndChanged_NamedInTheManifestAndToldByTheImport()
    {
        var store = await FillAsync(Store.Open());
        await Store.DamageAsync(LogStream, Hash("first"), null);
        var changed = Hash($"first {new string('x', 300_000)}");
        await Store.DamageAsync(LogStream, changed, Bytes($"other {new string('x', 300_000)}"));
        var file = await ExportAsync(store);
        using var manifest = JsonDocument.Parse(EntryOf(file, "manifest.json"));
        Assert.Equal(Hash("first").ToString(), Assert.Single(manifest.RootElement.GetProperty("missing").EnumerateArray()).GetString());
        Assert.Equal(changed.ToString(), Assert.Single(manifest.RootElement.GetProperty("changed").EnumerateArray()).GetString());

        await using var other = CreateStore();
        var imported = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(other.Open(), file));
        Assert.Equal((2L, 4, "KAL7713"), (imported.NewEvents, imported.NewContents, Assert.Single(imported.Findings).Code));
    }

    /// <summary>The round comes all the same; that its earlier heads don't is a warning.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HeadsThatCantBeReached_AreLeftWhereTheyWere_AndTold(bool isExport)
    {
        var store = await FillAsync(Store.Open());
        await using var other = CreateStore();
        var (from, to) = (new FaultyStorage(store), new FaultyStorage(other.Open()));
        (isExport ? from : to).Faults = Faults.Of("ReadHeads", Fault.Before, Fault.Before);
        var imported = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(to, await ExportAsync(from)));
        Assert.Equal(2, imported.NewEvents);
        var told = Assert.Single(imported.Findings);
        Assert.Equal(Severity.Warning, told.Severity);
        Told.Is(
            told, "KAL7714", "", "อ่านหรือเขียนที่เก็บลายนิ้วมือไม่ได้ขณะส่งออกหรือนำเข้า ลายนิ้วมือเดิมของรอบจึงไม่ได้มาด้วย โปรดคงที่เก็บลายนิ้วมือของต้นทางไว้ อย่าลบ",
            "The place of the sealed heads could not be used while the round was exported or imported; its earlier heads did not come along. Keep the place of the heads where it came from.");
    }

    /// <summary>Whether it was removed here yet or not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ErasedContent_IsNotInTheFile_AndGoesWhereTheFileIsBrought(bool isRemoved)
    {
        var store = await FillAsync(Store.Open());
        await using var other = CreateStore();
        await ImportAsync(other.Open(), await ExportAsync(store));
        await EraseAsync(store, "first");
        if (isRemoved) await store.Vaults.Of(LogStream).DeleteAsync(Hash("first"), Token);
        var file = await ExportAsync(store);
        using var manifest = JsonDocument.Parse(EntryOf(file, "manifest.json"));
        Assert.Equal(Hash("first").ToString(), Assert.Single(manifest.RootElement.GetProperty("erased").EnumerateArray()).GetString());
        Assert.Equal(0, manifest.RootElement.GetProperty("missing").GetArrayLength());
        Assert.DoesNotContain($"\"objects/{Hash("first")}\"", EntryOf(file, "manifest.json"), StringComparison.Ordinal);

        var imported = Assert.IsType<ImportOutcome.Imported>(await ImportAsync(other.Open(), file));
        Assert.Equal((1L, 0), (imported.NewEvents, imported.Findings.Count));
        Assert.False(await other.Open().Vaults.Of(LogStream).ExistsAsync(Hash("first"), Token));
        Assert.Equal(file, await ExportAsync(other.Open()));
    }

    /// <summary>Every call to the store fails once, before or after it did its work; whatever is there then, nobody sees a part of the round.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task ImportCutShort_ShowsNoPartOfTheRound_AndIsFinishedByTheSame(object fault)
    {
        var store = await FillAsync(Store.Open());
        await RefuseAsync(store, 230);
        var (file, whole) = (await ExportAsync(store), await EventsAsync(store));
        var (call, parts) = (0, 0);
        while (true)
        {
            await using var other = CreateStore();
            var cut = new FaultyStorage(other.Open()) { Faults = Faults.At(++call, (Fault)fault) };
            var isWhole = false;
            try
            {
                Assert.IsType<ImportOutcome.Imported>(await ImportAsync(cut, file));
                isWhole = true;
            }
            catch (StorageUnavailableException)
            {
                // As a killed process leaves it.
            }
            var log = Log(other.Open());
            if (!isWhole && (await EventsAsync(other.Open())).Count is > 0 and < 232)
            {
                parts++;
                Assert.Equal("KAL7313", (await Assert.ThrowsAsync<StorageUnavailableException>(() => log.FindAsync(Id.Value, Token))).Finding.Code);
                Assert.Equal("KAL7313", (await log.FindOrSayAsync(Id, Token)).Damage?.Code);
                Assert.Contains((await LogReading.OfAsync(Id, other.Open().Log, Token)).Findings, f => f.Code == "KAL7313");
            }
            else if (!isWhole && await log.FindAsync(Id.Value, Token) is { } found)
            {
                Assert.Equal(232, found.State.Sequence);
            }
            Assert.IsType<ImportOutcome.Imported>(await ImportAsync(other.Open(), file));
            Assert.Equal(whole, await EventsAsync(other.Open()));
            Assert.Equal(232, (await log.LoadAsync(Id, Token)).Sequence);
            Assert.Empty(other.Leftovers);
            if (cut.Faults.Dealt == 0) break;
        }
        Assert.True(call > 10 && parts >= 2, $"{call} calls, {parts} parts");
    }

    /// <summary>Somebody works on in a round of which an import is about to bring the tail.</summary>
    [Fact]
    public async Task RoundThatMovesMeanwhile_IsToldAndStaysUsable()
    {
        var store = await FillAsync(Store.Open());
        var early = await ExportAsync(store);
        await RefuseAsync(store, 230);
        await using var other = CreateStore();
        await ImportAsync(other.Open(), early);
        var appends = 0;
        var moving = new Faults((operation, _) => operation == nameof(IEventLog.AppendAsync) && Interlocked.Increment(ref appends) == 1 ? Fault.Slow : Fault.None)
        {
            Delay = _ => DeliverAsync(other.Open(), "meanwhile"), // the file's log was compared, and nothing of it is here
        };
        using var file = new MemoryStream(await ExportAsync(store));
        var target = other.Open();
        var refused = Assert.IsType<ImportOutcome.Refused>(
            await new RoundImport(new FaultyEventLog(target.Log, moving), target.Vaults, target.Heads).RunAsync(file, Token));
        Assert.Equal("KAL7711", Assert.Single(refused.Findings).Code);
        await DeliverAsync(other.Open(), "later");
        Assert.Equal(4, (await Log(other.Open()).LoadAsync(Id, Token)).Sequence);
    }

    private static string EntryOf(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var entry = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return entry.ReadToEnd();
    }
}
