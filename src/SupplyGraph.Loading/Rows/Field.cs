using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SupplyGraph.Loading.Rows;

/// <summary>One column of the row at hand. What the row before had there is remembered, with its meaning: files repeat themselves endlessly.</summary>
/// <param name="standard">What stands for a value that a row does not give.</param>
internal sealed class Field(string? standard)
{
    private const int MostRemembered = 512;

    private byte[] bytes = new byte[32];
    private int length = -1;
    private string? remembered;
    private object? meaning;

    /// <summary>The value, trimmed; null for none.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether the row has the column at all, be it empty.</summary>
    public bool Given { get; private set; }

    /// <summary>Whether the column has a value where a row gives none.</summary>
    public bool HasDefault => standard is not null;

    public void Take(ReadOnlySpan<byte> utf8)
    {
        if (length != utf8.Length || !utf8.SequenceEqual(bytes.AsSpan(0, length))) Remember(utf8);
        Text = remembered ?? standard;
        Given = true;
    }

    public void Take(string? value)
    {
        Text = Trimmed(value) ?? standard;
        Given = true;
    }

    /// <summary>The row has no such column.</summary>
    public void Leave()
    {
        Text = standard;
        Given = false;
    }

    /// <summary>What the text was found to mean before.</summary>
    public bool TryRecall<T>([MaybeNullWhen(false)] out T value)
    {
        if (meaning is Meaning<T> known && ReferenceEquals(known.Text, Text))
        {
            value = known.Value;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>Notes what the text means.</summary>
    public T Means<T>(T value)
    {
        if (meaning is not Meaning<T> known) meaning = known = new Meaning<T>();
        (known.Text, known.Value) = (Text, value);
        return value;
    }

    private void Remember(ReadOnlySpan<byte> utf8)
    {
        remembered = utf8.IsEmpty ? null : Trimmed(Encoding.UTF8.GetString(utf8));
        length = -1;
        if (utf8.Length > MostRemembered) return;
        if (utf8.Length > bytes.Length) bytes = new byte[Math.Max(utf8.Length, bytes.Length * 2)];
        utf8.CopyTo(bytes);
        length = utf8.Length;
    }

    private static string? Trimmed(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])) return text;
        return text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    private sealed class Meaning<T>
    {
        public string? Text { get; set; }

        public T Value { get; set; } = default!;
    }
}
