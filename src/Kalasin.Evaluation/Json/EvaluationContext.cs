using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Json;

/// <summary>What the compiler writes of every public record for its JSON; what a record is made of comes along by itself.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AuthorityMatch))]
[JsonSerializable(typeof(BreakOpportunity))]
[JsonSerializable(typeof(CellValue))] // which values by id ask for
[JsonSerializable(typeof(ContentHash))]
[JsonSerializable(typeof(DateReading))]
[JsonSerializable(typeof(Decisions))]
[JsonSerializable(typeof(FiscalQuarter))]
[JsonSerializable(typeof(FormOptions))]
[JsonSerializable(typeof(Framework))]
[JsonSerializable(typeof(FrameworkId))]
[JsonSerializable(typeof(InputChange))]
[JsonSerializable(typeof(IntakeLimits))]
[JsonSerializable(typeof(IntakeOptions))]
[JsonSerializable(typeof(IntakeResult))]
[JsonSerializable(typeof(Province))]
[JsonSerializable(typeof(Ranking))]
[JsonSerializable(typeof(RankingEntries))]
[JsonSerializable(typeof(RoundId))]
[JsonSerializable(typeof(RoundPlan))]
[JsonSerializable(typeof(Ruling))]
[JsonSerializable(typeof(RulesChange))]
[JsonSerializable(typeof(RulesResult<Framework>))]
[JsonSerializable(typeof(RulesResult<RoundPlan>))]
[JsonSerializable(typeof(ScoreDifference))]
[JsonSerializable(typeof(WhatIf))]
internal sealed partial class EvaluationContext : JsonSerializerContext;
