namespace Kalasin.Evaluation.Tests.Docs;

/// <summary>The lines about Thai text that docs/tasks/use-the-library.md shows; <c>LibraryUseTests</c> holds them against the page and runs them.</summary>
internal static class ThaiTextUse
{
    public static void Run()
    {
        // shown
        foreach (BreakOpportunity place in ThaiText.BreakOpportunities("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"))
            Console.WriteLine($"{place.Index} {place.Cost}");  // 5 Dear, 7 Dear, 9 Dear, 16 Free

        ThaiLexicon lexicon = ThaiLexicon.Official.With(["โนนศิลาเลิง"]);
        string words = string.Join('|', lexicon.Words("อบต.โนนศิลาเลิงส่งแล้ว ๓ เรื่อง"));  // อบต|โนนศิลาเลิง|ส่ง|แล้ว|๓|เรื่อง

        bool same = ThaiText.Key("เเบบ กําหนดส่ง") == ThaiText.Key("แบบกำหนดส่ง");  // true: they look the same
        string first = new[] { "ไก่", "กา", "แก้ว" }.Order(ThaiCollation.Order).First();  // กา
        string amount = ThaiNumerals.Format(12345.5m, 2);  // ๑๒,๓๔๕.๕๐
        string day = ThaiDate.Long(new DateOnly(2024, 5, 15));  // ๑๕ พฤษภาคม ๒๕๖๗
        DateReading read = ThaiDateReader.Read("๑๕ พ.ค. ๖๗");  // 15 May 2024
        // end
        Assert.Equal("อบต|โนนศิลาเลิง|ส่ง|แล้ว|๓|เรื่อง", words);
        Assert.True(same);
        Assert.Equal(["กา", "๑๒,๓๔๕.๕๐", "๑๕ พฤษภาคม ๒๕๖๗"], [first, amount, day]);
        Assert.Equal(new DateOnly(2024, 5, 15), read.Value);
        Assert.Equal(
            [new(5, BreakCost.Dear), new(7, BreakCost.Dear), new(9, BreakCost.Dear), new(16, BreakCost.Free)],
            ThaiText.BreakOpportunities("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"));
    }
}
