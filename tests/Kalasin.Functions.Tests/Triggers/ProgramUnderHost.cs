using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>A program under the Functions host with a data folder of its own; all that the wire's contract has to know about what runs it.</summary>
internal abstract class ProgramUnderHost : IAsyncDisposable
{
    /// <summary>Whoever calls it.</summary>
    public abstract FunctionsHost Host { get; }

    public abstract string DataFolder { get; }

    public async Task DropAsync(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        await File.WriteAllBytesAsync(PathOf(path), content, TestContext.Current.CancellationToken);
    }

    public bool IsThere(string drop) => File.Exists(PathOf(drop));

    /// <summary>Lets so much time pass that what was dropped counts as whole for the program.</summary>
    /// <returns>The tag of the one drop that lies there.</returns>
    public abstract Task<string> SettleAsync();

    /// <summary>The round as its log has it.</summary>
    public abstract Task<RoundState> StateAsync();

    public abstract ValueTask DisposeAsync();

    private string PathOf(string drop) => Path.Combine(DataFolder, "drop", drop);
}
