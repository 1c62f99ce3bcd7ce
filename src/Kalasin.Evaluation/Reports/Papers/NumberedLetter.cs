namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>Number and date that were reserved for the letter to the giver of the award.</summary>
/// <param name="Number">As the office writes it, with or without the word ที่.</param>
/// <param name="Date">The letter's date.</param>
internal sealed record NumberedLetter(string Number, DateOnly Date)
{
    /// <summary>The number as it is printed: Thai digits, without the word ที่.</summary>
    public string Printed
    {
        get
        {
            var number = Number.Trim();
            return ThaiNumerals.ToThai(number.StartsWith("ที่", StringComparison.Ordinal) ? number[3..].TrimStart() : number);
        }
    }

    /// <summary>ที่ กส ๐๐๒๓.๑/๑๒๓๔ ลงวันที่ ๓๐ พฤษภาคม ๒๕๖๗ / no. กส ๐๐๒๓.๑/๑๒๓๔ of 30 May 2024.</summary>
    public BilingualText InWords
    {
        get
        {
            var date = ThaiDate.Bilingual(Date);
            return new($"ที่ {Printed} ลงวันที่ {date.Thai}", $"no. {Printed} of {date.English}");
        }
    }

    /// <summary>เรื่อง of the letter.</summary>
    public static BilingualText SubjectOf(AwardRules rules) =>
        new($"รายงานผล{rules.Framework.Title.Thai}", $"Report: {rules.Framework.Title.English}");

    /// <summary>Whom it is written to: a department's head by the title that heads of departments have, any other giver by its name.</summary>
    public static BilingualText AddresseeOf(AwardRules rules)
    {
        var giver = rules.Framework.Authority;
        return giver.Thai.StartsWith("กรม", StringComparison.Ordinal) ? new($"อธิบดี{giver.Thai}", $"the Director-General, {giver.English}") : giver;
    }
}
