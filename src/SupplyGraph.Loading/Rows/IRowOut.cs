namespace SupplyGraph.Loading.Rows;

/// <summary>Takes the fields of one row after the other, in the order of the exported columns.</summary>
internal interface IRowOut : IAsyncDisposable
{
    void Text(string? text);

    /// <summary>Texts that a reader splits again.</summary>
    void List(IReadOnlyList<string> texts);

    /// <summary>Written so that it reads back as the same double.</summary>
    void Number(double? number);

    /// <summary>Written without trailing zeros.</summary>
    void Number(decimal? number);

    /// <summary>Ends the row, and sends what has gathered once it is worth it.</summary>
    ValueTask EndRowAsync(CancellationToken cancel);

    /// <summary>Sends the rest.</summary>
    ValueTask FlushAsync(CancellationToken cancel);
}
