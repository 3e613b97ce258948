package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.proof.Verifier;

/// Who may use whom, as a table. A package that is not in the table does not exist.
@NullMarked
class ArchitectureTest {

  /// Each package below `org.parley`, and the packages it may use besides itself.
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("exact", Set.of()),
          Map.entry("board", Set.of("model", "exact")),
          Map.entry("bargain", Set.of("model", "exact")),
          Map.entry("sequence", Set.of("model", "exact")),
          Map.entry("guarantees", Set.of("model", "exact")),
          Map.entry("redline", Set.of("model")),
          Map.entry("check", Set.of("model", "exact", "bargain", "sequence", "guarantees")),
          Map.entry(
              "proof", Set.of("model", "exact", "bargain", "sequence", "guarantees", "check")),
          Map.entry(
              "wording",
              Set.of("model", "exact", "board", "bargain", "sequence", "guarantees", "check")),
          Map.entry("casefile", Set.of("model", "exact", "wording")),
          Map.entry("reading", Set.of("model")),
          Map.entry("intake", Set.of("model", "casefile", "reading")),
          Map.entry("store", Set.of("model", "casefile", "wording")),
          Map.entry(
              "exchange",
              Set.of(
                  "wording",
                  "model",
                  "exact",
                  "board",
                  "bargain",
                  "sequence",
                  "guarantees",
                  "casefile")),
          Map.entry(
              "answer",
              Set.of(
                  "wording",
                  "model",
                  "exact",
                  "board",
                  "bargain",
                  "sequence",
                  "guarantees",
                  "check",
                  "proof",
                  "casefile",
                  "store")),
          Map.entry(
              "web",
              Set.of(
                  "answer",
                  "wording",
                  "model",
                  "exact",
                  "board",
                  "bargain",
                  "sequence",
                  "guarantees",
                  "redline",
                  "check",
                  "proof",
                  "casefile",
                  "store",
                  "exchange",
                  "intake",
                  "reading")),
          Map.entry(
              "cli",
              Set.of(
                  "answer",
                  "wording",
                  "model",
                  "exact",
                  "board",
                  "bargain",
                  "sequence",
                  "guarantees",
                  "check",
                  "proof",
                  "casefile",
                  "store",
                  "exchange",
                  "intake",
                  "reading")),
          Map.entry(
              "app", Set.of("model", "casefile", "intake", "store", "web", "cli", "reading")));

  /// The same within the packages that are split: each part, and the parts it may use besides
  /// itself.
  private static final Map<String, Set<String>> PARTS_MAY_USE =
      Map.ofEntries(
          Map.entry("bargain", Set.of()),
          Map.entry("bargain.graph", Set.of("bargain")),
          Map.entry("bargain.frontier", Set.of("bargain", "bargain.graph", "bargain.solve")),
          Map.entry("bargain.zone", Set.of("bargain", "bargain.graph")),
          Map.entry("bargain.solve", Set.of("bargain", "bargain.graph")),
          Map.entry(
              "bargain.clash",
              Set.of("bargain", "bargain.frontier", "bargain.zone", "bargain.solve")),
          Map.entry(
              "bargain.pivot",
              Set.of("bargain", "bargain.frontier", "bargain.zone", "bargain.solve")),
          Map.entry("bargain.worth", Set.of("bargain")),
          Map.entry(
              "bargain.robust",
              Set.of("bargain", "bargain.worth", "bargain.zone", "bargain.solve")),
          Map.entry(
              "bargain.cases",
              Set.of(
                  "bargain",
                  "bargain.clash",
                  "bargain.frontier",
                  "bargain.pivot",
                  "bargain.robust",
                  "bargain.solve",
                  "bargain.worth",
                  "bargain.zone")),
          Map.entry("board.word", Set.of()),
          Map.entry("board.cell", Set.of("board.word")),
          Map.entry("board", Set.of("board.cell", "board.word")),
          Map.entry("casefile", Set.of("casefile.shape", "casefile.yaml")),
          Map.entry("casefile.yaml", Set.of()),
          Map.entry("casefile.shape", Set.of("casefile.yaml")),
          Map.entry("casefile.form", Set.of("casefile.shape", "casefile.yaml")),
          Map.entry("casefile.folder", Set.of("casefile", "casefile.shape", "casefile.yaml")),
          Map.entry("sequence", Set.of()),
          Map.entry("sequence.bounds", Set.of("sequence")),
          Map.entry("sequence.knots", Set.of("sequence", "sequence.bounds")),
          Map.entry("sequence.plan", Set.of("sequence", "sequence.bounds", "sequence.knots")),
          Map.entry("sequence.control", Set.of("sequence", "sequence.bounds", "sequence.plan")),
          Map.entry("sequence.exposure", Set.of("sequence", "sequence.bounds", "sequence.plan")));

  /// Parts that nothing outside their package may use.
  private static final Set<String> INNER = Set.of("bargain.graph", "sequence.bounds");

  /// The packages of the engine that think: they see a view, never the whole case.
  private static final Set<String> ENGINES =
      Set.of("board", "bargain", "sequence", "guarantees", "redline", "check", "exact");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.parley");

  private static String packageOf(JavaClass type) {
    String rest = type.getPackageName().replaceFirst("^org\\.parley\\.?", "");
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static String partOf(JavaClass type) {
    return type.getPackageName().replaceFirst("^org\\.parley\\.?", "");
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("org.parley");
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        String user = packageOf(from);
        if (isOurs(to)
            && !packageOf(to).equals(user)
            && !MAY_USE.getOrDefault(user, Set.of()).contains(packageOf(to))) {
          broken.add(
              user + " uses " + packageOf(to) + ": " + from.getName() + " -> " + to.getName());
        }
      }
      if (!MAY_USE.containsKey(packageOf(from))) {
        broken.add(from.getPackageName() + " is not in the table");
      }
    }
    assertEquals(Set.of(), broken);
  }

  @Test
  void partsUseOnlyWhatTheirTableAllows() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      String user = partOf(from);
      Set<String> allowed = PARTS_MAY_USE.getOrDefault(user, Set.of());
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        boolean inside = packageOf(to).equals(packageOf(from)) && PARTS_MAY_USE.containsKey(user);
        if (isOurs(to)
            && !partOf(to).equals(user)
            && (inside ? !allowed.contains(partOf(to)) : INNER.contains(partOf(to)))) {
          broken.add(user + " uses " + partOf(to) + ": " + from.getName() + " -> " + to.getName());
        }
      }
      if (PARTS_MAY_USE.containsKey(packageOf(from)) && !PARTS_MAY_USE.containsKey(user)) {
        broken.add(user + " is not in the table");
      }
    }
    assertEquals(Set.of(), broken);
  }

  /// The uses of such classes by such packages.
  private static Set<String> uses(Predicate<String> user, Predicate<JavaClass> used) {
    Set<String> found = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      if (user.test(packageOf(from))) {
        from.getDirectDependenciesFromSelf().stream()
            .filter(each -> used.test(each.getTargetClass()))
            .forEach(each -> found.add(each.getDescription()));
      }
    }
    return found;
  }

  @Test
  void enginesSeeViewsNeverTheWholeCase() {
    assertEquals(
        Set.of(),
        uses(ENGINES::contains, each -> each.getName().equals("org.parley.model.cases.Case")));
  }

  /// A search takes a budget. What a check reaches, through however many classes, must not search:
  /// then a certificate is checked by other means than those that made it.
  @Test
  void nothingThatACheckReachesSearches() throws ClassNotFoundException {
    Set<String> broken = new TreeSet<>();
    for (Class<?> each : ReachedClasses.from(CLASSES, Verifier.class)) {
      JavaClass reached = CLASSES.get(each.getName());
      if (!Set.of("check", "exact", "proof").contains(packageOf(reached))) {
        reached.getDirectDependenciesFromSelf().stream()
            .filter(
                use ->
                    Set.of("org.parley.exact.Budget", "org.parley.exact.Meter")
                        .contains(use.getTargetClass().getName()))
            .forEach(use -> broken.add(use.getDescription()));
      }
    }
    assertEquals(Set.of(), broken);
  }

  @Test
  void theEngineHasNoClockNoChanceAndNoVoice() {
    Set<String> forbidden =
        Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");
    Set<String> broken = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      if (!ENGINES.contains(packageOf(from)) && !packageOf(from).equals("model")) {
        continue;
      }
      for (JavaMethodCall call : from.getMethodCallsFromSelf()) {
        if (forbidden.contains(
            call.getTargetOwner().getName() + "." + call.getTarget().getName())) {
          broken.add(call.getDescription());
        }
      }
      from.getFieldAccessesFromSelf().stream()
          .filter(each -> each.getTargetOwner().getName().equals("java.lang.System"))
          .forEach(each -> broken.add(each.getDescription()));
    }
    assertEquals(Set.of(), broken);
  }

  @Test
  void onlyTheStoreTouchesDatabases() {
    assertEquals(
        Set.of(),
        uses(each -> !each.equals("store"), each -> each.getPackageName().startsWith("java.sql")));
  }
}
