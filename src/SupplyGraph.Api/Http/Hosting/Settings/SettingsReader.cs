using System.Globalization;

namespace SupplyGraph.Api.Http.Hosting.Settings;

/// <summary>
/// Reads settings one by one and keeps what is wrong with each, so that one message names every wrong one. An empty value counts as none: that is how
/// environment files leave a setting out.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> wrong = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong, a sentence each that says what would be accepted.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>Keeps a wrong setting.</summary>
    public void Add(string sentence) => wrong.Add(sentence);

    /// <summary>The value as it is; null where there is none.</summary>
    public string? Text(string key)
    {
        known.Add(key);
        return configuration[key] is { Length: > 0 } text ? text : null;
    }

    /// <summary>A folder or file by its full path; a relative one lies under the current directory.</summary>
    public string Path(string key, string none) => System.IO.Path.GetFullPath(Text(key) ?? none);

    /// <summary>One of the names of an enum, in any case.</summary>
    public T Choice<T>(string key, T none) where T : struct, Enum
    {
        if (Text(key) is not { } text) return none;
        var found = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return found is null ? Refused(key, text, $"must be one of: {string.Join(", ", Enum.GetNames<T>())}", none) : Enum.Parse<T>(found);
    }

    public bool Flag(string key, bool none)
    {
        if (Text(key) is not { } text) return none;
        return bool.TryParse(text, out var flag) ? flag : Refused(key, text, "must be true or false", none);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Whole(string key, long none, long least, long most = long.MaxValue)
    {
        if (Text(key) is not { } text) return none;
        var isWhole = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isWhole && number >= least && number <= most) return number;
        var range = most == long.MaxValue ? $"{least} or more" : $"from {least} to {most}";
        return Refused(key, text, $"must be a whole number, {range}", none);
    }

    /// <inheritdoc cref="Whole(string, long, long, long)"/>
    public int Whole(string key, int none, int least, int most = int.MaxValue) => (int)Whole(key, none, least, (long)most);

    /// <summary>How long something takes, from <paramref name="least"/> to a day.</summary>
    public TimeSpan Duration(string key, TimeSpan none, TimeSpan least)
    {
        if (Text(key) is not { } text) return none;
        var most = TimeSpan.FromDays(1);
        if (Durations.TryRead(text, out var duration) && duration >= least && duration <= most) return duration;
        return Refused(key, text, $"must be a duration such as 500ms, 30s, 5m or 00:00:30, from {Durations.Write(least)} to {Durations.Write(most)}", none);
    }

    /// <summary>Finds what is set in these sections and was never asked for: a misspelt setting that would do nothing, in silence.</summary>
    public void RefuseUnknown(params string[] sections)
    {
        foreach (var section in sections)
        {
            var settings = known.Where(key => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
            foreach (var stray in configuration.GetSection(section).GetChildren().Where(child => !known.Contains(child.Path)))
                Add($"{stray.Path} is no setting; there are: {string.Join(", ", settings)}.");
        }
    }

    private T Refused<T>(string key, string text, string needed, T none)
    {
        Add($"{key} is '{text}'; it {needed}.");
        return none;
    }
}
