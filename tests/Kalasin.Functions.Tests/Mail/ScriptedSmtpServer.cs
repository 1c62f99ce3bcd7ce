using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kalasin.Functions.Tests.Mail;

/// <summary>A mail server that answers what a test wants to a command, and what any server would to the others.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private TcpClient? _client;

    /// <param name="answer">The answer to a command, without its line end; null for the usual one, empty to hang up.</param>
    public ScriptedSmtpServer(Func<string, string?> answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What clients said, line by line; a message is one line, <c>DATA</c> another.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Messages as they came, byte by byte in Latin-1.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        _client?.Close(); // it may wait for its next line
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
    }

    private async Task ServeAsync(Func<string, string?> answer)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            _client = client;
            Connections++;
            try
            {
                await TalkAsync(client.GetStream(), answer);
            }
            catch (IOException)
            {
                // The client hung up.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream, Func<string, string?> answer)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 scripted");
        while (await reader.ReadLineAsync() is { } line)
        {
            Said.Enqueue(line);
            var said = answer(line) ?? (line.Split(' ')[0] switch
            {
                "EHLO" => "250-scripted\r\n250-SIZE 100000\r\n250 AUTH PLAIN",
                "AUTH" => "235 welcome",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 fine",
            });
            if (said.Length == 0) return;
            await writer.WriteLineAsync(said);
            if (line != "DATA" || said[0] != '3') continue;
            var message = new StringBuilder();
            while (await reader.ReadLineAsync() is { } text && text != ".") message.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
            Messages.Enqueue(message.ToString());
            if (answer("the message") is not { } verdict) await writer.WriteLineAsync("250 taken");
            else if (verdict.Length > 0) await writer.WriteLineAsync(verdict);
            else return;
        }
    }
}
