using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail.Incoming;

namespace Kalasin.Functions.Tests.Mail.Incoming;

/// <summary>What a message is, by what it says of itself.</summary>
public sealed class MessageFactsTests
{
    private static readonly MessageFacts Plain = new() { From = "unit@kalasin.go.th", ReturnPath = "unit@kalasin.go.th" };
    private static readonly MessageFacts Form = Plain with { BringsFiles = true };

    public static TheoryData<string, string, bool> Table => new()
    {
        { "words", nameof(MessageKind.Unknown), false },
        { "words about ours", nameof(MessageKind.Reply), false },
        { "files", nameof(MessageKind.Delivery), true },
        { "files, about ours", nameof(MessageKind.Delivery), true },
        { "files, Auto-Submitted: no", nameof(MessageKind.Delivery), true },
        { "files, no return path known", nameof(MessageKind.Delivery), true },
        // What a program wrote by itself changes nothing, whatever it brings.
        { "away", nameof(MessageKind.Automatic), false },
        { "away, with ours attached", nameof(MessageKind.Automatic), false },
        { "Auto-Submitted with a parameter", nameof(MessageKind.Automatic), false },
        { "nowhere to bounce to", nameof(MessageKind.Automatic), false },
        { "MAILER-DAEMON", nameof(MessageKind.Automatic), false },
        { "postmaster", nameof(MessageKind.Automatic), false },
        { "our own", nameof(MessageKind.Automatic), false },
        { "read receipt", nameof(MessageKind.Automatic), false },
        // What asks for no answer may still bring a unit's files.
        { "bulk", nameof(MessageKind.Automatic), false },
        { "bulk with files", nameof(MessageKind.Delivery), false },
        { "list", nameof(MessageKind.Automatic), false },
        { "list with files", nameof(MessageKind.Delivery), false },
        { "junk about ours", nameof(MessageKind.Automatic), false },
        { "noreply", nameof(MessageKind.Automatic), false },
        { "no-reply with files", nameof(MessageKind.Delivery), false },
        { "suppressed", nameof(MessageKind.Automatic), false },
        { "suppressed: only delivery reports", nameof(MessageKind.Delivery), true },
        { "nobody to answer", nameof(MessageKind.Delivery), false },
        { "failed", nameof(MessageKind.Bounce), false },
        { "delayed", nameof(MessageKind.Delay), false },
        { "delivered", nameof(MessageKind.Automatic), false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Message_IsSortedByWhatItSays(string name, string kind, bool mayBeAnswered)
    {
        var sorted = Named(name).Sort();
        Assert.Equal((kind, mayBeAnswered), (sorted.Kind.ToString(), sorted.MayBeAnswered));
    }

    private static MessageFacts Named(string name) => name switch
    {
        "words" => Plain,
        "words about ours" => Plain with { IsAboutOurs = true },
        "files" => Form,
        "files, about ours" => Form with { IsAboutOurs = true },
        "files, Auto-Submitted: no" => Form with { AutoSubmitted = "no" },
        "files, no return path known" => Form with { ReturnPath = null },
        "away" => Plain with { AutoSubmitted = "auto-replied", IsAboutOurs = true },
        "away, with ours attached" => Form with { AutoSubmitted = "auto-replied", IsAboutOurs = true },
        "Auto-Submitted with a parameter" => Form with { AutoSubmitted = "Auto-Generated; reason=vacation" },
        "nowhere to bounce to" => Form with { ReturnPath = "" },
        "MAILER-DAEMON" => Form with { From = "MAILER-DAEMON@mail.go.th" },
        "postmaster" => Plain with { From = "Postmaster@mail.go.th" },
        "our own" => Form with { IsOurs = true },
        "read receipt" => Form with { IsReport = true },
        "bulk" => Plain with { Precedence = "bulk" },
        "bulk with files" => Form with { Precedence = "Bulk" },
        "list" => Plain with { IsOfList = true },
        "list with files" => Form with { IsOfList = true },
        "junk about ours" => Plain with { Precedence = "junk", IsAboutOurs = true },
        "noreply" => Plain with { From = "noreply@x.go.th" },
        "no-reply with files" => Form with { From = "No-Reply@x.go.th" },
        "suppressed" => Plain with { SuppressedAnswers = "OOF, AutoReply" },
        "suppressed: only delivery reports" => Form with { SuppressedAnswers = "DR, RN" },
        "nobody to answer" => Form with { From = null },
        "failed" => Plain with { Delivery = new(MailFate.Failed, null, null), ReturnPath = "" },
        "delayed" => Plain with { Delivery = new(MailFate.Delayed, null, null) },
        "delivered" => Plain with { Delivery = new(MailFate.Other, null, null) },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
