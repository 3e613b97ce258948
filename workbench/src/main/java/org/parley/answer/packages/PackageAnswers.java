package org.parley.answer.packages;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.acts.InstrumentPhase;
import org.parley.answer.JsonKey;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageBound;
import org.parley.bargain.cases.ContingentOption;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageSummary;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.clash.Trades;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.Amount;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.wording.ActWording;
import org.parley.wording.Messages;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;
import org.parley.wording.QuantityWording;

/// The common parts of answers about packages. Counts are texts, since they can be larger than the
/// numbers of JSON readers.
public final class PackageAnswers {

  /// The beginning of every answer about packages.
  ///
  /// @param agreed what is agreed, if nothing is left to negotiate; else absent
  public record PackagesHead(
      String title,
      String headline,
      String because,
      String others,
      boolean illustrative,
      List<PartyId> parties,
      List<String> silent,
      PackageProblem.Grades grades,
      List<AcceptanceCondition> conditions,
      List<String> notes,
      @Nullable List<AgreedInstrument> agreed) {}

  /// An instrument of which nothing is left to negotiate.
  public record AgreedInstrument(
      InstrumentId instrument, InstrumentPhase phase, String words, List<PointId> points) {}

  /// How many packages each set of parties accepts.
  ///
  /// @param signable how many packages could be signed; absent where that was not counted
  public record ZoneCounts(
      BigInteger allPackages, PackageBound.@Nullable CountBetween signable, List<ZoneRow> zone) {}

  /// How many packages some parties accept.
  public record ZoneRow(
      List<PartyId> parties, BigInteger atLeast, BigInteger atMost, boolean canSign) {}

  /// How many packages each set of parties accepts, as an answer.
  public record ZoneAnswer(
      @JsonKey(isInline = true) PackagesHead head, @JsonKey(isInline = true) ZoneCounts counts) {

    /// The answer where nothing is left to negotiate.
    public static ZoneAnswer nothingLeft(PackagesHead head) {
      return new ZoneAnswer(head, none());
    }

    public static ZoneAnswer of(CaseView view, PackageProblem packages, ZoneTable table) {
      return new ZoneAnswer(
          PackageAnswers.head(
              view,
              packages,
              PackageWording.of(packages).summary(PackageSummary.of(packages, table, null))),
          zone(packages, table));
    }
  }

  /// Values of a quantity that count the same.
  ///
  /// @param words the same in words, with the unit
  public record Values(Amount least, Amount most, String words) {

    static Values of(ValueBands bands, ValueBands.BandRange run) {
      return new Values(
          bands.least(run.first()),
          bands.most(run.last()),
          QuantityWording.current().values(bands, run));
    }

    /// By point, the values of the quantities that a package takes; null if it has none.
    static @Nullable Map<String, Values> of(PackageProblem packages, int[] options) {
      Map<String, Values> values = new LinkedHashMap<>();
      for (int point = 0; point < options.length; point++) {
        ValueBands bands = packages.matters().get(point).bands();
        if (bands != null) {
          values.put(
              packages.matters().get(point).point().value(),
              of(bands, new ValueBands.BandRange(options[point], options[point])));
        }
      }
      return values.isEmpty() ? null : values;
    }
  }

  /// A package: its worth by party, and its options.
  ///
  /// @param values by point, the values of its quantities; absent where it has none
  public record Outcome(
      Map<String, Long> worths, List<OptionId> options, @Nullable Map<String, Values> values) {

    public static Outcome of(PackageProblem packages, long[] worths, int[] options) {
      List<OptionId> chosen = new ArrayList<>();
      for (int point = 0; point < options.length; point++) {
        chosen.add(packages.matters().get(point).options().get(options[point]));
      }
      Map<String, Long> byParty = new LinkedHashMap<>();
      for (int party = 0; party < worths.length; party++) {
        byParty.put(packages.seats().get(party).party().value(), worths[party]);
      }
      return new Outcome(byParty, chosen, Values.of(packages, options));
    }
  }

  /// How often draws came out so, with its bounds.
  public record Estimate(long hits, long draws, double share, double low, double high) {

    static Estimate of(WilsonEstimate estimate) {
      return new Estimate(
          estimate.hits(), estimate.draws(), estimate.share(), estimate.low(), estimate.high());
    }
  }

  /// A demand of a party: a red line, a limit of a quantity, an option only with others, or a least
  /// worth.
  ///
  /// @param point the point of a limit
  /// @param atLeast the least value of the quantity that the party accepts
  /// @param atMost the largest
  public record BargainingDemand(
      PartyId party,
      @Nullable OptionId redLine,
      @Nullable ContingentDemand onlyWith,
      @Nullable Long baseline,
      @Nullable PointId point,
      @Nullable Amount atLeast,
      @Nullable Amount atMost) {

    BargainingDemand(
        PartyId party,
        @Nullable OptionId redLine,
        @Nullable ContingentDemand onlyWith,
        @Nullable Long baseline) {
      this(party, redLine, onlyWith, baseline, null, null, null);
    }

    static BargainingDemand limit(PackageProblem packages, PartyDemand.Limit limit) {
      PackageProblem.Matter matter = packages.matters().get(limit.values().point());
      Amount end = QuantityWording.end(Objects.requireNonNull(matter.bands()), limit);
      return new BargainingDemand(
          packages.seats().get(limit.party()).party(),
          null,
          null,
          null,
          matter.point(),
          limit.isLeast() ? end : null,
          limit.isLeast() ? null : end);
    }
  }

  /// An option that a party accepts only with others; options of one point are alternatives.
  public record ContingentDemand(OptionId option, List<OptionId> options) {}

  /// An option that a party accepts on conditions only.
  ///
  /// @param failed whether they can no longer be met, so that it counts as a red line
  public record AcceptanceCondition(
      PartyId party,
      OptionId option,
      List<OptionId> options,
      List<StepId> steps,
      List<DemandId> demands,
      boolean failed,
      String words) {}

  private static List<AcceptanceCondition> conditions(PackageProblem packages) {
    PackageWording words = PackageWording.of(packages);
    List<AcceptanceCondition> all = new ArrayList<>();
    for (PackageProblem.Seat seat : packages.seats()) {
      for (ContingentOption each : seat.contingent()) {
        List<OptionId> options = new ArrayList<>();
        List<StepId> steps = new ArrayList<>();
        List<DemandId> demands = new ArrayList<>();
        for (ContingentOption.Prerequisite need : each.needs()) {
          switch (need) {
            case ContingentOption.Prerequisite.InPackage(OptionSet term) ->
                options.addAll(options(packages, term));
            case ContingentOption.Prerequisite.Elsewhere(OptionId option, _) -> options.add(option);
            case ContingentOption.Prerequisite.Happens(StepId step, _, _) -> steps.add(step);
            case ContingentOption.Prerequisite.Kept(DemandId demand, _, _) -> demands.add(demand);
          }
        }
        all.add(
            new AcceptanceCondition(
                seat.party(),
                option(packages, each.choice()),
                options,
                steps,
                demands,
                each.hasFailed(),
                words.condition(seat, each)));
      }
    }
    return all;
  }

  private static OptionId option(PackageProblem packages, Choice choice) {
    return packages.matters().get(choice.point()).options().get(choice.option());
  }

  private static List<OptionId> options(PackageProblem packages, OptionSet term) {
    return term.options().stream()
        .map(option -> option(packages, new Choice(term.point(), option)))
        .toList();
  }

  /// A package that is better for someone and worse for nobody.
  public record TradeAnswer(
      List<@Nullable OptionId> options, Map<String, Long> gains, String words) {}

  private PackageAnswers() {}

  static PackagesHead head(CaseView view, PackageProblem packages, PackageHeadline headline) {
    return new PackagesHead(
        view.info().title().text(),
        headline.sentence(),
        headline.because(),
        headline.others(),
        packages.isIllustrative(),
        packages.seats().stream().map(PackageProblem.Seat::party).toList(),
        packages.silent(),
        packages.grades(),
        conditions(packages),
        PackageWording.of(packages).notes(),
        null);
  }

  /// The beginning of an answer where nothing is left to negotiate.
  public static PackagesHead nothingLeft(
      CaseView view, String headline, List<PackagesOfDay.AgreedText> agreed) {
    ActWording acts = new ActWording(Messages.current(), view);
    return new PackagesHead(
        view.info().title().text(),
        headline,
        "",
        "",
        false,
        List.of(),
        List.of(),
        new PackageProblem.Grades(0, 0),
        List.of(),
        List.of(),
        agreed.stream()
            .map(
                each ->
                    new AgreedInstrument(
                        each.state().instrument(),
                        each.state().phase(),
                        acts.state(each.state()).text(),
                        each.points().stream().map(Point::id).toList()))
            .toList());
  }

  /// No packages.
  static ZoneCounts none() {
    return new ZoneCounts(BigInteger.ZERO, null, List.of());
  }

  static ZoneCounts zone(PackageProblem packages, ZoneTable table) {
    return new ZoneCounts(
        table.all(),
        table.signable().orElse(null),
        table.rows().stream()
            .map(
                row ->
                    new ZoneRow(
                        ids(packages, row.parties()), row.atLeast(), row.atMost(), row.canSign()))
            .toList());
  }

  static List<BargainingDemand> demands(PackageProblem packages, List<PartyDemand> demands) {
    return demands.stream()
        .map(
            demand -> {
              PartyId party = packages.seats().get(demand.party()).party();
              return switch (demand) {
                case PartyDemand.RedLine(_, Choice(int point, int option)) ->
                    new BargainingDemand(
                        party, packages.matters().get(point).options().get(option), null, null);
                case PartyDemand.Limit limit -> BargainingDemand.limit(packages, limit);
                case PartyDemand.OnlyIf(_, Contingency contingency) ->
                    new BargainingDemand(
                        party,
                        null,
                        new ContingentDemand(
                            option(packages, contingency.choice()),
                            contingency.allOf().stream()
                                .flatMap(term -> options(packages, term).stream())
                                .toList()),
                        null);
                case PartyDemand.Baseline(_, long worth) ->
                    new BargainingDemand(party, null, null, worth);
              };
            })
        .toList();
  }

  static List<TradeAnswer> trades(
      PackageProblem packages, List<Integer> table, List<Trades.Trade> trades) {
    PackageWording words = PackageWording.of(packages);
    int[] from = table.stream().mapToInt(Integer::intValue).toArray();
    return trades.stream()
        .map(
            trade ->
                new TradeAnswer(
                    options(packages, trade.options()),
                    byParty(packages, trade.gains()),
                    words.trade(from, trade)))
        .toList();
  }

  static Map<String, Long> byParty(PackageProblem packages, List<Long> values) {
    Map<String, Long> byParty = new LinkedHashMap<>();
    for (int party = 0; party < values.size(); party++) {
      byParty.put(packages.seats().get(party).party().value(), values.get(party));
    }
    return byParty;
  }

  /// The options of a package; `null` for points that are open.
  static List<@Nullable OptionId> options(PackageProblem packages, List<Integer> options) {
    List<@Nullable OptionId> ids = new ArrayList<>();
    for (int point = 0; point < options.size(); point++) {
      int option = options.get(point);
      ids.add(
          option == PackageDraft.OPEN ? null : packages.matters().get(point).options().get(option));
    }
    return ids;
  }

  /// The ids of some parties.
  ///
  /// @param parties party `i` as bit `i`
  static List<PartyId> ids(PackageProblem packages, int parties) {
    List<PartyId> ids = new ArrayList<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      if (((parties >> party) & 1) == 1) {
        ids.add(packages.seats().get(party).party());
      }
    }
    return ids;
  }
}
