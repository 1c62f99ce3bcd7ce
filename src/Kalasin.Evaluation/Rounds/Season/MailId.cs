using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Identifies a mail within its round: what made it and a number. Known before it is queued, since the mail's own bytes name it.
/// 1–60 lower-case letters, digits and hyphens.
/// </summary>
[JsonConverter(typeof(IdentifierConverter<MailId>))]
internal readonly record struct MailId : IIdentifier<MailId>
{
    private readonly string? value;
    private MailId(string value) => this.value = value;

    public string Value => value ?? "";

    public static string Pattern => RoundId.Pattern;

    /// <summary>A mail of a step.</summary>
    /// <param name="step">Key of the step.</param>
    /// <param name="number">1 for its first.</param>
    public static MailId Of(string step, int number) =>
        TryParse(string.Create(CultureInfo.InvariantCulture, $"{step}-{number}"), out var id) ? id : throw new ArgumentException($"'{step}' is no key of a step.", nameof(step));

    /// <summary>A mail that somebody's command asks for.</summary>
    /// <param name="command">Id of the command.</param>
    /// <param name="number">1 for its first.</param>
    public static MailId Of(Guid command, int number) => Of(command.ToString("n")[..16], number);

    /// <summary>The answer to a message.</summary>
    /// <param name="message">Key of the message.</param>
    public static MailId Answering(ContentHash message) => Of($"answer-{message.ToString()[..16]}", 1);

    public static bool TryParse([NotNullWhen(true)] string? text, out MailId id) =>
        Identifier.TryParse(text, 60, lower: true, letterFirst: false, t => new MailId(t), out id);

    public override string ToString() => Value;
}
