namespace SupplyGraph.Model;

/// <summary>Every bound of the product, once: shared by validators, engine, documentation and tests.</summary>
public static class Limits
{
    /// <summary>The confidence of a claim that states none.</summary>
    public const double DefaultConfidence = 0.5;

    /// <summary>No number of publishers makes a thing certain.</summary>
    public const double MaxConfidence = 0.99;

    /// <summary>Legs of a route: 1..12.</summary>
    public const int MaxHops = 12;
    public const int DefaultHops = 6;

    /// <summary>Routes of an answer: 1..100.</summary>
    public const int MaxRoutes = 100;
    public const int DefaultRoutes = 10;

    /// <summary>Places that one route can be required to pass.</summary>
    public const int MaxVias = 4;

    /// <summary>Values of any other list parameter.</summary>
    public const int MaxListValues = 50;

    /// <summary>Countries that one question compares as hubs.</summary>
    public const int MaxHubCountries = 8;

    /// <summary>Entities that each list of a hub shows: 1..1,000. All are counted.</summary>
    public const int MaxHubLinks = 1000;
    public const int DefaultHubLinks = 50;

    /// <summary>Companies that are shown for each missing stage: 1..100. All are counted.</summary>
    public const int MaxOpportunities = 100;
    public const int DefaultOpportunities = 10;

    /// <summary>Partial routes that one question may expand.</summary>
    public const int MaxExpansions = 5_000_000;

    /// <summary>The same for a look at the routes of few legs, before a search with open ends.</summary>
    public const int LookExpansions = 4_000;

    /// <summary>Items of a list within an answer: 1..100.</summary>
    public const int MaxListed = 100;

    /// <summary>Items of such a list where no number is given.</summary>
    public const int DefaultListed = 10;

    /// <summary>Pairs of first and last stop over which chokepoints are found: the most plausible ones.</summary>
    public const int MaxEndPairs = 500;

    /// <summary>Partial routes that one search for all pairs may expand before each pair is asked for by itself.</summary>
    public const int EndPairExpansions = 50_000;

    /// <summary>Pairs of ends that are asked for one by one.</summary>
    public const int MaxEndPairsTried = 20_000;

    /// <summary>Tiers of suppliers or customers: 1..5.</summary>
    public const int MaxTiers = 5;

    /// <summary>Tiers where no number is given.</summary>
    public const int DefaultTiers = 3;

    /// <summary>Partial routes that one question may hold, 48 bytes each.</summary>
    public const int MaxPartialRoutes = 6_000_000;

    /// <summary>Pairs of neighbours of a via that are counted to know how many different answers there can be.</summary>
    public const int MaxCountedKeys = 10_000;

    /// <summary>Entries of the table of the sharper bound, 4 bytes each.</summary>
    public const int MaxBoundEntries = 16_000_000;

    /// <summary>The same as <see cref="MaxExpansions"/> for finding out why there is no route.</summary>
    public const int MaxObstacleExpansions = 50_000;

    /// <summary>How long one question may search.</summary>
    public static readonly TimeSpan MaxSearchTime = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Relationships that are read for one question from a graph that is not in memory: some 200 bytes each here, and a second or so of the database's time.
    /// </summary>
    public const int MaxExtractedRelationships = 200_000;

    /// <summary>How often an answer is begun anew because the graph moved on while it was read.</summary>
    public const int MaxReadAttempts = 5;

    /// <summary>Searches that wait for a processor; more are turned away.</summary>
    public const int MaxWaitingSearches = 200;

    /// <summary>Items of a page: 1..1,000.</summary>
    public const int MaxPageSize = 1000;
    public const int DefaultPageSize = 50;

    /// <summary>Claims of one request.</summary>
    public const int MaxClaimsPerRequest = 1000;

    /// <summary>Changes of each sort in a scenario.</summary>
    public const int MaxScenarioChanges = 200;

    /// <summary>Bytes of a JSON body: room for the most claims of the greatest length.</summary>
    public const long MaxBodyBytes = 8 * 1024 * 1024;

    /// <summary>Characters of an id.</summary>
    public const int IdLength = 200;

    /// <summary>Characters of a name, an alias, a unit, a publisher or a title.</summary>
    public const int NameLength = 500;

    /// <summary>Characters of a statement or a URL.</summary>
    public const int TextLength = 4000;

    /// <summary>Aliases of one entity.</summary>
    public const int MaxAliases = 50;

    /// <summary>
    /// Characters of a CSV field, and bytes of a line of NDJSON: room for the longest row that keeps to the limits above, every character escaped.
    /// </summary>
    public const int MaxRowLength = 256 * 1024;

    /// <summary>Characters between which an alias cannot stand: aliases are split by it in files.</summary>
    public const char AliasSeparator = '|';

    /// <summary>Names offered where one was not found.</summary>
    public const int NearMatches = 5;

    /// <summary>How long after the last observation an export or an output still counts: the next year's statistic is not out before.</summary>
    public const int ObservationMonths = 36;

    /// <summary>Ranked results that one search finds; pages are cut from these.</summary>
    public const int MaxSearchResults = 1000;

    /// <summary>Changes that a snapshot carries beside its base, or takes from one commit, before it is built anew.</summary>
    public const int MaxOverlay = 20_000;

    /// <summary>Entities whose names changed since the name index was built, before it is built anew.</summary>
    public const int MaxNameChanges = 4000;

    /// <summary>Bytes of a file that is imported, as it comes and unpacked.</summary>
    public const long MaxImportBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Rows of a file that is imported.</summary>
    public const int MaxImportRows = 10_000_000;

    /// <summary>Bytes of the rows that a reader of files hands out at once; the row that passes it is the last.</summary>
    public const int MaxBatchBytes = 4 * 1024 * 1024;

    /// <summary>Columns of a file that is imported, known or not.</summary>
    public const int MaxImportColumns = 200;

    /// <summary>Errors that the report of an import lists, and as many warnings; the file of rejects has every rejected row.</summary>
    public const int MaxKeptRowErrors = 100;

    /// <summary>New entities of one import for which names that differ by a typing error are looked up.</summary>
    public const int MaxDuplicateSearches = 500;

    /// <summary>Bytes of a file whose sender may wait for the finished report.</summary>
    public const long MaxWaitedImportBytes = 8 * 1024 * 1024;

    /// <summary>How long a sender waits for the finished report before the import goes on without.</summary>
    public static readonly TimeSpan MaxImportWait = TimeSpan.FromSeconds(60);

    /// <summary>Imports that wait for their turn; more are turned away.</summary>
    public const int MaxWaitingImports = 100;

    /// <summary>Finished imports whose reports and rejects are kept; the oldest go first.</summary>
    public const int MaxKeptImports = 1000;

    /// <summary>Characters of an Idempotency-Key.</summary>
    public const int IdempotencyKeyLength = 200;

    /// <summary>Bytes of one answer that is kept for the next who asks the same; a longer one is made anew.</summary>
    public const long MaxKeptAnswerBytes = 1024 * 1024;

    /// <summary>Bytes of all answers that are kept.</summary>
    public const long MaxKeptAnswersBytes = 64 * 1024 * 1024;

    /// <summary>Claims, with the relationships that they are of, that are kept in memory for the next answer that shows them.</summary>
    public const int MaxKeptClaims = 100_000;

    /// <summary>How long an answer is kept at most, however often it is asked for.</summary>
    public static readonly TimeSpan MaxAnswerAge = TimeSpan.FromMinutes(10);
}
