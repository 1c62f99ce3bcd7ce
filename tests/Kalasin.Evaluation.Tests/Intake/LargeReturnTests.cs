namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>A register of 10,000 rows stays small: by what is counted while it is read, and by what the heap holds afterwards.</summary>
[Collection(nameof(ReadAlone))]
public sealed class LargeReturnTests
{
    private const long Most = 30 << 20;

    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    [Fact]
    public async Task TenThousandRows_GrowTheHeapByLessThanThirtyMegabytes()
    {
        var bytes = Workbook(10_000);
        await ReadAsync(Workbook(10));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var read = await ReadAsync(bytes);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.False(read.AsksForMore);
        Assert.Equal(10_000, Assert.Single(read.Returns).Rows.Length);
        GC.KeepAlive(read);
        Assert.InRange(growth, long.MinValue, Most);
    }

    private static Task<IntakeResult> ReadAsync(byte[] bytes) => ReturnReader.ReadAsync(
        Rules, [SourceFile.FromBytes("ตัวชี้วัด 3.xlsx", bytes)], IntakeLimits.Default with { Memory = Most }, TestContext.Current.CancellationToken);

    private static byte[] Workbook(int rows) => TypedSheet.Of("ตัวชี้วัด 3",
    [
        ["ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วมในการช่วยเหลือประชาชน"], ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"],
        ["ที่", "วันที่", "กิจกรรม", "สถานที่/อำเภอ", "ประเภท", "อปท. ที่เข้าร่วม", "ผลที่เกิดขึ้น", "หลักฐาน"],
        .. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<object?>)
            [(long)i, $"{i % 28 + 1}/{i % 4 + 1}/2567", $"ประชุมคณะทำงานครั้งที่ {i}", $"หมู่ที่ {i % 997}", "ประชุม", $"{i % 9 + 1} แห่ง", $"มีมติร่วมกัน {i % 40} ข้อ", "ภาพถ่าย"]),
    ]);
}

/// <summary>What the heap holds says something of one test only while no other runs.</summary>
[CollectionDefinition(nameof(ReadAlone), DisableParallelization = true)]
public sealed class ReadAlone;
