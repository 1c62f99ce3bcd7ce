using System.Collections.Immutable;
using System.Globalization;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Numbers at the ends of what a column takes, and shares of a hundred: read from a workbook, a row for each.</summary>
public sealed class NumberBoundsTests
{
    private static readonly AwardRules From10To100 = WithIndicator("11", i => i with
    {
        Register = i.Register with { Columns = [.. i.Register.Columns.Select(c => c.Id == "score" ? c with { Minimum = 10, Maximum = 100 } : c)] },
    });

    private static readonly ImmutableArray<LocalAuthority> Named = [.. Authorities.Where(a => a.District is not null)];

    [Fact]
    public async Task NumbersAreRead_FromTheMinimumToTheMaximumInclusive()
    {
        var typed = Enumerable.Range(0, 111).Select(n => (decimal)n).Concat([9.99m, 10.01m, 99.99m, 100.01m]).ToList();
        var read = await Read([.. typed.Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        Assert.All(typed.Zip(read), pair => Assert.Equal(pair.First is >= 10 and <= 100 ? pair.First : (decimal?)null, pair.Second));
    }

    /// <summary>A cell of 0.915 that Excel shows as 91.5% says 91.5; one of 9% is as much too small as 9 is.</summary>
    [Fact]
    public async Task ShareShownAsAPercentage_CountsAsThePercentage()
    {
        var shares = Enumerable.Range(0, 111).Select(n => n / 100.0).Concat([0.0999, 0.915, 1.0001]).ToList();
        var read = await Read([.. shares.Select(s => new TypedSheet.Percent(s))]);
        Assert.All(shares.Zip(read), pair => Assert.Equal((decimal)pair.First * 100 is >= 10 and <= 100 and var shown ? shown : (decimal?)null, pair.Second));
    }

    /// <summary>The same number without the sign is a number, not a share: 0.915 is less than 10.</summary>
    [Fact]
    public async Task ShareWithoutTheSign_IsThatSmallNumber()
    {
        Assert.Equal([null, 91.5m], await Read(["0.915", "91.5"]));
        Assert.Equal([null, 91.5m], await Read(["๐.๙๑๕", "๙๑.๕"]));
    }

    private static async Task<List<decimal?>> Read(IReadOnlyList<object?> typed)
    {
        var bytes = TypedSheet.Of(
            "ตัวชี้วัด 11", [["หน่วยงาน", "กลุ่มงานการเงิน บัญชีและการตรวจสอบ"], ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "คะแนนรวม"],
            .. typed.Select((t, i) => (IReadOnlyList<object?>)[Named[i].District!.Name, Named[i].ShortName, t])]);
        var got = await ReturnReader.ReadAsync(From10To100, [SourceFile.FromBytes("a.xlsx", bytes)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        return [.. Assert.Single(got.Returns).Rows.Select(r => (r["score"] as NumberValue)?.Number)];
    }
}
