using System.Text;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Scoring;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>What both editions of the sample round's report say, and what the one for the department must never say.</summary>
[Collection<ReadSample>]
public sealed class ProvinceReportTests(ReadSample sample)
{
    private static readonly string[] SubHeadings =
    [
        "๑ คำอธิบายและสูตร", "๒ ผลการดำเนินงาน", "๓ ตารางข้อมูล", "๔ ผลแยกรายหน่วยงาน",
        "๕ ปัจจัยสนับสนุน", "๖ ปัญหา อุปสรรค และแนวทางแก้ไข", "๗ หลักฐาน", "๘ ภาพกิจกรรม",
    ];

    [Fact]
    public void Official_SaysNothingAssumed()
    {
        Assert.All(BlockText.Of(sample.Official), text => Assert.DoesNotContain("สมมติ", text, StringComparison.Ordinal));
        foreach (var table in sample.Official.Blocks.OfType<Table>())
            Assert.DoesNotContain(table.Heads(), head => head is "คะแนน" or "น้ำหนัก" or "ระดับ" or "ระดับถัดไป");
        foreach (var chapter in (string[])["๓.๘ ", "๓.๙ "])
            Assert.DoesNotContain(TextsUnder(sample.Official, chapter), t => t.Contains("ดำเนินการได้ถึงระดับ", StringComparison.Ordinal));
        Assert.DoesNotContain(
            sample.Card.Scores.Where(s => s.Points is not null).Select(s => ThaiNumerals.Format(s.Points!.Value, 2)),
            points => BlockText.Of(sample.Official).Contains(points));
    }

    [Fact]
    public void Summary_ShowsScoresInsideTheHouseAndPercentagesOutside()
    {
        var scores = Assert.Single(sample.Internal.Under("บทสรุปผู้บริหาร").OfType<BarChart>());
        Assert.Equal(("คะแนน", 12), (scores.Values, scores.Bars.Length));
        Assert.Contains("เกณฑ์ที่ระบบสมมติ", scores.Title, StringComparison.Ordinal);
        Assert.Equal(sample.Card.Scores.Select(s => s.Points is null), scores.Bars.Select(b => b.Value is null));
        var percentages = Assert.Single(sample.Official.Under("บทสรุปผู้บริหาร").OfType<BarChart>());
        Assert.Equal(("ร้อยละ", 100), (percentages.Values, percentages.Scale.Full));
        Assert.Equal(["๑", "๒", "๑๑", "๑๒"], percentages.Bars.Select(b => b.Label));
        Assert.Contains("ตัวชี้วัดที่ ๑๑ ร้อยละ ๙๒.๐๕", percentages.AlternateText, StringComparison.Ordinal);
    }

    [Fact]
    public void Official_SaysWhoseReadingAFigureIs()
    {
        Assert.All(BlockText.Of(sample.Official), text => Assert.DoesNotContain("เป็นไปตามรายละเอียดตัวชี้วัด", text, StringComparison.Ordinal));
        foreach (var indicator in ReadSample.Rules.Framework.Indicators)
        {
            var said = TextsUnder(sample.Official, $"๓.{ThaiNumerals.ToThai(indicator.Number.Value)}.๑");
            Assert.Equal(indicator.Number.Value == "12", said.Contains(indicator.Explanation[0].Thai));
        }
        Assert.Single(BlockText.Of(sample.Official), t => t.Contains(
            "ยังไม่มีรายละเอียดตัวชี้วัดของกรมส่งเสริมการปกครองท้องถิ่น สำหรับตัวชี้วัดที่ ๑, ๒, ๓, ๔, ๕, ๖, ๗, ๘, ๙, ๑๐ และ ๑๑ ", StringComparison.Ordinal));
        Assert.Contains("ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๖ ถึงวันที่ ๑๕ พฤษภาคม ๒๕๖๗", TextsUnder(sample.Official, "๓.๓.๑")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("๓.๒.๑")]
    [InlineData("๓.๑๑.๑")]
    [InlineData("๓.๑๒.๑")]
    public void Denominators_AreTheRegisterOfTable1_2(string section)
    {
        Assert.Contains("(ทะเบียน ณ เดือนสิงหาคม ๒๕๖๕)", sample.Official.TableOf("ตาราง ๑-๒").Caption, StringComparison.Ordinal);
        Assert.Contains(
            TextsUnder(sample.Official, section),
            t => t.StartsWith("ตัวหารคือ อปท. ๑๕๑ แห่ง ตามทะเบียน ณ เดือนสิงหาคม ๒๕๖๕", StringComparison.Ordinal));
    }

    [Fact]
    public void Official_NamesNoAuthorityOfADisciplineCase()
    {
        var town = ReadSample.Rules.Authorities.Authorities.First(a => a.Kind == AuthorityKind.Town);
        var name = ReadSample.Rules.Authorities.DisplayName(town);
        var named = sample.Returns.Select(r => r.Indicator != IndicatorNumber.Parse("1") ? r : r with
        {
            Rows = [.. r.Rows.Select(row => row with { Values = row.Values.With("authority", new AuthorityValue(town.Code)) })],
        });
        Assert.DoesNotContain(name, Cells(Edition.Official));
        Assert.DoesNotContain("อปท. ต้นสังกัด", Cells(Edition.Official));
        Assert.Contains(name, Cells(Edition.Internal));

        string[] Cells(Edition edition)
        {
            var table = ProvinceReport.Compose(ReadSample.Rules, named, sample.Card, edition).TableOf("ตาราง ก-๑");
            return [.. table.Heads(), .. table.Texts().SelectMany(c => c)];
        }
    }

    [Fact]
    public void Guidance_StandsInFormsOnly()
    {
        var guidance = ReadSample.Rules.Framework.Indicators.SelectMany(i => i.Guidance).Select(g => g.Thai).ToList();
        Assert.NotEmpty(guidance);
        Assert.Empty(guidance.Intersect(BlockText.Of(sample.Official).Concat(BlockText.Of(sample.Internal))));
    }

    public static TheoryData<bool> Editions => [true, false];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Texts_HaveThaiDigitsAndNoSlip(bool official)
    {
        foreach (var text in BlockText.Of(Document(official)))
        {
            // A fingerprint is compared letter by letter.
            if (!text.Contains("ลายนิ้วมือ", StringComparison.Ordinal)) Assert.Equal(ThaiNumerals.ToThaiInProse(text), text);
            Assert.DoesNotContain("สมทวง", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(\p{L}+ )?(reported|cases|missing|level)\b", text);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Chapters_AreTwelveWithTheSameHeadings(bool official)
    {
        var document = Document(official);
        var chapters = document.Under("ส่วนที่ ๓").OfType<Heading>().Where(h => h.Level == 2).ToList();
        Assert.Equal(12, chapters.Count);
        for (var i = 0; i < 12; i++)
        {
            var number = $"๓.{ThaiNumerals.Format(i + 1)}";
            Assert.StartsWith($"{number} ตัวชี้วัดที่ {ThaiNumerals.Format(i + 1)} : ", chapters[i].Text, StringComparison.Ordinal);
            Assert.Equal(SubHeadings.Select(s => $"{number}.{s}"), document.Under(number + " ").OfType<Heading>().Select(h => h.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Headings_NoneStandsOverNothing(bool official)
    {
        var blocks = Document(official).Blocks.ToList();
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i] is Heading heading)
                Assert.False(i + 1 == blocks.Count || blocks[i + 1] is Heading next && next.Level <= heading.Level, $"Nothing under '{heading.Text}'.");
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Captions_AreNumberedWithoutGapInEachPart(bool official)
    {
        var numbers = Document(official).Blocks.OfType<Table>().Where(t => t.Caption is not null).Select(t => t.Caption!.Split(' ')[1]).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        foreach (var part in numbers.Where(n => n[0] != 'ก').GroupBy(n => n[..n.LastIndexOf('-')]))
            Assert.Equal(Enumerable.Range(1, part.Count()).Select(n => $"{part.Key}-{ThaiNumerals.Format(n)}"), part);
    }

    [Fact]
    public void Table1_1_HasEveryUnitAndItsIndicators()
    {
        var rows = sample.Official.TableOf("ตาราง ๑-๑").Texts().ToList();
        Assert.Equal(ReadSample.Rules.Plan.Units.Select(u => u.Name.Thai), rows.Select(r => r[1]));
        Assert.Equal(["๔", "กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์", "๑๐", "๘"], rows[3]);
    }

    [Fact]
    public void Table1_2_AddsUpTo151()
    {
        var rows = sample.Official.TableOf("ตาราง ๑-๒").Texts().ToList();
        Assert.Equal(["อำเภอ", "ทม.", "ทต.", "อบต.", "รวม"], sample.Official.TableOf("ตาราง ๑-๒").Heads());
        Assert.Equal(20, rows.Count);
        Assert.Equal(["องค์การบริหารส่วนจังหวัด", "-", "-", "-", "๑"], rows[18]);
        Assert.Equal(["รวม", "๒", "๗๗", "๗๑", "๑๕๑"], rows[19]);
        Assert.Equal(151, rows.Take(19).Sum(r => int.Parse(ThaiNumerals.ToArabic(r[4]), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Table2_1_HasValuesWithoutScoresOutsideAndWithScoresInside()
    {
        Assert.Equal(
            ["ตัวชี้วัดที่", "ตัวชี้วัด", "เจ้าภาพหลัก", "หน่วยวัด", "ผลการดำเนินงาน", "หลักฐาน (รายการ)"],
            sample.Official.TableOf("ตาราง ๒-๑").Heads());
        Assert.Equal(
            ["ตัวชี้วัดที่", "ตัวชี้วัด", "เจ้าภาพหลัก", "หน่วยวัด", "ผลการดำเนินงาน", "น้ำหนัก", "คะแนน", "หลักฐาน (รายการ)"],
            sample.Internal.TableOf("ตาราง ๒-๑").Heads());
        Assert.Equal(12, sample.Official.TableOf("ตาราง ๒-๑").Rows.Length);
        var inside = sample.Internal.TableOf("ตาราง ๒-๑").Texts().ToList();
        Assert.Equal(["๑", "๒.๕๐"], inside[0].Skip(5).Take(2));
        Assert.Equal(["-", "-"], inside[2].Skip(5).Take(2));
        Assert.Equal("๔.๒๑", inside[12][1]);
    }

    [Theory]
    [InlineData("ตาราง ๓-๒-๑", "๑๒๑", "๘๐.๑๓", "๑")]
    [InlineData("ตาราง ๓-๑๑-๒", "๑๓๙", "๙๒.๐๕", "๐")] // a row without a score is reported, and does not meet it
    [InlineData("ตาราง ๓-๑๒-๑", "๑๔๗", "๙๗.๓๕", "๐")]
    public void PopulationTables_EndWithTheSumOfTheProvince(string caption, string met, string share, string unknown)
    {
        var rows = sample.Official.TableOf(caption).Texts().ToList();
        Assert.Equal("รวม", rows[^1][0]);
        Assert.Equal(met, rows[^1][2]);
        Assert.Equal(share, rows[^1][3]);
        Assert.Equal(unknown, rows[^1][4]);
        Assert.Equal(151, rows.SkipLast(1).Sum(r => int.Parse(ThaiNumerals.ToArabic(r[1]), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(12, true)]
    public void Official_TotalOfScores_OnlyWhereEveryScoreInItIsByTheDepartmentsRules(int given, bool shown)
    {
        var scored = sample.Card.Scores.Where(s => s.Points is not null).Take(given).Select(s => s.Indicator).ToHashSet();
        var card = sample.Card with
        {
            Scores = [.. sample.Card.Scores.Select(s => !scored.Contains(s.Indicator) ? s
                : s with { Rules = [.. s.Rules.Select(r => r with { Source = new(SourceKind.Annex, "ว ๑") })] })],
        };
        var texts = BlockText.Of(ProvinceReport.Compose(ReadSample.Rules, sample.Returns, card, Edition.Official, sample.Circumstances)).ToList();
        var total = ThaiNumerals.Format(card.Total!.Value, 2);
        Assert.Equal(shown, texts.Exists(t => t.StartsWith("คะแนนเฉลี่ยถ่วงน้ำหนัก", StringComparison.Ordinal)));
        Assert.Equal(shown, texts.Contains(total));
        Assert.Equal(!shown, texts.Exists(t => t.StartsWith("ยังไม่แสดงคะแนนเฉลี่ยถ่วงน้ำหนัก", StringComparison.Ordinal)));
    }

    [Fact]
    public void PopulationTables_OfADistrictOffice_StayInItsDistrict()
    {
        var district = UnitCode.Parse("4602");
        var rules = KalasinRound.WithOnly(["12"], EntrantKind.Unit, h => h with { Hosts = [district], Lead = district });
        Return[] returns = [new(district, IndicatorNumber.Parse("12"), ReturnStatus.Nil)];
        var report = ProvinceReport.Compose(rules, returns, Scorer.Score(rules, returns, rules.Plan.JudgedOn).Single(), Edition.Official);
        Assert.Equal(["นามน", "รวม"], report.TableOf("ตาราง ๓-๑-๑").Texts().Select(r => r[0]));
        Assert.All(
            report.TableOf("ตาราง ๓-๑-๑").Texts(),
            r => Assert.Equal(ThaiNumerals.Format(rules.Authorities.Authorities.Count(a => a.District?.Name == "นามน")), r[1]));
    }

    [Fact]
    public void NamesOfThoseThatDidNotReport_AreListed()
    {
        var notes = sample.Official.Under("๓.๑๒.๓").OfType<Paragraph>().Select(p => p.PlainText).ToList();
        Assert.Contains(notes, n => n.StartsWith("อปท. ที่ยังไม่เป็นไปตามตัวชี้วัด ๔ แห่ง ได้แก่ ", StringComparison.Ordinal) && n.Split(' ').Length == 9);
        Assert.Contains("อปท. ที่ยังไม่มีข้อมูล ๑ แห่ง ได้แก่ อบต.นาบอน", sample.Official.Under("๓.๒.๓").OfType<Paragraph>().Select(p => p.PlainText));
    }

    [Fact]
    public void Register1_SaysWhenNinetyDaysEndHowManyPassedAndWhatFollows()
    {
        var table = sample.Official.TableOf("ตาราง ก-๑");
        Assert.Equal(["ครบ ๙๐ วัน", "จำนวนวัน", "ผล"], table.Heads().TakeLast(3));
        string[] Of(string code) => [.. Assert.Single(table.Texts(), r => r[2] == code).TakeLast(3)];
        Assert.Equal(["๙๑", "เกินกำหนด"], Of("ว-๐๐๕/๒๕๖๗").Skip(1));
        Assert.Equal(["๙๐", "ภายในกำหนด"], Of("ว-๐๐๘/๒๕๖๗").Skip(1));
        Assert.Equal(["๒๐ พ.ค. ๖๗", "-", "ยังไม่ครบกำหนด"], Of("ว-๐๑๒/๒๕๖๗"));
    }

    [Fact]
    public void Register1_AFigureThatReadsAsAnErrorHasItsReasonBeside()
    {
        var row = Assert.Single(sample.Official.TableOf("ตาราง ก-๑").Texts(), r => r[2] == "ว-๐๐๙/๒๕๖๗");
        Assert.Equal(["๖๔", "เกินกำหนด: ลักษณะมติเป็น “ให้ดำเนินการเพิ่ม” ไม่ใช่ “แล้วเสร็จ”"], row[^2..]);
    }

    [Theory]
    [InlineData("ตาราง ก-๓", "๓๑/๒/๖๗", "ได้แก่ ยางตลาด ๑ แถว (วันที่)")]
    [InlineData("ตาราง ก-๔", "๑๕ มี.ค. ๒๖๕๗", "ได้แก่ กมลาไสย ๑ แถว (วันที่)")]
    public void Official_LeavesOutRowsThatCouldNotBeRead_AndSaysWhose(string caption, string typed, string whose)
    {
        Assert.DoesNotContain(BlockText.Of(sample.Official), t => t.Contains(typed, StringComparison.Ordinal) || t.Contains("(รอแก้ไข)", StringComparison.Ordinal));
        Assert.Contains(sample.Internal.TableOf(caption).Texts(), r => r.Any(c => c.Contains(typed, StringComparison.Ordinal)));
        Assert.Contains(BlockText.Of(sample.Official), t => t.StartsWith("ไม่ได้พิมพ์ ๑ แถว", StringComparison.Ordinal) && t.EndsWith(whose, StringComparison.Ordinal));
        Assert.Equal(sample.Internal.TableOf(caption).Rows.Length - 1, sample.Official.TableOf(caption).Rows.Length);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Register9_WhatTwoHostsReportInTheSameWords_StandsOnceWithBoth(bool official)
    {
        var rows = Document(official).TableOf("ตาราง ก-๙").Texts().ToList();
        Assert.Equal("กลุ่มงานการเงินฯ, เมืองกาฬสินธุ์", Assert.Single(rows, r => r[1] == "เมืองกาฬสินธุ์")[^1]);
        Assert.Equal(2, rows.Count(r => r[1] == "สมเด็จ")); // they give two days
    }

    [Fact]
    public void Registers_OfMoreThanSevenColumnsStandOnWidePages()
    {
        foreach (var section in sample.Official.Sections)
            foreach (var table in section.Blocks.OfType<Table>().Where(t => t.Caption?.StartsWith("ตาราง ก-", StringComparison.Ordinal) == true))
                if (table.Columns.Length > 7) Assert.True(section.Landscape, table.Caption);
                else if (section.Landscape) Assert.True(table.Rows.Length < 30, table.Caption); // no page is turned for half of one
        Assert.Equal(
            sample.Official.Sections.Skip(1).Count(),
            sample.Official.Sections.Skip(1).Zip(sample.Official.Sections.Skip(2), (a, b) => a.Landscape != b.Landscape).Count(differs => differs) + 1);
    }

    [Fact]
    public void SameWordsOfSeveralUnits_ArePrintedOnce()
    {
        var texts = sample.Official.Under("๓.๔.๕").OfType<Table>().Single().Texts().ToList();
        Assert.Equal(texts.DistinctBy(t => t[1]).Count(), texts.Count);
        Assert.Contains(texts, t => t[0].StartsWith("เมืองกาฬสินธุ์, ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Letters_OfficialLeavesOpenWhatNobodyHasConfirmed(bool official)
    {
        var letters = Document(official).TableOf("ตาราง ง-๑").Texts().Select(r => r[1]).ToList();
        Assert.Equal(2, letters.Count);
        Assert.Contains(letters, l => l.Contains(official ? "ว ………" : "ว ๑๕๕๓", StringComparison.Ordinal));
        Assert.Equal(!official, BlockText.Of(Document(official)).Any(t => t.Contains("๑๕๕๓", StringComparison.Ordinal)));
    }

    [Fact]
    public void Pictures_AreNamedByTheEvidenceThatNamesTheirFile()
    {
        var unit = UnitCode.Parse("4603");
        var evidence = sample.Returns.Where(r => r.Unit == unit).SelectMany(r => r.Evidence)
            .First(e => e.Location is { } location && location.EndsWith(".zip", StringComparison.Ordinal));
        var report = ProvinceReport.Compose(ReadSample.Rules, sample.Returns, sample.Card, Edition.Official, sample.Circumstances with
        {
            Pictures = [.. sample.Circumstances.Pictures, new(unit, evidence.Location!, ReadSample.Picture), new(unit, "ภาพ.gif", [1, 2, 3])],
            PicturesLeftOut = 2,
        });
        var figures = report.Named.OfType<Figure>().ToList();
        Assert.Equal(["ภาพ ข-๑ ภาพกิจกรรมที่ส่งมากับรายงาน (ท้องถิ่นอำเภอกมลาไสย)", $"ภาพ ข-๒ {ThaiNumerals.ToThaiInProse(evidence.Title)} (ท้องถิ่นอำเภอกมลาไสย)"], figures.Select(f => f.Caption));
        Assert.Contains(TextsUnder(report, "ภาคผนวก ข"), t => t.StartsWith("อีก ๓ ภาพ", StringComparison.Ordinal));
        Assert.Contains("สารบัญภาพ", BlockText.Of(report));
        var none = ProvinceReport.Compose(ReadSample.Rules, [], Scorer.Score(ReadSample.Rules, [], ReadSample.Rules.Plan.JudgedOn).Single(), Edition.Official);
        Assert.DoesNotContain("สารบัญภาพ", BlockText.Of(none));
    }

    [Fact]
    public void Internal_Part5_ShowsEveryExpectedReturnByASign()
    {
        var grid = sample.Internal.TableOf("ตาราง ๕-๓").Texts().ToDictionary(r => r[0]);
        Assert.Equal("นามน|||■|■||||■|■||||๔/๔", string.Join('|', grid["นามน"]));
        Assert.Equal("ท่าคันโท|||×|×||||×|×||||๐/๔", string.Join('|', grid["ท่าคันโท"]));
        Assert.Equal("ห้วยผึ้ง|||▲|▲||||▲|▲||||๔/๔", string.Join('|', grid["ห้วยผึ้ง"]));
        Assert.Equal("ได้รับ|๑|๑|๑๗|๑๗|๑|๑|๑|๒๒|๑๗|๒|๑|๑|๘๒", string.Join('|', grid["ได้รับ"]));
        Assert.Equal("กำหนด|๑|๑|๑๙|๑๙|๑|๑|๑|๒๔|๑๙|๒|๑|๑|๙๐", string.Join('|', grid["กำหนด"]));
        Assert.Contains(TextsUnder(sample.Internal, "๕.๓"), t => t.Contains("× ยังไม่ได้รับ", StringComparison.Ordinal));
    }

    [Fact]
    public void Internal_Part5_ListsWhatIsMissingLateAndCorrected()
    {
        var rows = sample.Internal.TableOf("ตาราง ๕-๔").Texts().ToList();
        foreach (var unit in (string[])["ท่าคันโท", "สามชัย"])
            Assert.Equal([unit, "๓, ๔, ๘, ๙", "-", "ยังไม่ได้รับ"], Assert.Single(rows, r => r[0] == unit));
        Assert.Equal(["ห้วยผึ้ง", "๓, ๔, ๘, ๙", "๑๗ พฤษภาคม ๒๕๖๗ เวลา ๐๘.๔๗ น.", "ล่าช้า ๒ วัน"], Assert.Single(rows, r => r[0] == "ห้วยผึ้ง"));
        Assert.Contains("ส่งแก้ เป็นฉบับที่ ๒", Assert.Single(rows, r => r[0] == "ห้วยเม็ก")[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Internal_Part5_ListsWhatDoesNotCountAndWhy()
    {
        var rows = sample.Internal.TableOf("ตาราง ๕-๕").Texts().Select(r => $"{r[0]} {r[1]} {r[2]}").ToList();
        foreach (var expected in (string[])["๑ กลุ่มงานมาตรฐานฯ ๑๖", "๑ กลุ่มงานมาตรฐานฯ ๑๘",
            "๒ กลุ่มงานส่งเสริมฯ ๓๔, ๑๕๑", "๓ ยางตลาด ๒", "๓ นามน ๕", "๔ กมลาไสย ๓", "๔ คำม่วง ๖"])
            Assert.Contains(expected, rows);
        Assert.All(sample.Internal.TableOf("ตาราง ๕-๕").Texts(), r => Assert.True(r[3].Length > 5, r[3]));
    }

    [Fact]
    public void Internal_Part5_ListsAssumedRulesFindingsAndDistances()
    {
        var assumed = sample.Internal.TableOf("ตาราง ๕-๑");
        Assert.Equal(assumed.Texts().Select(r => (r[1], r[2])).Distinct(), assumed.Texts().Select(r => (r[1], r[2])));
        Assert.Contains(assumed.Texts(), r => r[1] == "น้ำหนัก" && r[3].StartsWith("๑ (๒.๕๐), ๒ (๓.๐๑), ", StringComparison.Ordinal));
        Assert.Equal("-", sample.Internal.TableOf("ตาราง ๕-๒").Texts().First()[4]); // two cases are open, four would be needed
        var findings = sample.Internal.TableOf("ตาราง ๕-๖").Texts().ToList();
        Assert.Contains(findings, f => f[0] == "กมลาไสย" && f[^1] == "KAL2105");
        Assert.Contains(findings, f => f[0] == "ยางตลาด" && f[^1] == "KAL2101");
        Assert.DoesNotContain(findings, f => f[^1] == "KAL1022"); // information asks for nothing
    }

    [Theory]
    [InlineData(true, "outline-official.txt")]
    [InlineData(false, "outline-internal.txt")]
    public void Outline_IsTheFrozenOne(bool official, string file)
    {
        var outline = new StringBuilder();
        foreach (var block in Document(official).Blocks)
        {
            if (block is Heading h) outline.Append(' ', 2 * (h.Level - 1)).Append(h.Text).Append('\n');
            if (block is Table t) outline.Append("      ").Append(t.Caption).Append(" | ").AppendJoin(" | ", t.Heads()).Append('\n');
        }
        var path = Path.Combine(Repository.Root, "tests", "Kalasin.Evaluation.Tests", "Reports", file);
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, outline.ToString());
        Assert.Equal(File.ReadAllText(path), outline.ToString());
    }

    private ReportDocument Document(bool official) => official ? sample.Official : sample.Internal;

    private static List<string> TextsUnder(ReportDocument document, string heading) =>
        [.. BlockText.Of(document with { Sections = [new([.. document.Under(heading)])] })];
}
