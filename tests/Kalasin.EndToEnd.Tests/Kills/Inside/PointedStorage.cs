using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Storage;

namespace Kalasin.EndToEnd.Tests.Kills.Inside;

/// <summary>A storage with points around all that changes something.</summary>
internal sealed class PointedStorage(IStorage storage, Points points) : IStorage
{
    public string Kind => storage.Kind;

    public IEventLog Log { get; } = new PointedLog(storage.Log, points);

    public IVaults Vaults { get; } = new PointedVaults(storage.Vaults, points);

    public IDrops Drops { get; } = new PointedDrops(storage.Drops, points);

    public IParts Parts { get; } = new PointedParts(storage.Parts, points);

    public ITickMark TickMark { get; } = new PointedMark("mark of the tick", storage.TickMark, points);

    public ITickMark MailboxMark { get; } = new PointedMark("mark of the mailbox", storage.MailboxMark, points);

    public IHeads Heads { get; } = new PointedHeads(storage.Heads, points);

    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => storage.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    private sealed class PointedLog(IEventLog log, Points points) : IEventLog
    {
        public IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, CancellationToken cancellationToken) => log.ReadAsync(stream, after, cancellationToken);

        public Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken) =>
            points.AroundAsync($"append of {NameOf(stream, events)}", () => log.AppendAsync(stream, expectedSequence, events, cancellationToken));

        public Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken) => log.ListAsync(prefix, page, cancellationToken);

        private static string NameOf(StreamId stream, EventBatch events) => stream.Kind switch
        {
            "round" when stream.Id != InstallationUnderTest.Round => "a round from elsewhere",
            "round" or "plan" => string.Join(" + ", events.Select(e => JsonElement.Parse(e.Span).GetProperty("event").GetProperty("kind").GetString()).Distinct()),
            _ => "the end of an import",
        };
    }

    private sealed class PointedVaults(IVaults vaults, Points points) : IVaults
    {
        public IVault Of(StreamId stream) => new PointedVault(vaults.Of(stream), points);
    }

    private sealed class PointedVault(IVault vault, Points points) : IVault
    {
        public Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken) =>
            points.AroundAsync("staging", () => vault.StageAsync(content, limit, cancellationToken));

        public Task PromoteAsync(IReadOnlyCollection<StagedContent> staged, CancellationToken cancellationToken) =>
            points.AroundAsync("promoting", () => vault.PromoteAsync(staged, cancellationToken));

        public Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken) => vault.OpenAsync(hash, range, cancellationToken);

        public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) => vault.ExistsAsync(hash, cancellationToken);

        public Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken) =>
            points.AroundAsync("removing content", () => vault.DeleteAsync(hash, cancellationToken));

        public Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken) =>
            points.AroundAsync("removing old content", () => vault.DeleteAsync(hash, before, cancellationToken));

        public Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken) =>
            points.AroundAsync("renewing content", () => vault.RenewAsync(hash, cancellationToken));

        public IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken) => vault.ListAsync(cancellationToken);
    }

    private sealed class PointedDrops(IDrops drops, Points points) : IDrops
    {
        public IAsyncEnumerable<Drop> ListAsync(CancellationToken cancellationToken) => drops.ListAsync(cancellationToken);

        public Task<Stream?> OpenAsync(Drop drop, CancellationToken cancellationToken) => drops.OpenAsync(drop, cancellationToken);

        public Task AnswerAsync(DropPath answered, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            points.AroundAsync($"answering a drop with {Path.GetExtension(name)}", () => drops.AnswerAsync(answered, name, content, cancellationToken));

        public Task<bool> DeleteAsync(Drop drop, CancellationToken cancellationToken) =>
            points.AroundAsync("removing a drop", () => drops.DeleteAsync(drop, cancellationToken));
    }

    private sealed class PointedParts(IParts parts, Points points) : IParts
    {
        public Task<PartialFile> BeginAsync(PartialPlace place, string name, long length, CancellationToken cancellationToken) =>
            points.AroundAsync("beginning a file in parts", () => parts.BeginAsync(place, name, length, cancellationToken));

        public Task<PartialFile?> FindAsync(PartialPlace place, PartialId id, CancellationToken cancellationToken) => parts.FindAsync(place, id, cancellationToken);

        public Task<PartialFile?> AppendAsync(PartialFile file, long offset, Stream bytes, CancellationToken cancellationToken) =>
            points.AroundAsync("adding to a file in parts", () => parts.AppendAsync(file, offset, bytes, cancellationToken));

        public Task<Stream?> OpenAsync(PartialFile file, CancellationToken cancellationToken) => parts.OpenAsync(file, cancellationToken);

        public Task DeleteAsync(PartialFile file, CancellationToken cancellationToken) =>
            points.AroundAsync("removing a file in parts", () => parts.DeleteAsync(file, cancellationToken));

        public IAsyncEnumerable<PartialFile> ListAsync(PartialPlace place, CancellationToken cancellationToken) => parts.ListAsync(place, cancellationToken);

        public Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => parts.SweepAsync(before, cancellationToken);
    }

    private sealed class PointedMark(string name, ITickMark mark, Points points) : ITickMark
    {
        public Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken) => mark.ReadAsync(cancellationToken);

        public Task WriteAsync(DateTimeOffset done, CancellationToken cancellationToken) => points.AroundAsync(name, () => mark.WriteAsync(done, cancellationToken));
    }

    private sealed class PointedHeads(IHeads heads, Points points) : IHeads
    {
        public string Place => heads.Place;

        public Task SealAsync(StreamId stream, SealedHead head, CancellationToken cancellationToken) =>
            points.AroundAsync("sealing a head", () => heads.SealAsync(stream, head, cancellationToken));

        public Task<SealedHeads> ReadAsync(StreamId stream, CancellationToken cancellationToken) => heads.ReadAsync(stream, cancellationToken);

        public Task<IReadOnlyList<StreamId>> ListAsync(CancellationToken cancellationToken) => heads.ListAsync(cancellationToken);

        public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => heads.CheckAsync(cancellationToken);
    }
}

/// <summary>A way out for mails with a point before and after each that leaves, named by what it is.</summary>
internal sealed class PointedTransport(IMailTransport transport, Points points) : IMailTransport
{
    public bool IsReady => transport.IsReady;

    public Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken) =>
        points.AroundAsync($"sending a mail: {KindOf(name)}", () => transport.SendAsync(name, eml, cancellationToken));

    public Task RestAsync() => transport.RestAsync();

    /// <summary>The first word behind the round's id.</summary>
    private static string KindOf(string name) => name[(InstallationUnderTest.Round.Length + 1)..].Split('-')[0];
}
