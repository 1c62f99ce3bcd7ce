using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.OfficeFiles;

public sealed class EmblemReaderTests
{
    private const string Shape = "ไม่ได้สัดส่วนกับที่ของตราครุฑ ซึ่งกว้างไม่เกินความสูงและไม่น้อยกว่าครึ่งหนึ่งของความสูง โปรดตัดขอบว่างรอบตราออกให้ได้สัดส่วน แล้วส่งใหม่";
    private const string InEnglish = "its place is no wider than high and at least half as wide. Crop the empty edge to that shape and send it again.";

    [Theory]
    [InlineData(600, 300, "KAL6102", $"ภาพตรากว้าง ๖๐๐ พิกเซล สูง ๓๐๐ พิกเซล {Shape}", $"The emblem is 600 pixels wide and 300 high; {InEnglish}")]
    [InlineData(140, 300, "KAL6102", $"ภาพตรากว้าง ๑๔๐ พิกเซล สูง ๓๐๐ พิกเซล {Shape}", $"The emblem is 140 pixels wide and 300 high; {InEnglish}")]
    [InlineData(81, 90, "KAL6103", "ภาพตราสูงเพียง ๙๐ พิกเซล เมื่อพิมพ์ให้สูง ๓ เซนติเมตรแล้วภาพไม่คมชัด โปรดใช้ภาพที่สูงอย่างน้อย ๓๕๐ พิกเซล",
        "The emblem is just 90 pixels high, too coarse to be printed 3 cm high. Use one at least 350 pixels high.")]
    public void PictureThatFitsNoEmblem_IsAFindingOfTheFile(int width, int height, string code, string thai, string english)
    {
        var (emblem, findings) = EmblemReader.Read(MadeEmblem.Png(width, height).AsMemory(), "ตรา.png");
        Assert.Null(emblem);
        Told.Is(Assert.Single(findings), code, "ตรา.png", thai, english);
    }
}
