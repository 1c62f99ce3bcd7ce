using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class RoundLogTests : RoundLogContract
{
    private protected override StorageUnderTest CreateStore() => new LocalStorageUnderTest();
}
