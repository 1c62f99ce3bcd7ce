using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kalasin.Functions.Http;

/// <summary>The shapes of the API as JSON, compiled ahead: camelCase, nothing written for what is not there.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
// Asked for by every endpoint that is made; without it the start would set up the resolver that works by reflection.
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ListAnswer<FrameworkLine>))]
[JsonSerializable(typeof(ListAnswer<PlanLine>))]
[JsonSerializable(typeof(PublishedAnswer))]
[JsonSerializable(typeof(ListAnswer<ChangeLine>))]
[JsonSerializable(typeof(RuleEditAnswer))]
[JsonSerializable(typeof(ListAnswer<RoundLine>))]
[JsonSerializable(typeof(ListAnswer<RoundRulesLine>))]
[JsonSerializable(typeof(ListAnswer<StepLine>))]
[JsonSerializable(typeof(ListAnswer<DeliveryLine>))]
[JsonSerializable(typeof(RoundAnswer))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(ErasureRequest))]
[JsonSerializable(typeof(ErasureAnswer))]
[JsonSerializable(typeof(DeliveryAnswer))]
[JsonSerializable(typeof(ExplanationAnswer))]
[JsonSerializable(typeof(DecisionAnswer))]
[JsonSerializable(typeof(ListAnswer<LogLine>))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(LinkAnswer))]
[JsonSerializable(typeof(ListAnswer<LinkAnswer>))]
[JsonSerializable(typeof(MailRequest))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(JournalAnswer))]
[JsonSerializable(typeof(ListAnswer<MailLine>))]
[JsonSerializable(typeof(MailLine))]
[JsonSerializable(typeof(UnitAnswer))]
[JsonSerializable(typeof(ReturnAnswer))]
[JsonSerializable(typeof(ScorecardAnswer))]
[JsonSerializable(typeof(EvaluationAnswer))]
[JsonSerializable(typeof(WhatIfRequest))]
[JsonSerializable(typeof(WhatIfAnswer))]
[JsonSerializable(typeof(ListAnswer<FindingAnswer>))]
[JsonSerializable(typeof(SignedCopyAnswer))]
[JsonSerializable(typeof(SignedReturnAnswer))]
[JsonSerializable(typeof(SignedReturnsAnswer))]
[JsonSerializable(typeof(DispatchPreviewAnswer))]
[JsonSerializable(typeof(OfficeFileAnswer))]
[JsonSerializable(typeof(ListAnswer<OfficeFileAnswer>))]
[JsonSerializable(typeof(FilledFormAnswer))]
[JsonSerializable(typeof(ListAnswer<RankingLine>))]
[JsonSerializable(typeof(RankingAnswer))]
[JsonSerializable(typeof(RankingEntrantAnswer))]
[JsonSerializable(typeof(EnteredAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The same shapes with Thai letters written as such.</summary>
    public static ApiJson Readable { get; } = new(Style(new()));

    /// <summary>Makes endpoints write these shapes, and all they take and give, in the same style.</summary>
    public static void Configure(JsonSerializerOptions options) => Style(options).TypeInfoResolverChain.Insert(0, Default);

    /// <summary>A name of the code as a word of the API: <c>notYetDue</c>.</summary>
    public static string Word<T>(T name) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());

    /// <summary>The name of the code that a word of the API means, or null.</summary>
    public static T? Named<T>(string word) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(name => Word(name!.Value) == word);

    private static JsonSerializerOptions Style(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        return options;
    }
}
