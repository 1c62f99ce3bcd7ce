using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;

namespace Kalasin.Functions.Tests.Drops;

public sealed class FaultyDropTests : FaultyDropContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class LocalDropServiceTests : DropServiceContract
{
    [Theory]
    [InlineData("46-dla-2567\\4602\\report.xlsx", "46-dla-2567%5C4602%5Creport.xlsx")]
    [InlineData("46-dla-2567/4602/a\u0007\n.xlsx", "46-dla-2567/4602/a%07%0A.xlsx")]
    public async Task Drop_OfAnImpossibleName_AnsweredNearItShownAndKept(string name, string answered)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such names.");
        await AssertAnsweredNearAsync(name, answered, "KAL7008");
    }

    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}

public sealed class DropNamesTests : DropNamesContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}
