namespace Kalasin.Functions.Triggers;

/// <summary>Timer: reads the mailbox where one is configured. This version reads none, which is no failure and says so.</summary>
internal static partial class Mailbox
{
    public static Task RunAsync(IServiceProvider services, Envelope envelope, CancellationToken cancellationToken)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Mailbox).FullName!);
        NotConfigured(log);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No mailbox is configured; nothing was read")]
    private static partial void NotConfigured(ILogger log);
}
