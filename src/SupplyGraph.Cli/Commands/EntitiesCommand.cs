using System.CommandLine;
using SupplyGraph.Cli.Printing;
using SupplyGraph.Cli.Server;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Commands;

/// <summary><c>entities search</c>.</summary>
internal static class EntitiesCommand
{
    public static Command Create(GlobalOptions global)
    {
        const string Example = "supplygraph entities search 'battery cell' --kind component";
        var command = new CommandWithExamples("entities", "Finds companies, components, countries and the rest by name.", Example);
        command.Add(Search(global, Example));
        return command;
    }

    private static Command Search(GlobalOptions global, string example)
    {
        var text = new Argument<string>("TEXT") { Description = "A part of a name, alias or id; the best match comes first." };
        var kind = Option<string[]>("--kind", "KIND", $"Only this kind: {string.Join(", ", Term.All<EntityKind>())}. Repeat for several.");
        var country = Option<string[]>("--country", "COUNTRY", "Only this country and the companies based in it. Repeat for several.");
        var limit = Option<string>("--limit", "N", $"How many at most, 1..{Limits.MaxPageSize}. Without it: {Limits.DefaultPageSize}.");
        var command = new CommandWithExamples("search", "Finds entities by name, alias or id.", example,
            "supplygraph entities search honda --country pakistan")
        {
            text, kind, country, limit,
        };
        return global.Does(command, async (parsed, run, cancel) =>
        {
            var query = new Query("v1/entities").With("q", parsed.GetRequiredValue(text)).With("kind", parsed.GetValue(kind))
                .With("country", parsed.GetValue(country)).With("limit", parsed.GetValue(limit));
            run.Give<EntityPage>(await run.Server.GetAsync(query.ToString(), cancel), page => Show(page, run.Printer));
            return ExitCode.Done;
        });
    }

    private static Option<T> Option<T>(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static void Show(EntityPage page, Printer printer)
    {
        if (page.Items.Count == 0)
        {
            printer.Say("Nothing found.");
            return;
        }
        var table = Tables.Of("Id", "Kind", "Name", "Based in", "Also called");
        foreach (var entity in page.Items) table.Row(entity.Id, entity.Kind, entity.Name, entity.Home, string.Join(", ", entity.Aliases ?? []));
        printer.Show(table);
        if (page.Next is not null) printer.Say("There are more: narrow the search or raise --limit.");
    }
}
