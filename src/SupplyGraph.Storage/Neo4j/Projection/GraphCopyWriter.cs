namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>
/// Writes the rows of a projection to a file, so that the next start need not read them from the database: it reads the file and follows the change feed from
/// there. The file stands in its place only when it is whole.
/// Layout: <see cref="GraphCopy.Format"/>; the fields of <see cref="GraphCopy"/>; entities, ended by a 0; relationships, ended by a 0; the number of both. Numbers
/// and dates (yyyymmdd, 0 for none) have 7 bits a byte; stage, role and type stand as one more than they are, 0 for none.
/// </summary>
internal sealed class GraphCopyWriter : IDisposable
{
    private readonly string path;
    private readonly BinaryWriter to;
    private long rows;
    private bool inRelationships;

    /// <exception cref="IOException">The file cannot be made.</exception>
    public GraphCopyWriter(string path, GraphCopy graph)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        to = new BinaryWriter(new FileStream(Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
        to.Write(GraphCopy.Format);
        to.Write(graph.Identity);
        to.Write(graph.Version);
        to.Write(graph.Commit);
        to.Write(graph.IsWhole);
        to.Write(graph.LastEntity);
        to.Write(graph.Relationships);
    }

    // Servers that share a folder do not write into each other's files.
    private string Unfinished => $"{path}.{Environment.ProcessId}";

    public void Add(NumberedEntity row)
    {
        var entity = row.Entity;
        to.Write7BitEncodedInt64(row.N);
        to.Write(entity.Id);
        to.Write((byte)entity.Kind);
        to.Write(entity.Name);
        to.Write7BitEncodedInt(entity.Aliases.Count);
        foreach (var alias in entity.Aliases) to.Write(alias);
        to.Write(entity.Country ?? "");
        to.Write(entity.Iso2 ?? "");
        to.Write(entity.Iso3 ?? "");
        to.Write((byte)(entity.Stage is { } stage ? (int)stage + 1 : 0));
        rows++;
    }

    public void Add(in NumberedRelationship row)
    {
        EndEntities();
        to.Write((byte)((int)row.Type + 1));
        to.Write((byte)row.Status);
        to.Write((byte)(row.Role is { } role ? (int)role + 1 : 0));
        to.Write7BitEncodedInt64(row.From);
        to.Write7BitEncodedInt64(row.To);
        to.Write7BitEncodedInt64(row.Component);
        to.Write(row.Confidence);
        to.Write7BitEncodedInt(PackedDate.Of(row.ValidFrom));
        to.Write7BitEncodedInt(PackedDate.Of(row.ValidTo));
        rows++;
    }

    /// <summary>Ends the copy and puts it in its place.</summary>
    public void Finish()
    {
        EndEntities();
        to.Write((byte)0);
        to.Write(rows);
        to.Dispose();
        File.Move(Unfinished, path, overwrite: true);
    }

    public void Dispose()
    {
        to.Dispose();
        File.Delete(Unfinished);
    }

    private void EndEntities()
    {
        if (inRelationships) return;
        inRelationships = true;
        to.Write7BitEncodedInt64(0);
    }
}
