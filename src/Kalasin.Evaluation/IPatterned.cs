namespace Kalasin.Evaluation;

/// <summary>A converter of something that stands in JSON as a text of a form of its own.</summary>
internal interface IPatterned
{
    /// <summary>Regular expression (ECMA-262, anchored) of the text; printed in the JSON Schemas.</summary>
    string Pattern { get; }
}
