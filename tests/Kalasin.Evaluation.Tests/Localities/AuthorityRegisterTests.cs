namespace Kalasin.Evaluation.Tests.Localities;

public sealed class AuthorityRegisterTests
{
    private static readonly DateOnly Day = new(2024, 5, 15);
    private static readonly Province Kalasin = Province.Find("46")!;
    private static readonly AuthorityRegister Register = AuthorityRegister.Of(Kalasin, Day);

    [Fact]
    public void Kalasin_Has151Authorities()
    {
        Assert.Equal(151, Register.Count);
        Assert.Equal(1, Register.CountOf(AuthorityKind.Pao));
        Assert.Equal(0, Register.CountOf(AuthorityKind.City));
        Assert.Equal(2, Register.CountOf(AuthorityKind.Town));
        Assert.Equal(77, Register.CountOf(AuthorityKind.Subdistrict));
        Assert.Equal(71, Register.CountOf(AuthorityKind.Sao));
        Assert.Equal(new DateOnly(2022, 8, 31), Register.SnapshotDate);
        Assert.Contains("๒๕๖๕", Register.Source.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void AllProvinces_Have7849AuthoritiesWithUniqueCodesAndDisplayNames()
    {
        var codes = new HashSet<AuthorityCode>();
        foreach (var province in Province.All)
        {
            var register = AuthorityRegister.Of(province, Day);
            Assert.Equal(1, register.CountOf(AuthorityKind.Pao));
            Assert.Equal(register.Count, register.Authorities.Select(register.DisplayName).Distinct().Count());
            Assert.Equal(register.Count - 1, province.Districts.Sum(d => register.In(d).Count()));
            Assert.All(register.Authorities, a => Assert.True(codes.Add(a.Code)));
        }
        Assert.Equal(7849, codes.Count);
        Assert.Equal([76, 30, 175, 2262, 5306], AuthorityKindNames.All.Select(kind => codes.Count(c => c.Kind == kind)));
    }

    [Fact]
    public void AllProvinces_EveryDisplayNameFullNameAndCode_LeadsBack()
    {
        foreach (var register in Province.All.Select(p => AuthorityRegister.Of(p, Day)))
            foreach (var authority in register.Authorities)
            {
                Assert.Equal(new AuthorityMatch.Found(authority), register.Find(register.DisplayName(authority)));
                Assert.Equal(new AuthorityMatch.Found(authority), register.Find(authority.Code.Value));
                if (register.DisplayName(authority) == authority.ShortName)
                    Assert.Equal(new AuthorityMatch.Found(authority), register.Find(authority.FullName));
            }
    }

    [Fact]
    public void Authorities_StandInOfficialOrder()
    {
        Assert.Equal("อบจ.กาฬสินธุ์", Register.Authorities[0].ShortName);
        Assert.Equal("ทม.กาฬสินธุ์", Register.Authorities[1].ShortName);
        var nammon = Register.In(Kalasin.Districts.Single(d => d.Name == "นามน")).Select(a => a.ShortName);
        Assert.Equal(["ทต.นามน", "ทต.สงเปลือย", "อบต.นามน", "อบต.ยอดแกง", "อบต.หนองบัว", "อบต.หลักเหลี่ยม"], nammon);
        Assert.Equal(
            Register.Authorities.Skip(1).Select(a => a.District!.Code),
            Register.Authorities.Skip(1).Select(a => a.District!.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("เทศบาลตำบลนามน", null, "ทต.นามน")]
    [InlineData("ทต.นามน", null, "ทต.นามน")]
    [InlineData("ทต นามน", null, "ทต.นามน")]
    [InlineData(" ท.ต. นามน", "อ.นามน", "ทต.นามน")]
    [InlineData("อบต.นามน", "อำเภอ นามน", "อบต.นามน")]
    [InlineData("อ.บ.ต.นามน", null, "อบต.นามน")]
    [InlineData("องค์การบริหารส่วนตำบลโพนงาม", null, "อบต.โพนงาม")]
    [InlineData("องค์การบริหารส่วนตำบล โพนงาม อำเภอกมลาไสย จังหวัดกาฬสินธุ์", null, "อบต.โพนงาม")]
    [InlineData("โพนงาม", null, "อบต.โพนงาม")]
    [InlineData("เทศบาลนามน", null, "ทต.นามน")]
    [InlineData("เทศบาลเมืองกาฬสินธุ์", "เมือง", "ทม.กาฬสินธุ์")]
    [InlineData("อบจ.", null, "อบจ.กาฬสินธุ์")]
    [InlineData("องค์การบริหารส่วนจังหวัดกาฬสินธุ์", "เมืองกาฬสินธุ์", "อบจ.กาฬสินธุ์")]
    [InlineData("ทต.นามน", "-", "ทต.นามน")]
    [InlineData("ทต.คำใหญ\u0E48", null, "ทต.คำใหญ่")]
    public void Find_UsualForms_AreFound(string typed, string? district, string expected)
    {
        var found = Assert.IsType<AuthorityMatch.Found>(Register.Find(typed, district));
        Assert.Equal(expected, found.Authority.ShortName);
    }

    [Theory]
    [InlineData("ทต.สงเปลือย (อ.นามน)", null, "SUB-460203")]
    [InlineData("ทต.สงเปลือย (อำเภอเขาวง)", null, "SUB-460602")]
    [InlineData("ทต.สงเปลือย อ.เขาวง", null, "SUB-460602")]
    [InlineData("เทศบาลตำบลสงเปลือย อำเภอเขาวง จังหวัดกาฬสินธุ์", null, "SUB-460602")]
    [InlineData("ทต.สงเปลือย", "นามน", "SUB-460203")]
    [InlineData("ทต.สงเปลือย", "4606", "SUB-460602")]
    [InlineData("ทต.ห้วยเม็ก (อ.ห้วยเม็ก รหัส 460801)", null, "SUB-460801")]
    [InlineData("ทต.ห้วยเม็ก (อ.ห้วยเม็ก รหัส ๔๖๘๕)", null, "SUB-4685")]
    [InlineData("sub-๔๖๘๐", null, "SUB-4680")]
    public void Find_NameThatExistsTwice_IsToldApartByDistrictOrCode(string typed, string? district, string code)
    {
        var found = Assert.IsType<AuthorityMatch.Found>(Register.Find(typed, district));
        Assert.Equal(new AuthorityCode(code), found.Authority.Code);
    }

    [Theory]
    [InlineData("ทต.สงเปลือย", null, "ทต.สงเปลือย (อ.นามน)", "ทต.สงเปลือย (อ.เขาวง)")]
    [InlineData("ทต.ห้วยเม็ก", "ห้วยเม็ก", "ทต.ห้วยเม็ก (อ.ห้วยเม็ก รหัส 460801)", "ทต.ห้วยเม็ก (อ.ห้วยเม็ก รหัส 4685)")]
    [InlineData("ทต.หนองกุงศรี", null, "ทต.หนองกุงศรี (อ.หนองกุงศรี รหัส 461201)", "ทต.หนองกุงศรี (อ.หนองกุงศรี รหัส 4680)")]
    [InlineData("กาฬสินธุ์", null, "อบจ.กาฬสินธุ์", "ทม.กาฬสินธุ์")]
    [InlineData("หนองบัว", null, "อบต.หนองบัว", "ทต.หนองบัว")]
    public void Find_NameOfTwo_IsAmbiguous(string typed, string? district, params string[] expected)
    {
        var match = Assert.IsType<AuthorityMatch.Ambiguous>(Register.Find(typed, district));
        Assert.Equal(expected, match.Candidates.Select(Register.DisplayName));
    }

    [Theory]
    [InlineData("ทต.สงเปือย", null, "ทต.สงเปลือย (อ.นามน)", "ทต.สงเปลือย (อ.เขาวง)")]
    [InlineData("อบต.สงเปลือย", null, "ทต.สงเปลือย (อ.นามน)", "ทต.สงเปลือย (อ.เขาวง)")]
    [InlineData("องค์การบริการส่วนตำบลโพนงาม", null, "อบต.โพนงาม")]
    [InlineData("ทต.นามน", "เขาวง", "ทต.นามน")]
    [InlineData("ทต.นามน (อ.เขาวง)", null, "ทต.นามน")]
    [InlineData("ทต.หนองบัวแดง", null)]
    [InlineData("", null)]
    [InlineData("()", null)]
    public void Find_OtherName_SuggestsButDoesNotAccept(string typed, string? district, params string[] expected)
    {
        var match = Assert.IsType<AuthorityMatch.NotFound>(Register.Find(typed, district));
        Assert.Equal(expected, match.Suggestions.Select(Register.DisplayName));
    }

    [Fact]
    public void Find_VeryLongText_IsNotFound() => Assert.IsType<AuthorityMatch.NotFound>(Register.Find(new string('(', 100_000), new string('อ', 100_000)));

    [Fact]
    public void Validity_LeavesOutWhatHasEnded()
    {
        var authority = Register.Authorities[1] with { From = new DateOnly(2020, 1, 1), To = new DateOnly(2024, 5, 15) };
        Assert.True(authority.IsValidOn(new DateOnly(2024, 5, 15)));
        Assert.True(authority.IsValidOn(new DateOnly(2020, 1, 1)));
        Assert.False(authority.IsValidOn(new DateOnly(2024, 5, 16)));
        Assert.False(authority.IsValidOn(new DateOnly(2019, 12, 31)));
    }

    [Fact]
    public void Register_OfAnotherProvincesAuthority_Throws()
    {
        var stranger = AuthorityRegister.Of(Province.Find("40")!, Day).Authorities[0];
        Assert.Throws<ArgumentException>(() => new AuthorityRegister(Kalasin, Day, "x", [stranger]));
        Assert.Throws<ArgumentException>(() => new AuthorityRegister(Kalasin, Day, "x", [Register.Authorities[0], Register.Authorities[0]]));
        Assert.Null(Register.Get(stranger.Code));
        Assert.Equal(Register.Authorities[5], Register.Get(Register.Authorities[5].Code));
    }

    [Fact]
    public void Names_AreFullShortAndEnglish()
    {
        var authority = Register.Get(new AuthorityCode(AuthorityKind.Subdistrict, "460203"))!;
        Assert.Equal(new BilingualText("เทศบาลตำบลสงเปลือย", "Song Plueai Subdistrict Municipality"), authority.BilingualName);
        Assert.Equal("ทต.สงเปลือย", authority.ShortName);
        Assert.Equal("อ.นามน", authority.District!.ShortName);
        Assert.Equal(ThaiText.Key(authority.FullName), ThaiText.Key(" เทศบาลตำบล สงเปลือย"));
    }
}
