using System.Security.Cryptography;
using System.Text.Json;

namespace Kalasin.Evaluation;

/// <summary>Names a row across versions by what it says: a changed row is another row, one that moved is the same.</summary>
/// <param name="Unit">Unit that reported it.</param>
/// <param name="Hash">First 16 hexadecimal digits, lower case, of the SHA-256 of the row's canonical JSON values.</param>
public sealed record RowFingerprint(UnitCode Unit, string Hash)
{
    /// <summary>The fingerprint of a row.</summary>
    /// <param name="unit">Unit that reported it.</param>
    /// <param name="row">The row; its number and faults don't matter.</param>
    public static RowFingerprint Of(UnitCode unit, RegisterRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row.Values, ReturnJson.ValuesForm));
        return new(unit, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }
}
