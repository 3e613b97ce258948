package org.parley.web.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.parley.answer.packages.Among;
import org.parley.answer.packages.BridgesJson;
import org.parley.answer.packages.DraftJson;
import org.parley.answer.packages.FoundPivots;
import org.parley.answer.packages.PackagesJson;
import org.parley.answer.packages.SafetyJson;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.robust.Seeds;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.text.OptionId;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.view.BadQuery;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.Query;
import org.parley.wording.Complaint;
import org.parley.wording.PackageWording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Packages: what all could accept, what stands in the way, what is enough to move.
final class PackageLines {

  private static final String HEAD =
      "title: text, headline: text, because: text, others: text, illustrative: truth,"
          + " parties: id[], silent: id[], grades: {recorded: whole, all: whole}, notes: text[]";
  private static final String ZONE =
      "allPackages: text, signable?: {atLeast: text, atMost: text},"
          + " zone: {parties: id[], atLeast: text, atMost: text, canSign: truth}[]";

  static final String TYPES =
      """
      Outcome = {worths: map<whole>, options: id[]}
      Estimate = {hits: whole, draws: whole, share: number, low: number, high: number}
      Fair = {rule: text, proved: truth, allTies?: truth, outcomes: Outcome[]}
      Zone = {HEAD, ZONE}
      Packages = {HEAD, proved: truth, ZONE, looked: id[], estimate?: {count: any, low: any,
        high: any, draws: whole}, points: {point: id, options: {option: id, share?: text,
        estimatedShare?: Estimate}[]}[], worths: {party: id, baseline?: {worth: text,
        illustrative: truth, claims: id[]}, points: {point: id, weight: any, from: text,
        illustrative: truth, claims: id[], worths: map<text>, redLines: id[]}[]}[],
        fairDivisions: Fair[], frontier: {proved: truth, guarantee?: text, size: whole,
        listed: whole, outcomes: Outcome[]}}
      Solutions = {HEAD, looked: id[], fairDivisions: Fair[]}
      Draft = {HEAD, options: (id | null)[], whole: truth, acceptableToAll: truth,
        standings: {party: id, least: whole, most: whole, baseline: whole | null, accepts: truth,
        ungraded: whole, objections: text[]}[], broken: id[], efficiency: text, unlisted: any,
        trades: {options: (id | null)[], gains: map<whole>, words: text}[], allPackages?: text,
        zone?: {parties: id[], atLeast: text, atMost: text, canSign: truth}[]}
      Robust = {options: id[], standing: text, acceptable: Estimate, efficient: Estimate}
      Safety = {HEAD, looked: id[], within: whole, inDoubt: any, seed: whole, draws: whole,
        drawsAsked: whole, table?: Robust[],
        safest: Robust[], read: text}
      BargainingDemand = {party: id, redLine?: id, baseline?: whole}
      Bridges = {HEAD, ZONE, complete?: truth, clashes?: {demands: BargainingDemand[], words: text}[],
        waysOut?: {giveUp: BargainingDemand[], opensAtLeast: text, opensAtMost: text, words: text}[],
        relaxations?: {lowerBy: map<whole>, options: id[]}[],
        easings: {giveUp: BargainingDemand[], leavesAtLeast: text, leavesAtMost: text}[],
        table?: {options: id[], crosses: BargainingDemand[]}, tradesComplete?: truth,
        trades?: {options: id[], gains: map<whole>, words: text}[]}
      Pivots = {HEAD, ZONE, looked: id[], proved: truth, pivots: {point: id, zoneSwing: text,
        worthSwing: text, ways: {option: id, leftAtLeast: text, leftAtMost: text,
        reaches: map<{worst: whole, best: whole}>, frontier?: {kept: whole, size: whole}}[]}[]}
      """
          .replace("HEAD", HEAD)
          .replace("ZONE", ZONE);

  private static final int MOST_OUTCOMES = 50_000;

  private static final Parameter AMONG =
      Parameter.list(
          "among", "Among these parties alone. Default: all signatories with positions.");
  private static final Parameter SEED =
      Parameter.number("seed", 0, Integer.MAX_VALUE, "The first seed. Default: 1.");

  private PackageLines() {}

  static List<Line> lines() {
    return List.of(
        line("", "packages", "which packages could all accept")
            .answers("Packages", PackageLines::overview),
        line("/zone", "zone", "how many packages each set of parties accepts")
            .answers("Zone", PackageLines::zone),
        line("/solutions", "solutions", "what rules of fair division would pick")
            .answers("Solutions", PackageLines::solutions),
        line("/frontier", "frontier", "outcomes that cannot be bettered for one without loss")
            .lists("Outcome", PackageLines::frontier),
        line("/sample", "sample", "random packages that all accept")
            .with(SEED, Parameter.number("count", 1, 10_000, "How many. Default: 10."))
            .lists("Outcome", PackageLines::sample),
        line("/draft", "draft", "a package put together: who would sign, and trades from it")
            .with(table("Points that none of them settles stay open.").required())
            .answers("Draft", PackageLines::draft),
        Line.get(
                "/api/packages/robust",
                "packages",
                "robust",
                "which package is safest where worths are known within bounds")
            .with(
                AMONG,
                table("And how sure this one is. Default: none."),
                Parameter.number("within", 0, 100, "Worths off by so many per cent. Default: 0."),
                Parameter.number(
                    Deadline.DRAWS,
                    1,
                    100_000,
                    "How often to draw: what bounds the work. Default: 2000."),
                SEED)
            .answers("Safety", PackageLines::robust),
        line("/bridges", "bridges", "what stands in the way, and what is enough to move")
            .with(table("And trades from this one. Default: none."))
            .answers("Bridges", PackageLines::bridges),
        line("/pivots", "pivots", "which open point matters most")
            .with(
                Parameter.oneOf(
                    "frontier", List.of("true"), "Also what becomes of the frontier. Default: no."))
            .answers("Pivots", PackageLines::pivots));
  }

  private static Line line(String path, String name, String says) {
    return Line.get("/api/packages" + path, "packages", name, says).with(AMONG, Deadline.PARAMETER);
  }

  private static Parameter table(String says) {
    return Parameter.list("table", "A package: one option a point. " + says);
  }

  /// Answers about the problem of a case.
  private interface About<T> {
    T answer(PackageProblem packages, Budget budget);
  }

  private static <T> T compute(Asked asked, PackageProblem packages, About<T> question) {
    return told(packages, all -> Deadline.compute(asked, budget -> question.answer(all, budget)));
  }

  private static <T> T told(PackageProblem packages, Function<PackageProblem, T> answer) {
    try {
      return answer.apply(packages);
    } catch (InvalidProblemException e) {
      throw none(e.complaints().stream().map(Complaint::sentence).toList());
    }
  }

  private static Unanswered none(List<String> complaints) {
    return new Unanswered(
        ProblemCode.NO_PACKAGES,
        "Nothing can be said of packages in this case",
        String.join(" ", complaints),
        "Maybe give the case positions on options.");
  }

  private static PackageProblem packages(Asked asked) {
    List<String> among = asked.query().list("among");
    PackageProblem packages =
        switch (asked.open().packages()) {
          case PreparedProblem.Ready(PackageProblem ready) -> ready;
          case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) ->
              throw none(PackageWording.lacks(lacks));
        };
    try {
      return Among.of(asked.open().view(), packages, among);
    } catch (Among.NotSeatedException e) {
      throw new BadQuery(
          "among", String.join(",", among), String.valueOf(e.getMessage()), e.advice());
    }
  }

  /// The package that `table` names.
  ///
  /// @param unnamed what a point takes that none of its options is about
  private static List<Integer> table(Asked asked, PackageProblem packages, int unnamed) {
    List<Integer> table = new ArrayList<>(Collections.nCopies(packages.matters().size(), unnamed));
    List<String> all = new ArrayList<>();
    packages.matters().forEach(matter -> matter.options().forEach(id -> all.add(id.value())));
    Set<Integer> named = new HashSet<>();
    for (String each : asked.query().list("table")) {
      new Query(Map.of("table", List.of(each))).oneOf("table", all);
      Choice choice = packages.choiceOf(new OptionId(each));
      if (choice == null || !named.add(choice.point())) {
        throw new BadQuery(
            "table", each, "its point is settled twice", "Maybe name one option a point.");
      }
      table.set(choice.point(), choice.option());
    }
    return named.isEmpty() ? List.of() : table;
  }

  private static Reply overview(Asked asked) {
    return look(asked, (json, overview) -> json.packages(asked.open().view(), overview));
  }

  private static Reply look(Asked asked, BiFunction<PackagesJson, Overview, JsonNode> part) {
    return Reply.of(
        compute(
            asked,
            packages(asked),
            (packages, budget) -> {
              Overview overview = Overview.of(packages, budget.withStates(MOST_OUTCOMES));
              return part.apply(new PackagesJson(overview.packages()), overview);
            }));
  }

  private static Reply zone(Asked asked) {
    return Reply.of(
        compute(
            asked,
            packages(asked),
            (packages, budget) ->
                new PackagesJson(packages)
                    .zone(asked.open().view(), ZoneTable.of(packages.problem(), budget))));
  }

  private static Reply solutions(Asked asked) {
    return look(asked, (json, overview) -> json.solutions(asked.open().view(), overview));
  }

  private static Reply frontier(Asked asked) {
    PackageProblem packages = packages(asked);
    Optional<Frontier> found =
        compute(
            asked,
            packages,
            (all, budget) ->
                Frontiers.findListed(all.problem(), budget.withStates(MOST_OUTCOMES)).findAnswer());
    int size = found.map(Frontier::size).orElse(0);
    return asked.listed(
        IntStream.range(0, size).boxed().toList(),
        entry -> outcome(packages, found.get().worths(entry), found.get().packageOf(entry)));
  }

  private static ObjectNode outcome(PackageProblem packages, long[] worths, int[] options) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    PackagesJson.outcome(json, packages, worths, options);
    return json;
  }

  private static Reply sample(Asked asked) {
    PackageProblem packages = packages(asked);
    int count = asked.query().number("count", 1, 10_000, 10);
    int seed = asked.query().number("seed", 0, Integer.MAX_VALUE, 1);
    List<JsonNode> sampled =
        compute(
            asked,
            packages,
            (all, budget) -> {
              Zone zone =
                  Zones.find(all.problem(), all.problem().everyone(), budget)
                      .findAnswer()
                      .orElse(null);
              List<JsonNode> drawn = new ArrayList<>();
              Meter meter = new Meter(budget);
              SplittableRandom random = new SplittableRandom(seed);
              while (zone != null && drawn.size() < count) {
                int[] options = zone.draw(random, meter).orElse(null);
                if (options == null) {
                  break;
                }
                drawn.add(outcome(all, all.problem().worths(options), options));
              }
              return drawn;
            });
    return asked.listed(sampled, each -> each);
  }

  private static Reply draft(Asked asked) {
    PackageProblem packages = packages(asked);
    List<Integer> table = table(asked, packages, PackageDraft.OPEN);
    if (table.isEmpty()) {
      throw new BadQuery("table", "", "a draft needs its options", "Maybe table=OPTION,OPTION.");
    }
    return Reply.of(
        compute(
            asked,
            packages,
            (all, budget) ->
                new DraftJson(PackageDraft.of(all, table, budget)).json(asked.open().view())));
  }

  private static Reply robust(Asked asked) {
    PackageProblem packages = packages(asked);
    List<Integer> table = table(asked, packages, 0);
    int within = asked.query().number("within", 0, 100, 0);
    int draws = asked.query().number(Deadline.DRAWS, 1, 100_000, Safety.DRAWS);
    int seed = asked.query().number("seed", 0, Integer.MAX_VALUE, 1);
    return Reply.of(
        told(
            packages,
            all ->
                Deadline.count(
                    asked,
                    budget ->
                        new SafetyJson(
                                Safety.of(all, table, within, new Seeds(seed, draws), 1, budget),
                                seed)
                            .json(asked.open().view()))));
  }

  private static Reply bridges(Asked asked) {
    PackageProblem packages = packages(asked);
    List<Integer> table = table(asked, packages, 0);
    int[] options = table.isEmpty() ? null : table.stream().mapToInt(Integer::intValue).toArray();
    return Reply.of(
        compute(
            asked,
            packages,
            (all, budget) -> {
              Obstacles crossing = Obstacles.of(all, options, budget);
              return new BridgesJson(crossing.packages()).bridges(asked.open().view(), crossing);
            }));
  }

  private static Reply pivots(Asked asked) {
    PackageProblem packages = packages(asked);
    boolean frontier = asked.query().oneOf("frontier", List.of("true")) != null;
    return Reply.of(
        compute(
            asked,
            packages,
            (all, budget) -> FoundPivots.of(all, frontier, budget).json(asked.open().view())));
  }
}
