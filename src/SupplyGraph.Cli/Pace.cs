namespace SupplyGraph.Cli;

/// <summary>How often the server is asked, and how long it is waited for.</summary>
public sealed record Pace
{
    /// <summary>Between the first two looks at a running import; each pause after is longer by half.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause between two looks at a running import.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two lines of progress where there is no bar.</summary>
    public TimeSpan BetweenLines { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the server may take to begin an answer; an upload may take any time.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long one request is held back in all because the server asks to wait.</summary>
    public TimeSpan HeldBack { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a running import is looked for on a server that went away, such as for a restart.</summary>
    public TimeSpan Away { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an import that is being cancelled is waited for.</summary>
    public TimeSpan WindingDown { get; init; } = TimeSpan.FromSeconds(30);
}
