using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

public sealed class DecideTests
{
    private static readonly UnitCode Namon = UnitCode.Parse("4602");

    [Fact]
    public void Delivery_BeforeOpening_IsRefused()
    {
        var refuse = Assert.IsType<Refuse>(new RoundScript().Give(RoundScript.Delivery("4602", "k", ("3", "a"))));
        Assert.Equal("KAL5001", Assert.Single(refuse.Findings).Code);
    }

    [Fact]
    public void Opening_Twice_ChangesNothing()
    {
        var script = RoundScript.Opened();
        Assert.IsType<Already>(script.Give(new OpenRound(Guid.NewGuid(), RoundScript.Rules)));
        Assert.IsType<Already>(script.Give(
            new OpenRound(Guid.NewGuid(), RoundScript.Revised(RoundScript.Rules.Plan with { Revision = RoundScript.Rules.Plan.Revision + 1 }))));
        Assert.Single(script.Log);
    }

    [Fact]
    public void SameKey_SameBody_GivesTheSameReceipt()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4601", "first", ("3", "a")));
        script.Give(RoundScript.Delivery("4602", "second", ("3", "b")));
        var already = Assert.IsType<Already>(script.Give(RoundScript.Delivery("4602", "second", ("3", "b"))));
        Assert.Equal(new ReceiptNumber(2), already.Receipt);
        Assert.Equal(2, script.State.Deliveries.Count);
    }

    [Fact]
    public void SameKey_OtherBody_IsRefused()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "key", ("3", "a")));
        var refuse = Assert.IsType<Refuse>(script.Give(RoundScript.Delivery("4602", "key", ("3", "b"))));
        Assert.Equal("KAL5005", Assert.Single(refuse.Findings).Code);
    }

    [Fact]
    public void SameCommand_AfterALostReply_IsKnownAsDone()
    {
        var script = RoundScript.Opened();
        var delivery = RoundScript.Delivery("4602", "key", ("3", "a"));
        Assert.IsType<Accept>(script.Give(delivery));
        Assert.Equal(new ReceiptNumber(1), Assert.IsType<Already>(script.Give(delivery)).Receipt);
    }

    [Fact]
    public void NewKey_UnchangedReturn_HasItsOwnReceiptAndNoNewVersion()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "1", ("3", "a")));
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("4602", "2", ("3", "a"))));
        var delivered = Assert.Single(script.State.Deliveries[1].Returns);
        Assert.True(delivered.Unchanged);
        Assert.Equal(1, delivered.Version);
        Assert.Equal(1, script.State.Current(Namon, IndicatorNumber.Parse("3"))!.Version);
        Assert.Equal("KAL5010", Assert.Single(DeliveryNotes.Of(script.State, script.State.Deliveries[1], RoundScript.Rules)).Code);
    }

    [Fact]
    public void NilReturn_IsSaidToBeRecorded()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "1", ("3", "nil")));
        var note = Assert.Single(DeliveryNotes.Of(script.State, script.State.Deliveries[0], RoundScript.Rules));
        Told.Is(note, "KAL5012", "", "ตัวชี้วัดที่ ๓: บันทึกเป็นรายงานไม่มีเรื่องเรียบร้อยแล้ว", "Indicator 3: nil return recorded.");
        Assert.Equal(Severity.Information, note.Severity);
    }

    [Fact]
    public void Content_ThereAndBackAgain_IsThreeVersions()
    {
        var script = RoundScript.Opened();
        foreach (var (key, content) in new[] { ("1", "A"), ("2", "B"), ("3", "A") })
            script.Give(RoundScript.Delivery("4602", key, ("3", content)));
        var versions = script.State.Returns[(Namon, IndicatorNumber.Parse("3"))];
        Assert.Equal([1, 2, 3], versions.Select(v => v.Version));
        Assert.Equal(versions[0].Content, versions[2].Content);
    }

    [Theory]
    [InlineData("4699", "3", "KAL5003")]
    [InlineData("4602", "5", "KAL5004")]
    [InlineData("4602", "99", "KAL5004")]
    public void Stranger_IsRefused(string unit, string indicator, string code)
    {
        var refuse = Assert.IsType<Refuse>(RoundScript.Opened().Give(RoundScript.Delivery(unit, "k", (indicator, "a"))));
        Assert.Equal(code, Assert.Single(refuse.Findings).Code);
    }

    [Theory]
    [InlineData("2024-05-15T16:30:00+07:00", false, null)]
    [InlineData("2024-05-15T16:31:00+07:00", false, "KAL5009")]
    [InlineData("2024-05-15T16:59:59+00:00", false, "KAL5009")]
    [InlineData("2024-05-15T17:00:00+00:00", true, "KAL5008")]
    [InlineData("2024-05-17T08:00:00+07:00", true, "KAL5008")]
    public void Arrival_IsJudgedInBangkok(string receivedAt, bool late, string? code)
    {
        var script = RoundScript.Opened();
        Assert.IsType<Accept>(script.Give(RoundScript.Delivery("4602", "k", ("3", "a")) with { ReceivedAt = RoundScript.At(receivedAt) }));
        Assert.Equal(code, DeliveryNotes.Of(script.State, script.State.Deliveries[0], RoundScript.Rules).SingleOrDefault()?.Code);
        Assert.Equal(late, Assert.Single(RoundStatus.Of(script.State, RoundScript.Rules).Cells, c => c.Current is not null).Lateness!.IsLate);
    }

    [Fact]
    public void Closing_WaitsForTheEndOfTheDay_AndPinsTheHeads()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "k", ("3", "a"), ("4", "nil")));
        script.Now = RoundScript.At("2024-05-15T23:59:59+07:00");
        Assert.Equal("KAL5006", Assert.Single(Assert.IsType<Refuse>(script.Give(new CloseInternalDeadline(Guid.NewGuid()))).Findings).Code);
        Assert.Empty(Schedule.Due(script.State, RoundScript.Rules, script.Now));

        script.Now = RoundScript.At("2024-05-16T00:00:00+07:00");
        Assert.Equal([StepKind.Close, StepKind.Compile], Schedule.Due(script.State, RoundScript.Rules, script.Now).Select(s => s.Kind));
        Assert.IsType<Accept>(script.Give(new CloseInternalDeadline(Guid.NewGuid())));
        Assert.Equal(script.State.Heads, script.State.Closed!.Heads);
        Assert.IsType<Already>(script.Give(new CloseInternalDeadline(Guid.NewGuid())));
        Assert.Equal([StepKind.Tell, StepKind.Compile], Schedule.Due(script.State, RoundScript.Rules, script.Now).Select(s => s.Kind));
    }

    [Fact]
    public void Report_FromAnOldState_IsRefused()
    {
        var script = RoundScript.Opened();
        var seen = script.State.Sequence;
        script.Give(RoundScript.Delivery("4602", "k", ("3", "a")));
        Assert.Equal("KAL5007", Assert.Single(Assert.IsType<Refuse>(script.Give(Report("compile-1", seen, "w"))).Findings).Code);
    }

    [Fact]
    public void Report_OfTheSameVersions_RecordedOnce()
    {
        var script = RoundScript.Opened();
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        var (seen, key) = (script.State.Sequence, Compiling(script));
        Assert.Equal(3, Assert.IsType<Accept>(script.Give(Report(key, seen, "first clock"))).Entries.Length);
        Assert.IsType<Already>(script.Give(Report(key, seen, "second clock")));
        Assert.DoesNotContain(Due(script), s => s.Kind == StepKind.Compile);

        script.Give(RoundScript.Delivery("4602", "k", ("3", "late")) with { ReceivedAt = script.Now });
        Assert.NotEqual(key, Compiling(script));
        Assert.IsType<Refuse>(script.Give(Report(Compiling(script), seen, "of what was")));
        Assert.IsType<Accept>(script.Give(Report(Compiling(script), script.State.Sequence, "of what is")));
    }

    [Fact]
    public void RevisedRules_MakeTheReportDueAgain_EachTime()
    {
        var script = RoundScript.Opened();
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        var keys = new List<string>();
        foreach (var rules in (AwardRules[])[RoundScript.Rules,
            RoundScript.Revised(RoundScript.Rules.Plan with { Revision = RoundScript.Rules.Plan.Revision + 1, UnitHeadConfirms = true }), RoundScript.Rules])
        {
            script.Give(new ReviseRules(Guid.NewGuid(), rules, RoundScript.Hash("why")));
            script.InForce = rules;
            keys.Add(Compiling(script));
            Assert.IsType<Accept>(script.Give(Report(keys[^1], script.State.Sequence, "w")));
        }
        Assert.Equal(3, keys.Distinct().Count());
    }

    [Fact]
    public void AddressesAndNames_LeaveTheReportAsItIs()
    {
        var script = RoundScript.Opened();
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        script.Give(Report(Compiling(script), script.State.Sequence, "w"));
        var plan = RoundScript.Rules.Plan;
        script.InForce = RoundScript.Revised(plan with
        {
            Revision = plan.Revision + 1,
            Units = [.. plan.Units.Select(u => u with { Email = $"{u.Code}@example.go.th" })],
            Signatories = [.. plan.Signatories.Select(s => s with { Name = "ชื่อสกุล" })],
            InternalDeadline = plan.InternalDeadline with { Email = "returns@example.go.th" },
        });
        Assert.IsType<Accept>(script.Give(new ReviseRules(Guid.NewGuid(), script.InForce, RoundScript.Hash("why"))));
        Assert.DoesNotContain(Due(script), s => s.Kind == StepKind.Compile);
    }

    private static ImmutableArray<Step> Due(RoundScript script) => Schedule.Due(script.State, script.InForce, script.Now);

    private static string Compiling(RoundScript script) => Assert.Single(Due(script), s => s.Kind == StepKind.Compile).Key;

    private static RecordReport Report(string step, long sequence, string word) => new(Guid.NewGuid(), step, sequence,
        [new(Edition.Official, RoundScript.Hash(word), RoundScript.Hash("p")), new(Edition.Internal, RoundScript.Hash(word), RoundScript.Hash("p"))]);

    [Fact]
    public void Log_IsTheStateAndNothingElse() =>
        Gen.Select(
            Gen.Int[0, 2].Select(i => new[] { "4601", "4602", "PUB" }[i]), Gen.Int[1, 6],
            Gen.Int[0, 2].Select(i => new[] { "a", "b", "nil" }[i])).List[0, 30].Sample(steps =>
        {
            var script = RoundScript.Opened();
            foreach (var (unit, key, content) in steps) script.Give(RoundScript.Delivery(unit, $"k{key}", ("3", content)));

            var folded = script.Log.Aggregate(RoundState.Empty, (state, bytes) => Evolve.Apply(state, bytes));
            Assert.Equal(script.State.Sequence, folded.Sequence);
            Assert.Equal(script.State.Head, folded.Head);
            Assert.Equal(script.State.Heads, folded.Heads);
            Assert.Equal(folded.Deliveries.Count, folded.ReceiptHeads.Distinct().Count());
            Assert.Equal(Enumerable.Range(1, folded.Deliveries.Count), folded.Deliveries.Select(d => d.Receipt.Value));
            Assert.Equal(folded.Deliveries.Count, folded.Keys.Count);
            foreach (var versions in folded.Returns.Values)
            {
                Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => v.Version));
                Assert.All(versions.Zip(versions.Skip(1)), pair => Assert.NotEqual(pair.First.Content, pair.Second.Content));
            }
        });

    [Fact]
    public void ReportOfAnOlderLog_IsStillTheOneOfItsState()
    {
        var script = RoundScript.Opened();
        script.Now = RoundScript.At("2024-05-16T08:00:00+07:00");
        script.Give(Report(Compiling(script), script.State.Sequence, "w"));
        var (rulings, basis) = ($",\"rulings\":\"{ContentHash.Zero}\"", $",\"basis\":\"{RoundScript.Rules.ReportBasis}\"");
        var older = script.Log.Select(bytes => Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(bytes).Replace(rulings, "", StringComparison.Ordinal).Replace(basis, "", StringComparison.Ordinal)));
        var state = older.Aggregate(RoundState.Empty, (before, bytes) => Evolve.Apply(before, bytes));
        Assert.All(state.Reports.Values, report => Assert.True(report is { Rulings: null, Basis: null } && report.IsCurrent(state, RoundScript.Rules)));
        Assert.DoesNotContain(Schedule.Due(state, RoundScript.Rules, script.Now), step => step.Kind == StepKind.Compile);
    }

    [Fact]
    public void WordsOfAnOlderVault_AreRead_AndKeptAsTheyWere()
    {
        const string kept = """{"salt":"0123456789abcdef0123456789abcdef","text":"\u0E40\u0E2B\u0E15\u0E38\u0E1C\u0E25"}""";
        var text = StatedText.Read(Encoding.UTF8.GetBytes(kept));
        Assert.Equal("เหตุผล", text?.Text);
        Assert.Equal(kept, Encoding.UTF8.GetString(text!.ToBytes()));
        Assert.Equal(RoundScript.Hash(kept), text.Hash);
        Assert.Null(StatedText.Read("{}"u8));
        Assert.Null(StatedText.Read("not json"u8));
    }

    [Fact]
    public void Head_ChangesWithEveryByte()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "k", ("3", "a")));
        var expected = ContentHash.Zero;
        foreach (var bytes in script.Log) expected = expected.Then(bytes);
        Assert.Equal(expected, script.State.Head);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"v":2,"at":"2024-05-10T09:00:00+07:00","actor":{"role":"System","id":"clock"},"command":"00000000-0000-0000-0000-000000000001","event":{"kind":"internalDeadlineClosed","heads":[]}}""")]
    public void ForeignEntry_StopsTheFold(string text) =>
        Assert.Throws<InvalidDataException>(() => Evolve.Apply(RoundState.Empty, System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void SecondReceiptOfAKey_StopsTheFold()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "key", ("3", "a")));
        var again = System.Text.Encoding.UTF8.GetString(script.Log[^1])
            .Replace("\"receipt\":1", "\"receipt\":2", StringComparison.Ordinal).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Evolve.Apply(script.State, System.Text.Encoding.UTF8.GetBytes(again)));
    }

    [Fact]
    public void Entry_RoundTrips_AndHoldsNoNames()
    {
        var script = RoundScript.Opened();
        script.Give(RoundScript.Delivery("4602", "k", ("3", "a")));
        foreach (var bytes in script.Log)
        {
            Assert.Equal(bytes, RoundEntry.FromBytes(bytes).ToBytes());
            Assert.All(bytes, b => Assert.True(b < 0x80));
        }
    }

    [Fact]
    public void KindOfAFile_IsStoredAsTheFirstVersionDid()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var stored = $$"""{"kind":"{{char.ToLowerInvariant($"{kind}"[0])}}{{$"{kind}"[1..]}}","size":1,"hash":"{{default(ContentHash)}}"}""";
            Assert.Equal(stored, JsonSerializer.Serialize(new(kind, 1, default), RoundJson.Default.DeliveredFile));
            Assert.Equal(kind, JsonSerializer.Deserialize(stored, RoundJson.Default.DeliveredFile)!.Kind);
        }
    }
}
