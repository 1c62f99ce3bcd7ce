namespace Kalasin.Functions.Storage.Azure;

/// <summary>
/// Makes a table or container when it is first used; what failed is tried again the next time. Making it twice at once is
/// harmless. Under an identity nothing is made: its rights reach what the deployment made, and no further.
/// </summary>
internal sealed class FirstUse(AzureFailures failures, Func<CancellationToken, Task> create)
{
    private volatile bool _done = !failures.MayCreate;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_done) return;
        _done = await failures.GuardAsync(async () =>
        {
            await create(cancellationToken);
            return true;
        }, cancellationToken);
    }
}
