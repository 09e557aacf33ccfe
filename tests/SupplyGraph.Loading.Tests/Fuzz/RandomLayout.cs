namespace SupplyGraph.Loading.Tests.Fuzz;

/// <summary>Layouts that fit now and then.</summary>
internal static class RandomLayout
{
    private static readonly string[] Headers =
    [
        "Supplier", "customer ", "Product", "Since", "Share; %", "Notes", "Supplier Country", "type", "from", "name", "country", "publisher", "error_code", "",
    ];

    private static readonly string[] Values = ["supplies", "owns", "company", "China", "2025", "0.5", "x", " ", "cells", "85%"];

    public static FileLayout Next(Random random, FileContent what)
    {
        if (random.Next(3) == 0) return FileLayout.Own;
        var names = FileColumns.Of(what).Names;
        var layout = new FileLayout
        {
            Delimiter = random.Next(8) == 0 ? ",;\t|x"[random.Next(5)] : null,
            IgnoreUnknownColumns = random.Next(6) > 0,
            Map = random.Next(4) == 0 ? Some(random, names, Headers) : new Dictionary<string, string>(),
            Defaults = random.Next(2) == 0 ? Some(random, names, Values) : new Dictionary<string, string>(),
        };
        return random.Next(3) == 0 ? Foreign(layout, what) : layout;
    }

    // What makes the foreign file readable.
    private static FileLayout Foreign(FileLayout layout, FileContent what) => layout with
    {
        IgnoreUnknownColumns = true,
        Map = what == FileContent.Claims
            ? new Dictionary<string, string>
            {
                ["from"] = "Supplier",
                ["to"] = "Customer",
                ["component"] = "Product",
                ["from_country"] = "Supplier Country",
                ["valid_from"] = "Since",
                ["confidence"] = "Share; %",
                ["statement"] = "Notes",
            }
            : new Dictionary<string, string> { ["name"] = "Supplier", ["country"] = "Supplier Country" },
        Defaults = what == FileContent.Claims
            ? new Dictionary<string, string> { ["type"] = "supplies", ["publisher"] = "P" }
            : new Dictionary<string, string> { ["kind"] = "company" },
    };

    private static Dictionary<string, string> Some(Random random, IReadOnlyList<string> columns, string[] values)
    {
        var some = new Dictionary<string, string>();
        for (var count = random.Next(4); count > 0; count--) some[columns[random.Next(columns.Count)]] = values[random.Next(values.Length)];
        return some;
    }
}
