using System.Text;
using Kalasin.Functions.Triggers;

namespace Kalasin.Functions.Tests.Triggers;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"a":1}""", 0)]
    [InlineData("""{"a":1}""", 1)]
    [InlineData("""{"a":1}""", 2)]
    [InlineData("""[{"a":1}]""", 2)]
    [InlineData("""[{"ก":"ข"}]""", 2)]
    public void Message_InAnyNumberOfLayers_Same(string message, int strings)
    {
        var json = message;
        for (var layer = 0; layer < strings; layer++) json = Quoted(json);
        Assert.Equal(message, Read(json).ReadMessage().GetRawText());
        Assert.Equal(message, Read(Quoted(Quoted(Convert.ToBase64String(Encoding.UTF8.GetBytes(message))))).ReadMessage().GetRawText());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("\"e30\"")]
    [InlineData("\"/w==\"")]
    [InlineData("[1")]
    public void Message_ThatIsNoJson_Refused(string json) => Assert.Throws<FormatException>(() => Read(json).ReadMessage());

    [Fact]
    public void Message_Absent_Refused() => Assert.Throws<FormatException>(() => Envelope.Read("""{"Data":{"tick":{}},"Metadata":{"msg":{}}}"""u8).ReadMessage());

    [Theory]
    [InlineData("{}", false, null)]
    [InlineData("\"x\"", false, null)]
    [InlineData("""{"IsPastDue":true,"ScheduleStatus":null}""", true, null)]
    [InlineData("""{"IsPastDue":"true"}""", false, null)]
    [InlineData("""{"ScheduleStatus":{}}""", false, null)]
    [InlineData("""{"ScheduleStatus":{"Last":null}}""", false, null)]
    [InlineData("""{"ScheduleStatus":{"Last":"soon"}}""", false, null)]
    [InlineData("""{"ScheduleStatus":{"Last":"0001-01-01T00:00:00"}}""", false, null)]
    [InlineData("""{"ScheduleStatus":{"Last":"0001-01-01T00:00:00+00:00"}}""", false, null)]
    [InlineData("""{"ScheduleStatus":{"Last":"2024-05-10T10:00:00+07:00"},"IsPastDue":false}""", false, "2024-05-10T03:00:00Z")]
    public void Timer_WhateverItLacks_Read(string tick, bool late, string? last)
    {
        var envelope = Envelope.Read(Encoding.UTF8.GetBytes($$$"""{"Data":{"tick":{{{tick}}}}}"""));
        Assert.Equal((late, last), (envelope.IsPastDue, envelope.LastTick?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Envelope Read(string message) => Envelope.Read(Encoding.UTF8.GetBytes($$$"""{"Data":{"msg":{{{message}}}},"Metadata":{"dequeueCount":"1"}}"""));

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
