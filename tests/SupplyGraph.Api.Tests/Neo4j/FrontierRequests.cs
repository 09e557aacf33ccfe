using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Requests whose answers read relationships, and their answers as far as they must not depend on the store.</summary>
internal static class FrontierRequests
{
    public static readonly string[] Addresses =
    [
        "/v1/entities/byd", "/v1/entities/china", "/v1/entities/lithium-ion-battery", "/v1/entities/asia", "/v1/entities?country=pakistan&limit=20",
        "/v1/entities/byd/relationships", "/v1/relationships?from=china&to=pakistan", "/v1/relationships?component=lithium-ion-battery&limit=20",
        "/v1/claims?relationship=headquartered_in~byd~china~~", "/v1/claims?relationship=supplies~nobody~byd~cell~",
        "/v1/routes?via=pakistan", "/v1/routes?via=hungary", "/v1/routes?from=china&via=pakistan&to=europe", "/v1/routes?from=australia&to=germany",
        "/v1/routes?from=byd&to=pakistan&maxHops=1", "/v1/routes?from=pakistan&to=byd&exact=true&maxHops=2",
        "/v1/routes?via=pakistan&component=passenger-vehicle",
        "/v1/routes?from=china&to=europe&components=ignore&distinct=none", "/v1/routes?via=pakistan&via=china&status=established&minConfidence=0.5",
        "/v1/routes?from=indonesia&to=united-states&avoid=china", "/v1/routes?to=pakistan&types=exports_to&asOf=2024", "/v1/routes?from=lithium&to=byd",
    ];

    public static readonly string[] Bodies =
    [
        """{"from": ["indonesia"], "to": ["united-states"], "scenario": {"removedEntities": ["china"]}}""",
        """{"via": ["pakistan"], "scenario": {"changedStatus": [{"entity": "pakistan", "status": "established"}]}}""",
        """
        {"from": ["china"], "via": ["pakistan"], "scenario": {"claims": [{"type": "exports_to", "from": "pakistan", "to": "kenya",
        "component": "electric-vehicle", "status": "potential", "publisher": "An analyst", "confidence": 0.6}]}}
        """,
        """{"via": ["pakistan"], "scenario": {"removedRelationships": ["supplies~nobody~byd~cell~"]}}""",
        """{"via": ["pakistan"], "scenario": {"removedRelationships": ["headquartered_in~byd~china~~"]}}""",
    ];

    public static async Task<string> AnswerAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return $"{address}: {(int)answer.StatusCode} {Told(await answer.Content.ReadAsStringAsync())}";
    }

    public static async Task<string> PostAsync(HttpClient client, string body)
    {
        using var answer = await client.SendAsync(HttpMethod.Post, "/v1/routes", body);
        return $"{body}: {(int)answer.StatusCode} {Told(await answer.Content.ReadAsStringAsync())}";
    }

    // How much a search looked at is its own affair, a trace id is each request's, and a version is each store's.
    private static string Told(string text)
    {
        var answer = JsonNode.Parse(text)!.AsObject();
        foreach (var own in (string[])["expanded", "traceId", "version"]) answer.Remove(own);
        return answer.ToJsonString();
    }
}
