using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

public abstract partial class TransportContract
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "NULL" },
        { true, "BOOLEAN NOT NULL" },
        { false, "BOOLEAN NOT NULL" },
        { 0L, "INTEGER NOT NULL" },
        { -7L, "INTEGER NOT NULL" },
        { 1023L, "INTEGER NOT NULL" },
        { 1024L, "INTEGER NOT NULL" },
        { 1_000_000_000_000_000_000L, "INTEGER NOT NULL" },
        { long.MaxValue, "INTEGER NOT NULL" },
        { long.MinValue, "INTEGER NOT NULL" },
        { 1.0, "FLOAT NOT NULL" },
        { -0.5, "FLOAT NOT NULL" },
        { 0.1, "FLOAT NOT NULL" },
        { 1e18, "FLOAT NOT NULL" },
        { 1e300, "FLOAT NOT NULL" },
        { 5e-324, "FLOAT NOT NULL" },
        { double.MinValue, "FLOAT NOT NULL" },
        { -2.2250738585072014E-308, "FLOAT NOT NULL" },
        { "", "STRING NOT NULL" },
        { "\"quoted\" \\ and\nbroken\tby\u0001 signs </script>", "STRING NOT NULL" },
        { "Škoda · 比亚迪 · پاکستان · 🔋 · e\u0301", "STRING NOT NULL" },
    };

    [Neo4jTheory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_went_and_arrives_with_its_type(object? value, string type)
    {
        var row = Assert.Single(await Transport.RunAsync(Reading("RETURN $value AS v, valueType($value) AS t, [$value] AS list", ("value", value)), None));

        Assert.Equal(3, row.Count);
        Assert.Equal(value, row[0]);
        Assert.Equal(type, row.Text(1));
        Assert.Equal([value], Assert.IsType<object?[]>(row[2]));
    }

    [Neo4jFact]
    public async Task Lists_and_maps_of_any_make_travel_to_any_depth()
    {
        var parameters = new (string, object?)[]
        {
            ("array", new[] { "a", "b" }),
            ("numbers", new List<int> { 1, 2 }),
            ("lazy", Enumerable.Range(1, 3).Select(number => number * 0.5)),
            ("set", new SortedSet<long> { 5, 4 }),
            ("empty", Array.Empty<string>()),
            ("map", new Dictionary<string, object?> { ["x"] = 1L, ["y"] = new object?[] { null, new Dictionary<string, long> { ["z"] = 2 } } }),
        };
        var row = Assert.Single(await Transport.RunAsync(
            Reading("RETURN $array, $numbers, $lazy, $set, $empty, $map, [[], [[1], {a: []}]]", parameters), None));

        Assert.Equal(["a", "b"], row.Texts(0));
        Assert.Equal(new object?[] { 1L, 2L }, row[1]);
        Assert.Equal(new object?[] { 0.5, 1.0, 1.5 }, row[2]);
        Assert.Equal(new object?[] { 4L, 5L }, row[3]);
        Assert.Equal(Array.Empty<object?>(), row[4]);
        var map = Assert.IsType<Dictionary<string, object?>>(row[5]);
        Assert.Equal(1L, map["x"]);
        var inner = Assert.IsType<object?[]>(map["y"]);
        Assert.Null(inner[0]);
        Assert.Equal(2L, Assert.IsType<Dictionary<string, object?>>(inner[1])["z"]);
        var deep = row.Rows(6).ToList();
        Assert.Equal(0, deep[0].Count);
        Assert.Equal(Array.Empty<object?>(), Assert.IsType<Dictionary<string, object?>>(deep[1][1])["a"]);
    }

    [Neo4jFact]
    public async Task A_text_longer_than_any_buffer_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"{number}ö"));
        var row = Assert.Single(await Transport.RunAsync(Reading("RETURN $text", ("text", text)), None));
        Assert.Equal(text, row.Text(0));
    }

    [Neo4jFact]
    public async Task A_parameter_of_another_kind_is_refused_by_name()
    {
        foreach (var value in new object[] { 1m, double.NaN, DateTime.UnixEpoch, new object[] { 'c' } })
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => Transport.RunAsync(Reading("RETURN $odd", ("odd", value)), None));
            Assert.Contains("The parameter odd holds", refused.Message, StringComparison.Ordinal);
        }
    }

    [Neo4jFact]
    public async Task A_statement_may_give_no_row_or_rows_of_no_use()
    {
        Assert.Empty(await Transport.RunAsync(Writing("CREATE (:Tried {x: 1})"), None));
        Assert.Empty(await Transport.RunAsync(Reading("MATCH (n:Nothing) RETURN n.x"), None));
        Assert.Equal(1, await CountAsync("MATCH (n:Tried) RETURN count(n)"));
    }

    [Neo4jFact]
    public async Task A_long_answer_is_streamed_in_order()
    {
        const int rows = 200_000;
        var statement = Reading("UNWIND range(1, $rows) AS x RETURN x, toString(x) AS text, x * 0.5 AS half", ("rows", rows));
        var next = 1L;
        await foreach (var row in Transport.StreamAsync(statement, None))
        {
            if (row.Long(0) != next || row.Double(2) != next * 0.5 || long.Parse(row.Text(1), null) != next) Assert.Fail($"Row {next} is {row.Long(0)}.");
            next++;
        }
        Assert.Equal(rows + 1, next);
        Assert.Equal(rows, (await Transport.RunAsync(statement, None)).Count);
    }

    [Neo4jFact]
    public async Task An_answer_without_end_can_be_left_after_its_first_rows_and_the_server_stops()
    {
        const string endless = "UNWIND range(1, 100000000000) AS endless RETURN endless";
        var seen = new List<long>();
        await foreach (var row in Transport.StreamAsync(Reading(endless), None))
        {
            seen.Add(row.Long(0));
            if (seen.Count == 10) break;
        }

        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), seen);
        await StoppedAsync("UNWIND range(1, 100000000000)");
    }

    [Neo4jFact]
    public async Task What_one_statement_wrote_the_next_one_reads()
    {
        for (var at = 1; at <= 20; at++)
        {
            await Transport.RunAsync(Writing("MERGE (n:Counter) SET n.value = $value", ("value", at)), None);
            Assert.Equal(at, (await Transport.RunAsync(Reading("MATCH (n:Counter) RETURN n.value"), None))[0].Int(0));
        }
    }
}
