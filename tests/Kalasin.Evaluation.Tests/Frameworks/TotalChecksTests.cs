namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>Groups, the rule of the total, requirements and ranking rules that don't fit the indicators.</summary>
public sealed class TotalChecksTests
{
    private const string Entrant = "\"entrant\": \"province\",";
    private const string Memo = "\"source\": { \"kind\": \"memo\" }";
    private const string Name = "\"name\": { \"th\": \"ก\", \"en\": \"a\" }";
    private const string Text = "\"text\": { \"th\": \"ก\", \"en\": \"a\" }";
    private const string One = "{ \"id\": \"one\", " + Name + ", \"indicators\": [\"1\"], " + Memo;
    private const string Two = "{ \"id\": \"two\", " + Name + ", \"indicators\": [\"2\"], " + Memo;
    private const string Weight = ", \"weight\": { \"value\": 50, " + Memo + " } }";

    public static TheoryData<string, string?, string> Wholes => new()
    {
        { $"\"groups\": [{One} }}, {Two} }}],", null, "" },
        { $"\"groups\": [{One}, \"weightsAddUpTo\": 1{Weight}, {Two}{Weight}], \"total\": {{ \"kind\": \"points\", {Memo}, \"weightsAddUpTo\": 100 }},", null, "" },
        { $"\"groups\": [{One}, \"weightsAddUpTo\": 2 }}],", "KAL3066", "/groups/0/weightsAddUpTo" },
        { $"\"groups\": [{One}{Weight}, {Two} }}],", "KAL3067", "/groups/1" },
        { $"\"groups\": [{One}{Weight}],", "KAL3068", "/groups" },
        { $"\"groups\": [{One} }}, {One.Replace("\"one\"", "\"three\"", StringComparison.Ordinal)} }}],", "KAL3031", "/groups/1/indicators/0" },
        { $"\"groups\": [{One.Replace("[\"1\"]", "[\"9\"]", StringComparison.Ordinal)} }}],", "KAL3032", "/groups/0/indicators/0" },
        { $"\"groups\": [{One.Replace("[\"1\"]", "[]", StringComparison.Ordinal)} }}],", "KAL3034", "/groups/0/indicators" },
        { $"\"total\": {{ \"kind\": \"mean\", {Memo}, \"weightsAddUpTo\": 1.5 }},", null, "" },
        { $"\"total\": {{ \"kind\": \"mean\", {Memo}, \"weightsAddUpTo\": 100 }},", "KAL3066", "/total/weightsAddUpTo" },
        { $"\"total\": {{ \"kind\": \"mean\", {Memo}, \"mostPenalty\": -1 }},", "KAL3043", "/total/mostPenalty" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"least\": 3 }}],", null, "" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo} }}],", "KAL3070", "/requirements/0" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"least\": 3, \"most\": 4 }}],", "KAL3070", "/requirements/0" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"least\": 101, \"perCent\": true }}],", "KAL3043", "/requirements/0/least" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"value\", \"number\": \"1\" }}, {Text}, {Memo}, \"most\": 0, \"perCent\": true }}],", "KAL3071", "/requirements/0/perCent" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"group\", \"id\": \"work\" }}, {Text}, {Memo}, \"least\": 3 }}],", "KAL3032", "/requirements/0/of/id" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"indicator\", \"number\": \"9\" }}, {Text}, {Memo}, \"least\": 3 }}],", "KAL3032", "/requirements/0/of/number" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"completedOn\" }}, {Text}, {Memo}, \"least\": 3 }}],", "KAL3072", "/requirements/0/of" },
        { $"\"ranking\": {{ {Memo}, \"tScores\": true, \"tieBreaks\": [{{ \"by\": {{ \"kind\": \"completedOn\" }}, \"prefers\": \"lower\" }}] }},", null, "" },
        { $"\"ranking\": {{ {Memo}, \"tieBreaks\": [{{ \"by\": {{ \"kind\": \"group\", \"id\": \"x\" }}, \"prefers\": \"higher\" }}] }},", "KAL3032", "/ranking/tieBreaks/0/by/id" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"top\": 3 }},", null, "" },
        { $"\"entry\": {{ \"framework\": \"small-2567\", {Memo}, \"top\": 3 }},", "KAL3073", "/entry/framework" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo} }},", "KAL3074", "/entry" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"top\": 0 }},", "KAL3043", "/entry/top" },
    };

    [Theory]
    [InlineData("days", false)]
    [InlineData("own", true)]
    public void SelfScore_IsANumberFact(string fact, bool known)
    {
        var text = RulesText.Framework
            .Replace("\"facts\": [{ \"id\": \"sent\"", "\"facts\": [{ \"id\": \"own\", \"label\": { \"th\": \"ตนเอง\", \"en\": \"Own\" }, \"type\": \"number\" }, { \"id\": \"sent\"", StringComparison.Ordinal)
            .Replace("\"number\": \"1\",", $"\"number\": \"1\", \"selfScore\": \"{fact}\", \"needsEvidence\": {{ \"needs\": \"row\", {Memo} }},", StringComparison.Ordinal);
        Assert.Equal(known ? [] : ["KAL3032"], RulesText.ReadFramework(text).Findings.Select(f => f.Code));
    }

    [Theory]
    [MemberData(nameof(Wholes))]
    public void WhatDoesNotFit_IsFoundWhereItStands(string members, string? code, string pointer)
    {
        var found = RulesText.ReadFramework(RulesText.Change(RulesText.Framework, Entrant, $"{Entrant} {members}").Text).Findings.Select(f => (f.Code, f.Place.Pointer ?? "")).ToList();
        if (code is null) Assert.Empty(found);
        else Assert.Contains((code, pointer), found);
    }

    [Fact]
    public void BonusInAGroup_IsAFault()
    {
        var text = RulesText.Change(RulesText.Framework, Entrant, $"{Entrant} \"groups\": [{One} }}],").Text
            .Replace("\"number\": \"1\",", "\"number\": \"1\", \"role\": \"bonus\",", StringComparison.Ordinal);
        Assert.Equal(["KAL3069"], RulesText.ReadFramework(text).Findings.Select(f => f.Code));
    }
}
