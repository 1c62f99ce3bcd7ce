using System.Globalization;
using Kalasin.Evaluation.Intake.Messages;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>
/// Looks through a folder of the mailbox. What was taken in is marked as read and moved to a folder of ours; what people should read stays
/// as it is, but for a keyword that only programs see. A message is marked after it is in the log: one that a dying process
/// left unmarked is known there.
/// </summary>
internal sealed partial class Mailbox(MailSettings settings, MessageIntake intake, MailboxWatch watch, RoundLog log, Instruments instruments, TimeProvider clock, ILogger<Mailbox> logger)
    : IDisposable
{
    /// <summary>Where messages go that were taken in, and the keyword of those that were looked at.</summary>
    public const string Mark = "Kalasin";

    private const int MostAtOnce = 50;

    /// <summary>How long one look may take; the next one goes on.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim _looking = new(1);

    /// <summary>Trouble with the mailbox is told by <see cref="MailboxWatch"/>, and keeps nothing else from being done.</summary>
    /// <exception cref="StorageUnavailableException">The store failed; what was not taken in still lies there.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (settings.Imap is not { } account) return;
        if (watch.IsReady && await _looking.WaitAsync(0, cancellationToken)) await LookAsync(account, cancellationToken);
        instruments.MailboxUnread(await watch.UnreadAsync(cancellationToken));
    }

    public void Dispose() => _looking.Dispose();

    private async Task LookAsync(MailAccount account, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var client = new ImapClient();
        try
        {
            await MailConnection.OpenAsync(client, account, time.Token);
            if (await SinceAsync(time.Token) is { } since) await LookAsync(client, account.Server.Folder, since, time.Token); // without a round nothing in it is ours
            await watch.ReadAsync(cancellationToken);
            await client.DisconnectAsync(quit: true, time.Token);
        }
        catch (MailServerException none)
        {
            Failed(logger, none);
            watch.Failed(none.Trouble switch
            {
                MailTrouble.LoginRefused => IncomingFindings.LoginRefused,
                MailTrouble.Untrusted => IncomingFindings.Untrusted,
                _ => IncomingFindings.Unreachable,
            });
        }
        catch (FolderNotFoundException none)
        {
            Failed(logger, none);
            watch.Failed(IncomingFindings.NoFolder);
        }
        catch (Exception cut) when (MailConnection.IsOfTheServer(cut) || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Failed(logger, cut);
            watch.Failed(IncomingFindings.Unreachable);
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task LookAsync(ImapClient client, string name, DateTimeOffset since, CancellationToken time)
    {
        var folder = name.Length == 0 ? client.Inbox! : await client.GetFolderAsync(name, time);
        await folder.OpenAsync(FolderAccess.ReadWrite, time);
        // A day of tolerance: the server may count days by another clock.
        var query = SearchQuery.DeliveredAfter(since.UtcDateTime.Date.AddDays(-1)).And(SearchQuery.NotDeleted).And(SearchQuery.NotKeyword(Mark));
        var found = await folder.SearchAsync(query, time);
        watch.KeepOnly(found.Select(uid => NameOf(folder, uid)).ToHashSet(StringComparer.Ordinal));
        var fresh = found.Where(uid => !watch.IsLeft(NameOf(folder, uid))).Order().Take(MostAtOnce).ToList();
        if (fresh.Count == 0) return;
        foreach (var summary in await folder.FetchAsync(fresh, MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size, time))
            await TryAsync(client, folder, summary, time);
    }

    /// <summary>A bug that one message brings out: counted, and after some tries it is left to people.</summary>
    private async Task TryAsync(ImapClient client, IMailFolder folder, IMessageSummary summary, CancellationToken time)
    {
        var (name, isWhole) = (NameOf(folder, summary.UniqueId), summary.Size is null or <= (uint)MessageBounds.MostBytes);
        try
        {
            var eml = await FetchAsync(folder, summary.UniqueId, isWhole, time);
            switch (await intake.TakeInAsync(eml, summary.InternalDate ?? clock.GetUtcNow(), isWhole, time))
            {
                case MessageStanding.Done:
                    await MarkAsync(folder, summary.UniqueId, MessageFlags.Seen, time);
                    await folder.MoveToAsync(summary.UniqueId, await OursAsync(client, time), time);
                    break;
                case MessageStanding.ForPeople when !await MarkAsync(folder, summary.UniqueId, MessageFlags.None, time):
                    watch.Leave(name);
                    break;
            }
        }
        catch (MessageNotFoundException)
        {
            // Another instance has taken it in and moved it, or a person did.
        }
        catch (Exception later) when (later is ReadingBusyException or DamagedException)
        {
            // It is looked at again; a damaged round is told by health, and keeps no other's messages waiting.
        }
        catch (Exception failure) when (
            failure is not (StorageUnavailableException or OperationCanceledException) && !MailConnection.IsOfTheServer(failure))
        {
            NotTaken(logger, failure, name, watch.CountFailure(name));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> FetchAsync(IMailFolder folder, UniqueId uid, bool isWhole, CancellationToken time)
    {
        await using var stream = isWhole ? await folder.GetStreamAsync(uid, "", time) : await folder.GetStreamAsync(uid, "HEADER", time);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, time);
        return bytes.ToArray();
    }

    /// <returns>False where the server keeps no keywords.</returns>
    private static async Task<bool> MarkAsync(IMailFolder folder, UniqueId uid, MessageFlags flags, CancellationToken time)
    {
        var keeps = folder.PermanentFlags.HasFlag(MessageFlags.UserDefined) || folder.PermanentKeywords.Contains(Mark);
        var request = new StoreFlagsRequest(StoreAction.Add, flags, keeps ? [Mark] : []) { Silent = true };
        if (keeps || flags != MessageFlags.None) await folder.StoreAsync(uid, request, time);
        return keeps;
    }

    /// <summary>Our folder, beside the inbox.</summary>
    private static async Task<IMailFolder> OursAsync(ImapClient client, CancellationToken time)
    {
        var root = client.GetFolder(client.PersonalNamespaces[0]);
        try
        {
            return await root.GetSubfolderAsync(Mark, time);
        }
        catch (FolderNotFoundException)
        {
            return await root.CreateAsync(Mark, isMessageFolder: true, time) ?? await root.GetSubfolderAsync(Mark, time);
        }
    }

    /// <summary>When the first of the rounds was opened; null where none is.</summary>
    private async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? since = null;
        foreach (var round in await log.ListAsync(cancellationToken))
            if ((await log.FindOrSayAsync(round, cancellationToken)).Round?.State.Rules[0].Since is { } opened && !(since <= opened)) since = opened;
        return since;
    }

    /// <summary>What a message is called in the log and in memory: numbers of the server's, nothing that somebody wrote.</summary>
    private static string NameOf(IMailFolder folder, UniqueId uid) => string.Create(CultureInfo.InvariantCulture, $"{folder.UidValidity}.{uid.Id}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mailbox can't be read")]
    private static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The message {Name} could not be taken in; left alone: {Left}")]
    private static partial void NotTaken(ILogger logger, Exception failure, string name, bool left);
}
