namespace Kalasin.Evaluation.Thai;

/// <summary>The roles of Thai characters.</summary>
internal static class ThaiCharacters
{
    /// <summary>How many different combining marks there are.</summary>
    public const int MarkCount = 16;

    /// <summary>Any character of the Thai block, digits and signs included.</summary>
    public static bool IsThai(char c) => c is >= '\u0E01' and <= '\u0E5B';

    /// <summary>ก–ฮ, with ฤ and ฦ.</summary>
    public static bool IsConsonant(char c) => c is >= 'ก' and <= 'ฮ';

    /// <summary>เ แ โ ใ ไ, written before the consonant they are spoken after.</summary>
    public static bool IsLeadingVowel(char c) => c is >= 'เ' and <= 'ไ';

    /// <summary>A mark above or below its consonant: ั ิ–ฺ ็–๎. Not ะ, า, ำ.</summary>
    public static bool IsMark(char c) => c is 'ั' or (>= 'ิ' and <= 'ฺ') or (>= '็' and <= '๎');

    /// <summary>Place of a mark in a well-typed cluster: below, above, tone, silencer.</summary>
    public static int Rank(char mark) => mark switch
    {
        'ฺ' => 0,
        'ุ' or 'ู' => 1,
        'ั' or (>= 'ิ' and <= 'ื') or '็' or 'ํ' => 2,
        >= '่' and <= '๋' => 3,
        _ => 4,
    };
}
