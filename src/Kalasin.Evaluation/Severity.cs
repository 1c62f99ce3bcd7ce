namespace Kalasin.Evaluation;

/// <summary>How much a finding asks of its reader.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do (แจ้งให้ทราบ).</summary>
    Information,

    /// <summary>Worth checking; what was sent counts meanwhile (ควรตรวจ).</summary>
    Warning,

    /// <summary>Has to be put right; what it touches does not count until then (ต้องแก้).</summary>
    Error,
}

/// <summary>What a severity is called where findings are shown.</summary>
internal static class SeverityNames
{
    public static BilingualText Name(this Severity severity) => severity switch
    {
        Severity.Error => new("ต้องแก้", "to be corrected"),
        Severity.Warning => new("ควรตรวจ", "to be checked"),
        _ => new("แจ้งให้ทราบ", "for information"),
    };
}
