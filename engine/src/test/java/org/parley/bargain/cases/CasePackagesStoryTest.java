package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.zone.Zone;
import org.parley.exact.Budget;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.position.Baseline;
import org.parley.model.position.BaselineId;
import org.parley.model.position.Grade;
import org.parley.model.position.Linkage;
import org.parley.model.position.LinkageId;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Proviso;
import org.parley.model.position.Worth;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.PercentRange;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Signing;
import org.parley.model.vote.VoteRule;

/// A bridge between two towns: who opens it, and who pays.
class CasePackagesStoryTest {

  private static final Visibility ALL = new Visibility.Public();

  private final List<CaseRecord> records = new ArrayList<>();

  CasePackagesStoryTest() {
    records.add(party("A", "Arda"));
    records.add(party("B", "Brenn"));
    records.add(instrument(null));
    records.add(point("key", "1", "both", "turns"));
    records.add(point("toll", "2", "free", "coin", "tax"));
    records.add(point("name", "3", "bridge"));
  }

  private static Party party(String id, String name) {
    return new Party(
        new PartyId(id),
        LocalizedText.of(name),
        null,
        PartyKind.STATE,
        List.of(),
        null,
        List.of(),
        ALL);
  }

  private static Instrument instrument(@Nullable Signing signing) {
    return new Instrument(
        new InstrumentId("treaty"),
        LocalizedText.of("Treaty"),
        null,
        InstrumentKind.TREATY,
        null,
        List.of(new PartyId("A"), new PartyId("B")),
        signing,
        PackageRule.SINGLE_UNDERTAKING,
        List.of(),
        List.of(),
        List.of(),
        ALL);
  }

  private static Point point(String id, String number, String... options) {
    return new Point(
        new PointId(id),
        number,
        LocalizedText.of("The " + id),
        null,
        new InstrumentId("treaty"),
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        List.of(options).stream()
            .map(
                each ->
                    new Option(
                        new OptionId(each),
                        LocalizedText.of(each),
                        null,
                        List.of(),
                        List.of(),
                        ALL))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        ALL);
  }

  private void position(
      String party, String point, @Nullable Integer rank, Visibility visibility, Object... grades) {
    Map<OptionId, Grade> graded = new TreeMap<>();
    Map<OptionId, Worth> worths = new TreeMap<>();
    for (int i = 0; i < grades.length; i += 2) {
      OptionId option = new OptionId((String) grades[i]);
      switch (grades[i + 1]) {
        case Grade grade -> graded.put(option, grade);
        case String worth -> worths.put(option, new Worth(worth));
        default -> throw new IllegalArgumentException();
      }
    }
    records.add(
        new Position(
            new PositionId("q" + records.size()),
            new PartyId(party),
            new PointId(point),
            null,
            null,
            null,
            null,
            rank,
            null,
            graded,
            worths,
            null,
            List.of(),
            List.of(),
            true,
            List.of(),
            visibility));
  }

  private void baseline(String party, String worth, Visibility visibility) {
    records.add(
        new Baseline(
            new BaselineId("b" + records.size()),
            new PartyId(party),
            null,
            null,
            new Worth(worth),
            null,
            List.of(),
            true,
            visibility));
  }

  private void tie(Linkage.Tie tie) {
    records.add(
        new Linkage(
            new LinkageId("t" + records.size()), "A tie", tie, List.of(), List.of(), true, ALL));
  }

  private static List<OptionId> ids(String... ids) {
    return List.of(ids).stream().map(OptionId::new).toList();
  }

  private PreparedProblem prepared(Viewer viewer) {
    return CasePackages.of(view(viewer));
  }

  private CaseView view(Viewer viewer) {
    return Case.of(new CaseInfo("Bridge", null, List.of()), records).viewFor(viewer);
  }

  private PackageProblem ready() {
    return assertInstanceOf(PreparedProblem.Ready.class, prepared(new Viewer.Mediator()))
        .packages();
  }

  private List<PreparedProblem.Lack> unready() {
    return assertInstanceOf(PreparedProblem.Unready.class, prepared(new Viewer.Mediator())).lacks();
  }

  private void bothWant() {
    position("A", "key", 1, ALL, "both", Grade.PREFERRED, "turns", Grade.ACCEPTABLE);
    position(
        "A",
        "toll",
        2,
        ALL,
        "free",
        Grade.PREFERRED,
        "coin",
        Grade.ACCEPTABLE,
        "tax",
        Grade.RED_LINE);
    position("B", "key", 2, ALL, "both", Grade.TOLERABLE, "turns", Grade.PREFERRED);
    position(
        "B",
        "toll",
        1,
        ALL,
        "free",
        Grade.TOLERABLE,
        "coin",
        Grade.ACCEPTABLE,
        "tax",
        Grade.PREFERRED);
  }

  /// Two ranks weigh 3/4 and 1/4 of 1000 points; acceptable is worth half; a point with one option
  /// is not bargained about.
  @Test
  void wordsBecomeNumbers() {
    bothWant();
    PackageProblem packages = ready();
    assertEquals(
        List.of("1 The key", "2 The toll"),
        packages.matters().stream().map(PackageProblem.Matter::label).toList());
    assertEquals(
        List.of(List.of(750L, 375L), List.of(250L, 125L, 0L)),
        packages.problem().parties().get(0).worths());
    assertEquals(
        List.of(List.of(0L, 250L), List.of(0L, 375L, 750L)),
        packages.problem().parties().get(1).worths());
    assertEquals(Set.of(new Choice(1, 2)), packages.redLines(0));
    assertTrue(packages.isIllustrative());
    assertEquals(PackageProblem.How.RANK, packages.seats().get(0).stakes().get(0).how());
    assertEquals(
        List.of(new PackageNote.NoBaseline("Arda"), new PackageNote.NoBaseline("Brenn")),
        packages.notes());
  }

  @Test
  void writtenWorthsCountAsTheyAreAndIntervalsAreCarried() {
    position("A", "key", null, ALL, "both", "40..60", "turns", "10");
    position(
        "A",
        "toll",
        1,
        ALL,
        "free",
        Grade.PREFERRED,
        "coin",
        Grade.TOLERABLE,
        "tax",
        Grade.TOLERABLE);
    baseline("A", "20..25", ALL);
    PackageProblem packages = ready();
    PackageProblem.Stake key = packages.seats().get(0).stakes().get(0);
    assertEquals(List.of(new Worth("40..60"), new Worth("10")), key.worths());
    assertEquals(40, key.weight());
    assertEquals(PackageProblem.How.WRITTEN, key.how());
    assertEquals(List.of(50L, 10L), packages.problem().parties().get(0).worths().get(0));
    assertEquals(List.of(960L, 0L, 0L), packages.problem().parties().get(0).worths().get(1));
    assertEquals(23L, packages.problem().parties().get(0).baseline());
    assertTrue(packages.hasIntervals());
    assertEquals(new PackageNote.SilentSignatories(List.of("Brenn")), packages.notes().getFirst());
  }

  /// Of several baselines the one that fewest may know of counts, whichever was written first.
  @Test
  void theNarrowestBaselineCounts() {
    List<Visibility> narrowing =
        List.of(
            ALL,
            new Visibility.Delegations(),
            new Visibility.Party(new PartyId("A")),
            new Visibility.Mediator());
    bothWant();
    int before = records.size();
    for (int one = 0; one < narrowing.size(); one++) {
      for (int other = 0; other < narrowing.size(); other++) {
        if (one != other) {
          baseline("A", "1" + one, narrowing.get(one));
          baseline("A", "1" + other, narrowing.get(other));
          assertEquals(
              10L + Math.max(one, other),
              ready().problem().parties().getFirst().baseline(),
              one + " and " + other);
          records.subList(before, records.size()).clear();
        }
      }
    }
  }

  /// Where no document names who signs it, the parties of the board bargain.
  @Test
  void withoutSignatoriesTheColumnsBargain() {
    Instrument treaty = instrument(null);
    records.set(
        2,
        new Instrument(
            treaty.id(),
            treaty.title(),
            null,
            treaty.kind(),
            null,
            List.of(),
            null,
            PackageRule.SINGLE_UNDERTAKING,
            List.of(),
            List.of(),
            List.of(),
            ALL));
    bothWant();
    assertEquals(
        view(new Viewer.Mediator()).columns().stream()
            .map(party -> party.label().toString())
            .toList(),
        ready().seats().stream().map(PackageProblem.Seat::label).toList());
    assertEquals(2, ready().seats().size());
  }

  private void weighed(String point, @Nullable Integer rank, @Nullable String weight, String... g) {
    position("A", point, rank, ALL);
    Position plain = (Position) records.removeLast();
    Map<OptionId, Grade> grades = new TreeMap<>();
    for (int i = 0; i < g.length; i += 2) {
      grades.put(new OptionId(g[i]), Grade.valueOf(g[i + 1]));
    }
    records.add(
        new Position(
            plain.id(),
            plain.party(),
            plain.point(),
            null,
            null,
            null,
            null,
            rank,
            weight == null ? null : new Worth(weight),
            grades,
            Map.of(),
            null,
            List.of(),
            List.of(),
            true,
            List.of(),
            ALL));
  }

  /// A weight in numbers is shared out by the grades, its bounds with it; what is only ranked
  /// shares what is left, and where more than all is given away the reader is told.
  @Test
  void aWeightIsSharedOutByGrades() {
    for (String weight : List.of("400..600", "1000", "1001")) {
      int before = records.size();
      weighed("key", null, weight, "both", "PREFERRED", "turns", "ACCEPTABLE");
      weighed("toll", 1, null, "free", "PREFERRED", "coin", "ACCEPTABLE", "tax", "RED_LINE");
      PackageProblem packages = ready();
      PackageProblem.Stake key = packages.seats().getFirst().stakes().getFirst();
      PackageProblem.Stake toll = packages.seats().getFirst().stakes().getLast();
      Worth whole = new Worth(weight);
      assertEquals(
          List.of(
              whole,
              new Worth(
                  weight.equals("400..600") ? "200..300" : weight.equals("1000") ? "500" : "501")),
          key.worths());
      assertEquals(PackageProblem.How.WRITTEN, key.how());
      assertEquals(PackageProblem.How.RANK, toll.how());
      assertEquals(weight.equals("400..600") ? 500 : 0, toll.weight());
      assertEquals(Set.of(0, 1), key.graded());
      assertEquals(
          weight.equals("1001"),
          packages.notes().contains(new PackageNote.NothingForRanks("Arda", 1000)),
          weight);
      records.subList(before, records.size()).clear();
    }
  }

  /// What is written for single options spans from the least to the most, what is not written
  /// counting as nothing; that much is not left for what is ranked.
  @Test
  void worthsOfOptionsSpanFromTheLeastToTheMost() {
    for (String[] each :
        new String[][] {{"-100", "300", "600"}, {"100", "300", "700"}, {"-100", "-300", "700"}}) {
      int before = records.size();
      position("A", "toll", null, ALL, "free", each[0], "coin", each[1]);
      position("A", "key", 1, ALL, "both", Grade.PREFERRED, "turns", Grade.TOLERABLE);
      assertEquals(
          Long.parseLong(each[2]),
          ready().seats().getFirst().stakes().getFirst().weight(),
          String.join(" ", each));
      records.subList(before, records.size()).clear();
    }
  }

  @Test
  void silenceIsSaid() {
    position("A", "key", 1, ALL, "both", Grade.PREFERRED);
    position("B", "key", 1, ALL, "both", Grade.TOLERABLE, "turns", Grade.PREFERRED);
    List<PackageNote> notes = ready().notes();
    assertTrue(
        notes.contains(new PackageNote.Ungraded("Arda", List.of("turns"), "1")), notes.toString());
    assertTrue(notes.contains(new PackageNote.Indifferent("Arda", List.of("2"))), notes.toString());
  }

  @Test
  void whatIsMissingIsSaid() {
    assertEquals(1, unready().size());
    assertEquals(new PreparedProblem.Lack.NoPosition(List.of("1", "2")), unready().getFirst());
    records.removeIf(each -> each instanceof Point);
    assertEquals(List.of(new PreparedProblem.Lack.NothingToChoose()), unready());
  }

  @Test
  void worthsThatAreTooLargeAreRefusedInWords() {
    position("A", "key", null, ALL, "both", "999999999999999999", "turns", "-999999999999999999");
    position(
        "A",
        "toll",
        null,
        ALL,
        "free",
        "999999999999999999",
        "coin",
        "0",
        "tax",
        "999999999999999999");
    position("B", "key", null, ALL, "both", "999999999999999999", "turns", "0");
    assertInstanceOf(PreparedProblem.Lack.Invalid.class, unready().getFirst());
  }

  /// Of a public and a confidential position the confidential one counts, for those who see it.
  @Test
  void theConfidentialPositionCountsForThoseWhoSeeIt() {
    bothWant();
    Visibility own = new Visibility.Party(new PartyId("A"));
    position(
        "A",
        "toll",
        2,
        own,
        "free",
        Grade.PREFERRED,
        "coin",
        Grade.TOLERABLE,
        "tax",
        Grade.ACCEPTABLE);
    baseline("A", "300", own);
    assertEquals(Set.of(), ready().redLines(0));
    assertEquals(300L, ready().problem().parties().get(0).baseline());
    PackageProblem seen =
        assertInstanceOf(PreparedProblem.Ready.class, prepared(new Viewer.Public())).packages();
    assertEquals(Set.of(new Choice(1, 2)), seen.redLines(0));
    assertEquals(null, seen.problem().parties().get(0).baseline());
  }

  @Test
  void tiesAreReadWithAlternativesOnOnePoint() {
    bothWant();
    tie(new Linkage.Tie.Never(ids("both", "coin", "tax")));
    tie(new Linkage.Tie.IfThen(ids("turns"), ids("coin", "tax")));
    tie(new Linkage.Tie.JointWorth(new PartyId("B"), ids("turns", "free"), new Worth("-40")));
    PackageProblem packages = ready();
    assertFalse(packages.problem().allows(new int[] {0, 1}));
    assertTrue(packages.problem().allows(new int[] {0, 0}));
    assertFalse(packages.problem().allows(new int[] {1, 0}));
    assertTrue(packages.problem().allows(new int[] {1, 2}));
    assertEquals(210, packages.problem().worth(1, new int[] {1, 0}));
    assertEquals(3, packages.linkages().size());
  }

  /// A draft that breaks ties names them all, and only these.
  @Test
  void aDraftNamesTheTiesItBreaks() {
    bothWant();
    tie(new Linkage.Tie.JointWorth(new PartyId("B"), ids("turns", "free"), new Worth("-40")));
    tie(new Linkage.Tie.Never(ids("both", "coin")));
    tie(new Linkage.Tie.JointWorth(new PartyId("A"), ids("turns", "free"), new Worth("4")));
    tie(new Linkage.Tie.IfThen(ids("turns"), ids("coin")));
    PackageProblem packages = ready();
    LinkageId then = (LinkageId) records.getLast().id();
    LinkageId never = (LinkageId) records.get(records.size() - 3).id();
    List<List<LinkageId>> broken = new ArrayList<>();
    for (int key = 0; key < 2; key++) {
      for (int toll = 0; toll < 3; toll++) {
        PackageDraft draft = PackageDraft.of(packages, List.of(key, toll), Budget.unlimited());
        broken.add(draft.broken().stream().map(PackageProblem.NamedLinkage::id).toList());
        assertEquals(
            draft.broken().isEmpty(),
            draft.efficiency() != PackageDraft.Efficiency.UNKNOWN,
            "" + draft);
      }
    }
    assertEquals(
        List.of(List.of(), List.of(never), List.of(), List.of(then), List.of(), List.of(then)),
        broken);
  }

  /// With one option the point is settled, and a term about it always holds.
  @Test
  void aSettledPointMeetsItsTerms() {
    bothWant();
    tie(new Linkage.Tie.IfThen(ids("bridge"), ids("turns")));
    tie(new Linkage.Tie.IfThen(ids("both"), ids("bridge")));
    PackageProblem packages = ready();
    assertFalse(packages.problem().allows(new int[] {0, 0}));
    assertTrue(packages.problem().allows(new int[] {1, 0}));
    assertEquals(1, packages.linkages().size());
  }

  @Test
  void theSigningRuleIsThatOfTheDocument() {
    bothWant();
    assertEquals(SigningRule.all(2), ready().problem().signing());
    records.set(2, instrument(Signing.of(1, List.of(new PartyId("B")))));
    assertEquals(new SigningRule(1, Set.of(1)), ready().problem().signing());
    ZoneTable table = ZoneTable.of(ready().problem(), Budget.unlimited());
    assertEquals(
        List.of("Arda and Brenn true 4", "Arda false", "Brenn true 6"),
        List.of(
            row(table.rows().get(0)),
            "Arda " + ready().problem().signing().allows(1),
            row(table.rows().get(1))));
    BigInteger six = BigInteger.valueOf(6);
    assertEquals(
        new PackageSummary.Acceptable(
            table.everyone(),
            six,
            Optional.of(new PackageBound.CountBetween(six, six)),
            Optional.empty()),
        PackageSummary.of(ready(), table, null));
  }

  private static PackageProblem at(PreparedProblem prepared) {
    return assertInstanceOf(PreparedProblem.Ready.class, prepared).packages();
  }

  /// A position counts from its day and once it is known; a later one takes its place.
  @Test
  void positionsCountFromTheirDay() {
    bothWant();
    int last = records.size() - 1;
    Position old = assertInstanceOf(Position.class, records.get(last));
    records.set(last, Rewrite.with(old, "from", Edtf.of("2025-01-01")));
    Position later =
        Rewrite.with(
            Rewrite.with(
                Rewrite.with(old, "id", new PositionId("later")), "from", Edtf.of("2025-03-01")),
            "grades",
            new TreeMap<>(
                old.grades().keySet().stream()
                    .collect(
                        java.util.stream.Collectors.toMap(each -> each, _ -> Grade.RED_LINE))));
    later = Rewrite.with(later, "known", Edtf.of("2025-04-01"));
    records.add(later);
    CaseView view = view(new Viewer.Mediator());
    PackageProblem before =
        at(CasePackages.of(view, AsOf.of(LocalDate.of(2025, 2, 1)), Course.NOTHING));
    PackageProblem after =
        at(CasePackages.of(view, AsOf.of(LocalDate.of(2025, 3, 1)), Course.NOTHING));
    PackageProblem unknown =
        at(
            CasePackages.of(
                view,
                new AsOf(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)),
                Course.NOTHING));
    assertEquals(before.problem(), unknown.problem());
    assertFalse(before.problem().equals(after.problem()));
    assertEquals(after.problem(), at(CasePackages.of(view)).problem());
    records.set(records.size() - 1, Rewrite.with(later, "supersedes", List.of(old.id())));
    assertEquals(after.problem(), at(CasePackages.of(view(new Viewer.Mediator()))).problem());
  }

  /// A baseline counts from its day and once it is known; a later one takes its place.
  @Test
  void baselinesCountFromTheirDay() {
    bothWant();
    baseline("A", "300", ALL);
    Baseline old = assertInstanceOf(Baseline.class, records.getLast());
    Baseline later = Rewrite.with(old, "id", new BaselineId("later"));
    later = Rewrite.with(later, "from", Edtf.of("2025-03-01"));
    later = Rewrite.with(later, "known", Edtf.of("2025-04-01"));
    records.add(Rewrite.with(later, "worth", new Worth("500")));
    for (String[] each :
        new String[][] {
          {"2025-02-28", "2025-05-01", "300"},
          {"2025-03-01", "2025-03-31", "300"},
          {"2025-03-01", "2025-04-01", "500"}
        }) {
      AsOf asOf = new AsOf(LocalDate.parse(each[0]), LocalDate.parse(each[1]));
      PackageProblem packages =
          at(CasePackages.of(view(new Viewer.Mediator()), asOf, Course.NOTHING));
      assertEquals(
          Long.valueOf(each[2]), packages.problem().parties().getFirst().baseline(), each[0]);
    }
  }

  private void onlyIf(Proviso proviso) {
    records.replaceAll(
        each ->
            each instanceof Position p
                    && p.party().value().equals("B")
                    && p.grades().containsKey(proviso.option())
                ? Rewrite.with(p, "onlyIf", List.of(proviso))
                : each);
  }

  private void sequence() {
    for (String id : List.of("paint", "open")) {
      records.add(
          new Step(
              new StepId(id),
              LocalizedText.of("To " + id),
              null,
              null,
              List.of(),
              List.of(),
              null,
              null,
              false,
              Map.of(),
              List.of(),
              List.of(),
              Map.of(),
              ALL));
    }
    records.add(
        new Demand(
            new DemandId("order"),
            "Painted before it is opened",
            List.of(new PartyId("B")),
            List.of(),
            List.of(new PointId("key")),
            null,
            List.of(),
            List.of(new Demand.Timing.After(new StepId("open"), new StepId("paint"), null, null)),
            List.of(),
            false,
            ALL));
  }

  /// Brenn accepts joint keys only with a toll of coins: of four packages that Arda accepts, the
  /// one with joint keys and no toll is gone for both, and it is Brenn alone who objects to it.
  @Test
  void anOptionIsAcceptedOnlyWithAnother() {
    bothWant();
    onlyIf(new Proviso(new OptionId("both"), ids("coin", "tax"), List.of(), List.of()));
    PackageProblem packages = ready();
    Problem problem = packages.problem();
    Contingency contingency = new Contingency(new Choice(0, 0), List.of(OptionSet.of(1, 1, 2)));
    assertEquals(List.of(contingency), problem.parties().get(1).contingencies());
    assertEquals(Set.of(), packages.redLines(1));
    assertEquals(
        BigInteger.valueOf(3), ZoneTable.of(problem, Budget.unlimited()).everyone().atMost());
    assertTrue(problem.acceptableTo(0, new int[] {0, 0}));
    assertFalse(problem.acceptableTo(1, new int[] {0, 0}));
    assertTrue(problem.acceptableTo(1, new int[] {0, 1}));
    assertTrue(problem.acceptableTo(1, new int[] {1, 0}));
    PackageDraft open =
        PackageDraft.of(packages, List.of(0, PackageDraft.OPEN), Budget.unlimited());
    assertEquals(List.of(), open.objections());
    assertEquals(
        List.of(new PartyDemand.OnlyIf(1, contingency)),
        PackageDraft.of(packages, List.of(0, 0), Budget.unlimited()).objections());
    assertEquals(
        List.of(
            new ContingentOption(
                new Choice(0, 0),
                List.of(new ContingentOption.Prerequisite.InPackage(OptionSet.of(1, 1, 2))))),
        packages.seats().get(1).contingent());
  }

  /// A step or a demand on order is no part of a package: what it needs is told. Once the order is
  /// broken the option is refused.
  @Test
  void anOptionIsAcceptedOnlyIfSomethingHappens() {
    bothWant();
    sequence();
    Problem plain = ready().problem();
    StepId paint = new StepId("paint");
    DemandId order = new DemandId("order");
    onlyIf(new Proviso(new OptionId("both"), ids("bridge"), List.of(paint), List.of(order)));
    CaseView view = view(new Viewer.Mediator());
    ContingentOption.Prerequisite elsewhere =
        new ContingentOption.Prerequisite.Elsewhere(new OptionId("bridge"), "bridge");
    for (ContingentOption.ConditionFate fate : ContingentOption.ConditionFate.values()) {
      boolean met = fate == ContingentOption.ConditionFate.MET;
      boolean failed = fate == ContingentOption.ConditionFate.FAILED;
      Course course =
          new Course(
              Set.of(),
              met ? Set.of(paint) : Set.of(),
              met ? Set.of(order) : Set.of(),
              failed ? Set.of(order) : Set.of());
      PackageProblem packages = at(CasePackages.of(view, AsOf.LATEST, course));
      assertEquals(failed ? Set.of(new Choice(0, 0)) : Set.of(), packages.redLines(1));
      assertEquals(failed, !packages.problem().equals(plain));
      assertEquals(
          List.of(
              elsewhere,
              new ContingentOption.Prerequisite.Happens(
                  paint, "To paint", met ? fate : ContingentOption.ConditionFate.OPEN),
              new ContingentOption.Prerequisite.Kept(order, "Painted before it is opened", fate)),
          packages.seats().get(1).contingent().getFirst().needs());
    }
  }

  /// What is ratified is no longer bargained about.
  @Test
  void nothingIsLeftOfASettledInstrument() {
    bothWant();
    assertEquals(
        new PreparedProblem.Unready(List.of(new PreparedProblem.Lack.Settled(List.of("Treaty")))),
        CasePackages.of(
            view(new Viewer.Mediator()),
            AsOf.LATEST,
            new Course(Set.of(new InstrumentId("treaty")), Set.of(), Set.of(), Set.of())));
  }

  private static Approval voters(String assumed) {
    return new Approval(
        new PartyId("V"),
        VoteRule.SIMPLE_MAJORITY,
        List.of(),
        List.of(
            new Approval.ExpectedVote(
                List.of(), new PercentRange("47..53"), null, null, assumed, List.of())));
  }

  private static ApprovalStage stage(ApprovalWay... ways) {
    return new ApprovalStage(LocalizedText.of("Endorsement"), List.of(ways));
  }

  private List<String> fates() {
    return Ratification.of(ready(), Budget.unlimited()).fates().stream()
        .map(
            fate ->
                fate.options().stream().map(each -> each.point() + "=" + each.option()).toList()
                    + " "
                    + fate.passage().chance().least()
                    + ".."
                    + fate.passage().chance().most()
                    + " "
                    + fate.atMost())
        .toList();
  }

  /// Who refuses from outside the room counts, and who has no say is named.
  @Test
  void thoseOutsideTheRoomApproveOrAreNamed() {
    bothWant();
    records.add(party("C", "Court"));
    records.add(party("V", "Voters"));
    records.add(party("O", "Opposition"));
    position("C", "toll", 1, ALL, "tax", Grade.RED_LINE, "free", Grade.PREFERRED);
    position("O", "toll", 1, ALL, "tax", Grade.RED_LINE);
    assertTrue(ready().approvals().isEmpty());
    assertTrue(
        ready().notes().contains(new PackageNote.NotCounted(List.of("Court", "Opposition"))),
        ready().notes()::toString);
    Approval court = new Approval(new PartyId("C"), null, List.of(), List.of());
    records.set(
        2,
        instrument(
            new Signing(
                null,
                List.of(),
                List.of(
                    stage(
                        new ApprovalWay(ids("both"), List.of(voters("As in the polls."))),
                        new ApprovalWay(ids("turns"), List.of(court)))),
                List.of())));
    assertTrue(ready().notes().contains(new PackageNote.NotCounted(List.of("Opposition"))));
    assertTrue(ready().notes().contains(new PackageNote.AssumedVote("Voters", "As in the polls.")));
    assertTrue(ready().notes().contains(new PackageNote.UniformVotes()));
    List<String> fates = fates();
    assertFalse(fates.isEmpty());
    for (String fate : fates) {
      String chance =
          fate.contains("0=0") ? " 1/2..1/2 " : fate.contains("1=2") ? " 0..0 " : " 1..1 ";
      assertTrue(fate.contains(chance), fate);
    }
  }

  /// A parliament is recorded once; its seats of the day decide, and none before it sat.
  @Test
  void thoseWhoSitInABodyOnTheDayVote() {
    bothWant();
    records.add(party("G", "Government party"));
    records.add(party("O", "Opposition"));
    position("G", "toll", 1, ALL, "tax", Grade.ACCEPTABLE, "coin", Grade.PREFERRED);
    position("O", "toll", 1, ALL, "tax", Grade.RED_LINE, "coin", Grade.RED_LINE);
    Party parliament = Rewrite.with(party("P", "Parliament"), "kind", PartyKind.BODY);
    records.add(
        Rewrite.with(
            parliament,
            "memberships",
            List.of(
                seats("G", 50, "2024-01-01", "2025-12-31"),
                seats("G", 10, "2025-01-01", "2025-12-31"),
                seats("O", 40, "2024-01-01", "2025-12-31"),
                seats("G", 30, "2026-01-01", null),
                seats("O", 70, "2026-01-01", null))));
    Approval vote = new Approval(new PartyId("P"), VoteRule.SIMPLE_MAJORITY, List.of(), List.of());
    records.set(
        2,
        instrument(
            new Signing(
                null,
                List.of(),
                List.of(stage(new ApprovalWay(List.of(), List.of(vote)))),
                List.of())));
    assertEquals(List.of(60L, 40L), seatsOn("2025-06-01"));
    assertEquals(List.of(30L, 70L), seatsOn("2026-06-01"));
    assertEquals(List.of(), seatsOn("2023-06-01"));
  }

  private List<Long> seatsOn(String day) {
    PreparedProblem prepared =
        CasePackages.of(view(new Viewer.Mediator()), AsOf.of(LocalDate.parse(day)), Course.NOTHING);
    return at(prepared)
        .approvals()
        .stages()
        .getFirst()
        .ways()
        .getFirst()
        .approvers()
        .getFirst()
        .blocs()
        .stream()
        .map(ApprovalChain.Faction::seats)
        .toList();
  }

  private static Membership seats(String party, int seats, String from, @Nullable String until) {
    return new Membership(
        new PartyId(party),
        null,
        seats,
        Edtf.of(from),
        until == null ? null : Edtf.of(until),
        List.of());
  }

  /// Nothing is invented: without a figure or a position, nobody can say.
  @Test
  void aVoteOfWhichNothingIsKnownHasNoChance() {
    bothWant();
    records.add(party("V", "Voters"));
    Approval unknown =
        new Approval(new PartyId("V"), VoteRule.SIMPLE_MAJORITY, List.of(), List.of());
    records.set(
        2,
        instrument(
            new Signing(
                null,
                List.of(),
                List.of(stage(new ApprovalWay(List.of(), List.of(unknown)))),
                List.of())));
    assertTrue(fates().getFirst().startsWith("[] 0..1 "), fates()::toString);
    assertTrue(ready().notes().contains(new PackageNote.SilentApprovers(List.of("Voters"))));
  }

  /// Positions as a reader goes through the points, the rest as people count: b9 before b10.
  @Test
  void recordsComeInTheOrderOfReaders() {
    position("B", "toll", 1, ALL, "free", Grade.PREFERRED);
    position("B", "key", 2, ALL, "both", Grade.PREFERRED);
    position("A", "key", 1, ALL, "both", Grade.PREFERRED);
    baseline("A", "1", ALL);
    baseline("B", "1", ALL);
    CaseView view = view(new Viewer.Mediator());
    assertEquals(
        List.of("A key", "B key", "B toll"),
        view.positions().stream().map(each -> each.party() + " " + each.point()).toList());
    assertEquals(
        List.of("b9", "b10"), view.baselines().stream().map(each -> each.id().value()).toList());
  }

  /// Each grade that is missing may be another red line.
  @Test
  void aHalfEnteredCaseIsNotAnswered() {
    bothWant();
    Position last = (Position) records.removeLast();
    PackageProblem packages = ready();
    int missing = last.grades().size() + last.worths().size();
    assertEquals(new PackageProblem.Grades(10 - missing, 10), packages.grades());
    PackageSummary.TooEarly early =
        assertInstanceOf(
            PackageSummary.TooEarly.class, Overview.of(packages, Budget.unlimited()).summary());
    assertEquals(BigInteger.valueOf(4), early.all().atMost());
    assertEquals(BigInteger.valueOf(6), early.of());
    PackageDraft draft = PackageDraft.of(packages, List.of(1, 0), Budget.unlimited());
    assertEquals(1, draft.ungraded());
    assertFalse(draft.isAcceptable());
  }

  @Test
  void redLinesOnRecordAnswerWhateverIsMissing() {
    position("A", "key", 1, ALL, "both", Grade.RED_LINE, "turns", Grade.PREFERRED);
    position("B", "key", 1, ALL, "both", Grade.PREFERRED, "turns", Grade.RED_LINE);
    assertInstanceOf(
        PackageSummary.NoneAcceptable.class, Overview.of(ready(), Budget.unlimited()).summary());
    assertEquals(new PackageProblem.Grades(4, 10), ready().grades());
  }

  @Test
  void aBaselineOutOfReachIsNoAnswerWhileGradesAreMissing() {
    position("A", "key", 1, ALL, "both", Grade.ACCEPTABLE, "turns", Grade.TOLERABLE);
    position("B", "key", 1, ALL, "both", Grade.PREFERRED, "turns", Grade.RED_LINE);
    baseline("A", "900", ALL);
    assertInstanceOf(
        PackageSummary.TooEarly.class, Overview.of(ready(), Budget.unlimited()).summary());
    assertEquals(new PackageProblem.Grades(4, 10), ready().grades());
  }

  @Test
  void whatIsCountedLaterIsInTheTable() {
    bothWant();
    BigInteger six = BigInteger.valueOf(6);
    ZoneTable loose =
        new ZoneTable(
            six, List.of(new ZoneTable.Row(3, BigInteger.ONE, six, true, false)), Optional.empty());
    Zone zone = ZoneTable.zone(ready().problem(), 3, Budget.unlimited()).findAnswer().orElseThrow();
    ZoneTable.Row row = loose.with(3, zone).everyone();
    assertTrue(row.isExact());
    assertEquals("Arda and Brenn true 4", row(row));
  }

  private String row(ZoneTable.Row row) {
    return String.join(" and ", ready().labels(row.parties()))
        + " "
        + row.canSign()
        + " "
        + row.atMost();
  }

  @Test
  void theAnswerIsAFact() {
    bothWant();
    Overview some = Overview.of(ready(), Budget.unlimited());
    assertEquals(
        new PackageSummary.Acceptable(
            some.table().everyone(),
            BigInteger.valueOf(6),
            Optional.empty(),
            Optional.of(new CommonGround(List.of(), List.of(0, 1)))),
        some.summary());
    assertTrue(some.isProved());
    baseline("A", "800", ALL);
    baseline("B", "600", ALL);
    PackageProblem packages = ready();
    Overview none = Overview.of(packages, Budget.unlimited());
    PackageSummary.NoneAcceptable nothing =
        assertInstanceOf(PackageSummary.NoneAcceptable.class, none.summary());
    assertEquals(
        List.of(new PartyDemand.Baseline(0, 800), new PartyDemand.Baseline(1, 600)),
        nothing.clash());
    Obstacles crossing =
        Obstacles.of(packages, new int[] {0, 0}, KnotConcessions.NONE, Budget.unlimited());
    assertEquals(
        List.of(
            new Clashes.Way(
                List.of(new PartyDemand.Baseline(1, 600)), BigInteger.TWO, BigInteger.TWO),
            new Clashes.Way(
                List.of(new PartyDemand.Baseline(0, 800)), BigInteger.ONE, BigInteger.ONE)),
        crossing.leastWays());
    assertEquals(1, crossing.crossed().size());
  }

  @Test
  void contradictoryTiesAreNobodysFault() {
    bothWant();
    tie(new Linkage.Tie.Never(ids("both", "turns", "free", "coin", "tax")));
    Overview overview = Overview.of(ready(), Budget.unlimited());
    assertEquals(new PackageSummary.NoPackage(), overview.summary());
    assertEquals(BigInteger.ZERO, overview.table().all());
  }

  @Test
  void whatIfMovesFiguresAndNothingElse() {
    bothWant();
    PackageProblem packages = ready();
    TreeMap<Integer, Long> baselines = new TreeMap<>(Map.of(0, 900L));
    WhatIf moved =
        new WhatIf(
            baselines,
            new TreeMap<>(Map.of(1, new TreeMap<>(Map.of(1, 100L)))),
            new TreeMap<>(
                Map.of(0, new TreeMap<>(Map.of(new Choice(1, 2), false, new Choice(0, 1), true)))));
    PackageProblem then = moved.in(packages);
    assertEquals(900L, then.problem().parties().get(0).baseline());
    assertEquals(List.of(0L, 50L, 100L), then.problem().parties().get(1).worths().get(1));
    assertEquals(Set.of(new Choice(0, 1)), then.redLines(0));
    assertEquals(packages, WhatIf.NOTHING.in(packages));
    assertEquals(packages, ready());
  }

  @Test
  void someOfThePartiesAlone() {
    bothWant();
    tie(new Linkage.Tie.JointWorth(new PartyId("B"), ids("turns", "free"), new Worth("-40")));
    PackageProblem alone = ready().among(0b10);
    assertEquals(List.of("Brenn"), alone.labels(1));
    assertEquals(210, alone.problem().worth(0, new int[] {1, 0}));
    assertEquals(0, ready().among(0b01).problem().jointWorths().size());
  }
}
