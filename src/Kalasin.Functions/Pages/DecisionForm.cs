using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>A form by which a decision is taken: what of it stands is sent as JSON, what is asked as fields of their own.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Token">Proof of origin.</param>
/// <param name="From">The page to go back to.</param>
/// <param name="Decision">The decision as JSON, without what is asked.</param>
/// <param name="Button">What it does, in few words.</param>
/// <param name="Asked">What is asked, each with what stands in the field.</param>
public sealed record DecisionForm(
    string Round, string Token, string From, string Decision, BilingualText Button, ImmutableArray<(DecisionField Field, string Value)> Asked)
{
    internal const string DecisionName = "decision";
    internal const string KeyName = "key";
    internal const string FromName = "page";
    internal const string ThaiName = "th";
    internal const string EnglishName = "en";

    /// <summary>Makes a form that is sent twice one decision.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The form as it was sent, whoever sent it.</summary>
    internal static DecisionForm Sent(string round, string token, SmallForm fields) => new(
        round, token, PageAddress.Local(fields[FromName]), fields[DecisionName], new(fields[ThaiName], fields[EnglishName]),
        [.. DecisionField.All.Where(f => fields.Has(f.Name)).Select(f => (f, fields[f.Name]))])
    {
        Key = fields[KeyName],
    };

    /// <summary>The decision as the API takes it. What somebody made of it is for the reader of decisions to say.</summary>
    internal byte[] ToJson()
    {
        var (json, members) = (new StringBuilder(Decision.TrimEnd()), Asked.Select(a => (a.Field.Name, Json: a.Field.ToJson(a.Value))));
        if (json.Length == 0 || json[^1] != '}') return Encoding.UTF8.GetBytes(Decision);
        json.Length--;
        foreach (var (name, value) in members)
            if (value is not null) json.Append(",\"").Append(name).Append("\":").Append(value);
        return Encoding.UTF8.GetBytes(json.Append('}').ToString());
    }
}
