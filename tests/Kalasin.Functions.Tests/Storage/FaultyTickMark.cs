using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>A mark of the tick with which things go wrong as <paramref name="faults"/> says.</summary>
internal sealed class FaultyTickMark(ITickMark mark, Faults faults) : ITickMark
{
    public Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken) =>
        faults.AroundAsync("ReadMark", () => mark.ReadAsync(cancellationToken), cancellationToken);

    public Task WriteAsync(DateTimeOffset done, CancellationToken cancellationToken) => faults.AroundAsync("WriteMark", async () =>
    {
        await mark.WriteAsync(done, cancellationToken);
        return true;
    }, cancellationToken);
}
