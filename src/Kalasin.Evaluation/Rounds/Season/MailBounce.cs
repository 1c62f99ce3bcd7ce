using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Rounds;

/// <summary>A mail server says that a mail did not arrive, or not yet.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Permanent">It won't arrive any more; otherwise it is delayed.</param>
/// <param name="Smtp">The server's code; <see langword="null"/> where it gave none.</param>
/// <param name="Eml">The server's message in the vault.</param>
internal sealed record MailBounced(MailId Mail, bool Permanent, SmtpStatus? Smtp, ContentHash Eml) : RoundEvent
{
    internal override IEnumerable<ContentHash> Contents => [Eml];

    // A delay that was on its way does not make up for what came before it.
    internal override RoundState Apply(RoundState state, Happened how) => state.WithMail(Mail, mail => mail.Bounce is { Permanent: true }
        ? mail
        : mail with { Bounce = new(Permanent, Smtp, Eml, how.At) });

    internal override BilingualText Tell(Telling telling)
    {
        var code = Smtp is { } smtp ? $" ({smtp})" : "";
        return Permanent
            ? new($"อีเมล {Mail} ส่งไม่ถึงผู้รับ{code}", $"The mail {Mail} did not arrive{code}")
            : new($"อีเมล {Mail} ยังส่งไม่ถึงผู้รับ เครื่องแม่ข่ายจะลองต่อไป{code}", $"The mail {Mail} is delayed; its server goes on trying{code}");
    }
}

/// <summary>What a mail server said of a mail.</summary>
/// <param name="Permanent">It won't arrive any more; otherwise it is delayed.</param>
/// <param name="Smtp">The server's code; <see langword="null"/> where it gave none.</param>
/// <param name="Eml">The server's message in the vault.</param>
/// <param name="At">When it was read.</param>
internal sealed record MailBounce(bool Permanent, SmtpStatus? Smtp, ContentHash Eml, DateTimeOffset At);

/// <summary>A mail server's status code, such as <c>5.1.1</c> (RFC 3463): class, subject and detail.</summary>
[JsonConverter(typeof(IdentifierConverter<SmtpStatus>))]
internal readonly record struct SmtpStatus : IIdentifier<SmtpStatus>
{
    private readonly string? value;
    private SmtpStatus(string value) => this.value = value;

    public string Value => value ?? "";

    public static string Pattern => @"^[245]\.[0-9]{1,3}\.[0-9]{1,3}$";

    public static bool TryParse([NotNullWhen(true)] string? text, out SmtpStatus status)
    {
        status = default;
        if (text is null || text.Length > 9 || text.Split('.') is not [['2' or '4' or '5'], var subject, var detail] || !IsNumber(subject) || !IsNumber(detail)) return false;
        status = new(text);
        return true;

        static bool IsNumber(string digits) => digits.Length is >= 1 and <= 3 && digits.All(char.IsAsciiDigit);
    }

    public override string ToString() => Value;
}
