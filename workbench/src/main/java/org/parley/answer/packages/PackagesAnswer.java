package org.parley.answer.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.packages.PackageAnswers.Estimate;
import org.parley.answer.packages.PackageAnswers.Outcome;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.answer.packages.PackageAnswers.ZoneCounts;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageWording;
import org.parley.wording.QuantityWording;

/// The first look at the packages.
///
/// @param looked the parties among whom shares, divisions and the frontier are
/// @param estimate how many packages they accept; absent where that is counted
/// @param approvals which packages pass after signature; absent where nobody approves
public record PackagesAnswer(
    @JsonKey(isInline = true) PackagesHead head,
    boolean proved,
    @JsonKey(isInline = true) ZoneCounts counts,
    List<PartyId> looked,
    List<PointShares> points,
    @Nullable SampledCount estimate,
    List<PartyWorths> worths,
    List<FairDivision> fairDivisions,
    FrontierPart frontier,
    @Nullable ApprovalsAnswer approvals) {

  private static final int MOST_OUTCOMES = 10_000;

  /// The options of a point.
  public record PointShares(PointId point, List<OptionShare> options) {}

  /// The share of the packages that have an option, counted or estimated.
  ///
  /// @param option the option; of values, the name of the least
  /// @param values the values of a quantity that it stands for; absent for an option
  public record OptionShare(
      OptionId option,
      PackageAnswers.@Nullable Values values,
      @Nullable Rational share,
      @Nullable Estimate estimatedShare) {}

  /// An estimated number of packages.
  public record SampledCount(double count, double low, double high, long draws) {}

  /// The worths of packages to a party.
  public record PartyWorths(
      PartyId party, @Nullable FloorAnswer baseline, List<StakeAnswer> points) {}

  /// The baseline of a party.
  public record FloorAnswer(Worth worth, boolean illustrative, List<ClaimId> claims) {}

  /// The stake of a party on a point.
  ///
  /// @param told when the party told it to the mediator in confidence; absent if it did not
  public record StakeAnswer(
      PointId point,
      long weight,
      PackageProblem.How from,
      boolean illustrative,
      List<ClaimId> claims,
      @Nullable Edtf told,
      Map<String, Worth> worths,
      List<OptionId> redLines,
      @Nullable RangeAnswer range) {}

  /// The values that a party accepts of a quantity.
  ///
  /// @param words the same in words, with the values it likes best
  public record RangeAnswer(@Nullable Amount atLeast, @Nullable Amount atMost, String words) {}

  /// The selection of a rule of fair division.
  public record FairDivision(
      Solution.Kind rule, boolean proved, @Nullable Boolean allTies, List<Outcome> outcomes) {}

  /// The first outcomes that cannot be bettered for one without loss for another.
  public record FrontierPart(
      boolean proved, @Nullable String guarantee, int size, int listed, List<Outcome> outcomes) {}

  /// The selections of the rules of fair division.
  public record SolutionsAnswer(
      @JsonKey(isInline = true) PackagesHead head,
      List<PartyId> looked,
      List<FairDivision> fairDivisions) {

    /// The answer where nothing is left to negotiate.
    public static SolutionsAnswer nothingLeft(PackagesHead head) {
      return new SolutionsAnswer(head, List.of(), List.of());
    }

    public static SolutionsAnswer of(CaseView view, Overview overview) {
      PackageProblem packages = overview.packages();
      return new SolutionsAnswer(
          PackagesAnswer.head(view, overview),
          PackageAnswers.ids(packages, overview.parties()),
          PackagesAnswer.fairDivisions(overview));
    }
  }

  /// The answer where nothing is left to negotiate.
  public static PackagesAnswer nothingLeft(PackagesHead head) {
    return new PackagesAnswer(
        head,
        true,
        PackageAnswers.none(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        new FrontierPart(true, null, 0, 0, List.of()),
        null);
  }

  public static PackagesAnswer of(CaseView view, Overview overview) {
    PackageProblem packages = overview.packages();
    return new PackagesAnswer(
        head(view, overview),
        overview.isProved(),
        PackageAnswers.zone(packages, overview.table()),
        PackageAnswers.ids(packages, overview.parties()),
        IntStream.range(0, packages.matters().size())
            .mapToObj(point -> shares(overview, point))
            .toList(),
        overview
            .sample()
            .map(
                each ->
                    new SampledCount(
                        each.count().count(),
                        each.count().low(),
                        each.count().high(),
                        each.count().draws()))
            .orElse(null),
        IntStream.range(0, packages.seats().size())
            .mapToObj(party -> worths(packages, party))
            .toList(),
        fairDivisions(overview),
        frontier(overview),
        ApprovalsAnswer.of(overview.ratification()));
  }

  private static PackagesHead head(CaseView view, Overview overview) {
    PackageProblem packages = overview.packages();
    return PackageAnswers.head(view, packages, PackageWording.of(packages).summary(overview));
  }

  private static PointShares shares(Overview overview, int point) {
    PackageProblem.Matter matter = overview.packages().matters().get(point);
    List<OptionShare> options = new ArrayList<>();
    ValueBands bands = matter.bands();
    if (bands != null) {
      for (ValueShare share : ValueShare.of(bands, overview, point)) {
        options.add(
            new OptionShare(
                matter.options().get(share.run().first()),
                PackageAnswers.Values.of(bands, share.run()),
                share.share(),
                share.estimate() == null ? null : Estimate.of(share.estimate())));
      }
      return new PointShares(matter.point(), options);
    }
    for (int option = 0; option < matter.options().size(); option++) {
      int at = option;
      options.add(
          new OptionShare(
              matter.options().get(option),
              null,
              overview.shares().map(each -> each.get(point).get(at)).orElse(null),
              overview.shares().isPresent()
                  ? null
                  : overview
                      .sample()
                      .map(each -> Estimate.of(each.shares().get(point).get(at)))
                      .orElse(null)));
    }
    return new PointShares(matter.point(), options);
  }

  private static PartyWorths worths(PackageProblem packages, int party) {
    PackageProblem.Seat seat = packages.seats().get(party);
    PackageProblem.Floor floor = seat.floor();
    return new PartyWorths(
        seat.party(),
        floor == null ? null : new FloorAnswer(floor.worth(), floor.illustrative(), floor.claims()),
        IntStream.range(0, seat.stakes().size())
            .mapToObj(point -> stake(packages, party, point))
            .toList());
  }

  private static StakeAnswer stake(PackageProblem packages, int party, int point) {
    PackageProblem.Stake stake = packages.seats().get(party).stakes().get(point);
    PackageProblem.Matter matter = packages.matters().get(point);
    Map<String, Worth> worths = new LinkedHashMap<>();
    ValueBands bands = matter.bands();
    AcceptedRange range = stake.range();
    if (bands != null) {
      return new StakeAnswer(
          matter.point(),
          stake.weight(),
          stake.how(),
          stake.illustrative(),
          stake.claims(),
          stake.told(),
          worths,
          List.of(),
          range == null
              ? null
              : new RangeAnswer(
                  range.atLeast(),
                  range.atMost(),
                  QuantityWording.current().view(bands.quantity(), range)));
    }
    for (int option = 0; option < stake.worths().size(); option++) {
      worths.put(matter.options().get(option).value(), stake.worths().get(option));
    }
    return new StakeAnswer(
        matter.point(),
        stake.weight(),
        stake.how(),
        stake.illustrative(),
        stake.claims(),
        stake.told(),
        worths,
        packages.redLines(party).stream()
            .filter(line -> line.point() == point)
            .map(line -> matter.options().get(line.option()))
            .toList(),
        null);
  }

  private static List<FairDivision> fairDivisions(Overview overview) {
    return overview.solutions().stream().map(each -> fair(overview, each)).toList();
  }

  private static FairDivision fair(Overview overview, Overview.Fair fair) {
    Solution solution = fair.finding().findAnswer().orElse(null);
    return new FairDivision(
        fair.kind(),
        fair.finding().isComplete(),
        solution == null ? null : solution.allTies(),
        solution == null
            ? List.of()
            : solution.outcomes().stream()
                .map(
                    each ->
                        Outcome.of(
                            overview.looked(),
                            each.worths().stream().mapToLong(Long::longValue).toArray(),
                            each.options().stream().mapToInt(Integer::intValue).toArray()))
                .toList());
  }

  private static FrontierPart frontier(Overview overview) {
    Frontier frontier = overview.frontier().findAnswer().orElse(null);
    int size = frontier == null ? 0 : frontier.size();
    List<Outcome> outcomes = new ArrayList<>();
    for (int entry = 0; frontier != null && entry < Math.min(size, MOST_OUTCOMES); entry++) {
      outcomes.add(
          Outcome.of(overview.looked(), frontier.worths(entry), frontier.packageOf(entry)));
    }
    return new FrontierPart(
        !(overview.frontier() instanceof Finding.Bounded),
        overview.frontier() instanceof Finding.Bounded<Frontier>(_, var bound, _)
            ? BoundWording.text(bound)
            : null,
        size,
        outcomes.size(),
        outcomes);
  }
}
