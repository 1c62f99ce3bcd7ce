using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Microsoft.Data.Sqlite;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>The checker can fail: whatever is damaged by hand in a sound installation, it says so.</summary>
public sealed class InvariantsTests(SoundInstallation sound) : IClassFixture<SoundInstallation>
{
    private Kept Kept => sound.Kept;

    [Fact]
    public void Sound_NothingBroken() => Assert.Empty(Invariants.Broken(Kept, sound.Journal, Kept, settled: true));

    [Theory]
    [InlineData("\"kind\":\"deliveryReceived\"", "\"hash\":\"")]
    [InlineData("\"kind\":\"deliveryReceived\"", "\"content\":\"")]
    [InlineData("\"kind\":\"deliveryReceived\"", "\"details\":\"")]
    [InlineData("\"kind\":\"roundOpened\"", "\"frameworkHash\":\"")]
    [InlineData("\"kind\":\"mailQueued\"", "\"eml\":\"")]
    [InlineData("\"kind\":\"reportCompiled\"", "\"word\":\"")]
    [InlineData("\"kind\":\"reportCompiled\"", "\"pdf\":\"")]
    public void Vault_ObjectGoneOrChanged_Said(string ofEvent, string before)
    {
        var text = Text(Kept.Rows.Last(row => Text(row).Contains(ofEvent, StringComparison.Ordinal)));
        var name = text.Substring(text.IndexOf(before, StringComparison.Ordinal) + before.Length, 64);
        Says("vault:", Kept with { Vault = Kept.Vault.Remove(name) });
        Says("vault:", Kept with { Vault = Kept.Vault.SetItem(name, new string('0', 64)) });
    }

    [Fact]
    public void Vault_RefusedContentKept_Said()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(sound.Journal.Uploads.First(u => !u.Acceptable).Files[0].Bytes));
        Says("vault:", Kept with { Vault = Kept.Vault.Add(hash, hash) });
    }

    [Fact]
    public void Log_RowDoubledLostOrOfAnotherStream_Said()
    {
        Says("sequence:", Kept with { Rows = Kept.Rows.Insert(3, Kept.Rows[3]) });
        Says("sequence:", Kept with { Rows = Kept.Rows.RemoveAt(3) });
        Says("sequence:", Kept with { Rows = Kept.Rows.Add(Kept.Rows[^1] with { Stream = "round/40-dla-2567", Sequence = 1 }) });
        Says("unchanged:", Renumbered(Kept.Rows.RemoveAt(3)));
        Says("unchanged:", Renumbered(Kept.Rows.RemoveAt(Kept.Rows.Length - 1)));
        Says("chain:", Renumbered(Kept.Rows.RemoveAt(Kept.Rows.Length - 1)), before: new());
    }

    [Fact]
    public void Log_ByteChanged_Said()
    {
        var changed = Changed("deliveryReceived", "\"receivedAt\":\"20", "\"receivedAt\":\"21");
        Says("unchanged:", changed);
        Says("chain:", changed, before: new());
        Says("fold:", Changed("deliveryReceived", "\"version\":1,", "\"version\":3,"), before: new());
    }

    [Fact]
    public void Receipts_GapDoubleKeyOrStranger_Said()
    {
        Says("receipts:", Changed("\"receipt\":2,", "\"receipt\":2,", "\"receipt\":3,"), before: new());
        var (last, next) = (Kept.Rows.Count(row => Text(row).Contains("\"receipt\":", StringComparison.Ordinal)), Kept.Rows.Length + 1);
        var again = Text(Kept.Rows.Last(row => Text(row).Contains("deliveryReceived", StringComparison.Ordinal)));
        again = again.Replace(
            string.Create(CultureInfo.InvariantCulture, $"\"receipt\":{last},"),
            string.Create(CultureInfo.InvariantCulture, $"\"receipt\":{last + 1},"), StringComparison.Ordinal);
        var twice = Kept with { Rows = Kept.Rows.Add(new(Kept.Rows[^1].Stream, next, Encoding.UTF8.GetBytes(again))) };
        Says("receipts: two for the key", twice);
        Says("commands:", twice);
        Says("receipts: nobody sent", Kept, new Journal());
    }

    [Theory]
    [InlineData("questionAsked")]
    [InlineData("deadlineExtended")]
    [InlineData("returnExcluded")]
    [InlineData("returnIncluded")]
    [InlineData("deliveryWithdrawn")]
    [InlineData("deliveryRestored")]
    [InlineData("linkIssued")]
    [InlineData("linkRevoked")]
    [InlineData("contentErased")]
    public void Decision_AnsweredOtherwiseThanItStands_Said(string kind)
    {
        var taken = sound.Journal.Decisions.First(d => d.Kind == kind && d.Answer is { Stands: true, Number: not null });
        var row = Kept.Rows[(int)taken.Answer!.Number! - 1];
        Says($"decisions: {taken.Key} stands 2 times", Kept with { Rows = Kept.Rows.Add(row with { Sequence = Kept.Rows.Length + 1 }) });
        foreach (var number in (long[])[1, taken.Answer.Number.Value + 1, Kept.Rows.Length + 1])
            Says($"decisions: {taken.Key} was answered with entry {number}", Kept, With(taken with { Answer = new(true, number) }));
        Says($"decisions: {taken.Key} was refused, and is entry {taken.Answer.Number}", Kept, With(taken with { Answer = new(false, null) }));
        Says($"decisions: nobody took what is entry {taken.Answer.Number}", Kept, Without(taken));
        Says($"decisions: entry {taken.Answer.Number} is not what {taken.Key} decided", Kept, With(taken with { Says = [("unit", "9999")] }));
    }

    [Fact]
    public void Decision_NotThereOrNeverAnswered_Said()
    {
        var another = SentDecision.Question("another", "4601");
        Says("decisions: another was never answered", Kept, With(another));
        foreach (var number in (long?[])[null, 1])
            Says("decisions: another was answered with entry", Kept, With(another with { Answer = new(true, number) }));
    }

    [Fact]
    public void DecisionAnswer_NotAsItShouldBe_Said()
    {
        var (journal, decision, erasure) = (new Journal(), SentDecision.Question("q", "4601"), SentDecision.Erasure("e", ContentHash.Zero));
        journal.Answered(decision, 422, "{}");
        journal.Answered(decision, 201, """{"sequence":7}""");
        journal.Answered(decision, 200, """{"sequence":8}""");
        journal.Answered(erasure, 422, "{}");
        journal.Answered(erasure, 201, """{"sequence":9}""");
        Assert.Equal(3, journal.Complaints.Length);
        journal.Answered(SentDecision.Link("l", "4601", new(2025, 1, 1)), 422, """{"code":"KAL7805"}""");
        Assert.Equal(3, journal.Complaints.Length);
    }

    /// <summary>What was erased is gone, and it alone; what is named anew afterwards is there.</summary>
    [Fact]
    public void Erasure_NotDoneOrDoneToOthers_Said()
    {
        var erasure = sound.Journal.Decisions.First(d => d.Kind == "contentErased" && d.Answer is { Stands: true } && !Kept.Vault.ContainsKey(d.Says[0].Value));
        var (content, number) = (erasure.Says[0].Value, (int)erasure.Answer!.Number!);
        var back = Kept with { Vault = Kept.Vault.Add(content, content) };
        Says($"erased: event {number} erases {content}, which is there", back);
        Assert.DoesNotContain(Invariants.Broken(back, sound.Journal, Kept), b => b.StartsWith("erased:", StringComparison.Ordinal)); // a tick will do it
        Says($"names {content}, which is not there", Renumbered(Kept.Rows.RemoveAt(number - 1)), before: new());
        var naming = Kept.Rows.First(r => Text(r).Contains(content, StringComparison.Ordinal));
        var anew = Kept with { Rows = Kept.Rows.Add(naming with { Sequence = Kept.Rows.Length + 1 }) };
        Says($"event {anew.Rows.Length} names {content}, which is not there", anew);
    }

    [Fact]
    public void Part_FewerBytesThanBefore_OrOtherBytes_Said()
    {
        var whole = sound.Journal.Uploads.First(u => u.Parts is not null);
        var (journal, parts) = (new Journal(), new SentParts(2));
        journal.Stands(whole, parts, 1000);
        Assert.Empty(journal.Complaints);
        journal.Stands(whole, parts, 999);
        journal.Stands(whole, parts, whole.Files[0].Bytes.Length + 1);
        Assert.Equal(2, journal.Complaints.Length);
        Says("is recorded with other bytes than were sent", Kept, With(whole with { Files = [(whole.Files[0].Name, whole.Files[0].Bytes[..^1])] }));
    }

    [Fact]
    public void BroughtRound_InPartDoubledOrChanged_Said()
    {
        var (rows, last) = (Kept.Brought, Kept.Brought.Length);
        Says("brought: 100 events are there of", Kept with { Brought = rows[..100] });
        Says("brought: row 4 stands where 5 should", Kept with { Brought = rows.Insert(3, rows[3]) });
        Says("brought: event 4 is another", Kept with { Brought = rows.SetItem(3, rows[3] with { Bytes = rows[4].Bytes }) });
        Says($"brought: row 1 stands where {last + 1} should", Kept with { Brought = rows.Add(rows[0]) });
        foreach (var name in Kept.BroughtVault.Keys.Where(name => Text(rows[1]).Contains(name, StringComparison.Ordinal)))
        {
            Says($"brought: {name} did not come", Kept with { BroughtVault = Kept.BroughtVault.Remove(name) });
            Says($"brought: {new string('0', 64)} lies under the name {name}", Kept with { BroughtVault = Kept.BroughtVault.SetItem(name, new('0', 64)) });
        }
        Says("brought: nobody sent", Kept, new Journal());
    }

    [Fact]
    public void BroughtRound_ShownInPartOrGoneAgain_Said()
    {
        var (journal, sent) = (new Journal(), new SentImport(sound.Journal.Import!.Round));
        journal.ShownBrought(sent, wasAnswered: false, 404, "{}");
        journal.ShownBrought(sent, wasAnswered: false, 503, "{}");
        journal.ShownBrought(sent, wasAnswered: true, 200, """{"sequence":999}""");
        journal.Imported(sent, 422, """{"code":"KAL7712"}""");
        Assert.Empty(journal.Complaints);
        journal.ShownBrought(sent, wasAnswered: false, 200, """{"sequence":100}""");
        journal.ShownBrought(sent, wasAnswered: true, 404, "{}");
        journal.Imported(sent, 422, """{"code":"KAL7707"}""");
        Assert.Equal(3, journal.Complaints.Length);
    }

    [Theory]
    [InlineData("\"channel\":", "\"fileName\":\"รายงาน.xlsx\",\"channel\":")]
    [InlineData("\"channel\":", "\"score\":4.21,\"channel\":")]
    [InlineData("\"channel\":\"", "\"channel\":\"ชื่อคน ")]
    [InlineData("\"files\":[", "\"files\":[\"a.xlsx\",")]
    public void Events_WithMoreThanTheyMaySay_Said(string from, string to) => Says("events:", Changed("deliveryReceived", from, to), before: new());

    [Theory]
    [InlineData("internalDeadlineClosed")]
    [InlineData("roundOpened")]
    [InlineData("reportCompiled")]
    public void Step_DoneTwice_Said(string kind) =>
        Says("steps:", Kept with
        {
            Rows = Kept.Rows.Add(
                Kept.Rows.Last(row => Text(row).Contains(kind, StringComparison.Ordinal)) with { Sequence = Kept.Rows.Length + 1 })
        });

    [Fact]
    public void Upload_AnsweredOtherwiseThanRecorded_Said()
    {
        var accepted = sound.Journal.Uploads.First(u => u.Answer is { Receipt: not null });
        Says("which the log does not have", Kept, With(accepted with { Answer = new(accepted.Answer!.Receipt + 1, accepted.Answer.Head) }));
        Says("was given with another head", Kept, With(accepted with { Answer = accepted.Answer with { Head = new string('0', 64) } }));
        Says("another was answered with receipt", Kept, With(new SentUpload("another", "FIN", true, accepted.Files) { Answer = accepted.Answer }));
        Says("another was never answered", Kept, With(new SentUpload("another", "FIN", true, accepted.Files)));
        Says(
            "another was refused, which the log does not have", Kept,
            With(new SentUpload("another", "FIN", false, [("a.xlsx", [1])]) { Answer = new(null, null) }));
        var refusal = Kept.Rows.First(row => Text(row).Contains("deliveryRefused", StringComparison.Ordinal)
            && Text(row).Contains("\"upload\"", StringComparison.OrdinalIgnoreCase));
        Says("was refused 2 times", Kept with { Rows = Kept.Rows.Add(refusal with { Sequence = Kept.Rows.Length + 1 }) });
    }

    [Fact]
    public void Answer_NotAsItShouldBe_Said()
    {
        var upload = new SentUpload("another", "FIN", true, []);
        var journal = new Journal();
        journal.Answered(upload, 500, "{}");
        journal.Answered(upload, 201, """{"receipt":{"number":1,"head":"a"}}""");
        journal.Answered(upload, 201, """{"receipt":{"number":2,"head":"a"}}""");
        Assert.Equal(2, journal.Complaints.Length);
        Says("upload another was answered with", Kept, journal);
    }

    [Fact]
    public void Drop_LostDoubledOrWithoutAnswer_Said()
    {
        var taken = sound.Journal.Drops.First(d => d.Acceptable);
        var left = sound.Journal.Drops.First(d => !d.Acceptable);
        var (answer, another) = ($"{taken.Path}/answer.json", $"{left.Path}/answer.json");
        Says($"{left.Path} is lost", Kept with { Drops = Kept.Drops.Remove(left.Path) });
        Says($"{taken.Path} still lies there", Kept with { Drops = Kept.Drops.Add(taken.Path, taken.Tag) });
        foreach (var name in Kept.Answers.Keys.Where(name => name.StartsWith(taken.Path, StringComparison.Ordinal)))
            Says($"{taken.Path} went without an answer", Kept with { Answers = Kept.Answers.Remove(name) });
        Says("is torn", Kept with { Answers = Kept.Answers.SetItem(answer, Kept.Answers[answer][..^5]) });
        Says(
            "receipt 999, which the log does not have",
            Kept with { Answers = Kept.Answers.SetItem(answer, Encoding.UTF8.GetBytes("""{"outcome":"accepted","receipt":999}""")) });
        Says("was not refused as it should", Kept with { Answers = Kept.Answers.Remove(another) });
        var refusal = Kept.Rows.First(row => Text(row).Contains(Convert.ToHexStringLower(SHA256.HashData(left.Bytes)), StringComparison.Ordinal));
        Says($"{left.Path} was refused more than once", Kept with { Rows = Kept.Rows.Add(refusal with { Sequence = Kept.Rows.Length + 1 }) });
        Says("another.xlsx is lost", Kept, With(new SentDrop("46-dla-2567/FIN/another.xlsx", "tag", true, [1])));
    }

    [Fact]
    public void Mail_LostChangedOrTwice_Said()
    {
        var (name, hash) = Assert.Single(Kept.Outbox!);
        Says("mails: tell-closed-1 was not put out", Kept with { Outbox = Kept.Outbox!.Remove(name) });
        Says("mails: tell-closed-1 is not what was queued", Kept with { Outbox = Kept.Outbox!.SetItem(name, new('0', hash.Length)) });
        var id = MessageIds.Of(Kept.Fold(), MailId.Of("tell-closed", 1), "a@b");
        Says("mails: tell-closed-1 came 2 times and was tried 1 times", Kept with { Arrived = ImmutableDictionary<string, int>.Empty.Add(id, 2) });
        var untried = Kept.Rows.RemoveAll(r => Text(r).Contains("\"mailSent\"", StringComparison.Ordinal)
            || Text(r).Contains("\"mailAttempted\"", StringComparison.Ordinal));
        Says("mails: tell-closed-1 still waits", Renumbered(untried), before: new());
        foreach (var (kind, said) in ((string, string)[])
                 [("mailSent", "mails: tell-closed-1 was sent twice"), ("mailQueued", "mails: tell-closed-1 was queued twice"), ("stepCompleted", "steps: close was recorded twice")])
        {
            var row = Kept.Rows.First(r => Text(r).Contains($"\"{kind}\"", StringComparison.Ordinal));
            Says(said, Kept with { Rows = Kept.Rows.Add(row with { Sequence = Kept.Rows.Length + 1 }) });
        }
    }

    [Fact]
    public async Task Reader_SeesWhatIsOnTheDisk()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(sound.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(sound.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var original = Convert.ToHexStringLower(SHA256.HashData(sound.Journal.Uploads.First(u => u.Acceptable).Files[0].Bytes));
        Execute(folder.File("log.db"), $"UPDATE content SET bytes = x'01' WHERE hash = '{original}';");
        Says($"vault: {Convert.ToHexStringLower(SHA256.HashData([1]))}", await LocalInstallation.ReadAsync(folder.Path));
        Execute(folder.File("log.db"), $"DELETE FROM content WHERE hash = '{original}';");
        Says("vault: event", await LocalInstallation.ReadAsync(folder.Path));
        await File.WriteAllBytesAsync(folder.File($"vault/round_{InstallationUnderTest.Round}/{original}"), [1], TestContext.Current.CancellationToken);
        Says($"vault: {Convert.ToHexStringLower(SHA256.HashData([1]))}", await LocalInstallation.ReadAsync(folder.Path));
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private void Says(string what, Kept kept, Journal? journal = null, Kept? before = null) =>
        Assert.Contains(
            Invariants.Broken(kept, journal ?? sound.Journal, before ?? Kept, settled: true),
            broken => broken.Contains(what, StringComparison.Ordinal));

    /// <summary>The first row that holds a text, with something in it replaced.</summary>
    private Kept Changed(string where, string from, string to)
    {
        var row = Kept.Rows.First(r => Text(r).Contains(where, StringComparison.Ordinal));
        return Kept with { Rows = Kept.Rows.Replace(row, row with { Bytes = Encoding.UTF8.GetBytes(Text(row).Replace(from, to, StringComparison.Ordinal)) }) };
    }

    private Kept Renumbered(ImmutableArray<KeptRow> rows) => Kept with { Rows = [.. rows.Select((row, i) => row with { Sequence = i + 1 })] };

    /// <summary>What was told, and something more or otherwise.</summary>
    private Journal With(SentUpload changed) => Told([.. sound.Journal.Uploads.Where(u => u.Key != changed.Key), changed], sound.Journal.Decisions, sound.Journal.Drops);

    private Journal With(SentDrop more) => Told(sound.Journal.Uploads, sound.Journal.Decisions, [.. sound.Journal.Drops, more]);

    private Journal With(SentDecision changed) =>
        Told(sound.Journal.Uploads, [.. sound.Journal.Decisions.Where(d => d.Key != changed.Key), changed], sound.Journal.Drops);

    private Journal Without(SentDecision untold) => Told(sound.Journal.Uploads, sound.Journal.Decisions.Remove(untold), sound.Journal.Drops);

    private Journal Told(ImmutableArray<SentUpload> uploads, ImmutableArray<SentDecision> decisions, ImmutableArray<SentDrop> drops)
    {
        var journal = new Journal();
        foreach (var upload in uploads) journal.Add(upload);
        foreach (var decision in decisions) journal.Add(decision);
        foreach (var drop in drops) journal.Add(drop);
        journal.Add(sound.Journal.Import!);
        return journal;
    }

    private static string Text(KeptRow row) => Encoding.UTF8.GetString(row.Bytes);
}
