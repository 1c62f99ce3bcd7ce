using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class StepWorkTests
{
    /// <summary>A step that nobody does would be due for ever.</summary>
    [Fact]
    public async Task EveryKindOfStep_IsDoneByOne()
    {
        await using var service = await RunningService.StartAsync();
        Assert.Equal(Enum.GetValues<StepKind>(), service.Services.GetServices<IStepWork>().Select(work => work.Kind).Order());
    }
}
