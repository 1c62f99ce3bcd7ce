using Kalasin.Evaluation;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Kalasin.Functions.Mail;

/// <summary>
/// Hands mails to a server. The connection is kept until there are no more for now. So many a minute that no server takes it for
/// spam; after trouble with the server itself it is left alone for a while.
/// </summary>
internal sealed class SmtpTransport(MailAccount account, TimeProvider clock) : IMailTransport, IDisposable
{
    /// <summary>Most mails within <see cref="Minute"/>.</summary>
    public const int Most = 30;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterARefusedLogin = TimeSpan.FromMinutes(15); // accounts are locked for too many

    /// <summary>How long one mail may take: well within its shortest lease.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Queue<DateTimeOffset> _taken = new();
    private SmtpClient? _client;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public bool IsReady
    {
        get
        {
            lock (_taken)
            {
                var now = clock.GetUtcNow();
                while (_taken.TryPeek(out var first) && now - first >= Minute) _taken.Dequeue();
                return now >= _notBefore && _taken.Count < Most;
            }
        }
    }

    public async Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            using var limit = new CancellationTokenSource(Longest, clock);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            await SendAsync(eml, time.Token, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task RestAsync()
    {
        await _one.WaitAsync();
        try
        {
            await DisconnectAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _one.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> eml, CancellationToken time, CancellationToken cancellationToken)
    {
        try
        {
            var client = await ConnectedAsync(time);
            if (client.MaxSize > 0 && eml.Length > client.MaxSize) throw new MailNotTakenException(MailFindings.TooLarge);
            using var bytes = new MemoryStream(eml.ToArray(), writable: false);
            using var message = await MimeMessage.LoadAsync(bytes, persistent: true, time);
            lock (_taken) _taken.Enqueue(clock.GetUtcNow());
            // The bytes as they stand: a body that is ASCII already is not encoded anew. Answers come back to who sent it.
            await client.SendAsync(message, message.From.Mailboxes.First(), [.. message.To.Mailboxes, .. message.Cc.Mailboxes], time);
        }
        catch (SmtpCommandException refused)
        {
            throw new MailNotTakenException(KindOf(refused), refused);
        }
        catch (ServiceNotAuthenticatedException refused)
        {
            Pause(AfterARefusedLogin);
            throw new MailNotTakenException(MailFindings.LoginRefused, refused);
        }
        catch (MailServerException none)
        {
            Pause(none.Trouble == MailTrouble.LoginRefused ? AfterARefusedLogin : Minute);
            throw new MailNotTakenException(KindOf(none.Trouble), none);
        }
        catch (Exception cut) when (cut is not MailNotTakenException
            && (MailConnection.IsOfTheServer(cut) || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested)))
        {
            Pause(Minute);
            await DisconnectAsync();
            throw new IOException("The connection to the mail server was cut; whether the mail was taken is unknown.", cut);
        }
    }

    private async Task<SmtpClient> ConnectedAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true }) return _client;
        _client?.Dispose();
        _client = new SmtpClient();
        await MailConnection.OpenAsync(_client, account, cancellationToken);
        return _client;
    }

    private async Task DisconnectAsync()
    {
        using var client = _client;
        _client = null;
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
        if (client is { IsConnected: true }) await client.DisconnectAsync(quit: true, moment.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Pause(TimeSpan time)
    {
        lock (_taken) _notBefore = clock.GetUtcNow() + time;
    }

    /// <summary>What is said of the recipient or the message holds for that mail; what is said of us may be other tomorrow.</summary>
    private static FindingKind KindOf(SmtpCommandException refused) => ((int)refused.StatusCode, refused.ErrorCode) switch
    {
        (552, SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted) => MailFindings.TooLarge,
        ( >= 500, SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted) => MailFindings.Refused,
        ( >= 500, SmtpErrorCode.SenderNotAccepted) => MailFindings.SenderRefused,
        _ => MailFindings.NotHandedOver,
    };

    private static FindingKind KindOf(MailTrouble trouble) => trouble switch
    {
        MailTrouble.LoginRefused => MailFindings.LoginRefused,
        MailTrouble.Untrusted => MailFindings.Untrusted,
        _ => MailFindings.NotHandedOver,
    };
}
