namespace Kalasin.Evaluation;

/// <summary>For whom a report is.</summary>
public enum Edition
{
    /// <summary>ฉบับเสนอกรมฯ: what the department sees; no assumed rule.</summary>
    Official,

    /// <summary>ฉบับตรวจทานภายใน: with assumed rules, open findings, distances to the next level.</summary>
    Internal,
}
