using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>The keys of what a register's columns are called, made once for each register.</summary>
internal sealed class HeadingWords
{
    private const int LongestNearMiss = 200;

    private static readonly ConditionalWeakTable<RegisterSchema, HeadingWords> Known = [];

    private readonly ImmutableArray<Names> columns;

    private HeadingWords(RegisterSchema schema) => columns =
    [
        .. schema.Columns.Select(c => new Names(
            c, Words.Key(c.Id), Words.Key(c.Heading.Thai), Words.Key(c.Heading.English), [.. c.Synonyms.Select(Words.Key)],
            [.. c.Synonyms.Prepend(c.Heading.Thai).Select(ThaiText.Key)])),
    ];

    /// <summary>Ways of recognising a heading, the surest first. A weaker one never takes what a surer one found.</summary>
    private static readonly ImmutableArray<Func<Names, Typed, bool>> Strengths =
    [
        (names, typed) => typed.Key == names.Thai || typed.Key == names.English || typed.Key == names.Id,
        (names, typed) => names.Synonyms.Contains(typed.Key),
        (names, typed) => typed.Bare is { Length: > 0 } bare && (bare == names.Thai || names.Synonyms.Contains(bare)),
        (names, typed) => typed.NearKey.Length <= LongestNearMiss && names.NearKeys.Any(k => ThaiText.IsNearMissOfKeys(k, typed.NearKey)),
    ];

    public static int Ways => Strengths.Length;

    /// <summary>How many of the ways need not be told to the sender.</summary>
    public static int SureWays => 2;

    public static HeadingWords Of(RegisterSchema schema) => Known.GetValue(schema, static s => new(s));

    /// <summary>The first column, of those that are free, that a heading names in one way.</summary>
    public Column? Find(Typed heading, int way, IReadOnlySet<Column>? taken = null)
    {
        foreach (var names in columns)
            if (taken?.Contains(names.Column) != true && Strengths[way](names, heading)) return names.Column;
        return null;
    }

    /// <summary>Whether a heading surely names a column.</summary>
    public bool IsSure(Typed heading) => Enumerable.Range(0, SureWays).Any(way => Find(heading, way) is not null);

    /// <summary>A heading as it was typed, with its keys.</summary>
    public readonly record struct Typed(string Key, string? Bare, string NearKey)
    {
        public static Typed Of(string text) => new(Words.Key(text), Words.KeyWithoutBrackets(text), text.Length <= LongestNearMiss ? ThaiText.Key(text) : text);
    }

    private sealed record Names(Column Column, string Id, string Thai, string English, ImmutableArray<string> Synonyms, ImmutableArray<string> NearKeys);
}
