using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation;

/// <summary>
/// What was filled in, by the id of its column or fact, in ordinal order of the ids; what was left blank is absent. Rows of a register
/// share their ids, so that a row takes little more than its values do. Equal where the same ids have equal values.
/// </summary>
[JsonConverter(typeof(ValuesByIdForm))]
public sealed class ValuesById : IReadOnlyDictionary<string, CellValue>, IEquatable<ValuesById>
{
    private readonly string[] ids;
    private readonly CellValue?[] values;

    /// <summary>Values over ids that others share; neither is changed afterwards.</summary>
    /// <param name="ids">Ascending, none of them twice.</param>
    /// <param name="values">As many; <see langword="null"/> where an id has none.</param>
    internal ValuesById(string[] ids, CellValue?[] values) => (this.ids, this.values) = (ids, values);

    /// <summary>Nothing filled in.</summary>
    public static ValuesById Empty { get; } = new([], []);

    /// <summary>Values by id, in any order.</summary>
    /// <param name="values">The values; no id twice.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public static ValuesById Of(IEnumerable<KeyValuePair<string, CellValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        KeyValuePair<string, CellValue>[] sorted = [.. values];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        for (var i = 0; i < sorted.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(sorted[i].Key, nameof(values));
            ArgumentNullException.ThrowIfNull(sorted[i].Value, nameof(values));
            if (i > 0 && sorted[i].Key == sorted[i - 1].Key) throw new ArgumentException($"'{sorted[i].Key}' stands twice.", nameof(values));
        }
        return new([.. sorted.Select(v => v.Key)], [.. sorted.Select(v => v.Value)]);
    }

    /// <summary>How many there are.</summary>
    public int Count => values.Count(v => v is not null);

    /// <summary>Whether nothing is filled in.</summary>
    public bool IsEmpty => Array.TrueForAll(values, v => v is null);

    /// <summary>The ids that have a value, in ordinal order.</summary>
    public IEnumerable<string> Keys => this.Select(v => v.Key);

    /// <summary>The values, in the order of their ids.</summary>
    public IEnumerable<CellValue> Values => values.OfType<CellValue>();

    /// <summary>The value of an id that has one.</summary>
    /// <param name="key">The id.</param>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public CellValue this[string key] => GetValueOrDefault(key) ?? throw new KeyNotFoundException($"'{key}' has no value.");

    /// <summary>The value of an id, or <see langword="null"/> where it was left blank.</summary>
    /// <param name="key">The id.</param>
    public CellValue? GetValueOrDefault(string key) => PlaceOf(key) is >= 0 and var at ? values[at] : null;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out CellValue value) => (value = GetValueOrDefault(key)) is not null;

    /// <summary>Whether an id has a value.</summary>
    /// <param name="key">The id.</param>
    public bool ContainsKey(string key) => GetValueOrDefault(key) is not null;

    /// <summary>The same values, but for one.</summary>
    /// <param name="key">Its id, which need not have had any.</param>
    /// <param name="value">Its value.</param>
    public ValuesById With(string key, CellValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (PlaceOf(key) is not (>= 0 and var at)) return Of(this.Append(new(key, value)));
        CellValue?[] others = [.. values];
        others[at] = value;
        return new(ids, others);
    }

    /// <summary>The same values without one; what has none loses none.</summary>
    /// <param name="key">Its id.</param>
    public ValuesById Without(string key) => ContainsKey(key) ? Of(this.Where(v => v.Key != key)) : this;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, CellValue>> GetEnumerator()
    {
        for (var i = 0; i < ids.Length; i++)
            if (values[i] is { } value) yield return new(ids[i], value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ValuesById? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && this.All(v => v.Value.Equals(other.GetValueOrDefault(v.Key))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValuesById);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (id, value) in this)
        {
            hash.Add(id, StringComparer.Ordinal);
            hash.Add(value);
        }
        return hash.ToHashCode();
    }

    private int PlaceOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Array.BinarySearch(ids, key, StringComparer.Ordinal);
    }
}
