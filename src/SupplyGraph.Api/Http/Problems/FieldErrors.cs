namespace SupplyGraph.Api.Http.Problems;

/// <summary>Collects what is wrong with each field, so that one answer names every bad field at once. Fields keep the order in which they were found.</summary>
public sealed class FieldErrors
{
    private readonly OrderedDictionary<string, List<FieldError>> byField = new(StringComparer.Ordinal);

    public bool Any => byField.Count > 0;

    public void Add(string field, FieldError error)
    {
        if (!byField.TryGetValue(field, out var errors)) byField[field] = errors = [];
        if (!errors.Contains(error)) errors.Add(error);
    }

    /// <summary>Whether the field, or one that it lies in, is known to be bad.</summary>
    public bool Covers(string field) =>
        byField.Keys.Any(bad => field == bad || (field.StartsWith(bad, StringComparison.Ordinal) && field[bad.Length] is '.' or '['));

    public void CopyTo(FieldErrors other)
    {
        foreach (var (field, errors) in byField)
            foreach (var error in errors) other.Add(field, error);
    }

    public ProblemException ToException(ProblemKind? kind = null)
    {
        var fields = byField.Keys.ToList();
        var named = string.Join(", ", fields.Take(5)) + (fields.Count > 5 ? ", …" : "");
        var detail = fields.Count == 1 ? $"1 field is invalid: {named}." : $"{fields.Count} fields are invalid: {named}.";
        return new ProblemException(kind ?? ProblemKind.InvalidRequest, detail)
        {
            Errors = byField.ToDictionary(f => f.Key, f => (IReadOnlyList<FieldError>)f.Value),
        };
    }
}
