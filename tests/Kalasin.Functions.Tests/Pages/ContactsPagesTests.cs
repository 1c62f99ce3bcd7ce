using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Evaluation;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>Addresses and signatories, entered on one page.</summary>
public sealed class ContactsPagesTests : IAsyncLifetime
{
    private const string Page = "/app/rounds/46-dla-2567/contacts";

    private OpenedRound _round = null!;
    private Visitor _coordinator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _round = await OpenedRound.StartAsync();
        _coordinator = new(_round.Service.Address);
    }

    public ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        return _round.DisposeAsync();
    }

    [Fact]
    public async Task Saved_IsANewRevision_ThatTheRoundGoesBy()
    {
        var fields = FieldsOf(await _coordinator.PageAsync(Page));
        Assert.Equal(24, fields.Keys.Count(k => k.StartsWith("/units/", StringComparison.Ordinal)));
        (fields["/units/0/email"], fields["/signatories/0/name"], fields["reason"]) = (" unit@kalasin.example ", "นายตัวอย่าง ทดสอบ", "แจ้งทางโทรศัพท์");
        using var saved = await SaveAsync(fields);
        Assert.Equal(Page, await Visitor.NextAsync(saved));
        var plan = (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules.Plan;
        Assert.Equal(("unit@kalasin.example", "นายตัวอย่าง ทดสอบ"), (plan.Units[0].Email, plan.Signatories[0].Name));
        Assert.Equal(int.Parse(fields["revision"], System.Globalization.CultureInfo.InvariantCulture) + 1, plan.Revision);
        Assert.Equal("unit@kalasin.example", FieldsOf(await _coordinator.PageAsync(Page))["/units/0/email"]);
        await RoundInvariants.CheckAsync(_round.Service.Storage, "46-dla-2567", Token);

        var stale = await Visitor.ReadAsync(await SaveAsync(fields), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("KAL7478", stale.QuerySelector(".findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeputyAndLetterhead_AreEntered_AndPrintedOnTheLetter()
    {
        var fields = FieldsOf(await _coordinator.PageAsync(Page));
        (fields["/officeAddress"], fields["/telephone"], fields["reason"]) = ("ถนนตัวอย่าง กส 46000", "0 4300 0000", "คำสั่งมอบอำนาจ");
        (fields["/signatories/2/deputy/name"], fields["/signatories/2/deputy/basis"]) = ("นายตัวอย่าง สอง", "standingIn");
        var nameless = await Visitor.ReadAsync(await SaveAsync(fields), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("findings", nameless.QuerySelector("input[name='/signatories/2/deputy/position']")!.Closest("label")!.NextElementSibling!.ClassName, StringComparison.Ordinal);
        Assert.True(nameless.QuerySelector("details.more:has(input[name='/signatories/2/deputy/position'])")!.HasAttribute("open"));
        fields["/signatories/2/deputy/position"] = "รองผู้ว่าราชการจังหวัดกาฬสินธุ์";
        using var saved = await SaveAsync(fields);
        Assert.Equal(Page, await Visitor.NextAsync(saved));
        var plan = (await _round.Log.FindAsync("46-dla-2567", Token))!.Rules.Plan;
        Assert.Equal(new Deputy("รองผู้ว่าราชการจังหวัดกาฬสินธุ์") { Name = "นายตัวอย่าง สอง", Basis = DeputyBasis.StandingIn }, plan.Signatories[2].Deputy);
        Assert.Equal("standingIn", (await _coordinator.PageAsync(Page)).QuerySelector<IHtmlSelectElement>("select[name='/signatories/2/deputy/basis']")!.Value);

        var letter = await _round.Service.Client.GetByteArrayAsync(new Uri("/api/rounds/46-dla-2567/papers/letter?format=docx", UriKind.Relative), Token);
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(letter), isEditable: false);
        var text = word.MainDocumentPart!.Document!.InnerText;
        foreach (var printed in (string[])["ถนนตัวอย่าง กส ๔๖๐๐๐", "๐ ๔๓๐๐ ๐๐๐๐", "(นายตัวอย่าง สอง)", "รองผู้ว่าราชการจังหวัดกาฬสินธุ์", "รักษาราชการแทน"])
            Assert.Contains(printed, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faulty_IsToldBesideItsField_AndNothingIsSaved()
    {
        var fields = FieldsOf(await _coordinator.PageAsync(Page));
        (fields["/units/1/email"], fields["reason"]) = ("a@b@c", "x");
        var before = (await _round.StateAsync()).Sequence;
        var refused = await Visitor.ReadAsync(await SaveAsync(fields), HttpStatusCode.UnprocessableEntity);
        var input = refused.QuerySelector<IHtmlInputElement>("input[name='/units/1/email']")!;
        Assert.Equal("a@b@c", input.Value);
        Assert.Contains("findings", input.Closest("label")!.NextElementSibling!.ClassName, StringComparison.Ordinal);
        fields["reason"] = "";
        await Visitor.ReadAsync(await SaveAsync(fields), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(before, (await _round.StateAsync()).Sequence);
    }

    private static Dictionary<string, string> FieldsOf(IHtmlDocument page)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form.fields[action$=contacts]")!;
        return form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value);
    }

    private Task<HttpResponseMessage> SaveAsync(Dictionary<string, string> fields) =>
        _coordinator.SendAsync(new(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent(fields) });
}
