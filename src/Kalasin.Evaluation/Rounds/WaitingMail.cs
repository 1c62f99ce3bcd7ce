using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Rounds;

/// <summary>A mail that was queued and not yet handed over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault.</param>
/// <param name="QueuedAt">Since when it waits.</param>
internal sealed record WaitingMail(MailId Id, MailPurpose Purpose, ContentHash Eml, DateTimeOffset QueuedAt)
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(1);

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>End of the last lease: nobody tries it before.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Code of the finding that the last attempt ended with; <see langword="null"/> before the first and while one is under way.</summary>
    public string? Failure { get; init; }

    /// <summary>Key of the step that sends it.</summary>
    public string Step => $"mail-{Id}";

    /// <summary>
    /// When a lease that is taken now ends: each is twice as long as the one before, so that a mail that can't be sent does not
    /// fill the log.
    /// </summary>
    public DateTimeOffset LeaseFrom(DateTimeOffset now)
    {
        var lease = ShortestLease * Math.Pow(2, Math.Min(Attempts, 20));
        return now + (lease < LongestLease ? lease : LongestLease);
    }
}

/// <summary>What a mail is for.</summary>
internal enum MailPurpose
{
    /// <summary>Tells the coordinator what is in and what is missing when the internal deadline is closed.</summary>
    ClosingNotice,
}

/// <summary>Identifies a mail within its round: the key of its step and a number. 1–60 lower-case letters, digits and hyphens.</summary>
[JsonConverter(typeof(IdentifierConverter<MailId>))]
internal readonly record struct MailId : IIdentifier<MailId>
{
    private readonly string? value;
    private MailId(string value) => this.value = value;

    public string Value => value ?? "";

    public static string Pattern => RoundId.Pattern;

    /// <summary>The mail of a step.</summary>
    /// <param name="step">Key of the step.</param>
    /// <param name="number">1 for its first.</param>
    public static MailId Of(string step, int number) =>
        TryParse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step}-{number}"), out var id)
            ? id
            : throw new ArgumentException($"'{step}' is no key of a step.", nameof(step));

    public static bool TryParse([NotNullWhen(true)] string? text, out MailId id) =>
        Identifier.TryParse(text, 60, lower: true, letterFirst: false, t => new MailId(t), out id);

    public override string ToString() => Value;
}
