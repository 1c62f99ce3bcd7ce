namespace Kalasin.Evaluation.Tests.Returns;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("นายสมชาย ใจดี", "[ปกปิด]")]
    [InlineData("กล่าวหานายสมชาย ใจดี ว่าทุจริต", "กล่าวหา[ปกปิด] ว่าทุจริต")]
    [InlineData("ผู้ร้องคือ นาง สมหญิง รักไทย", "ผู้ร้องคือ [ปกปิด]")]
    [InlineData("นายกมล สุขใจ", "[ปกปิด]")]
    [InlineData("นายกิตติ และนางสาวกานดา ศรีสุข", "[ปกปิด] และ[ปกปิด]")]
    [InlineData("นายสมชายและนางสาวสมหญิง ใจดี", "[ปกปิด]")]
    [InlineData("น.ส. สมหญิง ใจดี", "[ปกปิด]")]
    [InlineData("น.ส.สมหญิง", "[ปกปิด]")]
    [InlineData("จ.ส.อ.สมชาย ใจดี", "[ปกปิด]")]
    [InlineData("พ.จ.อ. สมชาย ใจดี", "[ปกปิด]")]
    [InlineData("โดย ร.ต.ต.หญิงสมศรี ใจดี", "โดย [ปกปิด]")]
    [InlineData("ว่าที่ร้อยตรีสมชาย ใจดี", "[ปกปิด]")]
    [InlineData("ว่าที่ ร.ต. สมชาย ใจดี", "[ปกปิด]")]
    [InlineData("ส.ท.สมชาย ใจดี", "[ปกปิด]")]
    [InlineData("ด.ช.สมชาย", "[ปกปิด]")]
    [InlineData("เด็กหญิงสมหญิง ใจดี", "[ปกปิด]")]
    [InlineData("นายแพทย์สมชาย ใจดี", "[ปกปิด]")]
    [InlineData("Mr. Somchai Jaidee was heard", "[ปกปิด] was heard")]
    public void Name_IsWithheld(string typed, string kept) => Assert.Equal(kept, PersonalData.Withhold(typed));

    [Theory]
    [InlineData("1100000000016")]
    [InlineData("๑๑๐๐๐๐๐๐๐๐๐๑๖")]
    [InlineData("1-1000-00000-01-6")]
    [InlineData("๑ ๑๐๐๐ ๐๐๐๐๐ ๐๑ ๖")]
    [InlineData("1–1000–00000–01–6")]
    [InlineData("1 - 1000 - 00000 - 01 - 6")]
    public void IdentityNumber_IsWithheld(string typed)
    {
        Assert.Equal("[ปกปิด]", PersonalData.Withhold(typed));
        Assert.Equal("เลข [ปกปิด] ค่ะ", PersonalData.Withhold($"เลข {typed} ค่ะ"));
    }

    [Theory]
    [InlineData("นายก อบต.โพนงาม")]
    [InlineData("นายกเทศมนตรีตำบลนามน ชี้แจงแล้ว")]
    [InlineData("นายกองค์การบริหารส่วนตำบล")]
    [InlineData("นายกสมาคมแม่บ้านมหาดไทย")]
    [InlineData("นายกไม่ดำเนินการตามระเบียบ")]
    [InlineData("นายกฯ รับทราบ")]
    [InlineData("รองนายก")]
    [InlineData("นายอำเภอนามน เป็นประธาน")]
    [InlineData("นายทะเบียนท้องถิ่น")]
    [InlineData("นายช่างโยธาชำนาญงาน")]
    [InlineData("นายแพทย์สาธารณสุขจังหวัด")]
    [InlineData("นายจ้างกับลูกจ้าง")]
    [InlineData("อำเภอนางรอง")]
    [InlineData("นางพยาบาลประจำศูนย์")]
    [InlineData("ปรึกษาทนายความแล้ว")]
    [InlineData("พัฒนายกระดับบริการ")]
    [InlineData("พัฒนางบประมาณ")]
    [InlineData("ตำบลนางาม บ้านนายาง")]
    [InlineData("เจ้านายเก่า")]
    [InlineData("ส.ท. เขต ๑ ร้องเรียน")]
    [InlineData("น.ส.๓ ก. เลขที่ ๑๒")]
    [InlineData("ก.ท.จ. ก.อบต. พ.ศ. ๒๕๖๗")]
    [InlineData("พ.ร.บ. สภาตำบล พ.ศ. ๒๕๓๗")]
    [InlineData("โทร. ๐๔๓-๘๑๑-๒๓๔ ต่อ ๑๒")]
    [InlineData("1100000000017")]
    [InlineData("11000000000160")]
    [InlineData("เด็กชายและเด็กหญิงในศูนย์")]
    [InlineData("ร้อยละ ๙๕.๐๕ ของ ๑๕๑ แห่ง")]
    public void WhatIsNoPerson_Stays(string typed) => Assert.Same(typed, PersonalData.Withhold(typed));

    [Fact]
    public void Withholding_Twice_ChangesNothingMore()
    {
        var once = PersonalData.Withhold("นายสมชาย ใจดี เลข 1100000000016");
        Assert.Same(once, PersonalData.Withhold(once));
    }

    [Fact]
    public void StoredReturn_OfARegisterOfCases_IsWithheldEverywhere()
    {
        var typed = new Return(UnitCode.Parse("PER"), IndicatorNumber.Parse("1"), ReturnStatus.Reported)
        {
            NilReason = "นายสมชาย ใจดี",
            Facts = ValuesById.Empty.With("fact", new TextValue("นายสมชาย ใจดี")),
            Rows =
            [
                new(1, ValuesById.Empty.With("note", new TextValue("นายสมชาย ใจดี")).With("case", new UnreadValue("นายสมชาย ใจดี")))
                {
                    Faults = [new("KAL2130", Severity.Error, Place.Nowhere, "“นายสมชาย ใจดี”", "")],
                },
            ],
            Narrative = new("นายสมชาย ใจดี", "นายสมชาย ใจดี", "นายสมชาย ใจดี", "นายสมชาย ใจดี"),
            Evidence = [new(1, "คำร้องของนายสมชาย ใจดี", null, null, null, "นายสมชาย ใจดี.pdf", null)],
        };
        var rules = BuiltInFrameworks.Get("dla-2567");
        var kept = PersonalData.Withhold(typed, rules[typed.Indicator].Register);
        Assert.DoesNotContain("สมชาย", System.Text.Encoding.UTF8.GetString(ReturnJson.Write(kept)), StringComparison.Ordinal);
        Assert.Same(typed, PersonalData.Withhold(typed, rules[IndicatorNumber.Parse("3")].Register));
    }

    [Fact]
    public void Register_SaysWhetherItHoldsPersonalData()
    {
        var cases = BuiltInFrameworks.Get("dla-2567").Indicators.Where(i => i.Register.HoldsNoPersonalData).Select(i => i.Number.Value);
        Assert.Equal(["1", "10"], cases);
        var plain = BuiltInFrameworks.Get("dla-2567")[IndicatorNumber.Parse("3")].Register;
        Assert.True((plain with { NoPersonalData = true }).HoldsNoPersonalData);
    }
}
