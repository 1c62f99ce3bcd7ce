namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>Scales at the edge of what is allowed, and a hair beyond.</summary>
public sealed class ScaleChecksTests
{
    private const string Scale = "\"scale\": { \"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100] }";

    public static TheoryData<string, string[]> Scales => new()
    {
        { "\"interpolated\", \"thresholds\": [0, 1, 2, 3, 100]", [] },
        { "\"interpolated\", \"thresholds\": [100, 99, 98, 97, 0]", [] },
        { "\"interpolated\", \"thresholds\": [-0.01, 1, 2, 3, 100.01]", ["KAL3043 thresholds/0", "KAL3043 thresholds/4"] },
        { "\"interpolated\", \"thresholds\": [1, 2, 2, 3, 4]", ["KAL3039 thresholds"] },
        { "\"interpolated\", \"thresholds\": [4, 3, 3, 2, 1]", ["KAL3039 thresholds"] },
        { "\"interpolated\", \"thresholds\": [4, 3, 5, 2, 1]", ["KAL3039 thresholds"] },
        { "\"interpolated\", \"thresholds\": [1]", ["KAL3062 thresholds"] },
        { "\"interpolated\", \"thresholds\": [1, 2]", ["KAL3038 thresholds"] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [0, 10000]", [] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [-0.01, 10000.01]", ["KAL3043 scores/0", "KAL3043 scores/1"] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [3, 3]", ["KAL3039 scores"] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [3, 2]", ["KAL3039 scores"] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [3, 4, 5]", ["KAL3038 scores"] },
        { "\"interpolated\", \"thresholds\": [1, 2, 3, 4, 5], \"floor\": 1", [] },
        { "\"interpolated\", \"thresholds\": [1, 2, 3, 4, 5], \"floor\": 1.01", ["KAL3043 floor"] },
        { "\"interpolated\", \"thresholds\": [1, 2, 3, 4, 5], \"floor\": -0.01", ["KAL3043 floor"] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [4, 9], \"floor\": 4", [] },
        { "\"interpolated\", \"thresholds\": [1, 2], \"scores\": [4, 9], \"floor\": 4.01", ["KAL3043 floor"] },
        { "\"direct\", \"full\": 0.01", [] },
        { "\"direct\", \"full\": 0", ["KAL3043 full"] },
        { "\"direct\", \"full\": 10000", [] },
        { "\"direct\", \"full\": 10000.01", ["KAL3043 full"] },
        { "\"direct\"", ["KAL3049 "] },
        { "\"stepped\", \"steps\": [{ \"from\": 0, \"score\": 2 }, { \"from\": 100, \"score\": 10000 }], \"floor\": 2", [] },
        { "\"stepped\", \"steps\": [{ \"from\": 100, \"score\": 0 }, { \"from\": 0, \"score\": 5 }], \"floor\": 0", [] },
        { "\"stepped\", \"steps\": [{ \"from\": -1, \"score\": 2 }, { \"from\": 101, \"score\": 10001 }], \"floor\": 2.01", ["KAL3043 steps/0/from", "KAL3043 steps/1/score", "KAL3043 steps/1/from", "KAL3043 floor"] },
        { "\"stepped\", \"steps\": [{ \"from\": 1, \"score\": 2 }, { \"from\": 2, \"score\": 2 }], \"floor\": 0", ["KAL3039 steps"] },
        { "\"stepped\", \"steps\": [{ \"from\": 2, \"score\": 2 }, { \"from\": 2, \"score\": 3 }], \"floor\": 0", ["KAL3039 steps"] },
        { "\"stepped\", \"steps\": [{ \"from\": 1, \"score\": 2 }]", ["KAL3057 "] },
        { "\"stepped\", \"steps\": [], \"floor\": 0", ["KAL3034 steps"] },
        { "\"banded\", \"bands\": [{ \"score\": 10000 }, { \"from\": 0, \"score\": 0 }, { \"from\": 100, \"score\": 10000 }]", [] },
        { "\"banded\", \"bands\": [{ \"score\": -1 }, { \"from\": -1, \"score\": 1 }, { \"from\": 101, \"score\": 10001 }]", ["KAL3043 bands/0/score", "KAL3043 bands/1/from", "KAL3043 bands/2/score", "KAL3043 bands/2/from"] },
        { "\"banded\", \"bands\": [{ \"from\": -1, \"score\": 1 }, { \"score\": 2 }, { \"from\": 101, \"score\": 3 }]", ["KAL3063 bands/0", "KAL3063 bands/1", "KAL3043 bands/0/from", "KAL3043 bands/2/from"] },
        { "\"banded\", \"bands\": [{ \"score\": 1 }, { \"from\": 5, \"score\": 2 }, { \"from\": 5, \"score\": 3 }]", ["KAL3039 bands"] },
        { "\"banded\", \"bands\": [{ \"score\": 1 }]", ["KAL3062 bands"] },
        { "\"byClass\", \"class\": \"size\", \"scales\": [{ \"is\": \"large\", \"scale\": " + Direct(10) + " }, { \"is\": \"small\", \"scale\": " + Direct(10) + " }]", [] },
        { "\"byClass\", \"class\": \"size\", \"scales\": [{ \"is\": \"large\", \"scale\": " + Direct(10) + " }, { \"is\": \"small\", \"scale\": " + Direct(9) + " }]", ["KAL3065 scales/1/scale"] },
        { "\"byClass\", \"class\": \"sort\", \"scales\": [{ \"is\": \"large\", \"scale\": " + Direct(10) + " }, { \"is\": \"small\", \"scale\": " + Direct(9) + " }]", ["KAL3032 class"] },
        { "\"byClass\", \"class\": \"size\", \"scales\": [{ \"is\": \"large\", \"scale\": " + Direct(10) + " }, { \"is\": \"SMALL\", \"scale\": " + Direct(10) + " }]", ["KAL3032 scales/1/is", "KAL3064 scales"] },
        { "\"byClass\", \"class\": \"size\", \"scales\": [{ \"is\": \"large\", \"scale\": " + Direct(10) + " }, { \"is\": \"large\", \"scale\": " + Direct(10) + " }]", ["KAL3031 scales/1/is", "KAL3064 scales"] },
        { "\"byClass\", \"class\": \"size\", \"scales\": [{ \"is\": \"large\", \"scale\": " + Direct(0) + " }, { \"is\": \"small\", \"scale\": " + Direct(10) + " }]", ["KAL3043 scales/0/scale/full"] },
    };

    [Theory]
    [MemberData(nameof(Scales))]
    public void Scale_IsHeldToItsEdges(string scale, string[] faults)
    {
        const string Classes = "\"classes\": [{ \"id\": \"size\", \"name\": { \"th\": \"ก\", \"en\": \"a\" }, \"source\": { \"kind\": \"memo\" }, \"options\": ["
            + "{ \"id\": \"large\", \"text\": { \"th\": \"ใหญ่\", \"en\": \"l\" } }, { \"id\": \"small\", \"text\": { \"th\": \"เล็ก\", \"en\": \"s\" } }] }]";
        var found = RulesText.FaultsWith((Scale, $"\"scale\": {{ \"source\": {{ \"kind\": \"memo\" }}, \"kind\": {scale} }}"), ("\"entrant\": \"province\",", $"\"entrant\": \"province\", {Classes},"));
        Assert.Equal(faults.Select(f => $"{f.Split(' ')[0]} /indicators/0/scale/{f.Split(' ')[1]}".TrimEnd('/')).Order(StringComparer.Ordinal), found);
    }

    private static string Direct(decimal full) => FormattableString.Invariant($"{{ \"kind\": \"direct\", \"source\": {{ \"kind\": \"memo\" }}, \"full\": {full} }}");
}
