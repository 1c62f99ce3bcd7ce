using System.Globalization;
using Kalasin.Evaluation;
using Microsoft.Data.Sqlite;

namespace Kalasin.Benchmarks;

/// <summary>A province's place by SQL: how many of each count, which percentages, and its rank.</summary>
internal sealed record SqlPlace(string Province, double[] Values, int Rank);

/// <summary>
/// The same rows in the tables of an SQLite database in memory, with an index on the province, and the same values and ranks asked by one statement: distinct
/// activities, percentages of due cases and of all authorities, scores between thresholds, their sum, the rank. It explains nothing and lists no row left out. The
/// innovation, the summary and the complaints, the same in every province here, are left out of its sum.
/// </summary>
internal sealed class NationInSql : IDisposable
{
    /// <summary>What it computes, in its order.</summary>
    public static readonly string[] Indicators = ["1", "2", "3", "4", "5", "6", "7", "11", "12"];

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand query;

    public NationInSql(IEnumerable<NationProvince> nation)
    {
        connection.Open();
        Run("""
            CREATE TABLE authority (province TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (province, code)) WITHOUT ROWID;
            CREATE TABLE register (province TEXT NOT NULL, indicator INTEGER NOT NULL, authority TEXT, met REAL, day INTEGER, title TEXT, place TEXT, received INTEGER, resolved INTEGER);
            """);
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var province in nation) Load(province);
            transaction.Commit();
        }
        Run("CREATE INDEX by_province ON register (indicator, province); ANALYZE;");
        query = connection.CreateCommand();
        query.CommandText = """
            WITH counts AS (
                SELECT province, indicator, COUNT(*) AS value
                FROM (SELECT DISTINCT province, indicator, day, title, place FROM register WHERE indicator BETWEEN 3 AND 7) GROUP BY province, indicator),
            populations AS (SELECT province, COUNT(*) AS members FROM authority GROUP BY province),
            shares AS (
                SELECT r.province, r.indicator, 100.0 * COUNT(DISTINCT CASE WHEN r.met >= CASE r.indicator WHEN 11 THEN 85 ELSE 1 END THEN r.authority END) / p.members AS value
                FROM register r JOIN populations p ON p.province = r.province JOIN authority a ON a.province = r.province AND a.code = r.authority
                WHERE r.indicator IN (2, 11, 12) GROUP BY r.province, r.indicator),
            cases AS (
                SELECT province, 1 AS indicator, 100.0 * SUM(resolved - received <= 90) / COUNT(*) AS value
                FROM register WHERE indicator = 1 GROUP BY province),
            measured AS (SELECT * FROM counts UNION ALL SELECT * FROM shares UNION ALL SELECT * FROM cases),
            totals AS (
                SELECT province, ROUND(SUM(CASE WHEN indicator IN (1, 2, 11, 12) THEN CASE WHEN value < 60 THEN 1 ELSE 1 + (value - 60) / 10 END END), 9) AS total
                FROM measured GROUP BY province),
            ranked AS (SELECT province, RANK() OVER (ORDER BY total DESC) AS place FROM totals)
            SELECT m.province, m.indicator, m.value, r.place FROM measured m JOIN ranked r ON r.province = m.province ORDER BY m.province, m.indicator
            """;
    }

    public List<SqlPlace> Rank()
    {
        var places = new List<SqlPlace>();
        using var reader = query.ExecuteReader();
        while (reader.Read())
        {
            var province = reader.GetString(0);
            if (places.Count == 0 || places[^1].Province != province) places.Add(new(province, new double[Indicators.Length], reader.GetInt32(3)));
            places[^1].Values[Array.IndexOf(Indicators, reader.GetInt32(1).ToString(CultureInfo.InvariantCulture))] = reader.GetDouble(2);
        }
        return places;
    }

    public void Dispose()
    {
        query.Dispose();
        connection.Dispose();
    }

    private void Load(NationProvince province)
    {
        var code = province.Rules.Province.Code;
        foreach (var authority in province.Rules.AuthoritiesOn(new(2024, 3, 31)).Authorities) Insert("INSERT INTO authority VALUES (?1, ?2)", code, authority.Code.Value);
        foreach (var given in province.Returns.Where(r => Indicators.Contains(r.Indicator.Value)))
            foreach (var row in given.Rows)
                Insert("INSERT INTO register VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", code, int.Parse(given.Indicator.Value, CultureInfo.InvariantCulture),
                    (row["authority"] as AuthorityValue)?.Code.Value, Met(given.Indicator.Value, row), Day(row, "date"), (row["title"] as TextValue)?.Text,
                    (row["place"] as TextValue)?.Text ?? (row["channel"] as ChoiceValue)?.Option, Day(row, "received"), Day(row, "resolved"));
    }

    private static double? Met(string indicator, RegisterRow row) => indicator switch
    {
        "2" => row["status"] is ChoiceValue { Option: "done" } ? 1 : 0,
        "11" => (double)((NumberValue)row["score"]!).Number,
        "12" => row["reported"] is FlagValue { Yes: true } ? 1 : 0,
        _ => null,
    };

    private static int? Day(RegisterRow row, string column) => (row[column] as DateValue)?.Date.DayNumber;

    private void Run(string sql) => Insert(sql);

    private void Insert(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"?{i + 1}", values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
