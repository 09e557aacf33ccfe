namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// The tables of the file, as an ordered list of migrations; <c>PRAGMA user_version</c> counts those that were applied. Never change one that was released:
/// add another.
/// <para>
/// Rows name each other by integers (n) so that the file stays small; ids of claims and sources are the bytes of their hexadecimal digits, dates the integer
/// yyyymmdd with 00 for
/// what is not stated (so that they compare like <see cref="Model.PartialDate"/>), confidences of relationships millionths, enums their ordinals.
/// An n of an entity, a relationship or a claim is never used twice (see <see cref="Changes.RowNumbers"/>): the change feed names things by it for ever, and
/// <c>gone</c> keeps the ids of what was removed.
/// </para>
/// </summary>
internal static class Schema
{
    public static int Version => Migrations.Count;

    private static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE identity (id TEXT NOT NULL);
        INSERT INTO identity SELECT lower(hex(randomblob(8)));

        CREATE TABLE versions (version INTEGER PRIMARY KEY, at INTEGER NOT NULL, last_change INTEGER NOT NULL);

        CREATE TABLE entities (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, aliases TEXT,
            country_n INTEGER REFERENCES entities(n), iso2 TEXT, iso3 TEXT, latitude REAL, longitude REAL, stage INTEGER, url TEXT);
        CREATE INDEX entities_by_name ON entities(kind, name_key);
        CREATE INDEX entities_by_country ON entities(country_n) WHERE country_n IS NOT NULL;

        CREATE TABLE relationships (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type INTEGER NOT NULL,
            from_n INTEGER NOT NULL REFERENCES entities(n), to_n INTEGER NOT NULL REFERENCES entities(n), component_n INTEGER REFERENCES entities(n),
            role INTEGER,
            status INTEGER NOT NULL, confidence INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, begins INTEGER, counts_until INTEGER,
            amount TEXT, unit TEXT, claims INTEGER NOT NULL, disputes TEXT);
        CREATE INDEX relationships_by_from ON relationships(from_n);
        CREATE INDEX relationships_by_to ON relationships(to_n);
        CREATE INDEX relationships_by_component ON relationships(component_n) WHERE component_n IS NOT NULL;
        CREATE INDEX relationships_disputed ON relationships(id) WHERE disputes IS NOT NULL;

        CREATE TABLE publishers (n INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (key, name));
        CREATE TABLE titles (n INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE);
        CREATE TABLE imports (n INTEGER PRIMARY KEY, import TEXT NOT NULL UNIQUE);

        CREATE TABLE sources (
            n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, url TEXT, publisher TEXT, publisher_key TEXT NOT NULL, title TEXT, date INTEGER,
            claims INTEGER NOT NULL);
        CREATE INDEX sources_by_publisher ON sources(publisher_key, id);

        CREATE TABLE claims (
            n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, relationship_n INTEGER NOT NULL REFERENCES relationships(n),
            status INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, amount TEXT, unit TEXT, statement TEXT,
            source_n INTEGER NOT NULL REFERENCES sources(n), publisher_n INTEGER NOT NULL REFERENCES publishers(n), title_n INTEGER REFERENCES titles(n),
            source_date INTEGER, confidence REAL NOT NULL, import_n INTEGER REFERENCES imports(n));
        CREATE INDEX claims_by_relationship ON claims(relationship_n, id, publisher_n);
        CREATE INDEX claims_by_source ON claims(source_n, id);
        CREATE INDEX claims_by_import ON claims(import_n, id) WHERE import_n IS NOT NULL;

        CREATE TABLE changes (seq INTEGER PRIMARY KEY, version INTEGER NOT NULL, what INTEGER NOT NULL, action INTEGER NOT NULL, n INTEGER NOT NULL);
        CREATE TABLE gone (what INTEGER NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (what, n)) WITHOUT ROWID;
        """,

        // For loads: changes in runs, unique ids by indexes that can be set aside, claims found in the order in which they came (so that only their ids are
        // scattered), and what each import stated and made: its claims lie in one stretch of numbers, which saves an index.
        """
        ALTER TABLE changes ADD COLUMN count INTEGER NOT NULL DEFAULT 1;

        CREATE TABLE new_relationships (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL, type INTEGER NOT NULL,
            from_n INTEGER NOT NULL REFERENCES entities(n), to_n INTEGER NOT NULL REFERENCES entities(n), component_n INTEGER REFERENCES entities(n),
            role INTEGER,
            status INTEGER NOT NULL, confidence INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, begins INTEGER, counts_until INTEGER,
            amount TEXT, unit TEXT, claims INTEGER NOT NULL, disputes TEXT);
        INSERT INTO new_relationships SELECT * FROM relationships;
        DROP TABLE relationships;
        ALTER TABLE new_relationships RENAME TO relationships;
        CREATE UNIQUE INDEX relationships_by_id ON relationships(id);
        CREATE INDEX relationships_by_from ON relationships(from_n);
        CREATE INDEX relationships_by_to ON relationships(to_n);
        CREATE INDEX relationships_by_component ON relationships(component_n) WHERE component_n IS NOT NULL;
        CREATE INDEX relationships_disputed ON relationships(id) WHERE disputes IS NOT NULL;

        CREATE TABLE new_claims (
            n INTEGER PRIMARY KEY, id BLOB NOT NULL, relationship_n INTEGER NOT NULL REFERENCES relationships(n),
            status INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, amount TEXT, unit TEXT, statement TEXT,
            source_n INTEGER NOT NULL REFERENCES sources(n), publisher_n INTEGER NOT NULL REFERENCES publishers(n), title_n INTEGER REFERENCES titles(n),
            source_date INTEGER, confidence REAL NOT NULL, import_n INTEGER REFERENCES imports(n));
        INSERT INTO new_claims SELECT * FROM claims;
        DROP TABLE claims;
        ALTER TABLE new_claims RENAME TO claims;
        CREATE UNIQUE INDEX claims_by_id ON claims(id);
        CREATE INDEX claims_by_relationship ON claims(relationship_n);
        CREATE INDEX claims_by_source ON claims(source_n);
        CREATE INDEX claims_by_unit ON claims(unit) WHERE unit IS NOT NULL;

        ALTER TABLE imports ADD COLUMN report TEXT;
        ALTER TABLE imports ADD COLUMN first_claim_n INTEGER;
        ALTER TABLE imports ADD COLUMN last_claim_n INTEGER;
        UPDATE imports SET first_claim_n = (SELECT MIN(c.n) FROM claims c WHERE c.import_n = imports.n),
            last_claim_n = (SELECT MAX(c.n) FROM claims c WHERE c.import_n = imports.n);
        ALTER TABLE entities ADD COLUMN import_n INTEGER REFERENCES imports(n);
        CREATE INDEX entities_by_import ON entities(import_n) WHERE import_n IS NOT NULL;
        CREATE TABLE restatements (claim_n INTEGER NOT NULL, import_n INTEGER NOT NULL, PRIMARY KEY (claim_n, import_n)) WITHOUT ROWID;
        CREATE INDEX restatements_by_import ON restatements(import_n);
        """,
    ];

    /// <summary>Applies the migrations that the file lacks, each in a transaction of its own.</summary>
    /// <exception cref="InvalidDataException">The file was written by a newer program.</exception>
    public static void Migrate(Session session, string path)
    {
        // A table that is made anew has its name in the references of others meanwhile.
        session.Run("PRAGMA foreign_keys = OFF");
        var version = session.Number("PRAGMA user_version") ?? 0;
        if (version > Version)
            throw new InvalidDataException(
                $"{path} has schema version {version}, newer than the {Version} that this program knows: run the program that wrote it, or a newer one.");
        for (; version < Version; version++)
        {
            var migration = Migrations[(int)version];
            session.InTransaction(() =>
            {
                session.Run(migration);
                session.Run($"PRAGMA user_version = {version + 1}");
                return version;
            });
        }
        session.Run("PRAGMA foreign_keys = ON");
    }
}
