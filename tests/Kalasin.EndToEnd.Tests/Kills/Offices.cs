using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>The units and what they send; all of it from the seed.</summary>
internal sealed class Offices(Random random)
{
    private static readonly string[] Units =
        [
            "4601", "4602", "4603", "4604", "4605", "4606", "4607", "4608", "4609", "4610", "4612", "4613", "4614", "4616", "4617", "4618",
            "ADM", "DEV", "FIN", "LAW", "PER", "PUB"
        ];

    private int sent;

    public string AnyUnit() => Units[random.Next(Units.Length)];

    public (string Unit, string Path, bool Acceptable, byte[] Bytes) NewDrop()
    {
        var (unit, acceptable) = (AnyUnit(), random.Next(5) > 0);
        var path = string.Create(CultureInfo.InvariantCulture, $"{InstallationUnderTest.Round}/{unit}/แบบรายงาน {++sent}.xlsx");
        return (unit, path, acceptable, acceptable ? Workbook(unit) : Garbage());
    }

    /// <summary>A form as a unit's officer would attach it.</summary>
    public (string Unit, byte[] Workbook) NewForm() => AnyUnit() is var unit ? (unit, Workbook(unit)) : default;

    /// <summary>Where a message is dropped.</summary>
    public string NewMessagePath(string unit) => string.Create(CultureInfo.InvariantCulture, $"{InstallationUnderTest.Round}/{unit}/ข้อความ {++sent}.eml");

    public SentUpload NewUpload()
    {
        var (key, unit) = (Key(), AnyUnit());
        return random.Next(10) switch
        {
            0 => new(key, unit, false, [("รายงาน.xlsx", Garbage())]),
            1 => new(key, unit, false, [("รายงานของหน่วยอื่น.xlsx", Workbook(unit == "FIN" ? "LAW" : "FIN"))]),
            2 => new(key, unit, true, [("รายงาน.xlsx", Workbook(unit)), ("ภาพกิจกรรม.jpg", SampleFiles.Named("4603", "ภาพกิจกรรม-1.jpg"))]),
            3 or 4 or 5 => InParts(unit),
            _ => new(key, unit, true, [("รายงาน.xlsx", Workbook(unit))]),
        };
    }

    /// <summary>A workbook of a unit as it is, under a key of its own.</summary>
    public SentUpload Upload(string unit, byte[] workbook) => new(Key(), unit, true, [("รายงาน.xlsx", workbook)]);

    /// <summary>A workbook that comes in parts.</summary>
    public SentUpload InParts(string unit) => new(Key(), unit, true, [("แบบรายงานทีละส่วน.xlsx", Workbook(unit))]) { Parts = new(random.Next(1, 6)) };

    /// <summary>What was sent before, erased, and is sent anew by another who does not know; null if nothing was.</summary>
    public SentUpload? Again(IEnumerable<SentUpload> known, RoundState state)
    {
        var erased = known.Where(u => u.Acceptable && state.Erased.Keys.Any(e => e.ToString() == Convert.ToHexStringLower(SHA256.HashData(u.Files[0].Bytes)))).ToList();
        return erased.Count == 0 ? null : erased[random.Next(erased.Count)] with { Key = Key(), Answer = null, Parts = null };
    }

    private string Key() => string.Create(CultureInfo.InvariantCulture, $"key-{++sent}");

    /// <summary>One of the unit's workbooks, as bytes that were never sent before: a zip may end with a comment.</summary>
    private byte[] Workbook(string unit)
    {
        var files = SampleFiles.WorkbooksOf(unit);
        var bytes = files[random.Next(files.Count)].Bytes;
        var comment = Encoding.ASCII.GetBytes($"{++sent:D8}");
        bytes[^2] = (byte)comment.Length; // the length of the comment is what a zip without one ends with
        return [.. bytes, .. comment];
    }

    private byte[] Garbage()
    {
        var bytes = new byte[random.Next(1, 40_000)];
        random.NextBytes(bytes);
        return bytes;
    }
}
