using Spectre.Console;

namespace SupplyGraph.Cli.Printing;

/// <summary>Tables of texts from the server: no text is read as markup or steers the terminal.</summary>
internal static class Tables
{
    /// <summary>A table with a line under its header.</summary>
    public static Table Of(params string[] headers)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var header in headers) table.AddColumn(new TableColumn(new Text(header)));
        return table;
    }

    /// <summary>Names and values without lines.</summary>
    public static Table OfFacts()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("") { NoWrap = true, Padding = new Padding(2, 0) });
        table.AddColumn(new TableColumn(""));
        return table;
    }

    public static void Row(this Table table, params string?[] cells) => table.AddRow(cells.Select(cell => new Text(PlainText.OneLine(cell))));

    /// <summary>Sets columns of numbers to the right.</summary>
    public static Table Right(this Table table, params int[] columns)
    {
        foreach (var column in columns) table.Columns[column].Alignment = Justify.Right;
        return table;
    }
}
