using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests.Journeys;

/// <summary>Somebody is faster than the server, goes where nobody planned, or writes an address by hand.</summary>
[Collection(SiteCollection.Name)]
public sealed class HasteTests(Site site) : Journey(site)
{
    [BrowserTheory]
    [InlineData("/?via=hungary&claim=x&cut=x&establish=foo&route=999&view=xyz")]
    [InlineData("/?via=hungary&claim=~~~~~&remove=&country=&status=")]
    public async Task Whatever_an_address_holds_beside_its_question_the_question_is_answered(string address)
    {
        var page = await AskAsync(address);

        await Assertions.Expect(page.Heading("Routes through Hungary")).ToBeVisibleAsync();
        await Assertions.Expect(page.Routes()).ToHaveCountAsync(10);
    }

    [BrowserFact]
    public async Task What_is_offered_is_never_for_what_i_typed_before()
    {
        var page = await AskAsync("/?via=hungary");
        await page.Field("To").PressSequentiallyAsync("ind");
        await page.Offered("To").First.WaitForAsync();
        await page.Keyboard.TypeAsync("onesia");
        await page.Keyboard.PressAsync("Enter");
        await page.AnsweredAsync();

        await Assertions.Expect(page.Heading("Routes through Hungary to Indonesia")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".options:popover-open")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Several_names_with_commas_between_are_several_places()
    {
        var page = await AskAsync("/?via=hungary");
        await page.Field("To").FillAsync("Germany, Poland");
        await page.PressAndWaitAsync("Find routes");

        await Assertions.Expect(page.Heading("Routes through Hungary to Germany or Poland")).ToBeVisibleAsync();
        Assert.Equal("?to=germany&to=poland&via=hungary", page.Question());
    }

    [BrowserFact]
    public async Task What_i_only_began_to_type_is_no_part_of_a_ready_made_question()
    {
        var page = await AskAsync("/");
        await page.Field("Avoiding").FillAsync("thail");
        await page.GetByRole(AriaRole.Link, new() { Name = "Through Hungary" }).ClickAsync();
        await Assertions.Expect(page.Heading("Routes through Hungary")).ToBeVisibleAsync();
        await page.PressAndWaitAsync("Find routes");

        Assert.Equal("?via=hungary", page.Question());
    }

    [BrowserFact]
    public async Task I_look_anything_up_and_come_back()
    {
        var page = await AskAsync("/?via=hungary");
        await page.Field("Look up").PressSequentiallyAsync("kenya");
        await page.Offered("Look up").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Heading("Kenya")).ToBeVisibleAsync();
        Assert.Equal("?via=hungary&entity=kenya", page.Question());
        Assert.Equal("answer", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.GoBackAsync();
        await Assertions.Expect(page.Heading("Routes through Hungary")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_place_that_i_ask_for_cannot_be_struck_out_of_its_own_question()
    {
        var page = await AskAsync("/?via=hungary");
        var route = await page.Routes().First.OpenedAsync();

        await Assertions.Expect(route.GetByRole(AriaRole.Button, new() { Name = "Strike out SK On" })).ToBeVisibleAsync();
        await Assertions.Expect(route.GetByRole(AriaRole.Button, new() { Name = "Strike out Hungary" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Skipping_to_the_answer_leaves_open_what_is_open()
    {
        var page = await AskAsync("/?via=hungary&route=1");
        await page.Locator(".leg > summary").First.ClickAsync();
        await page.Locator(".claim").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip to the answer" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#answer")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".claim").First).ToBeVisibleAsync();
    }
}
