package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zones;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.exchange.SharedData;
import org.parley.exchange.tree.JsonReader;
import org.parley.exchange.tree.JsonValue;
import org.parley.genius.file.Decimals;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;

/// Domains that others published: their frontiers against trial of every package in exact
/// fractions, and every figure that was published with them.
class PublishedDomainsOracleTest {

  private static final Budget FREE = Budget.unlimited();

  /// How far numbers of the two precisions that files were written in may be from the exact ones.
  private static final Rational SINGLE = Rational.of(1, 10_000_000);

  private static final Rational DOUBLE = Rational.of(1, 1_000_000_000_000L);

  private static Path genius(String domain) {
    return SharedData.folder("bargain/genius").resolve(domain);
  }

  private static ImportedProblem read(String domain, String names, @Nullable Integer digits)
      throws IOException {
    List<Path> files = SharedData.files(genius(domain), names);
    return BargainingFiles.read(Format.GENIUS, files, digits);
  }

  /// Reads a domain whose utilities have too many decimals for 64 bits, without asking for
  /// rounding: every comparison of two packages is as it is written.
  private static ImportedProblem readInOrder(String domain, String names) throws IOException {
    ImportedProblem imported = read(domain, names, null);
    assertTrue(imported.isExact() || imported.inOrder(), domain);
    return imported;
  }

  private static Frontier frontier(Problem problem) {
    return switch (Frontiers.find(problem, FREE)) {
      case Finding.Exhausted<Frontier> other -> throw new AssertionError(other);
      case Finding.Proved<Frontier>(Frontier frontier, _) -> frontier;
      case Finding<Frontier> other -> throw new AssertionError(other);
    };
  }

  private static Problem withoutBaselines(Problem problem) {
    return PartyDemand.keeping(problem, List.of());
  }

  /// What the packages on a frontier that was found in whole numbers are worth exactly.
  private static Set<List<BigInteger>> exact(Trial trial, Frontier frontier) {
    Set<List<BigInteger>> vectors = new HashSet<>();
    for (int entry = 0; entry < frontier.size(); entry++) {
      vectors.add(trial.worths(frontier.packageOf(entry)));
    }
    return vectors;
  }

  private static void assertFrontiersAreThoseOfTrial(ImportedProblem imported) {
    Trial trial = new Trial(imported);
    Set<List<BigInteger>> all = trial.vectors();
    assertEquals(
        Trial.frontier(trial.acceptable(all)),
        exact(trial, frontier(imported.problem())),
        "acceptable");
    assertEquals(
        Trial.frontier(all),
        exact(trial, frontier(withoutBaselines(imported.problem()))),
        "without baselines");
  }

  @Test
  void englandAndZimbabwe() throws IOException {
    assertFrontiersAreThoseOfTrial(readInOrder("EnglandZimbabwe", ".*\\.xml"));
  }

  @Test
  void sixPartiesOnEightIssues() throws IOException {
    ImportedProblem imported = readInOrder("Domain8", ".*\\.xml");
    assertEquals(6, imported.problem().parties().size());
    assertFrontiersAreThoseOfTrial(imported);
  }

  @ParameterizedTest
  @ValueSource(strings = {"party[1-2]_utility", "party[1-4]_utility", "party[1-9]_utility"})
  void theParty(String profiles) throws IOException {
    assertFrontiersAreThoseOfTrial(
        readInOrder("partydomain", "(party_domain|" + profiles + ")\\.xml"));
  }

  @Test
  void thePartyInTheEyesOfUncertainProfiles() throws IOException {
    assertFrontiersAreThoseOfTrial(
        readInOrder("partydomain", "(party_domain|party[12]_utility_u20|party1_utility100)\\.xml"));
  }

  @Test
  void energy() throws IOException {
    ImportedProblem imported = readInOrder("EnergyA", ".*\\.xml");
    assertEquals(BigInteger.valueOf(390_625), imported.packages());
    assertFrontiersAreThoseOfTrial(imported);
  }

  /// Twenty to forty linked issues, of which other solvers found the frontier with utilities cut
  /// off at 1; the certificate is checked.
  @ParameterizedTest
  @ValueSource(strings = {"S-1NIKFRT-2", "30issues", "50issuesDiscounted", "S-1NAGUNL-128"})
  void exactFrontiersOfWideLinkedDomains(String domain) throws IOException {
    ImportedProblem imported = read(domain, ".*domain\\.xml|profile.*\\.xml", null);
    Problem problem = withoutBaselines(imported.problem());
    Finding<Frontier> finding = Frontiers.find(problem, FREE);
    Frontier frontier = finding.findAnswer().orElseThrow();
    JsonValue stated =
        JsonReader.read(InputFile.of(genius(domain).resolve("exact-frontier-clamped.json")))
            .members()
            .get("exact");
    List<List<Rational>> exact =
        ((JsonValue.Items) stated)
            .values().stream().map(PublishedDomainsOracleTest::numbers).toList();
    assertEquals(exact.size(), frontier.size(), domain);
    for (int entry = 0; entry < exact.size(); entry++) {
      // The published list rises in the first party, ours falls.
      long[] worths = frontier.worths(exact.size() - 1 - entry);
      for (int party = 0; party < 2; party++) {
        Rational ours = new Rational(BigInteger.valueOf(worths[party]), imported.unit());
        assertNear(exact.get(entry).get(party), ours, DOUBLE, domain);
      }
    }
    assertEquals(new Verdict.Holds(), Check.verify(problem, finding, FREE), domain);
  }

  private static List<Rational> numbers(JsonValue pair) {
    return ((JsonValue.Items) pair)
        .values().stream()
            .map(each -> Decimals.parse(((JsonValue.Digits) each).value()).orElseThrow())
            .toList();
  }

  /// Ten linked issues of ten values; `pareto.xml` holds the frontier in single precision.
  @ParameterizedTest
  @ValueSource(strings = {"S-1NIKFRT-1", "S-1NAGUNL-114", "10issues"})
  void publishedFrontiersOfLinkedDomains(String domain) throws IOException {
    ImportedProblem imported = read(domain, ".*domain\\.xml|profile.*\\.xml", null);
    assertTrue(imported.isExact());
    Frontier frontier = frontier(withoutBaselines(imported.problem()));
    List<String> published =
        Files.readAllLines(genius(domain).resolve("pareto.xml")).stream()
            .filter(line -> !line.isBlank())
            .toList();
    assertEquals(published.size(), frontier.size(), domain);
    for (int i = 0; i < published.size(); i++) {
      // The published list rises in the first party, ours falls.
      long[] worths = frontier.worths(frontier.size() - 1 - i);
      String[] numbers = published.get(i).split(",", -1);
      for (int party = 0; party < 2; party++) {
        Rational ours = new Rational(BigInteger.valueOf(worths[party]), imported.unit());
        assertNear(Decimals.parse(numbers[party]).orElseThrow(), ours, SINGLE, published.get(i));
      }
    }
  }

  @Test
  void reservationsStandThoughTheProfilesHaveDiscounts() throws IOException {
    ImportedProblem imported = read("S-1NIKFRT-1", ".*domain\\.xml|profile.*\\.xml", null);
    assertEquals(Rational.of(3, 5), imported.utilities().get(0).reservation());
    assertEquals(Rational.of(1, 2), imported.utilities().get(1).reservation());
    assertEquals(
        2,
        NoteWording.sentences(imported).stream().filter(note -> note.contains("discount")).count());
  }

  private static ImportedProblem negolog(Path domain) throws IOException {
    return BargainingFiles.read(
        Format.NEGOLOG, List.of(domain.resolve("profileA.json"), domain.resolve("profileB.json")));
  }

  private static List<Path> negologDomains() throws IOException {
    List<Path> domains = SharedData.files(SharedData.folder("bargain/negolog"), "domain\\d+");
    assertEquals(8, domains.size());
    return domains;
  }

  private static Rational value(Problem problem, Solution.Kind kind) {
    return switch (Solutions.find(problem, kind, FREE)) {
      case Finding.Proved<Solution>(Solution solution, _) -> solution.value();
      case Finding<Solution> other -> throw new AssertionError(other);
    };
  }

  private static void assertNear(Rational expected, Rational actual, Rational within, String what) {
    Rational difference = expected.minus(actual);
    assertTrue(
        difference.times(difference).compareTo(within.times(within)) <= 0,
        what + ": " + expected + " but " + actual);
  }

  @Test
  void negologNashAndWelfareValuesAreReproduced() throws IOException {
    for (Path domain : negologDomains()) {
      ImportedProblem imported = negolog(domain);
      JsonValue.Members specs =
          JsonReader.read(InputFile.of(domain.resolve("specs.json"))).members();
      Rational unit = new Rational(imported.unit(), BigInteger.ONE);
      assertEquals(specs.get("NumberOfBids").decimal().numerator(), imported.packages());
      assertNear(
          specs.get("Nash Product").decimal(),
          value(imported.problem(), Solution.Kind.NASH).dividedBy(unit.times(unit)),
          DOUBLE,
          domain + " Nash");
      assertNear(
          specs.get("Social Welfare").decimal(),
          value(imported.problem(), Solution.Kind.UTILITARIAN).dividedBy(unit),
          DOUBLE,
          domain + " welfare");
    }
  }

  @Test
  void negologFrontiers() throws IOException {
    for (Path domain : negologDomains()) {
      ImportedProblem imported = negolog(domain);
      if (imported.packages().bitLength() <= 16) {
        assertFrontiersAreThoseOfTrial(imported);
      }
    }
  }

  private static Problem game(String name, String... parties) throws IOException {
    Path scores =
        SharedData.folder("bargain/llm-deliberation").resolve(name).resolve("scores_files");
    ImportedProblem imported =
        BargainingFiles.read(
            Format.SCORES,
            Arrays.stream(parties).map(party -> scores.resolve(party + ".txt")).toList());
    assertEquals(BigInteger.valueOf(720), imported.packages());
    assertEquals(BigInteger.ONE, imported.unit());
    return imported.problem();
  }

  private static int deals(Problem game) {
    return Zones.find(game, game.everyone(), FREE)
        .findAnswer()
        .orElseThrow()
        .atMost()
        .intValueExact();
  }

  /// Five of six, the two that put the proposal forward always among them.
  private static int signable(Problem game, int first, int second) {
    Problem ruled = game.withSigning(new SigningRule(5, Set.of(first, second)));
    Zones.BySigners all = Zones.bySigners(ruled, FREE).findAnswer().orElseThrow();
    Zones.BySigners those = Zones.signable(ruled, FREE).findAnswer().orElseThrow();
    assertEquals(all.signable(), those.signable());
    return all.signable().intValueExact();
  }

  @Test
  void theBaseGameHasTwelveDealsAndAFrontierOf481() throws IOException {
    Problem game = game("base", "mayor", "other_cities", "union", "SportCo", "DoT", "enviroment");
    assertEquals(12, deals(game));
    assertEquals(481, frontier(withoutBaselines(game)).size());
    assertEquals(55, signable(game, 3, 4));
  }

  @Test
  void theFirstGameHas21DealsAndAFrontierOf241() throws IOException {
    Problem game =
        game("game1", "bank", "enviroment", "construction", "community", "tourism", "proposing");
    assertEquals(21, deals(game));
    assertEquals(241, frontier(withoutBaselines(game)).size());
    assertEquals(57, signable(game, 0, 5));
  }
}
