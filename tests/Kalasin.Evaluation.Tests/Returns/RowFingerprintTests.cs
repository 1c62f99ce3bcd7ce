
namespace Kalasin.Evaluation.Tests.Returns;

public sealed class RowFingerprintTests
{
    private static readonly UnitCode Unit = UnitCode.Parse("4602");

    [Fact]
    public void Of_MovedRow_IsTheSame() => Assert.Equal(RowFingerprint.Of(Unit, Row(1, "ประชุม")), RowFingerprint.Of(Unit, Row(7, "ประชุม")));

    [Fact]
    public void Of_ChangedRowOrOtherUnit_Differs()
    {
        Assert.NotEqual(RowFingerprint.Of(Unit, Row(1, "ประชุม")), RowFingerprint.Of(Unit, Row(1, "ประชุม ")));
        Assert.NotEqual(RowFingerprint.Of(Unit, Row(1, "ประชุม")), RowFingerprint.Of(UnitCode.Parse("PUB"), Row(1, "ประชุม")));
    }

    [Fact]
    public void Of_IsPinned()
    {
        // printf '{"title":{"kind":"text","text":"ประชุม"}}' | sha256sum | cut -c1-16
        Assert.Equal("ffe6167969dc52ec", RowFingerprint.Of(Unit, Row(1, "ประชุม")).Hash);
    }

    private static RegisterRow Row(int number, string title) =>
        new(number, ValuesById.Empty.With("title", new TextValue(title)));
}
