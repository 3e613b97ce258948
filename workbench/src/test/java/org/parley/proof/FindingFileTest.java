package org.parley.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.MainClasses;
import org.parley.ReachedClasses;
import org.parley.answer.findings.CaseFindings;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solutions;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.Viewer;
import org.parley.wording.CheckWording;
import org.parley.wording.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings of shipped cases as files: read back, altered, and checked in a process that has no
/// search.
@NullMarked
class FindingFileTest {

  private static final Budget BUDGET = Budget.ofSteps(5_000_000);

  private static Path examples() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("examples"))
        ? here.resolve("examples")
        : Objects.requireNonNull(here.getParent()).resolve("examples");
  }

  private static Map<String, FindingFile> findings() throws IOException {
    Map<String, FindingFile> all = new LinkedHashMap<>();
    for (String name :
        List.of("minsk-2015", "north-atlantic-1949", "south-caucasus-2024", "algiers-2000")) {
      if (CaseFolder.of(examples().resolve(name)).load() instanceof Loaded loaded) {
        CaseFindings.of(loaded.contents().viewFor(new Viewer.Mediator()), BUDGET)
            .forEach((finding, file) -> all.put(name + " " + finding, file));
      }
    }
    return all;
  }

  @Test
  void everyFindingOfTheExamplesIsReadBackAndHolds() throws Exception {
    Map<String, FindingFile> all = findings();
    assertTrue(all.size() > 10, all.keySet()::toString);
    for (Map.Entry<String, FindingFile> each : all.entrySet()) {
      String text = each.getValue().toJson().toString();
      FindingFile read = FindingFile.parse(text);
      assertEquals(text, read.toJson().toString(), each.getKey());
      Verdict verdict = read.verify(BUDGET);
      assertFalse(verdict instanceof Verdict.Fails, () -> each.getKey() + ": " + verdict);
    }
  }

  /// Frontiers and extremes of widely linked problems have a tree of nodes as their certificate.
  @Test
  void treesOfLinkedProblemsAreReadBackAndHold() throws Exception {
    Problem linked = linked(new Random(7));
    Problem capped =
        linked.withParties(linked.parties().stream().map(each -> each.withCap(1_200L)).toList());
    for (FindingFile file :
        List.of(
            FindingFile.of(
                    new Question.Packages(capped), Frontiers.find(capped, Budget.unlimited()))
                .orElseThrow(),
            FindingFile.of(
                    new Question.Packages(linked), Solutions.best(linked, 0, Budget.unlimited()))
                .orElseThrow())) {
      String text = file.toJson().toString();
      assertTrue(text.contains("\"shares\""), text);
      FindingFile read = FindingFile.parse(text);
      assertEquals(text, read.toJson().toString());
      assertTrue(read.verify(Budget.unlimited()).holds());
      String other = text.replaceAll("\"shares\":\\[[^\\]]*]", "\"shares\":[]");
      assertFalse(FindingFile.parse(other).verify(Budget.unlimited()).holds());
    }
  }

  /// A frontier under a budget has the vectors that its search kept.
  @Test
  void vectorsUnderBudgetsAreReadBackAndHold() throws Exception {
    Problem plain = linked(new Random(7));
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    for (int point = 0; point < plain.points().size(); point++) {
      amounts.add(
          new PackageConstraint.PointAmounts(point, List.of(0L, 100L + point, 211L, 307L, 409L)));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party each : plain.parties()) {
      List<List<Long>> worths = new ArrayList<>();
      for (int point = 0; point < plain.points().size(); point++) {
        worths.add(List.of(0L, 7L + point, 20L + parties.size(), 31L - point, 40L));
      }
      parties.add(each.withWorths(worths));
    }
    Problem problem =
        new Problem(
            parties,
            plain.points(),
            List.of(new PackageConstraint.Budget("money", amounts, null, 2_500L)),
            List.of(),
            plain.signing());
    FindingFile file =
        FindingFile.of(
                new Question.Packages(problem), Frontiers.findListed(problem, Budget.unlimited()))
            .orElseThrow();
    String text = file.toJson().toString();
    assertTrue(text.contains("\"budgets\":{\"points\":["), text.substring(0, 900));
    FindingFile read = FindingFile.parse(text);
    assertEquals(text, read.toJson().toString());
    assertTrue(read.verify(Budget.ofSteps(2_000_000)).holds());
    String other =
        text.replaceFirst("\"budgets\":\\{\"points\":\\[\\d+", "\"budgets\":{\"points\":[13");
    assertFalse(FindingFile.parse(other).verify(Budget.unlimited()).holds());
  }

  /// Two parties, 14 points, and 40 worths of combinations for each party.
  private static Problem linked(Random random) {
    List<Problem.Point> points = new ArrayList<>();
    List<List<Long>> nothing = new ArrayList<>();
    for (int point = 0; point < 14; point++) {
      points.add(new Problem.Point("p" + point, List.of("a", "b", "c", "d", "e")));
      nothing.add(List.of(0L, 0L, 0L, 0L, 0L));
    }
    List<JointWorth> joints = new ArrayList<>();
    for (int joint = 0; joint < 80; joint++) {
      List<OptionSet> terms = new ArrayList<>();
      for (int point : random.ints(0, 14).distinct().limit(3).toArray()) {
        int least = random.nextInt(4);
        terms.add(OptionSet.of(point, least, least + 1));
      }
      joints.add(new JointWorth(joint % 2, terms, 1 + random.nextInt(99)));
    }
    return new Problem(
        List.of(
            new Problem.Party("one", nothing, Set.of(), null),
            new Problem.Party("two", nothing, Set.of(), null)),
        points,
        List.of(),
        joints,
        SigningRule.all(2));
  }

  /// A contribution has a visibility, and its form is read back.
  @Test
  void coverageWithContributionsIsReadBackAndHolds() throws Exception {
    if (CaseFolder.of(examples().resolve("ukraine-2025")).load() instanceof Loaded loaded) {
      FindingFile file =
          CaseFindings.find(
                  loaded.contents().viewFor(new Viewer.Mediator()),
                  "coverage-q1-day-one",
                  ReferenceShelf.none(),
                  BUDGET)
              .orElseThrow();
      String text = file.toJson().toString();
      FindingFile read = FindingFile.parse(text);
      assertEquals(text, read.toJson().toString());
      assertTrue(read.verify(BUDGET).holds());
    }
  }

  /// Files that an earlier Parley exported, before problems had contingencies, bands and recesses.
  @Test
  void findingsOfTheFirstVersionHold() throws Exception {
    Path folder =
        Path.of(Objects.requireNonNull(FindingFileTest.class.getResource("version-1")).toURI());
    int held = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Verdict verdict = FindingFile.parse(Files.readString(file)).verify(BUDGET);
        assertFalse(verdict instanceof Verdict.Fails, () -> file + ": " + verdict);
        held += verdict.holds() ? 1 : 0;
      }
    }
    assertTrue(held >= 10, "held " + held);
  }

  /// A part that has no meaning any more is refused with the version of the file.
  @ParameterizedTest
  @CsvSource({
    "1, EARLIER_VERSION, 'of version 1, written by an earlier Parley', 'de la version 1'",
    "2, UNREADABLE, 'cannot be read: Question has the type', 'est illisible'",
    "3, UNKNOWN_VERSION, 'of version 3, which this Parley does not know', 'de la version 3'",
  })
  void aFindingThatIsNotReadSaysOfWhichVersionItIs(
      int version, BadFindingException.Fault fault, String english, String french)
      throws Exception {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                Objects.requireNonNull(
                    FindingFileTest.class.getResourceAsStream("version-1/minsk-2015-knots.json")));
    ObjectNode changed = (ObjectNode) json.deepCopy();
    changed.put("version", version);
    ((ObjectNode) changed.get("question")).put("type", "Oracles");
    BadFindingException refused =
        assertThrows(BadFindingException.class, () -> FindingFile.of(changed));
    assertEquals(fault, refused.fault());
    for (Language language : Language.values()) {
      String said =
          ScopedValue.where(Language.CURRENT, language)
              .call(() -> CheckWording.unreadable(refused));
      assertTrue(said.contains(language == Language.ENGLISH ? english : french), said);
    }
  }

  @Test
  void anAlteredFileIsRefused() throws Exception {
    int refused = 0;
    for (Map.Entry<String, FindingFile> each : findings().entrySet()) {
      JsonNode json = JsonMapper.shared().readTree(each.getValue().toJson().toString());
      if (json.at("/certificate/type").asString("").equals("FrontierCertificate")) {
        ArrayNode worths = (ArrayNode) json.at("/certificate/frontier/worths/0");
        worths.set(0, worths.numberNode(worths.get(0).longValue() + 1));
        assertEquals(
            Verdict.Outcome.FAILS, FindingFile.of(json).verify(BUDGET).outcome(), each.getKey());
        refused++;
      }
      ObjectNode other = (ObjectNode) json.deepCopy();
      other.put("version", 3);
      assertThrows(BadFindingException.class, () -> FindingFile.of(other));
      ObjectNode without = (ObjectNode) json.deepCopy();
      without.remove("question");
      assertThrows(BadFindingException.class, () -> FindingFile.of(without));
    }
    assertTrue(refused > 0, "refused " + refused);
  }

  /// Files come from anywhere: each gets a verdict, or is refused with its place.
  @Test
  void everyChangedFileIsAnswered() throws Exception {
    Random random = new Random(5);
    int refused = 0;
    int answered = 0;
    for (FindingFile file : findings().values()) {
      JsonNode json = JsonMapper.shared().readTree(file.toJson().toString());
      for (int run = 0; run < 60; run++) {
        JsonNode changed = json.deepCopy();
        change(changed.get(random.nextBoolean() ? "certificate" : "question"), random);
        try {
          FindingFile.of(changed).verify(Budget.ofSteps(20_000));
          answered++;
        } catch (BadFindingException e) {
          refused++;
        }
      }
    }
    assertTrue(refused > 50 && answered > 50, "refused " + refused + ", answered " + answered);
  }

  /// Removes or exchanges one value somewhere below.
  private static void change(JsonNode node, Random random) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      if (object.get(name).isContainer() && random.nextInt(4) > 0) {
        change(object.get(name), random);
      } else if (random.nextBoolean()) {
        object.remove(name);
      } else {
        object.put(name, random.nextInt(-2, 9));
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      if (array.get(at).isContainer() && random.nextInt(4) > 0) {
        change(array.get(at), random);
      } else if (random.nextBoolean()) {
        array.remove(at);
      } else {
        array.set(at, array.numberNode(random.nextInt(-2, 9)));
      }
    }
  }

  @Test
  void whatIsNoFindingSaysWhere() {
    for (String text :
        List.of("", "[]", "{}", "{\"format\": \"parley-finding\", \"version\": 1}")) {
      BadFindingException refused =
          assertThrows(BadFindingException.class, () -> FindingFile.parse(text));
      assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused::toString);
    }
  }

  /// The process gets the classes that the verifier reaches, and no other class of ours.
  @Test
  void aProcessWithoutTheSearchesChecksAFinding(@TempDir Path folder) throws Exception {
    Path classes = folder.resolve("classes");
    for (Class<?> each : ReachedClasses.from(MainClasses.ALL, Verifier.class)) {
      copy(each, "", classes);
      // made by the compiler for switches
      int number = 1;
      while (copy(each, "$" + number, classes)) {
        number++;
      }
    }
    for (String search :
        List.of(
            "bargain/frontier/Frontiers",
            "bargain/solve/Solutions",
            "bargain/zone/Zones",
            "sequence/knots/Knots",
            "sequence/plan/Plans",
            "sequence/control/WaitPropagation",
            "guarantees/coverage/CoverageSweep")) {
      assertFalse(Files.exists(classes.resolve("org/parley/" + search + ".class")), search);
    }
    List<String> path = new ArrayList<>(List.of(classes.toString()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> each.contains("jackson"))
        .forEach(path::add);
    Map<String, FindingFile> all = findings();
    List<String> names = all.keySet().stream().filter(each -> isTried(each)).toList();
    assertTrue(names.size() > 2, names::toString);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, path),
                Verifier.class.getName()));
    for (String name : names) {
      Path file = folder.resolve(name.replace(' ', '-') + ".json");
      Files.writeString(file, Objects.requireNonNull(all.get(name)).toJson().toString());
      command.add(file.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "not finished");
    assertEquals(names.size(), printed.split("\"verdict\":\"holds\"", -1).length - 1, printed);
  }

  private static boolean copy(Class<?> type, String suffix, Path classes) throws IOException {
    String file = type.getName().replace('.', '/') + suffix + ".class";
    try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(file)) {
      if (in == null) {
        return false;
      }
      Path copy = classes.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.write(copy, in.readAllBytes());
      return true;
    }
  }

  private static boolean isTried(String name) {
    return name.endsWith("frontier")
        || name.endsWith("knots")
        || name.endsWith("plans")
        || name.contains("coverage");
  }
}
