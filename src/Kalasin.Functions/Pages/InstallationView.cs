using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Http;

namespace Kalasin.Functions.Pages;

/// <summary>How the installation is, for whoever runs it: what health says, in words and with what to do.</summary>
public sealed record InstallationView : PageView
{
    internal InstallationView(Health health) : base(new BilingualText("สภาพของระบบ", "The installation")) => Health = health;

    internal Health Health { get; }

    /// <summary>How long the regular work has been overdue; zero if it isn't.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>Where data lies: a folder of this machine, or the account's name.</summary>
    public required string Place { get; init; }

    /// <summary>Where heads of the log are sealed; null where they lie in the account.</summary>
    public string? Heads { get; init; }

    /// <summary>Where finished mails go when no server is named; null for nowhere.</summary>
    public string? Outbox { get; init; }

    /// <summary>A server sends mails.</summary>
    public bool HasServer { get; init; }

    /// <summary>A mailbox is read.</summary>
    public bool HasMailbox { get; init; }

    public bool IsLocal => Health.Storage == "local";

    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>What asks for something, the most urgent first.</summary>
    public ImmutableArray<Finding> Findings => Health.Findings;

    /// <summary>All in a word, and the name of its colour.</summary>
    public (string Tone, BilingualText Words) State => this switch
    {
        { Health.IsUsable: false } => ("refused", new("ใช้งานไม่ได้ในขณะนี้ โปรดดำเนินการตามข้อด้านล่าง", "Not usable at the moment: see what to do below.")),
        { HasErrors: true } => ("refused", new("ใช้งานได้ แต่มีเรื่องที่ต้องแก้ไข", "In use; something has to be mended.")),
        { Findings: [_, ..] } => ("waits", new("ใช้งานได้ มีข้อสังเกตที่ควรทราบ", "In use; there is something to know.")),
        _ => ("done", new("ใช้งานได้ตามปกติ ไม่มีเรื่องที่ต้องดำเนินการ", "All is well; there is nothing to do.")),
    };
}
