using System.Globalization;
using CsCheck;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>A number in a cell is the decimal that its shortest digits say, to the last sign and decimal, whether they are made for it or not.</summary>
public sealed class NumberCellsTests
{
    private const double Most = 999_999_999_999_999;

    private static readonly double[] Ends = [0, -0.0, Most, -Most, Most + 1, -Most - 1, Most - 0.125, 0.5 - Most, double.Epsilon, -double.Epsilon, 1e300];

    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Long[-2_000, 2_000].Select(n => (double)n), Gen.Long[-(long)Most - 5, (long)Most + 5].Select(n => (double)n), Gen.Int.Select(n => n / 8.0), Gen.Double[-1e16, 1e16],
        Gen.Int[0, Ends.Length - 1].Select(i => Ends[i]));

    [Fact]
    public void Number_IsWhatItsDigitsSay_AndCostsOneLook() => Numbers.Sample(number =>
    {
        var budget = new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken);
        var rows = new TableRows((_, _) => Place.Nowhere, new(budget));
        rows.Add(new(1, RawKind.Number, number, budget));
        rows.End(1);
        var row = rows.ToImmutable()[0];
        var notes = new CellNotes(new(Place.Nowhere, new()), row, 1);
        var read = NumberCells.Read(new("n", "จำนวน", ColumnType.Number), row.Cells[0], notes);
        if (!decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var said) || Math.Abs(said) > 999_999_999_999_999m)
        {
            Assert.IsType<UnreadValue>(read);
            return;
        }
        Assert.Equal(decimal.GetBits(said), decimal.GetBits(Assert.IsType<NumberValue>(read).Number));
        Assert.Equal(16, budget.Steps);
    }, iter: 20_000, threads: 1);
}
