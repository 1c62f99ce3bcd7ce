using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>What was read, and everything found while reading.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record RulesResult<T> where T : class
{
    [JsonConstructor]
    internal RulesResult(T? value, ImmutableArray<Finding> findings) => (Value, Findings) = (value, findings);

    /// <summary>The value; <see langword="null"/> exactly when some finding is an error.</summary>
    public T? Value { get; }

    /// <summary>Every fault at once, in the order of the text.</summary>
    public ImmutableArray<Finding> Findings { get; }

    internal static RulesResult<T> Of(ImmutableArray<Finding> findings, Func<T> value) =>
        new(findings.Any(f => f.Severity == Severity.Error) ? null : value(), findings);
}
