using System.Text;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;

namespace SupplyGraph.Loading.Tests.Fuzz;

/// <summary>Makes files that were real once: slices of the seed in both formats and a foreign file, cut, spliced, bit-flipped, and with bytes put in.</summary>
internal sealed class BrokenFiles
{
    private const int MostRows = 12;

    private static readonly byte[][] Telling =
    [
        .. "\"|\"\"|,|;|\t|\n|\r|\r\n|{|}|[|]|:|\\| |0|é|\u2028|\uFEFF|\0|\\u0000|\\ud800|,,,,|\"a\"b".Split('|').Select(Encoding.UTF8.GetBytes),
        [(byte)'|'],
    ];

    private static readonly byte[] NotUtf8 = [0xFF, 0xFE, 0xC3, 0xE2, 0x80, 0xBF];

    private static readonly string Foreign = """"
        "Supplier";"Supplier Country";Customer;Product;"Since";"Share; %";Notes
        "Contemporary Amperex ""CATL""";China;Tesla;"LFP battery cell";2020;0,85;"Two
        lines; and a ; more"
        Ganfeng;China;"LG Chem";Lithium hydroxide;2021-03;85;
        "Ünïcode AG";Germany;比亚迪;"Battery pack";soon;0.5;"closing"

        BYD;China;;;;1;x
        """".ReplaceLineEndings("\n");

    private readonly List<(FileContent What, FileFormat Format, byte[][] Lines)> bases = [];

    public static async Task<BrokenFiles> OfSeedAsync()
    {
        var files = new BrokenFiles();
        var seed = Path.Combine(SeedFixture.Repository(), "graph-seed");
        await using var claims = File.OpenRead(Path.Combine(seed, "claims.csv"));
        await using var entities = File.OpenRead(Path.Combine(seed, "entities.csv"));
        await files.AddAsync(FileContent.Claims, claims, async (rows, written) => await ClaimFile.WriteAsync(written, FileFormat.Ndjson,
            ClaimFile.ReadAsync(rows, FileFormat.Csv, CancellationToken.None).Select(row => row.Value!.Claim), CancellationToken.None));
        await files.AddAsync(FileContent.Entities, entities, async (rows, written) => await EntityFile.WriteAsync(written, FileFormat.Ndjson,
            EntityFile.ReadAsync(rows, FileFormat.Csv, CancellationToken.None).Select(row => row.Value!), CancellationToken.None));
        foreach (var what in Enum.GetValues<FileContent>()) files.bases.Add((what, FileFormat.Csv, Lines(Encoding.UTF8.GetBytes(Foreign))));
        return files;
    }

    /// <summary>A file, what it was meant to be, and how it is read.</summary>
    public (FileContent What, FileFormat Format, byte[] File) Next(Random random)
    {
        var (what, format, lines) = bases[random.Next(bases.Count)];
        var file = new List<byte>(lines[0]);
        for (var rows = random.Next(1, MostRows); rows > 0; rows--) file.AddRange(lines[random.Next(lines.Length)]);
        // A header that is broken hides the rows, so it is mostly left whole.
        var from = random.Next(4) == 0 ? 0 : lines[0].Length;
        for (var breaks = random.Next(0, 6); breaks > 0; breaks--) Break(file, Math.Min(from, file.Count), random);
        return (what, format, [.. file]);
    }

    private void Break(List<byte> file, int from, Random random)
    {
        var at = random.Next(from, file.Count + 1);
        var length = random.Next(Math.Min(file.Count - at, 40) + 1);
        switch (random.Next(8))
        {
            case 0: file.RemoveRange(at, file.Count - at); break;
            case 1: file.RemoveRange(at, length); break;
            case 2: file.InsertRange(at, Piece(random)); break;
            case 3 when at < file.Count: file[at] ^= (byte)(1 << random.Next(random.Next(8) == 0 ? 8 : 7)); break;
            case 4: file.InsertRange(at, file.GetRange(at, length)); break;
            case 5 when at < file.Count && random.Next(8) == 0: file[at] = NotUtf8[random.Next(NotUtf8.Length)]; break;
            default: file.InsertRange(at, Telling[random.Next(Telling.Length)]); break;
        }
    }

    private byte[] Piece(Random random)
    {
        var lines = bases[random.Next(bases.Count)].Lines;
        var line = lines[random.Next(lines.Length)];
        return line[random.Next(line.Length)..];
    }

    private async Task AddAsync(FileContent what, Stream csv, Func<Stream, Stream, Task> write)
    {
        using var file = new MemoryStream();
        await csv.CopyToAsync(file);
        using var exported = new MemoryStream();
        await write(new MemoryStream(file.ToArray()), exported);
        bases.Add((what, FileFormat.Csv, Lines(file.ToArray())));
        bases.Add((what, FileFormat.Ndjson, Lines(exported.ToArray())));
    }

    private static byte[][] Lines(byte[] file) =>
        [.. Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Encoding.UTF8.GetBytes(line + '\n'))];
}
