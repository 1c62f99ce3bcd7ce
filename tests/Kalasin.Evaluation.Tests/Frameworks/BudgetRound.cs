namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>A framework that only the tests know: budget spent ÷ budget granted, and the mean of survey scores.</summary>
internal static class BudgetRound
{
    public static AwardRules Rules { get; } = Read();

    private static AwardRules Read()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "tests", "Kalasin.Evaluation.Tests", "Frameworks", "budget-2568.json"));
        return AwardRules.For(FrameworkReader.Read(file).Value!, "46");
    }
}
