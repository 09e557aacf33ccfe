namespace SupplyGraph.Model.Tests;

public sealed class DerivationTests
{
    private static readonly Claim Said = new(RelationshipType.Owns, "a", "b") { Publisher = "Reuters" };

    private static Relationship Derive(params Claim[] claims)
    {
        var derived = Derivation.Derive(Said.Key, claims);
        Assert.Equal(derived, Derivation.Derive(Said.Key, [.. claims.Reverse()]));
        return derived;
    }

    private static Claim Dated(string? date, Status status = Status.Established) =>
        Said with { SourceDate = date is null ? null : PartialDate.Parse(date), Status = status };

    [Fact]
    public void A_relationship_without_claims_cannot_exist() => Assert.Throws<ArgumentException>(() => Derivation.Derive(Said.Key, []));

    [Fact]
    public void The_later_source_date_is_the_newer() =>
        Assert.Equal(Status.Announced, Derive(Dated("2023-12-31", Status.Potential), Dated("2024", Status.Announced)).Status);

    [Fact]
    public void A_partial_source_date_counts_as_its_first_day() =>
        Assert.Equal(Status.Potential, Derive(Dated("2024-01-02", Status.Potential), Dated("2024", Status.Announced)).Status);

    [Fact]
    public void An_undated_established_claim_counts_as_dated_by_its_beginning()
    {
        var undated = Dated(null) with { ValidFrom = PartialDate.Parse("2024") };
        Assert.Equal(Status.Established, Derive(undated, Dated("2023", Status.Announced)).Status);
        Assert.Equal(Status.Announced, Derive(undated, Dated("2025", Status.Announced)).Status);
    }

    [Fact]
    public void An_undated_claim_that_is_not_established_counts_as_oldest() =>
        Assert.Equal(Status.Potential, Derive(Dated(null, Status.Announced) with { ValidFrom = PartialDate.Parse("2030") },
            Dated("1999", Status.Potential)).Status);

    [Fact]
    public void Of_one_date_the_stronger_status_wins() =>
        Assert.Equal(Status.Established, Derive(Dated("2024", Status.Potential), Dated("2024"), Dated("2024", Status.Announced)).Status);

    [Fact]
    public void Of_one_date_and_status_the_later_end_wins_and_none_is_latest()
    {
        var early = Dated("2024") with { ValidTo = PartialDate.Parse("2025") };
        var late = Dated("2024") with { ValidTo = PartialDate.Parse("2026") };
        Assert.Equal(PartialDate.Parse("2026"), Derive(early, late).ValidTo);
        var endless = Dated("2024") with { ValidFrom = PartialDate.Parse("2020") };
        Assert.Equal((PartialDate.Parse("2020"), null), (Derive(early, late, endless).ValidFrom, Derive(early, late, endless).ValidTo));
    }

    [Fact]
    public void Then_the_earlier_beginning_and_the_larger_amount_win()
    {
        var later = Dated("2024") with { ValidFrom = PartialDate.Parse("2022"), Amount = 9, Unit = "t" };
        var earlier = Dated("2024") with { ValidFrom = PartialDate.Parse("2021"), Amount = 1, Unit = "t" };
        Assert.Equal((PartialDate.Parse("2021"), 1m), (Derive(later, earlier).ValidFrom, Derive(later, earlier).Amount));
        Assert.Equal(9m, Derive(later, earlier with { ValidFrom = later.ValidFrom }).Amount);
    }

    [Fact]
    public void The_larger_amount_wins_whichever_id_is_first()
    {
        Claim Of(decimal amount) => Dated("2024") with { Amount = amount, Unit = "t" };
        // Over so many pairs the order of the ids, which are hashes, cannot be the order of the amounts.
        foreach (var less in Enumerable.Range(1, 20)) Assert.Equal(less + 1m, Derive(Of(less), Of(less + 1)).Amount);
    }

    [Fact]
    public void What_ties_in_all_else_is_settled_by_the_first_id()
    {
        // Only the unit differs, of which no earlier rule speaks.
        var claims = Enumerable.Range(1, 8).Select(i => Dated("2024") with { Amount = 5, Unit = $"unit {i}" }).ToArray();
        Assert.Equal(claims.MinBy(c => c.Id, StringComparer.Ordinal)!.Unit, Derive(claims).Unit);
    }

    [Fact]
    public void No_number_of_publishers_makes_a_thing_certain() =>
        Assert.Equal(0.99, Derive(Said with { Confidence = 1 }, Said with { Publisher = "Nikkei", Confidence = 1 }).Confidence);

    [Fact]
    public void Both_dates_come_from_one_claim()
    {
        var derived = Derive(Dated("2025") with { ValidTo = PartialDate.Parse("2030") }, Dated("2024") with { ValidFrom = PartialDate.Parse("2020") });
        Assert.Equal((null, PartialDate.Parse("2030")), (derived.ValidFrom, derived.ValidTo));
        Assert.False(derived.Disputed);
    }

    [Fact]
    public void The_values_of_rumours_are_shown_last()
    {
        var derived = Derive(Dated("2026", Status.Potential) with { Confidence = 0.1 }, Dated("2024") with { Confidence = 0.9 });
        Assert.Equal(["established", "potential"], Assert.Single(derived.Disputes).Values);
    }

    [Fact]
    public void Amounts_of_other_units_are_a_dispute_and_equal_decimals_are_none()
    {
        Assert.False(Derive(Dated("2024") with { Amount = 50.0m, Unit = "t" }, Dated("2025") with { Amount = 50m, Unit = "t" }).Disputed);
        Assert.True(Derive(Dated("2024") with { Amount = 50, Unit = "t" }, Dated("2025") with { Amount = 50, Unit = "kg" }).Disputed);
    }

    [Fact]
    public void A_coarse_date_reconciles_no_two_finer_ones()
    {
        Claim Begins(string date) => Dated("2024") with { ValidFrom = PartialDate.Parse(date) };
        Assert.False(Derive(Begins("2024"), Begins("2024-05")).Disputed);
        Assert.True(Derive(Begins("2024"), Begins("2024-05"), Begins("2024-06")).Disputed);
    }

    [Theory]
    [InlineData("Reuters", null, "reuters")]
    [InlineData("Re-Uters!", "https://x.org", "reuters")]
    [InlineData(null, "https://www.x.org/a?b", "wwwxorg")]
    [InlineData("  ", "https://WWW.X.ORG", "wwwxorg")]
    [InlineData(null, "not a url", "notaurl")]
    public void A_publisher_is_compared_like_a_name_or_else_by_host(string? publisher, string? url, string key) =>
        Assert.Equal(key, Derivation.PublisherKey(Said with { Publisher = publisher, SourceUrl = url }));

    [Fact]
    public void Confidence_does_not_depend_on_order_to_the_last_digit()
    {
        var claims = Enumerable.Range(1, 9).Select(i => Said with { Publisher = $"P{i}", Confidence = 0.07 * i }).ToArray();
        var random = new Random(1);
        for (var i = 0; i < 50; i++)
        {
            random.Shuffle(claims);
            Assert.Equal(Derivation.CombinedConfidence(claims.Order(Comparer<Claim>.Create((a, b) => a.Confidence.CompareTo(b.Confidence)))),
                Derivation.CombinedConfidence(claims));
        }
    }
}
