using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kalasin.Functions.Mail;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Mail;

/// <summary>
/// Debian's postfix and dovecot on free ports of this machine, with folders of their own: the system's own services are not
/// touched, and nothing leaves. Who has a box is known when they start; mail to anybody else in their domains comes back.
/// </summary>
internal sealed class MailServers : IAsyncDisposable
{
    public const string Password = "secret";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly int _smtp = FreePort();
    private readonly int _imap = FreePort();
    private Process? _postfix;
    private Process? _dovecot;

    private MailServers()
    {
    }

    /// <summary>The account of a box, as settings name it.</summary>
    public MailSettings SettingsOf(string address) => new(
        new(new("127.0.0.1", _smtp, false, null, ""), null), true, new(new("127.0.0.1", _imap, false, address, ""), Password));

    /// <summary>What tells a program about them, to send and to read the mailbox of this address.</summary>
    public (string Name, string Value)[] EnvironmentOf(string address) =>
    [
        ("KALASIN_SMTP", $"smtp://127.0.0.1:{Number(_smtp)}"), ("KALASIN_IMAP", $"imap://{address}@127.0.0.1:{Number(_imap)}"), ("KALASIN_IMAP_PASSWORD", Password),
    ];

    /// <summary>The messages that came to all boxes so far, read from the disk: the box and the message's id.</summary>
    public IEnumerable<(string Box, string? MessageId)> Arrived()
    {
        foreach (var box in Directory.EnumerateDirectories(_folder.File("mail")))
            foreach (var file in Directory.EnumerateFiles(box, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is "new" or "cur"))
            {
                using var message = MimeMessage.Load(file);
                yield return (Path.GetFileName(box), message.MessageId);
            }
    }

    /// <summary>Where the servers can't run the test is skipped by name, or fails when CI is set.</summary>
    public static async Task<MailServers> StartAsync(params string[] boxes)
    {
        ExternalTool.Require("postfix");
        ExternalTool.Require("dovecot");
        if (!Environment.IsPrivilegedProcess) ExternalTool.Miss("postfix is started by root alone.");
        var servers = new MailServers();
        await servers.SetUpAsync(boxes);
        await servers.StartAsync();
        return servers;
    }

    public async Task StartAsync()
    {
        _postfix = Run("postfix", "-c", _folder.File("postfix"), "start-fg");
        _dovecot = Run("dovecot", "-F", "-c", _folder.File("dovecot/dovecot.conf"));
        foreach (var port in (int[])[_smtp, _imap]) await AnswersAsync(port);
    }

    /// <summary>Ends both, with all that they started.</summary>
    public async Task StopAsync()
    {
        if (_postfix is { HasExited: false }) await ExternalTool.Require("postfix").RunAsync("-c", _folder.File("postfix"), "stop");
        if (_dovecot is { HasExited: false }) await ExternalTool.Require("doveadm").RunAsync("-c", _folder.File("dovecot/dovecot.conf"), "stop");
        foreach (var process in new[] { _postfix, _dovecot }.OfType<Process>())
        {
            using var patience = new CancellationTokenSource(Patience);
            await ((Task)process.WaitForExitAsync(patience.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }
        (_postfix, _dovecot) = (null, null);
    }

    /// <summary>Hands a message over as an officer's program does.</summary>
    public async Task SendAsync(MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", _smtp, MailKit.Security.SecureSocketOptions.None, TestContext.Current.CancellationToken);
        await client.SendAsync(message, TestContext.Current.CancellationToken);
        await client.DisconnectAsync(quit: true, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until so many messages lie in a folder of a box, and gives their bytes.</summary>
    public async Task<IReadOnlyList<BoxedMessage>> WaitAsync(string address, int count, string folder = "INBOX")
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var messages = await MessagesAsync(address, folder);
            if (messages.Count >= count) return messages;
            Assert.True(waited.Elapsed < Patience, $"{messages.Count} of {count} messages came to {folder} of {address}.\n{await LogsAsync()}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public async Task<IReadOnlyList<BoxedMessage>> MessagesAsync(string address, string folder = "INBOX")
    {
        var token = TestContext.Current.CancellationToken;
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", _imap, MailKit.Security.SecureSocketOptions.None, token);
        await client.AuthenticateAsync(address, Password, token);
        var messages = new List<BoxedMessage>();
        if (folder != "INBOX" && !(await client.GetFoldersAsync(client.PersonalNamespaces[0], cancellationToken: token)).Any(f => f.FullName == folder)) return messages;
        var box = await client.GetFolderAsync(folder, token);
        await box.OpenAsync(FolderAccess.ReadOnly, token);
        foreach (var summary in await box.FetchAsync(0, -1, MessageSummaryItems.UniqueId | MessageSummaryItems.Flags, token))
        {
            await using var stream = await box.GetStreamAsync(summary.UniqueId, "", token);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, token);
            messages.Add(new(bytes.ToArray(), summary.Flags?.HasFlag(MessageFlags.Seen) == true));
        }
        await client.DisconnectAsync(quit: true, token);
        return messages;
    }

    /// <summary>How many messages lie in a box.</summary>
    public int Lying(string address) => Files(address).Count();

    /// <summary>Lets what newly lies in a box have come at another time than the machine's. Before anybody asks when it came.</summary>
    public void Date(string address, DateTimeOffset at)
    {
        foreach (var file in Files(address)) File.SetLastWriteTimeUtc(file, at.UtcDateTime);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private IEnumerable<string> Files(string address) =>
        new[] { "new", "cur" }.Select(part => _folder.File($"mail/{address}/{part}")).Where(Directory.Exists).SelectMany(Directory.GetFiles);

    private async Task SetUpAsync(string[] boxes)
    {
        foreach (var name in (string[])["postfix", "data", "spool", "mail", "dovecot"]) Directory.CreateDirectory(_folder.File(name));
        await ExternalTool.Require("chmod").RunAsync("755", _folder.Path);
        await ExternalTool.Require("chown").RunAsync("postfix", _folder.File("data"));
        await ExternalTool.Require("chown").RunAsync("mail:mail", _folder.File("mail"));
        var id = ExternalTool.Require("id");
        var (user, group) = ((await id.RunAsync("-u", "mail")).Trim(), (await id.RunAsync("-g", "mail")).Trim());
        await File.WriteAllLinesAsync(_folder.File("postfix/boxes"), boxes.Select(box => $"{box} {box}/"));
        await File.WriteAllTextAsync(_folder.File("postfix/main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {_folder.File("spool")}
            data_directory = {_folder.File("data")}
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            shlib_directory = /usr/lib/postfix
            meta_directory = /etc/postfix
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = {_folder.File("mail.log")}
            maillog_file_prefixes = {_folder.Path}
            myhostname = mail.kalasin.test
            mydestination =
            inet_interfaces = loopback-only
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            smtpd_recipient_restrictions = permit_mynetworks, reject
            smtpd_reject_unlisted_recipient = no
            virtual_mailbox_domains = {string.Join(' ', boxes.Select(box => box.Split('@')[1]).Distinct())}
            virtual_mailbox_base = {_folder.File("mail")}
            virtual_mailbox_maps = texthash:{_folder.File("postfix/boxes")}
            virtual_minimum_uid = 1
            virtual_uid_maps = static:{user}
            virtual_gid_maps = static:{group}
            virtual_mailbox_limit = 0
            message_size_limit = 20000000
            recipient_delimiter = +
            default_transport = error:nothing leaves
            alias_maps =
            alias_database =

            """);
        await File.WriteAllTextAsync(_folder.File("postfix/master.cf"), $"""
            127.0.0.1:{_smtp} inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            proxymap unix - - n - - proxymap
            error unix - - n - - error
            retry unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            postlog unix-dgram n - n - 1 postlogd

            """);
        await File.WriteAllTextAsync(_folder.File("dovecot/dovecot.conf"), $$"""
            protocols = imap
            base_dir = {{_folder.File("dovecot/run")}}
            log_path = {{_folder.File("dovecot/log")}}
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{_folder.File("mail")}}/%u
            first_valid_uid = 1
            first_valid_gid = 1
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home={{_folder.File("mail")}}/%u
            }
            service imap {
              service_count = 0
            }
            service imap-login {
              service_count = 0
              inet_listener imap {
                port = {{_imap}}
              }
              inet_listener imaps {
                port = 0
              }
            }

            """);
    }

    private async Task AnswersAsync(int port)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                Assert.True(waited.Elapsed < Patience, $"A mail server does not answer.\n{await LogsAsync()}");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task<string> LogsAsync()
    {
        var logs = new[] { "mail.log", "dovecot/log" }.Select(_folder.File).Where(File.Exists);
        return string.Join('\n', await Task.WhenAll(logs.Select(log => File.ReadAllTextAsync(log))));
    }

    private static Process Run(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string Number(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A message as it lies in a box.</summary>
internal sealed record BoxedMessage(byte[] Bytes, bool IsSeen)
{
    public MimeMessage Read() => MimeMessage.Load(new MemoryStream(Bytes));
}
