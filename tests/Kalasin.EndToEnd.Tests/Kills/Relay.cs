using System.Net;
using System.Net.Sockets;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>Stands between the programs and one service of the account and counts each piece of a request or reply before it passes it on.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri service;
    private readonly Steps steps;

    public Relay(Uri service, Steps steps)
    {
        (this.service, this.steps) = (service, steps);
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The service is not there.</summary>
    public bool IsCut { get; set; }

    /// <summary>The address to use instead of the service's.</summary>
    public string Address => new UriBuilder(service) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri.AbsoluteUri;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var program = await listener.AcceptTcpClientAsync();
                if (IsCut) program.Close();
                else _ = PassAsync(program);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Disposed.
        }
    }

    private async Task PassAsync(TcpClient program)
    {
        using (program)
        {
            using var account = new TcpClient();
            await account.ConnectAsync(service.Host, service.Port);
            program.NoDelay = account.NoDelay = true;
            await Task.WhenAny(PassAsync(program.GetStream(), account.GetStream()), PassAsync(account.GetStream(), program.GetStream()));
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        try
        {
            var buffer = new byte[65_536];
            for (int read; (read = await from.ReadAsync(buffer)) > 0;)
            {
                steps.Count();
                if (IsCut) return;
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // One of the two went away.
        }
    }
}
