using System.Collections.Immutable;
using System.Text;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Files of evidence beside the lists that should name them.</summary>
public sealed class EvidenceFilesTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly byte[] Picture = File.ReadAllBytes(RepositoryFile.At("tests", "Corpus", "picture-named-pdf.pdf"));

    [Fact]
    public async Task FilesThatNoListNames_AndNamesWithoutFiles_AreSaid()
    {
        var got = await ReadAsync(("ภาพ 1.png", Picture), ("ภาพ 3.png", Picture));
        Assert.Equal("ภาพ 3.png", Assert.Single(got, f => f.Code == "KAL1043").Place.File);
        Assert.Contains("ภาพ 2.png", Assert.Single(got, f => f.Code == "KAL1044").Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllThere_NothingIsSaid() => Assert.DoesNotContain(await ReadAsync(("ภาพ 1.png", Picture), ("ภาพ 2.png", Picture)), f => f.Code is "KAL1043" or "KAL1044");

    /// <summary>Several files may be listed in one place; the place as a whole is no file then.</summary>
    [Fact]
    public async Task ListOfFilesInOnePlace_OnlyTheMissingOneIsSaid()
    {
        const string list = "\"ภาพ 1.png, ภาพ 2.png\"";
        Assert.DoesNotContain(await ReadAsync(list, ("ภาพ 1.png", Picture), ("ภาพ 2.png", Picture)), f => f.Code is "KAL1043" or "KAL1044");
        var missing = Assert.Single(await ReadAsync(list, ("ภาพ 2.png", Picture)), f => f.Code == "KAL1044" && f.Message.Thai.Contains("ลำดับที่ ๓", StringComparison.Ordinal));
        Assert.Contains("“ภาพ 1.png”", missing.Message.Thai, StringComparison.Ordinal);
    }

    /// <summary>The evidence may have come before.</summary>
    [Fact]
    public async Task ReturnAlone_NothingIsSaid() => Assert.DoesNotContain(await ReadAsync(), f => f.Code is "KAL1043" or "KAL1044");

    private static Task<ImmutableArray<Finding>> ReadAsync(params (string Name, byte[] Bytes)[] files) => ReadAsync("ตู้ ๒ ชั้น ๑", files);

    private static async Task<ImmutableArray<Finding>> ReadAsync(string third, params (string Name, byte[] Bytes)[] files)
    {
        var form = $"""
            ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วมในการช่วยเหลือประชาชน
            หน่วยงาน,ท้องถิ่นอำเภอนามน
            ที่,วันที่,กิจกรรม,สถานที่/อำเภอ,ประเภท,อปท. ที่เข้าร่วม,ผลที่เกิดขึ้น,หลักฐาน
            1,15/1/2567,ประชุมคณะทำงาน,นามน,ประชุม,๖ แห่ง,มีมติ,รายงาน
            ๙. บัญชีหลักฐาน
            ที่,รายการ,ลงวันที่,ยืนยันแถวที่,ชนิด (แฟ้ม/ลิงก์/เอกสาร),"ชื่อแฟ้ม ลิงก์ หรือที่เก็บ",จำนวนหน้า
            1,ภาพประชุม,15/1/2567,1,แฟ้ม,ภาพ 1.png,1
            2,ภาพประชุม,15/1/2567,1,แฟ้ม,ภาพ 2.png,1
            3,คำสั่ง,15/1/2567,1,เอกสาร,{third},1
            """;
        var got = await ReturnReader.ReadAsync(
            Rules, [SourceFile.FromBytes("a.csv", Encoding.UTF8.GetBytes(form)), .. files.Select(f => SourceFile.FromBytes(f.Name, f.Bytes))], IntakeLimits.Default,
            TestContext.Current.CancellationToken);
        Assert.Equal(3, Assert.Single(got.Returns).Evidence.Length);
        return got.Findings;
    }
}
