namespace Kalasin.Functions.Rounds;

/// <summary>What this installation is for.</summary>
/// <param name="IsSample">Holds sample data only: every page and document says ข้อมูลตัวอย่าง.</param>
internal sealed record Installation(bool IsSample)
{
    /// <summary>ครับ or ค่ะ: how messages end that the coordinator copies into a chat; empty where nobody has said.</summary>
    public string PoliteEnding { get; init; } = "";
}
