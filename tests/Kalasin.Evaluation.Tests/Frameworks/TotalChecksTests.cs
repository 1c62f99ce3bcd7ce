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
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"top\": 1 }},", null, "" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"top\": 10000 }},", null, "" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"top\": 10001 }},", "KAL3043", "/entry/top" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"least\": 60 }},", null, "" },
        { $"\"entry\": {{ \"framework\": \"screen-2567\", {Memo}, \"top\": 3, \"least\": 60 }},", "KAL3074", "/entry" },
        { $"\"total\": {{ \"kind\": \"mean\", {Memo}, \"mostBonus\": 0, \"mostPenalty\": 10000 }},", null, "" },
        { $"\"total\": {{ \"kind\": \"mean\", {Memo}, \"mostBonus\": -0.01 }},", "KAL3043", "/total/mostBonus" },
        { $"\"total\": {{ \"kind\": \"mean\", {Memo}, \"mostPenalty\": 10000.01 }},", "KAL3043", "/total/mostPenalty" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"least\": 0, \"perCent\": true }}, {{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"most\": 100, \"perCent\": true }}],", null, "" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"most\": 101 }}],", null, "" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"most\": 100.01, \"perCent\": true }}],", "KAL3043", "/requirements/0/most" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"total\" }}, {Text}, {Memo}, \"least\": -0.01, \"perCent\": true }}],", "KAL3043", "/requirements/0/least" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"penalty\" }}, {Text}, {Memo}, \"most\": 5, \"perCent\": true }}],", "KAL3071", "/requirements/0/perCent" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"penalty\" }}, {Text}, {Memo}, \"most\": 5 }}, {{ \"of\": {{ \"kind\": \"value\", \"number\": \"1\" }}, {Text}, {Memo}, \"least\": 5 }}],", null, "" },
        { $"\"requirements\": [{{ \"of\": {{ \"kind\": \"value\", \"number\": \"9\" }}, {Text}, {Memo}, \"least\": 3 }}],", "KAL3032", "/requirements/0/of/number" },
        { $"\"groups\": [{One.Replace("[\"1\"]", "[\"1\", \"1\"]", StringComparison.Ordinal)} }}],", "KAL3031", "/groups/0/indicators/1" },
        { $"\"groups\": [{One}{Weight.Replace("50", "10000", StringComparison.Ordinal)}, {Two}{Weight.Replace("50", "0.01", StringComparison.Ordinal)}],", null, "" },
        { $"\"groups\": [{One}{Weight.Replace("50", "10000.01", StringComparison.Ordinal)}, {Two}{Weight}],", "KAL3043", "/groups/0/weight/value" },
        { $"\"groups\": [{One}{Weight}, {Two}{Weight.Replace("50", "0", StringComparison.Ordinal)}],", "KAL3043", "/groups/1/weight/value" },
        { $"\"groups\": [{One}{Weight}, {Two}{Weight}], \"total\": {{ \"kind\": \"points\", {Memo}, \"weightsAddUpTo\": 99 }},", "KAL3066", "/total/weightsAddUpTo" },
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

    [Theory]
    [InlineData(0.01, true)]
    [InlineData(10_000, true)]
    [InlineData(0, false)]
    [InlineData(10_000.01, false)]
    public void Weight_IsAboveNothingAndBounded(double weight, bool holds) => Assert.Equal(
        holds ? [] : ["KAL3043 /indicators/0/weight/value"],
        RulesText.FaultsWith(("\"weight\": { \"value\": 1,", FormattableString.Invariant($"\"weight\": {{ \"value\": {weight},"))));

    [Fact]
    public void BonusInAGroup_IsAFault()
    {
        var text = RulesText.Change(RulesText.Framework, Entrant, $"{Entrant} \"groups\": [{One} }}],").Text
            .Replace("\"number\": \"1\",", "\"number\": \"1\", \"role\": \"bonus\",", StringComparison.Ordinal);
        Assert.Equal(["KAL3069"], RulesText.ReadFramework(text).Findings.Select(f => f.Code));
    }
}
