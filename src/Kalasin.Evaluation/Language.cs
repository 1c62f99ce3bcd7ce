namespace Kalasin.Evaluation;

/// <summary>A language that every text for people exists in.</summary>
public enum Language
{
    /// <summary>Official Thai: Thai digits, Buddhist-era dates.</summary>
    Thai,

    /// <summary>English beside it, for developers and foreign readers.</summary>
    English,
}
