# syntax=docker/dockerfile:1
# The server with its seed: docker build -t supplygraph .
# By itself it keeps the graph in a file: docker run -p 127.0.0.1:5080:5080 -v supplygraph:/data supplygraph
# docs/operations.md says what it writes, and where.

# Built where the builder runs, for the processor that the image is for.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# First what restore reads, and nothing else: as long as no package changes, this layer comes from the cache.
COPY Directory.Build.props Directory.Packages.props ./
COPY src/SupplyGraph.Model/SupplyGraph.Model.csproj src/SupplyGraph.Model/
COPY src/SupplyGraph.Graph/SupplyGraph.Graph.csproj src/SupplyGraph.Graph/
COPY src/SupplyGraph.Analysis/SupplyGraph.Analysis.csproj src/SupplyGraph.Analysis/
COPY src/SupplyGraph.Storage/SupplyGraph.Storage.csproj src/SupplyGraph.Storage/
COPY src/SupplyGraph.Loading/SupplyGraph.Loading.csproj src/SupplyGraph.Loading/
COPY src/SupplyGraph.Api/SupplyGraph.Api.csproj src/SupplyGraph.Api/
# With Neo4j's driver, for bolt:// and neo4j:// addresses.
RUN dotnet restore src/SupplyGraph.Api -a $TARGETARCH -p:Neo4jPackages=true -p:UseAppHost=false

COPY .editorconfig ./
COPY graph-seed graph-seed
COPY src src
RUN dotnet publish src/SupplyGraph.Api -a $TARGETARCH --no-restore --no-self-contained -c Release -p:Neo4jPackages=true -p:UseAppHost=false -o /app \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# Everything that is written lies in /data; the rest may be read-only. A volume that is mounted there for the first time takes over its owner.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV ASPNETCORE_HTTP_PORTS=5080 \
    Embedded__Path=/data/supplygraph.db \
    Imports__Path=/data/imports \
    Neo4j__CopyFolder=/data/neo4j-copy
USER $APP_UID
EXPOSE 5080
VOLUME /data
# Unhealthy until the graph is open and seeded, and while its database does not answer. The image has no curl, so the server asks itself.
HEALTHCHECK --interval=10s --timeout=10s --start-period=120s --retries=3 \
    CMD ["dotnet", "SupplyGraph.Api.dll", "--health", "http://127.0.0.1:5080/health/ready"]
ENTRYPOINT ["dotnet", "SupplyGraph.Api.dll"]
