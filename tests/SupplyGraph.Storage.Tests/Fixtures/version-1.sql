-- A file of schema version 1, as text: what the program of commit d362872 (the last with that version) had written after five commits of its own
-- IGraphStore (entities; claims of import-1; claims by hand; a confidence and a stage changed; two claims and an entity removed), dumped by
-- `sqlite3 v1.db .dump`. PRAGMA user_version, which a dump leaves out, stands at the end. Do not edit: it is a record.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE identity (id TEXT NOT NULL);
INSERT INTO identity VALUES('0a5ebce65dc558fd');
CREATE TABLE versions (version INTEGER PRIMARY KEY, at INTEGER NOT NULL, last_change INTEGER NOT NULL);
INSERT INTO versions VALUES(1,1793534400000,6);
INSERT INTO versions VALUES(2,1793534460000,11);
INSERT INTO versions VALUES(3,1793534520000,15);
INSERT INTO versions VALUES(4,1793534580000,18);
INSERT INTO versions VALUES(5,1793534640000,23);
CREATE TABLE entities (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, aliases TEXT,
    country_n INTEGER REFERENCES entities(n), iso2 TEXT, iso3 TEXT, latitude REAL, longitude REAL, stage INTEGER, url TEXT);
INSERT INTO entities VALUES(1,'catl',0,'CATL','catl',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entities VALUES(2,'china',2,'China','china',NULL,NULL,'CN','CHN',35.899999999999998578,104.20000000000000284,NULL,NULL);
INSERT INTO entities VALUES(4,'cell',1,'Battery cell','batterycell',NULL,NULL,NULL,NULL,NULL,NULL,3,NULL);
INSERT INTO entities VALUES(5,'pack',1,'Battery pack','batterypack',NULL,NULL,NULL,NULL,NULL,NULL,4,NULL);
INSERT INTO entities VALUES(6,'byd',0,'BYD','byd','["Build Your Dreams","\u6BD4\u4E9A\u8FEA"]',2,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE relationships (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type INTEGER NOT NULL,
    from_n INTEGER NOT NULL REFERENCES entities(n), to_n INTEGER NOT NULL REFERENCES entities(n), component_n INTEGER REFERENCES entities(n),
    role INTEGER,
    status INTEGER NOT NULL, confidence INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, begins INTEGER, counts_until INTEGER,
    amount TEXT, unit TEXT, claims INTEGER NOT NULL, disputes TEXT);
INSERT INTO relationships VALUES(1,'supplies~catl~byd~cell~',0,1,6,4,NULL,1,850000,NULL,NULL,NULL,NULL,'50.5','GWh/yr',2,'[{"Field":"status","Values":["announced","established"]}]');
INSERT INTO relationships VALUES(2,'part_of~cell~pack~~',9,4,5,NULL,NULL,0,500000,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE publishers (n INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (key, name));
INSERT INTO publishers VALUES(1,'reuters','Reuters');
INSERT INTO publishers VALUES(2,'nikkei','Nikkei');
INSERT INTO publishers VALUES(3,'dawn','Dawn');
CREATE TABLE titles (n INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE);
INSERT INTO titles VALUES(1,'Cells');
CREATE TABLE imports (n INTEGER PRIMARY KEY, import TEXT NOT NULL UNIQUE);
INSERT INTO imports VALUES(1,'import-1');
CREATE TABLE sources (
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, url TEXT, publisher TEXT, publisher_key TEXT NOT NULL, title TEXT, date INTEGER,
    claims INTEGER NOT NULL);
INSERT INTO sources VALUES(1,X'26bf67df862f8d7e7aab',NULL,'Reuters','reuters','Cells',NULL,1);
INSERT INTO sources VALUES(2,X'81cfab3645567a497dee',NULL,'Nikkei','nikkei','Cells',20240800,1);
INSERT INTO sources VALUES(3,X'092eb5865dc0ed3740bd',NULL,'Reuters','reuters',NULL,NULL,1);
CREATE TABLE claims (
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, relationship_n INTEGER NOT NULL REFERENCES relationships(n),
    status INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER, amount TEXT, unit TEXT, statement TEXT,
    source_n INTEGER NOT NULL REFERENCES sources(n), publisher_n INTEGER NOT NULL REFERENCES publishers(n), title_n INTEGER REFERENCES titles(n),
    source_date INTEGER, confidence REAL NOT NULL, import_n INTEGER REFERENCES imports(n));
INSERT INTO claims VALUES(1,X'659d46214353b03257d5',1,0,NULL,NULL,NULL,NULL,NULL,1,1,1,NULL,0.69999999999999995559,1);
INSERT INTO claims VALUES(2,X'b53e43519741e8024ad1',1,1,NULL,NULL,'50.5','GWh/yr','Fifty, "soon"',2,2,1,20240800,0.5,1);
INSERT INTO claims VALUES(3,X'6b64abc92e91a602280d',2,0,NULL,NULL,NULL,NULL,NULL,3,1,NULL,NULL,0.5,1);
CREATE TABLE changes (seq INTEGER PRIMARY KEY, version INTEGER NOT NULL, what INTEGER NOT NULL, action INTEGER NOT NULL, n INTEGER NOT NULL);
INSERT INTO changes VALUES(1,1,0,0,1);
INSERT INTO changes VALUES(2,1,0,0,2);
INSERT INTO changes VALUES(3,1,0,0,3);
INSERT INTO changes VALUES(4,1,0,0,4);
INSERT INTO changes VALUES(5,1,0,0,5);
INSERT INTO changes VALUES(6,1,0,0,6);
INSERT INTO changes VALUES(7,2,1,0,1);
INSERT INTO changes VALUES(8,2,2,0,1);
INSERT INTO changes VALUES(9,2,2,0,2);
INSERT INTO changes VALUES(10,2,1,0,2);
INSERT INTO changes VALUES(11,2,2,0,3);
INSERT INTO changes VALUES(12,3,1,1,1);
INSERT INTO changes VALUES(13,3,2,0,4);
INSERT INTO changes VALUES(14,3,1,0,3);
INSERT INTO changes VALUES(15,3,2,0,5);
INSERT INTO changes VALUES(16,4,0,1,5);
INSERT INTO changes VALUES(17,4,1,1,1);
INSERT INTO changes VALUES(18,4,2,1,1);
INSERT INTO changes VALUES(19,5,2,2,5);
INSERT INTO changes VALUES(20,5,2,2,4);
INSERT INTO changes VALUES(21,5,1,2,3);
INSERT INTO changes VALUES(22,5,1,1,1);
INSERT INTO changes VALUES(23,5,0,2,3);
CREATE TABLE gone (what INTEGER NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (what, n)) WITHOUT ROWID;
INSERT INTO gone VALUES(0,3,'asia');
INSERT INTO gone VALUES(1,3,'operates_in~byd~china~pack~assembly');
INSERT INTO gone VALUES(2,4,'e35a032b79759bb78641');
INSERT INTO gone VALUES(2,5,'a25f448d8dc6b0895afe');
CREATE INDEX entities_by_name ON entities(kind, name_key);
CREATE INDEX entities_by_country ON entities(country_n) WHERE country_n IS NOT NULL;
CREATE INDEX relationships_by_from ON relationships(from_n);
CREATE INDEX relationships_by_to ON relationships(to_n);
CREATE INDEX relationships_by_component ON relationships(component_n) WHERE component_n IS NOT NULL;
CREATE INDEX relationships_disputed ON relationships(id) WHERE disputes IS NOT NULL;
CREATE INDEX sources_by_publisher ON sources(publisher_key, id);
CREATE INDEX claims_by_relationship ON claims(relationship_n, id, publisher_n);
CREATE INDEX claims_by_source ON claims(source_n, id);
CREATE INDEX claims_by_import ON claims(import_n, id) WHERE import_n IS NOT NULL;
COMMIT;
PRAGMA user_version = 1;
