namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>The folder of one import: the file as it came, the record, the rejected rows.</summary>
internal sealed class ImportFolder(string path)
{
    private readonly string record = Path.Combine(path, "import.json");
    private readonly string rejects = Path.Combine(path, "rejects.csv");

    /// <summary>The file as it came; gone once the import is finished.</summary>
    public string Body { get; } = Path.Combine(path, "body");

    /// <summary>Makes the folder; false where there is one of that name.</summary>
    public bool Create()
    {
        if (Directory.Exists(path)) return false;
        Directory.CreateDirectory(path);
        return true;
    }

    /// <summary>
    /// Puts the record in the place of the one before. Whatever ends the process, one of the two is there, whole; once this returns, the new one is.
    /// </summary>
    public void Write(ImportRecord import)
    {
        var next = record + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(ImportRecordText.Write(import));
            file.Flush(flushToDisk: true);
        }
        File.Move(next, record, overwrite: true);
    }

    /// <summary>The record; null where there is none, or no whole one.</summary>
    public ImportRecord? Read()
    {
        try
        {
            return ImportRecordText.Read(File.ReadAllBytes(record));
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public FileStream OpenBody() => File.OpenRead(Body);

    public FileStream CreateRejects() => new(rejects, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);

    public bool HasRejects => new FileInfo(rejects) is { Exists: true, Length: > 0 };

    public void DeleteBody() => File.Delete(Body);

    public void DeleteRejects() => File.Delete(rejects);

    /// <summary>The rejected rows. The folder may go while they are read; null where it has.</summary>
    public FileStream? OpenRejects()
    {
        try
        {
            return new(rejects, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes all of it. The record goes first: what is left after a crash is a folder without one, which the next start removes.</summary>
    public void Delete()
    {
        if (!Directory.Exists(path)) return;
        File.Delete(record);
        Directory.Delete(path, recursive: true);
    }
}
