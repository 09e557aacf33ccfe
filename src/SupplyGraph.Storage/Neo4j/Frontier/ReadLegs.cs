using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>Takes up the rows of a <see cref="LegsStatement"/>.</summary>
internal sealed class ReadLegs(EntityNumbers numbers)
{
    private readonly List<FoundLeg> legs = [];
    private readonly HashSet<int> alsoOutOf = [];
    private readonly HashSet<int> alsoInto = [];

    /// <summary>Takes up a row; whether it holds all that was asked for.</summary>
    /// <param name="most">The legs that were to be read of the nodes that were asked about, at most.</param>
    public bool Add(CypherRow row, int most)
    {
        var (isOut, reached, areAll) = (row.Bool(0), new List<int>(), true);
        foreach (var (level, read) in row.Rows(1).Index())
        {
            // Not gone to, or only in part: the nodes are asked about again when it is their turn.
            if (!read.Bool(0)) break;
            var isWhole = Values(read, 1).Count < (level == 0 ? most : LegsStatement.FewLegs);
            if (level == 0) areAll = isWhole;
            else if (isWhole) (isOut ? alsoOutOf : alsoInto).UnionWith(reached);
            reached = AddLegs(read, isOut);
        }
        return areAll;
    }

    public LegsRead All() => new(legs, AreAll: true, alsoOutOf, alsoInto);

    public LegsRead Some() => new(legs, AreAll: false, [], []);

    /// <summary>Adds the legs of a level; gives the nodes that they lead to.</summary>
    private List<int> AddLegs(CypherRow read, bool isOut)
    {
        var (near, far, handles) = (Values(read, 1), Values(read, 2), Values(read, 3));
        var reached = new List<int>(near.Count);
        for (var i = 0; i < near.Count; i++)
        {
            var (here, there, handle) = (Node(near[i]), Node(far[i]), (long)handles[i]!);
            if (here < 0 || there < 0) continue;
            var (isAlong, relationship) = handle >= 0 ? (true, handle) : (false, -1 - handle);
            legs.Add(isOut ? new(here, there, isAlong, relationship) : new(there, here, isAlong, relationship));
            reached.Add(there);
        }
        return reached;
    }

    // Other people's nodes have no number, or one that is of another sort; what came after the skeleton's version is not in it.
    private int Node(object? number) => number is long n ? numbers.NodeOf(n) : -1;

    private static IReadOnlyList<object?> Values(CypherRow row, int column) => (IReadOnlyList<object?>)row[column]!;
}
