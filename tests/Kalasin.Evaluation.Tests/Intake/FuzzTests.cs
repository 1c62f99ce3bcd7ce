namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>
/// Ten thousand spoilt files of every format. More of them: <c>dotnet run -c Release --project tests/Kalasin.Fuzz -- --seed 1 --files 1000000 --workers 2</c>.
/// </summary>
public sealed class FuzzTests
{
    private const int Files = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2567)]
    public async Task SpoiltFile_HasAnAnswer(int seed)
    {
        var fuzz = new Fuzz(seed);
        for (var i = 0; i < Files / 2; i++)
        {
            var (name, bytes) = await fuzz.FileAsync(i);
            if (await Fuzz.FaultOf(name, bytes) is not { } fault) continue;
            var kept = Path.Combine(Path.GetTempPath(), $"fuzz-{seed}-{i}-{name}");
            await File.WriteAllBytesAsync(kept, bytes, TestContext.Current.CancellationToken);
            Assert.Fail($"{kept}: {fault}");
        }
    }
}
