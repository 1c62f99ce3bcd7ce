using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>
/// What one unit reports on one indicator, as understood. Its canonical JSON (<c>ReturnJson</c>) is what versions are compared by
/// and scores are computed from.
/// </summary>
/// <param name="Unit">Who reports.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Status">Which box was ticked.</param>
public sealed record Return(UnitCode Unit, IndicatorNumber Indicator, ReturnStatus Status)
{
    /// <summary>The round by whose rules it was read, and so its province; in no other does it count. Default: nobody has said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public RoundId? Round { get; init; }

    /// <summary>Reason given with "nothing to report".</summary>
    public string? NilReason { get; init; }

    /// <summary>ข้อมูล ณ วันที่.</summary>
    public DateOnly? DataAsOf { get; init; }

    /// <summary>Facts that were filled in, by fact id.</summary>
    public ValuesById Facts { get; init => field = value ?? ValuesById.Empty; } = ValuesById.Empty;

    /// <summary>Rows that were filled in, in the order they stand; blank rows are no rows.</summary>
    public ImmutableArray<RegisterRow> Rows { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What was written around the figures.</summary>
    public Narrative Narrative { get; init => field = value ?? Narrative.Empty; } = Narrative.Empty;

    /// <summary>บัญชีหลักฐาน.</summary>
    public ImmutableArray<Evidence> Evidence { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Rows that wait for correction.</summary>
    internal int FaultyRows => Rows.Count(row => !row.Faults.IsEmpty);
}

/// <summary>Which box of สถานะการรายงาน was ticked.</summary>
public enum ReturnStatus
{
    /// <summary>มีผลการดำเนินงาน.</summary>
    Reported,

    /// <summary>ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน: an explicit nil return.</summary>
    Nil,

    /// <summary>อยู่ระหว่างดำเนินการ: what is there counts.</summary>
    InProgress,
}

/// <summary>One row of a register.</summary>
/// <param name="Number">Position among the filled rows, counted from 1: how people and findings call it (แถวที่).</param>
/// <param name="Values">Values by column id; blank cells are absent.</param>
public sealed record RegisterRow(int Number, ValuesById Values)
{
    /// <summary>Errors in this row: while there are any it is kept, listed and not counted. Their place is the row and column only.</summary>
    public ImmutableArray<Finding> Faults { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The framework asks for evidence of it and none names it.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] internal bool LacksEvidence { get; init; }

    /// <summary>The value in a column, or <see langword="null"/> when blank.</summary>
    public CellValue? this[string column] => Values.GetValueOrDefault(column);
}

/// <summary>What was written around the figures. Empty texts were left blank.</summary>
/// <param name="Results">ผลการดำเนินงาน.</param>
/// <param name="SuccessFactors">ปัจจัยสนับสนุน.</param>
/// <param name="Obstacles">ปัญหา อุปสรรค.</param>
/// <param name="Suggestions">ข้อเสนอแนะ/แนวทางแก้ไข.</param>
public sealed record Narrative(string Results, string SuccessFactors, string Obstacles, string Suggestions)
{
    /// <summary>Nothing written.</summary>
    public static Narrative Empty { get; } = new("", "", "", "");
}

/// <summary>A piece of evidence that a return names.</summary>
/// <param name="Number">ที่ in the list, counted from 1; greater than that of the piece before.</param>
/// <param name="Title">รายการ.</param>
/// <param name="Date">ลงวันที่.</param>
/// <param name="Rows">ยืนยันแถวที่, as written.</param>
/// <param name="Kind">ชนิด (ไฟล์/ลิงก์/เอกสาร), as written.</param>
/// <param name="Location">File name, link or place where it is kept, as written; never followed.</param>
/// <param name="Pages">จำนวนหน้า.</param>
public sealed record Evidence(int Number, string Title, DateOnly? Date, string? Rows, string? Kind, string? Location, int? Pages)
{
    /// <summary>Code on labels: indicator, unit and number, <c>03-4602-01</c>.</summary>
    public static string CodeOf(IndicatorNumber indicator, UnitCode unit, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(indicator.Value.Length == 1 ? "0" : "")}{indicator}-{unit}-{number:00}");
}
