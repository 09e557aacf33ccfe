using System.Globalization;
using System.Text;

namespace SupplyGraph.Cli.Tests;

/// <summary>Files of claims that fit the small graph.</summary>
internal static class Rows
{
    public const string Header = "type,from,to,component,publisher,source_url,confidence\n";

    public const string Good = Header
        + "supplies,gotion,atlas-honda,cell,Dawn,https://example.org/news-1,0.6\n"
        + "supplies,byd,atlas-honda,battery,Reuters,https://example.org/news-2,0.7\n";

    /// <summary>A percentage where a fraction belongs.</summary>
    public const string Bad = "supplies,gotion,atlas-power,cell,Dawn,https://example.org/news-3,85";

    public const string OneBad = Good + Bad + "\n";

    public const string GoodNdjson = """
        {"type":"supplies","from":"gotion","to":"atlas-honda","component":"cell","publisher":"Dawn","source_url":"https://example.org/news-1","confidence":0.6}
        {"type":"supplies","from":"byd","to":"atlas-honda","component":"battery","publisher":"Reuters","source_url":"https://example.org/news-2"}

        """;

    /// <summary>Good rows that take the server a while: each creates a company.</summary>
    public static string Many(int count)
    {
        var text = new StringBuilder("type,from,to,component,publisher,source_url,from_kind\n");
        for (var i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"supplies,Maker {i},byd,cell,Dawn,https://example.org/{i},company\n");
        return text.ToString();
    }
}
