using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;
using SupplyGraph.Cli.Server;

namespace SupplyGraph.Cli.Printing;

/// <summary>The one way out of a run: answers and messages to where they belong, in colours only where someone looks.</summary>
internal sealed class Printer
{
    // Where nobody looks a line is as long as it is: programs cut lines by themselves.
    private const int Unbounded = 100_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Terminal terminal;
    private readonly Lane messages, complaints;

    /// <param name="json">Whether standard output is for the server's answers alone.</param>
    public Printer(Terminal terminal, bool json)
    {
        this.terminal = terminal;
        Json = json;
        complaints = LaneTo(terminal.Error, terminal.ErrorIsTerminal);
        messages = json ? complaints : LaneTo(terminal.Out, terminal.OutIsTerminal);
    }

    public bool Json { get; }

    /// <summary>Whether messages can move: a bar that grows in its place.</summary>
    public bool MayMove => messages.MayMove;

    /// <summary>Characters of a line.</summary>
    public int Width => messages.Screen.Profile.Width;

    /// <summary>Where a moving bar is drawn.</summary>
    public IAnsiConsole Live => messages.Screen;

    /// <summary>A line to the reader.</summary>
    public void Say(string text) => Show(new Text(PlainText.Lines(text)));

    /// <summary>The same in a colour.</summary>
    public void Say(string text, Color colour) => Show(new Text(PlainText.Lines(text), new Style(colour)));

    public void Show(IRenderable renderable) => messages.Write(renderable);

    /// <summary>Something that is wrong: to standard error.</summary>
    public void Complain(string text) => complaints.Write(new Text(PlainText.Lines(text), new Style(Color.Red)));

    /// <summary>Something to know that is no part of an answer: to standard error.</summary>
    public void Note(string text) => complaints.Write(new Text(PlainText.Lines(text)));

    /// <summary>The server's own answer, on a line.</summary>
    public void Answer(Answer answer)
    {
        if (terminal.OutIsTerminal) Write(PlainText.Lines(answer.Text));
        else terminal.Out.Write(answer.Body);
        terminal.Out.WriteByte((byte)'\n');
        terminal.Out.Flush();
    }

    /// <summary>A file of the server's, as it is; on a terminal without what would steer it.</summary>
    public async Task FileAsync(Stream file, CancellationToken cancel)
    {
        if (terminal.OutIsTerminal)
        {
            using var reader = new StreamReader(file, Utf8);
            while (await reader.ReadLineAsync(cancel) is { } line) Write(PlainText.Lines(line) + "\n");
        }
        else await file.CopyToAsync(terminal.Out, cancel);
        await terminal.Out.FlushAsync(cancel);
    }

    private void Write(string text) => terminal.Out.Write(Utf8.GetBytes(text));

    private Lane LaneTo(Stream stream, bool isTerminal)
    {
        var moves = isTerminal && terminal.MayMove;
        var writer = new StreamWriter(stream, Utf8) { AutoFlush = true, NewLine = "\n" };
        return new Lane(writer, Lane.ConsoleOver(writer, moves, isTerminal ? terminal.Width : Unbounded), moves);
    }

    /// <summary>One of the two ways to the reader.</summary>
    private sealed record Lane(TextWriter Writer, IAnsiConsole Screen, bool MayMove)
    {
        public void Write(IRenderable renderable)
        {
            if (MayMove)
            {
                Screen.Write(renderable);
                // A table ends its last line by itself.
                if (renderable is Text) Screen.WriteLine();
                return;
            }
            // Tables fill up their last column with blanks, which would go with every line into files.
            using var drawn = new StringWriter();
            ConsoleOver(drawn, moves: false, Screen.Profile.Width).Write(renderable);
            var lines = drawn.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd());
            foreach (var line in lines.SkipWhile(line => line.Length == 0)) Writer.WriteLine(line);
        }

        public static IAnsiConsole ConsoleOver(TextWriter writer, bool moves, int width)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = moves ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = moves ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = moves ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            });
            console.Profile.Width = width;
            console.Profile.Capabilities.Unicode = true;
            return console;
        }
    }
}
