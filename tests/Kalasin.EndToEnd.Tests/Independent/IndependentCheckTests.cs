using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Kalasin.EndToEnd.Tests.Documents;
using Kalasin.EndToEnd.Tests.Pages;
using Kalasin.EndToEnd.Tests.Scorecards;
using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests.Independent;

/// <summary>
/// The sample round computed twice: by the program, to which its files came, and by LibreOffice from a workbook that a script of its own makes of the
/// same files by the letter's rules. The two share no code, and agree in every digit that the program says.
/// </summary>
public sealed class IndependentCheckTests(PlayedSample sample)
{
    private const int Decimals = 28;

    [Fact]
    public async Task SampleRound_ComputedWithoutTheProduct_IsTheSameToTheLastDigit()
    {
        using var folder = new TemporaryFolder();
        var computed = await ComputedAsync(folder);
        await sample.CopyAsync(folder.File("data"));
        await using var program = await ServedProgram.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = program.Address };
        var card = JsonNode.Parse(await client.GetStringAsync("/api/rounds/46-dla-2567/scorecard", TestContext.Current.CancellationToken))!;
        Assert.Equal(12, card["scores"]!.AsArray().Count);
        foreach (var score in card["scores"]!.AsArray())
        {
            var indicator = (string)score!["indicator"]!;
            AssertSame($"value {indicator}", score["value"], computed);
            if (score["score"] is { } points) AssertSame($"score {indicator}", points, computed);
            else Assert.DoesNotContain($"score {indicator}", computed.Keys);
        }
        AssertSame("total", card["total"], computed);
    }

    /// <summary>What the program says is the exact number rounded at its last digit; a mean of rounded ones may be one off there.</summary>
    private static void AssertSame(string what, JsonNode? said, Dictionary<string, BigInteger> computed)
    {
        var number = decimal.Parse(said!.ToJsonString(), CultureInfo.InvariantCulture);
        var (bits, unit) = (decimal.GetBits(number), BigInteger.Pow(10, Decimals - number.Scale));
        var scaled = ((new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0]) * unit;
        Assert.True(BigInteger.Abs(scaled - computed[what]) <= unit, $"{what}: {number}, computed without the product {computed[what]} × 10^-{Decimals}");
    }

    private static async Task<Dictionary<string, BigInteger>> ComputedAsync(TemporaryFolder folder)
    {
        var (python, here) = (ExternalTool.Require("python3"), Path.Combine(Repository.Root, "tests", "Kalasin.EndToEnd.Tests", "Independent"));
        await python.RunAsync("-B", Path.Combine(here, "recompute.py"), Path.Combine(Repository.Root, "samples", "46-dla-2567"), folder.File("independent.xlsx"));
        await LibreOffice.ConvertAllAsync(folder, ["independent.xlsx"], "xlsx:Calc MS Excel 2007 XML", "computed");
        var cells = SheetCells.Read(folder.File(Path.Combine("computed", "independent.xlsx")));
        var numbers = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        for (var row = 2; cells["result", $"A{row}"] is { } what; row++)
        {
            if (cells["result", $"D{row}"] is not { } whole) continue;
            var digits = string.Concat("FHJL".Select(c => Digits(cells["result", $"{c}{row}"]!).ToString("D7", CultureInfo.InvariantCulture)));
            numbers.Add(what.Result, BigInteger.Parse(Digits(whole).ToString(CultureInfo.InvariantCulture) + digits, CultureInfo.InvariantCulture));
        }
        return numbers;

        static long Digits(SheetCell cell) => checked((long)cell.Number);
    }
}
