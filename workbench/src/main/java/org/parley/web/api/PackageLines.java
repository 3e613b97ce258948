package org.parley.web.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.Among;
import org.parley.answer.packages.BridgesAnswer;
import org.parley.answer.packages.DraftAnswer;
import org.parley.answer.packages.ElicitAnswer;
import org.parley.answer.packages.FoundPivots;
import org.parley.answer.packages.KnotOffers;
import org.parley.answer.packages.PackageAnswers;
import org.parley.answer.packages.PackageAnswers.Outcome;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.answer.packages.PackagesAnswer;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.answer.packages.PartyQuestions;
import org.parley.answer.packages.PivotsAnswer;
import org.parley.answer.packages.ProposedOptions;
import org.parley.answer.packages.RehearsalAnswer;
import org.parley.answer.packages.SafetyAnswer;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.casefile.CaseEdit;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Point;
import org.parley.sweep.Seeds;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Role;
import org.parley.web.service.Version;
import org.parley.web.view.BadQuery;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.Query;
import org.parley.wording.Complaint;
import org.parley.wording.PackageWording;
import org.parley.wording.RehearsalWording;
import tools.jackson.databind.JsonNode;

/// Packages: acceptable ones, conflicts, concessions.
final class PackageLines {

  private static final int MOST_OUTCOMES = 50_000;
  private static final long MOST_STEPS = 20_000_000;
  private static final long MOST_STATES = 5_000_000;

  private static final Parameter AMONG =
      Parameter.list(
          "among", "Among these parties alone. Default: all signatories with positions.");
  private static final Parameter AS_OF =
      Parameter.day("asOf", "With the positions of this day, and without what is ratified then.");
  private static final Parameter KNOWN_AT =
      Parameter.day("knownAt", "The day whose knowledge counts. Default: all that is known.");
  private static final Parameter SEED =
      Parameter.number("seed", 0, Integer.MAX_VALUE, "The first seed. Default: 1.");

  /// A proposal to add.
  ///
  /// @param proposal its key, as the bridges name it
  record AddProposalInput(String proposal, @Nullable String why) {}

  private PackageLines() {}

  static List<Line> lines() {
    return List.of(
        line("", "packages", "which packages could all accept")
            .answers(
                PackagesAnswer.class,
                asked -> unlessAgreed(asked, PackagesAnswer::nothingLeft, PackageLines::overview)),
        line("/zone", "zone", "how many packages each set of parties accepts")
            .answers(
                PackageAnswers.ZoneAnswer.class,
                asked ->
                    unlessAgreed(
                        asked, PackageAnswers.ZoneAnswer::nothingLeft, PackageLines::zone)),
        line("/solutions", "solutions", "what rules of fair division would pick")
            .answers(
                PackagesAnswer.SolutionsAnswer.class,
                asked ->
                    unlessAgreed(
                        asked,
                        PackagesAnswer.SolutionsAnswer::nothingLeft,
                        PackageLines::solutions)),
        line("/frontier", "frontier", "outcomes that cannot be bettered for one without loss")
            .lists(Outcome.class, asked -> listUnlessAgreed(asked, PackageLines::frontier)),
        line("/sample", "sample", "random packages that all accept")
            .with(SEED, Parameter.number("count", 1, 10_000, "How many. Default: 10."))
            .lists(Outcome.class, asked -> listUnlessAgreed(asked, PackageLines::sample)),
        line("/draft", "draft", "a package put together: who would sign, and trades from it")
            .with(table("Points that none of them settles stay open.").required())
            .answers(DraftAnswer.class, PackageLines::draft),
        Line.get(
                "/api/packages/robust",
                "packages",
                "robust",
                "which package is safest where worths are known within bounds")
            .with(
                AMONG,
                AS_OF,
                KNOWN_AT,
                table("And how sure this one is. Default: none."),
                Parameter.number("within", 0, 100, "Worths off by so many per cent. Default: 0."),
                Parameter.number(
                    Deadline.DRAWS,
                    1,
                    100_000,
                    "How often to draw: what bounds the work. Default: 2000."),
                SEED)
            .answers(SafetyAnswer.class, PackageLines::robust),
        Line.get(
                "/api/packages/question",
                "packages",
                "question",
                "the next best question for a party: of two packages, which is better?")
            .with(
                Parameter.text("party", "The party; a delegation asks of itself alone.").required(),
                Deadline.PARAMETER)
            .answers(ElicitAnswer.class, PackageLines::question),
        Line.get(
                "/api/packages/rehearsal",
                "packages",
                "rehearsal",
                "the bargain played by machines: an illustration")
            .with(
                AMONG,
                AS_OF,
                KNOWN_AT,
                Parameter.number("rounds", 2, 400, "The deadline in rounds. Default: 40."),
                Parameter.number(
                    Deadline.DRAWS,
                    1,
                    5_000,
                    "How often to play: it bounds the work. Default: 500."),
                SEED)
            .answers(RehearsalAnswer.class, PackageLines::rehearsal),
        line("/bridges", "bridges", "what stands in the way, and what is enough to move")
            .with(table("And trades from this one. Default: none."))
            .answers(
                BridgesAnswer.class,
                asked -> unlessAgreed(asked, BridgesAnswer::nothingLeft, PackageLines::bridges)),
        Line.change(
                "POST",
                "/api/packages/proposals",
                "packages",
                "addProposal",
                "adds a proposal of the bridges as options of its points")
            .forMediators()
            .with(AMONG, AS_OF, KNOWN_AT, Deadline.PARAMETER)
            .sent(AddProposalInput.class)
            .answers(ChangeLines.Saved.class, PackageLines::addProposal),
        line("/pivots", "pivots", "which open point matters most")
            .with(
                Parameter.oneOf(
                    "frontier", List.of("true"), "Also what becomes of the frontier. Default: no."))
            .answers(
                PivotsAnswer.class,
                asked -> unlessAgreed(asked, PivotsAnswer::nothingLeft, PackageLines::pivots)));
  }

  private static Line line(String path, String name, String says) {
    return Line.get("/api/packages" + path, "packages", name, says)
        .with(AMONG, AS_OF, KNOWN_AT, Deadline.PARAMETER);
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
    LocalDate day = asked.query().day("asOf");
    LocalDate known = asked.query().day("knownAt");
    PackageProblem packages =
        switch (asked.open().packages(day, known)) {
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

  /// The beginning of the answer if nothing is left to negotiate on the day; else empty.
  private static Optional<PackagesHead> nothingLeft(Asked asked) {
    LocalDate day = asked.query().day("asOf");
    LocalDate known = asked.query().day("knownAt");
    return asked.open().packages(day, known) instanceof PreparedProblem.Unready(var lacks)
            && lacks.getFirst() instanceof PreparedProblem.Lack.Settled
        ? Optional.of(
            PackageAnswers.nothingLeft(
                asked.open().view(),
                PackageWording.lacks(lacks).getFirst(),
                PackagesOfDay.agreed(asked.open().view(), asked.open().acts(day, known))))
        : Optional.empty();
  }

  /// Answers what is agreed if nothing is left to negotiate on the day.
  ///
  /// @param agreed the answer then
  /// @param open the answer otherwise
  private static Reply unlessAgreed(
      Asked asked, Function<PackagesHead, Object> agreed, Function<Asked, Reply> open) {
    Optional<PackagesHead> head = nothingLeft(asked);
    return head.isPresent() ? Reply.of(agreed.apply(head.get())) : open.apply(asked);
  }

  /// An empty list if nothing is left to negotiate on the day.
  private static Reply listUnlessAgreed(Asked asked, Function<Asked, Reply> open) {
    return nothingLeft(asked).isPresent()
        ? asked.listed(List.<Outcome>of(), each -> each)
        : open.apply(asked);
  }

  /// The package that `table` names.
  ///
  /// @param unnamed the option of points without a named one
  private static List<Integer> table(Asked asked, PackageProblem packages, int unnamed) {
    List<Integer> table = new ArrayList<>(Collections.nCopies(packages.matters().size(), unnamed));
    List<String> all = new ArrayList<>();
    packages.matters().forEach(matter -> all.addAll(matter.names()));
    Set<Integer> named = new HashSet<>();
    for (String each : asked.query().list("table")) {
      Choice choice = packages.find(each);
      if (choice == null) {
        new Query(Map.of("table", List.of(each))).oneOf("table", all);
      }
      if (choice == null || !named.add(choice.point())) {
        throw new BadQuery(
            "table", each, "its point is settled twice", "Maybe name one option a point.");
      }
      table.set(choice.point(), choice.option());
    }
    return named.isEmpty() ? List.of() : table;
  }

  private static Reply overview(Asked asked) {
    return look(asked, PackagesAnswer::of);
  }

  private static Reply look(Asked asked, BiFunction<CaseView, Overview, Object> part) {
    return Reply.of(
        compute(
            asked,
            packages(asked),
            (packages, budget) ->
                part.apply(
                    asked.open().view(), Overview.of(packages, budget.withStates(MOST_OUTCOMES)))));
  }

  private static Reply zone(Asked asked) {
    return Reply.of(
        compute(
            asked,
            packages(asked),
            (packages, budget) ->
                PackageAnswers.ZoneAnswer.of(
                    asked.open().view(), packages, ZoneTable.of(packages.problem(), budget))));
  }

  private static Reply solutions(Asked asked) {
    return look(asked, PackagesAnswer.SolutionsAnswer::of);
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
        entry -> Outcome.of(packages, found.get().worths(entry), found.get().packageOf(entry)));
  }

  private static Reply sample(Asked asked) {
    PackageProblem packages = packages(asked);
    int count = asked.query().number("count", 1, 10_000, 10);
    int seed = asked.query().number("seed", 0, Integer.MAX_VALUE, 1);
    List<Outcome> sampled =
        compute(
            asked,
            packages,
            (all, budget) -> {
              Zone zone =
                  Zones.find(all.problem(), all.problem().everyone(), budget)
                      .findAnswer()
                      .orElse(null);
              List<Outcome> drawn = new ArrayList<>();
              Meter meter = new Meter(budget);
              SplittableRandom random = new SplittableRandom(seed);
              while (zone != null && drawn.size() < count) {
                int[] options = zone.draw(random, meter).orElse(null);
                if (options == null) {
                  break;
                }
                drawn.add(Outcome.of(all, all.problem().worths(options), options));
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
                DraftAnswer.of(asked.open().view(), PackageDraft.of(all, table, budget))));
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
                        SafetyAnswer.of(
                            asked.open().view(),
                            Safety.of(all, table, within, new Seeds(seed, draws), 1, budget),
                            seed))));
  }

  private static Reply rehearsal(Asked asked) {
    PackageProblem packages = packages(asked);
    RehearsalPlan plan =
        new RehearsalPlan(
            List.of(BargainingStrategy.values()),
            asked.query().number("rounds", 2, 400, 40),
            asked.query().number(Deadline.DRAWS, 1, 5_000, 500),
            asked.query().number("seed", 0, Integer.MAX_VALUE, 1));
    return Reply.of(
        told(
                packages,
                all -> Deadline.count(asked, budget -> RehearsalAnswer.of(all, plan, 1, budget)))
            .orElseThrow(() -> none(List.of(RehearsalWording.nothing()))));
  }

  /// A delegation is asked itself, by its own view; a mediator's question is by the view of the
  /// party named.
  private static Reply question(Asked asked) {
    if (asked.open().packages(null, null)
        instanceof PreparedProblem.Unready(List<PreparedProblem.Lack> lacks)) {
      throw none(PackageWording.lacks(lacks));
    }
    CaseView view = asked.open().view();
    PartyId own = asked.visitor().party();
    String named = Objects.requireNonNullElse(asked.query().text("party"), "");
    List<String> known = view.parties().stream().map(each -> each.id().value()).toList();
    String party = own == null || !named.isEmpty() ? named : own.value();
    if ((own != null && !own.value().equals(party)) || !known.contains(party)) {
      throw new BadQuery(
          "party",
          party,
          "it is none whose preferences are told here",
          own == null ? "Maybe one of " + String.join(", ", known) + "." : "Maybe " + own + ".");
    }
    if (own == null && asked.visitor().role() != Role.MEDIATOR) {
      throw none(List.of("Only delegations and mediators are asked what a party prefers."));
    }
    CaseView of =
        Case.settling(view.info(), view.records())
            .viewFor(new Viewer.Delegation(new PartyId(party)));
    PartyQuestions question =
        Deadline.compute(
            asked,
            budget ->
                PartyQuestions.of(
                    of,
                    new PartyId(party),
                    asked.at(),
                    Budget.ofSteps(MOST_STEPS).withStates(MOST_STATES).withStop(budget.stop())));
    return switch (question) {
      case PartyQuestions.Asked ready -> Reply.of(ready.answer());
      case PartyQuestions.Unasked(List<String> why) -> throw none(why);
    };
  }

  private static Reply bridges(Asked asked) {
    PackageProblem packages = packages(asked);
    List<Integer> table = table(asked, packages, 0);
    int[] options = table.isEmpty() ? null : table.stream().mapToInt(Integer::intValue).toArray();
    return Reply.of(
        compute(
            asked,
            packages,
            (all, budget) ->
                BridgesAnswer.of(
                    asked.open().view(), Obstacles.of(all, options, knots(asked), budget))));
  }

  private static KnotConcessions knots(Asked asked) {
    LocalDate day = asked.query().day("asOf");
    LocalDate known = asked.query().day("knownAt");
    return KnotOffers.of(asked.open().view(), asked.open().acts(day, known));
  }

  private static Reply addProposal(Asked asked) {
    JsonNode body = asked.body(AddProposalInput.class);
    String key = Asked.text(body, "proposal");
    PackageProblem packages = packages(asked);
    BridgeProposal proposal =
        Deadline.compute(asked, budget -> ProposedOptions.find(packages, knots(asked), key, budget))
            .orElseThrow(
                () ->
                    BadQuery.ofBody(
                        "proposal",
                        "\"" + key + "\" is not proposed",
                        "Maybe one of the proposals of /api/packages/bridges."));
    if (ProposedOptions.pointsOf(packages, proposal).isEmpty()) {
      throw BadQuery.ofBody(
          "proposal",
          "\"" + key + "\" settles a number, which has no options",
          "Maybe one that adds to points.");
    }
    ProposedOptions.Additions additions =
        ProposedOptions.of(asked.open().view(), packages, proposal, asked.today());
    Map<String, Version> basedOn = new HashMap<>();
    for (Point point : additions.points()) {
      basedOn.put(point.id().value(), Version.of(asked.open().view().get(point.id())));
    }
    return ChangeLines.save(
        asked,
        CaseEdit.of(additions.source().stream().toList(), additions.points()),
        body,
        basedOn);
  }

  private static Reply pivots(Asked asked) {
    PackageProblem packages = packages(asked);
    boolean frontier = asked.query().oneOf("frontier", List.of("true")) != null;
    return Reply.of(
        compute(
            asked,
            packages,
            (all, budget) ->
                PivotsAnswer.of(asked.open().view(), FoundPivots.of(all, frontier, budget))));
  }
}
