namespace Kalasin.Functions.Mail;

/// <summary>Where mails go out. Handing the same mail over twice is harmless: it has one Message-Id.</summary>
internal interface IMailTransport
{
    /// <param name="name">Names the mail among all of this installation: lower-case letters, digits and hyphens.</param>
    /// <param name="eml">The exact message.</param>
    /// <exception cref="IOException">It could not be handed over.</exception>
    Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken);
}

/// <summary>The way out of this installation.</summary>
/// <param name="Transport">Null where none is set up: mails wait in the log.</param>
internal sealed record MailWay(IMailTransport? Transport);
