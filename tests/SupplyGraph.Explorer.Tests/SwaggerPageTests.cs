using Microsoft.Playwright;
using SupplyGraph.Explorer.Tests.Browser;

namespace SupplyGraph.Explorer.Tests;

[Collection(SiteCollection.Name)]
public sealed class SwaggerPageTests(Site site) : Journey(site)
{
    [BrowserFact]
    public async Task The_page_of_the_api_shows_its_operations()
    {
        var page = await OpenAsync("/swagger/index.html");
        await Assertions.Expect(page.Locator(".opblock").First).ToBeVisibleAsync();
        await page.SaveAsync("swagger");
    }
}
