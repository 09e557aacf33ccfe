namespace SupplyGraph.Api.Features.Routes;

/// <summary>One answer of the seed graph in each format: to <c>from=syrah-resources&amp;to=btr&amp;limit=1&amp;asOf=2026-11-22</c>.</summary>
internal static class RouteExamples
{
    public const string Json = $$"""
        {
          {{Query}},
          "complete": true, "stoppedBy": null, "expanded": 1, "version": 1,
          "routes": [{
            "plausibility": 0.75, "status": "established", "hops": 1, "countries": ["australia", "china"],
            "stops": [
              { "id": "syrah-resources", "name": "Syrah Resources", "kind": "company", "country": "australia" },
              { "id": "btr", "name": "BTR", "kind": "company", "country": "china" }
            ],
            "legs": [{
              "from": "syrah-resources", "to": "btr", "relationship": "supplies~syrah-resources~btr~natural-graphite~", "type": "supplies", "role": null,
              "along": true, "component": "natural-graphite", "status": "established", "confidence": 0.75, "plausibility": 0.75, "joint": 1, "pool": 1,
              {{Evidence}},
              "alternatives": []
            }],
            "weakestLeg": 0, "explanation": "Syrah Resources supplies natural graphite to BTR."
          }],
          "obstacle": null
        }
        """;

    public const string GeoJson = $$"""
        {
          "type": "FeatureCollection",
          {{Query}},
          "complete": true, "stoppedBy": null, "version": 1, "obstacle": null,
          "features": [{
            "type": "Feature", "id": "1.1",
            "geometry": { "type": "LineString", "coordinates": [[133.78, -25.27], [104.2, 35.86]] },
            "properties": {
              "route": 1, "leg": 1, "from": "syrah-resources", "fromName": "Syrah Resources", "to": "btr", "toName": "BTR",
              "relationship": "supplies~syrah-resources~btr~natural-graphite~", "type": "supplies", "role": null, "along": true,
              "component": "natural-graphite", "stage": "mining", "status": "established", "confidence": 0.75, "plausibility": 0.75, "joint": 1, "pool": 1,
              "routePlausibility": 0.75, "routeStatus": "established",
              {{Evidence}}
            }
          }]
        }
        """;

    public const string Csv =
        "route,leg,from,from_name,to,to_name,relationship,type,role,along,component,stage,status,confidence,plausibility,joint,pool,route_plausibility,"
        + "route_status,claims,publishers,source_titles,source_urls,source_dates\n"
        + "1,1,syrah-resources,Syrah Resources,btr,BTR,supplies~syrah-resources~btr~natural-graphite~,supplies,,true,natural-graphite,mining,established,"
        + "0.75,0.75,1,1,0.75,established,9f601d1e334b854b7f38,Kallanish,China's BTR launches anode plant in Indonesia,"
        + "https://seaisi.org/details/25189?type=news-rooms,2024-08-08\n";

    private const string Query = """
        "query": {
            "from": ["syrah-resources"], "to": ["btr"], "via": [], "avoid": [], "component": null, "types": [], "status": [], "minConfidence": 0,
            "asOf": "2026-11-22", "maxHops": 6, "limit": 1, "distinct": "none", "components": "follow", "exact": false, "scenario": null
          }
        """;

    private const string Evidence = """
        "claims": ["9f601d1e334b854b7f38"],
        "sources": [{
            "id": "edb72ede691885730a3c", "publisher": "Kallanish", "title": "China's BTR launches anode plant in Indonesia",
            "url": "https://seaisi.org/details/25189?type=news-rooms", "date": "2024-08-08"
          }]
        """;
}
