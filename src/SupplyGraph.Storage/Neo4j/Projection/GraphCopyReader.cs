using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>Reads what <see cref="GraphCopyWriter"/> wrote.</summary>
internal sealed class GraphCopyReader : IDisposable
{
    private readonly BinaryReader from;
    private long rows;

    /// <exception cref="IOException">The file cannot be read, or is none.</exception>
    public GraphCopyReader(string path)
    {
        from = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16));
        if (from.ReadString() != GraphCopy.Format) throw new IOException($"{path} is no copy of a projection, or one of another program.");
        Graph = new GraphCopy(from.ReadString(), from.ReadInt64(), from.ReadString(), from.ReadBoolean(), from.ReadInt64(), from.ReadInt64());
    }

    /// <summary>What the file says that it is.</summary>
    public GraphCopy Graph { get; }

    /// <summary>The entities; to be read first, and to the end.</summary>
    public IEnumerable<NumberedEntity> ReadEntities()
    {
        for (long n; (n = from.Read7BitEncodedInt64()) != 0; rows++)
        {
            var (id, kind, name) = (from.ReadString(), (EntityKind)from.ReadByte(), from.ReadString());
            var aliases = new string[from.Read7BitEncodedInt()];
            for (var i = 0; i < aliases.Length; i++) aliases[i] = from.ReadString();
            yield return new(n, new Entity(id, kind, name)
            {
                Aliases = aliases,
                Country = ReadText(),
                Iso2 = ReadText(),
                Iso3 = ReadText(),
                Stage = from.ReadByte() is var stage and > 0 ? (Stage)(stage - 1) : null,
            });
        }
    }

    /// <summary>The relationships, after the entities.</summary>
    /// <exception cref="IOException">The file is not whole.</exception>
    public IEnumerable<NumberedRelationship> ReadRelationships()
    {
        for (byte type; (type = from.ReadByte()) != 0; rows++)
        {
            var (status, role) = ((Status)from.ReadByte(), from.ReadByte());
            yield return new(
                (RelationshipType)(type - 1), from.Read7BitEncodedInt64(), from.Read7BitEncodedInt64(), from.Read7BitEncodedInt64(),
                role > 0 ? (Role)(role - 1) : null, status, from.ReadDouble(), ReadDate(), ReadDate());
        }
        if (from.ReadInt64() != rows) throw new IOException("The copy of the projection is not whole.");
    }

    public void Dispose() => from.Dispose();

    private string? ReadText() => from.ReadString() is { Length: > 0 } text ? text : null;

    private PartialDate? ReadDate() => PackedDate.Read(from.Read7BitEncodedInt());
}
