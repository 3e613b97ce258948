package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.genius.GeniusFiles;
import org.parley.model.cases.Case;
import org.parley.proof.Verifier;

/// Which package may use which, as two tables: packages, and the parts of each. A package that is
/// not in the tables does not exist.
@NullMarked
class ArchitectureTest {

  /// Each package directly below `org.parley`, and those that it and its parts may use besides
  /// themselves.
  private static final Map<String, Set<String>> MAY_USE =
      table(
          """
          model:
          exact:
          sweep: exact
          acts: model
          sense: model exact acts
          board: model exact acts sweep
          sources: model exact acts board
          bargain: model exact sweep
          sequence: model exact acts
          guarantees: model exact acts sweep
          provision: model
          document: model provision round
          redline: model document
          clause: model provision document redline
          round: model
          reference: model exact
          outlook: model exact acts board bargain sequence reference sweep
          check: model exact sources bargain sequence guarantees outlook reference
          genius: model exact bargain
          reading: model acts provision
          proof: model exact bargain reference check
          archive: model exact sweep reading casefile
          job: model exact board bargain guarantees outlook reference check sweep proof casefile archive
          veto: model
          publication: model
          wording: model exact acts sense board sources bargain sequence guarantees outlook document redline clause reference round \
            check proof veto
          casefile: model sense wording
          store: model round casefile wording passkey
          notice: model store wording
          operate:
          oidc:
          passkey:
          newsfeed: reading casefile operate
          intake: model reading newsfeed wording casefile
          exchange: model exact acts board bargain sequence guarantees outlook provision document redline clause reference genius reading wording casefile
          corpus: model reading wording exchange
          answer: model exact acts sense board sources bargain sequence guarantees outlook document redline clause reference round \
            check proof wording store exchange corpus
          web: model exact acts board sources bargain sequence guarantees outlook document redline reference round \
            check sweep genius reading proof job publication wording casefile store notice newsfeed operate oidc passkey intake exchange corpus answer
          cli: model exact acts board sources bargain sequence guarantees outlook document reference round check \
            sweep genius reading proof archive job veto publication wording casefile store notice operate oidc passkey intake exchange corpus answer
          app: model reading casefile store notice newsfeed operate oidc passkey intake exchange answer job wording web cli
          """);

  /// The same among the parts of one package: each part, and the parts it may use besides itself. A
  /// package without parts stands for itself.
  private static final Map<String, Set<String>> PARTS_MAY_USE =
      table(
          """
          model:
          model.date: model
          model.vote: model
          model.source: model model.date
          model.party: model model.date model.source model.text
          model.place: model model.date model.source
          model.text: model model.date model.place model.source model.vote
          model.claim: model model.date model.source model.text
          model.comment: model model.date model.text
          model.task: model model.date
          model.act: model model.claim model.date model.guarantee model.source model.text model.vote
          model.position: model model.claim model.date model.step model.text
          model.step: model model.claim model.date model.place model.source model.text
          model.guarantee: model model.claim model.date model.place model.source model.step model.text
          model.indicator: model model.date model.source model.text
          model.round: model model.date model.text
          model.checks: model model.act model.claim model.comment model.date model.task model.guarantee model.indicator model.party model.place \
            model.position model.round model.source model.step model.text
          model.cases: model model.act model.checks model.claim model.comment model.date model.task model.guarantee model.indicator model.party \
            model.place model.position model.round model.source model.step model.text

          exact:
          sweep:

          acts:

          outlook:
          outlook.plan: outlook
          outlook.ways: outlook
          outlook.eventstudy:
          outlook.support:

          sense:

          board.word:
          board.cell: board.word
          board: board.cell board.word

          bargain:
          bargain.graph: bargain
          bargain.solve: bargain bargain.graph bargain.linked
          bargain.zone: bargain bargain.graph
          bargain.linked: bargain
          bargain.frontier: bargain bargain.graph bargain.linked bargain.solve
          bargain.clash: bargain bargain.frontier bargain.zone bargain.solve
          bargain.pivot: bargain bargain.frontier bargain.zone bargain.solve
          bargain.approval:
          bargain.worth: bargain
          bargain.elicit: bargain bargain.worth
          bargain.rehearse: bargain
          bargain.robust: bargain bargain.frontier bargain.worth bargain.zone bargain.solve
          bargain.cases: bargain bargain.approval bargain.clash bargain.elicit bargain.frontier bargain.robust \
            bargain.solve bargain.worth bargain.zone

          sequence:
          sequence.bounds: sequence
          sequence.knots: sequence sequence.bounds
          sequence.plan: sequence sequence.bounds sequence.knots
          sequence.control: sequence sequence.bounds sequence.plan
          sequence.exposure: sequence sequence.bounds sequence.plan

          guarantees.log:
          guarantees.commitment: guarantees.log
          guarantees.fold: guarantees.commitment guarantees.log
          guarantees.watch: guarantees.commitment guarantees.fold guarantees.log
          guarantees.coverage: guarantees.commitment guarantees.fold guarantees.log
          guarantees: guarantees.commitment guarantees.coverage guarantees.log guarantees.watch

          sources:
          provision:
          document:

          redline:
          clause:
          round:
          round.log: round
          reference:
          check:

          reading:
          reading.syntax:
          reading.source: reading
          reading.language: reading reading.syntax
          reading.people: reading reading.language reading.syntax
          reading.dates: reading.language
          reading.french: reading reading.language reading.people
          reading.rules.clause: reading reading.language reading.people reading.syntax
          reading.rules.speech: reading reading.dates reading.language reading.people \
            reading.rules.clause reading.syntax
          reading.rules.stance: reading reading.language reading.rules.clause reading.syntax
          reading.rules.subject: reading reading.language reading.people reading.syntax \
            reading.rules.clause reading.rules.speech reading.rules.stance
          reading.rules.claim: reading reading.language reading.people reading.syntax \
            reading.rules.clause reading.rules.speech reading.rules.stance reading.rules.subject
          reading.rules.event: reading reading.dates reading.language reading.people \
            reading.rules.clause reading.rules.speech reading.syntax
          reading.rules: reading reading.french reading.language reading.rules.claim reading.rules.event \
            reading.rules.speech reading.rules.subject
          reading.endpoint: reading
          reading.cases: reading reading.dates reading.language reading.people
          reading.statements: reading reading.cases reading.language reading.people

          genius.file:
          genius.utility: genius.file
          genius: genius.file genius.utility

          proof:
          archive:
          job:
          job.archive: job
          veto:
          publication:
          wording:

          casefile.yaml:
          casefile.shape: casefile.yaml
          casefile: casefile.shape casefile.yaml
          casefile.form: casefile.shape casefile.yaml
          casefile.folder: casefile casefile.shape casefile.yaml
          casefile.start: casefile casefile.yaml
          casefile.template: casefile

          store.cipher:
          store: store.cipher
          store.nodes: store
          store.notices: store
          store.people: store store.notices
          store.cases: store store.people
          store.migrations: store.people
          store.backup: store store.cipher store.people
          store.anchor: store store.people

          notice:

          newsfeed:

          operate:

          oidc:

          passkey:

          intake:

          exchange.tree:
          exchange.parquet:
          exchange.tables: exchange.parquet
          exchange.agreement: exchange.document
          exchange.document: exchange.tree
          exchange.sheet: exchange.parquet exchange.tables
          exchange.records: exchange.sheet exchange.tables
          exchange.places: exchange.tree
          exchange.feed:
          exchange.provenance:
          exchange.coding: exchange.tables
          exchange.reference: exchange.parquet exchange.tree
          exchange.indicators: exchange.parquet
          exchange.calendar: exchange.tree
          exchange.bargaining: exchange.tree
          exchange.incidents.text:
          exchange.incidents.facts:
          exchange.incidents.form: exchange.incidents.facts exchange.incidents.text exchange.sheet
          exchange.incidents: exchange.incidents.facts exchange.incidents.form \
            exchange.incidents.text exchange.sheet
          exchange.incidents.records: exchange.incidents exchange.incidents.facts

          corpus:

          answer:
          answer.board: answer
          answer.packages: answer
          answer.sequence: answer
          answer.guarantees: answer
          answer.sources: answer.guarantees answer.packages
          answer.findings: answer answer.outlook answer.packages
          answer.outlook: answer.packages
          answer.indicators:
          answer.reference:
          answer.texts:
          answer.round:
          answer.waiting: answer.indicators
          answer.work:
          answer.memo: answer.indicators answer.outlook answer.sequence answer.sources

          web.work: web.view
          web.view:
          web.export: web.view
          web.service: web.view
          web.access: web.service web.view
          web.people: web.access web.comment web.service web.view
          web.nodes: web.access web.service web.view
          web.operate: web.access web.nodes web.service web.view
          web.place: web.view
          web.comment: web.edit web.service web.view
          web.task: web.edit web.service web.view
          web.board: web.comment web.service web.view
          web.ledger: web.service web.view
          web.packages: web.view web.work
          web.sequence: web.view
          web.watch: web.place web.view
          web.guarantees: web.view web.watch
          web.findings: web.view
          web.outlook: web.view
          web.indicators: web.view
          web.reference: web.view
          web.round: web.view
          web.edit: web.service web.view
          web.journal: web.edit web.service web.view
          web.search: web.edit web.view
          web.cases: web.access web.journal web.nodes web.search web.service web.view
          web.oidc: web.access web.cases web.view
          web.reading: web.edit web.service web.view web.work
          web.queue: web.reading web.service web.view
          web.incidents: web.edit web.service web.view web.watch web.work
          web.brief.word: web.export
          web.brief: web.brief.word web.board web.guarantees web.indicators web.outlook web.packages web.reference web.sequence web.view web.work
          web.publish: web.export web.search web.view
          web.api.line: web.access web.queue web.journal web.people web.reading web.service web.view \
            web.work
          web.api: web.access web.api.line web.board web.brief web.cases web.comment web.task web.queue web.edit web.incidents web.indicators web.journal web.ledger web.operate web.outlook web.people \
            web.reading web.reference web.round web.search web.service web.view web.work
          web.pages: web.board web.brief web.cases web.comment web.task web.queue web.edit web.findings web.guarantees web.incidents web.indicators web.journal \
            web.ledger web.nodes web.operate web.outlook web.packages web.people web.place web.reading web.reference web.round web.search web.sequence web.view \
            web.watch web.work
          web: web.access web.api web.api.line web.board web.brief web.cases web.comment web.task web.queue web.edit web.export web.findings \
            web.guarantees web.incidents web.indicators web.journal web.ledger web.nodes web.oidc web.operate web.outlook web.packages web.people web.place \
            web.publish web.reading web.reference web.round web.search web.sequence web.service web.view web.watch web.work

          cli:
          cli.board: cli
          cli.cluster: cli
          cli.export: cli
          cli.guarantees: cli
          cli.imports: cli
          cli.indicators: cli
          cli.journal: cli
          cli.outlook: cli
          cli.packages: cli
          cli.read: cli
          cli.reference: cli
          cli.round: cli
          cli.sequence: cli
          cli.team: cli
          cli.veto: cli
          cli.watch: cli
          cli.work: cli

          app:
          """);

  private static final ModuleDescriptor ENGINE = engine();

  /// Parts that nothing outside their package may use: those that the engine does not export.
  private static final Set<String> INNER =
      ENGINE.packages().stream()
          .filter(each -> !exportsOfTheEngine().contains(each))
          .map(ArchitectureTest::part)
          .collect(Collectors.toSet());

  /// The packages of the engine that think: they see a view, never the whole case.
  private static final Set<String> ENGINES =
      Set.of(
          "acts",
          "sense",
          "board",
          "sources",
          "bargain",
          "sequence",
          "guarantees",
          "provision",
          "document",
          "redline",
          "clause",
          "round",
          "outlook",
          "reference",
          "check",
          "exact",
          "sweep");

  private static final Pattern DECLARED = Pattern.compile("(?m)^package ([\\w.]+);");

  private static final Pattern IMPORTED =
      Pattern.compile("(?m)^import (?:static )?(org\\.parley(?:\\.[a-z]\\w*)+)\\.[A-Z]");

  private static final JavaClasses CLASSES = MainClasses.ALL;

  private static String packageOf(JavaClass type) {
    String rest = type.getPackageName().replaceFirst("^org\\.parley\\.?", "");
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  /// The templates, which are compiled into folders of their own, are one part.
  private static String partOf(JavaClass type) {
    return part(type.getPackageName());
  }

  private static String part(String packageName) {
    return packageName
        .replaceFirst("^org\\.parley\\.?", "")
        .replaceFirst("^web\\.pages\\..*", "web.pages");
  }

  private static ModuleDescriptor engine() {
    return module(Case.class, "org.parley.engine");
  }

  /// The module that a class of ours is in.
  private static ModuleDescriptor module(Class<?> in, String name) {
    Path classes =
        Path.of(URI.create(in.getProtectionDomain().getCodeSource().getLocation().toString()));
    return ModuleFinder.of(classes).find(name).orElseThrow().descriptor();
  }

  /// A program that takes the readers of GENIUS files takes the engine and the XML of the JDK.
  @Test
  void theReadersOfGeniusNeedTheEngineAlone() {
    ModuleDescriptor genius = module(GeniusFiles.class, "org.parley.genius");
    assertEquals(
        Set.of("java.base", "java.xml", "org.jspecify", "org.parley.engine"),
        genius.requires().stream()
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet()));
    assertEquals(
        genius.packages(),
        genius.exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet()));
  }

  private static Set<String> exportsOfTheEngine() {
    return ENGINE.exports().stream()
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("org.parley");
  }

  /// A line each: a name, a colon, names.
  private static Map<String, Set<String>> table(String text) {
    Map<String, Set<String>> table = new TreeMap<>();
    for (String line : text.replace("\\\n", " ").lines().filter(each -> !each.isBlank()).toList()) {
      String[] sides = line.split(":", 2);
      Set<String> names = new TreeSet<>(List.of(sides[1].strip().split("\\s+")));
      names.remove("");
      assertNull(table.put(sides[0].strip(), names), line);
    }
    return table;
  }

  /// What a class of a package uses in another package of ours. A sealed type does not use those
  /// that it permits: it only says who may implement it, and calls nothing of theirs.
  private static Map<String, Set<Dependency>> uses() {
    Map<String, Set<Dependency>> uses = new TreeMap<>();
    for (JavaClass from : CLASSES) {
      Set<Dependency> all = uses.computeIfAbsent(partOf(from), _ -> new HashSet<>());
      from.getDirectDependenciesFromSelf().stream()
          .filter(each -> isOurs(used(each)) && !partOf(used(each)).equals(partOf(from)))
          .forEach(all::add);
    }
    return uses;
  }

  private static JavaClass used(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  @Test
  void packagesUseOnlyWhatTheTablesAllow() {
    // an example for each
    Map<String, String> broken = new TreeMap<>();
    uses()
        .forEach(
            (part, all) -> {
              String user = part.split("\\.", 2)[0];
              if (!MAY_USE.containsKey(user) || !PARTS_MAY_USE.containsKey(part)) {
                broken.put(part, "is not in the table");
                return;
              }
              for (Dependency each : all) {
                boolean isInside = packageOf(used(each)).equals(user);
                boolean isAllowed =
                    isInside
                        ? PARTS_MAY_USE.get(part).contains(partOf(used(each)))
                        : MAY_USE.get(user).contains(packageOf(used(each)))
                            && !INNER.contains(partOf(used(each)));
                if (!isAllowed) {
                  broken.put(part + " uses " + partOf(used(each)), each.getDescription());
                }
              }
            });
    assertEquals(Map.of(), broken);
  }

  @Test
  void theTablesNameNothingThatIsNotUsed() {
    Set<String> parts = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    uses()
        .forEach(
            (part, all) -> {
              parts.add(part);
              all.forEach(each -> used.add(part + " uses " + partOf(used(each))));
              all.forEach(
                  each ->
                      used.add(
                          part.split("\\.", 2)[0] + " as a whole uses " + packageOf(used(each))));
            });
    Set<String> idle = new TreeSet<>();
    PARTS_MAY_USE.forEach(
        (part, others) -> {
          if (!parts.contains(part)) {
            idle.add(part + " is no package");
          }
          others.stream().map(each -> part + " uses " + each).forEach(idle::add);
        });
    MAY_USE.forEach(
        (part, others) ->
            others.stream().map(each -> part + " as a whole uses " + each).forEach(idle::add));
    idle.removeAll(used);
    assertEquals(Set.of(), idle);
  }

  @Test
  void noPackagesUseOneAnotherInACircle() {
    Map<String, Set<String>> uses = new TreeMap<>();
    uses()
        .forEach(
            (part, all) ->
                uses.put(
                    part,
                    all.stream()
                        .map(each -> partOf(used(each)))
                        .collect(Collectors.toCollection(TreeSet::new))));
    assertEquals(Map.of(), circles(uses));
    assertEquals(Map.of(), circles(MAY_USE), "the table of packages");
    assertEquals(Map.of(), circles(PARTS_MAY_USE), "the table of parts");
  }

  /// Packages of benchmarks, clients, cluster and validators, which are not on the class path here,
  /// by their imports.
  @Test
  void noOtherPackagesImportOneAnotherInACircle() throws IOException {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (String module : List.of("bench", "clients", "cluster", "validators")) {
      try (Stream<Path> files =
          Files.walk(RepositoryTest.ROOT.resolve(module + "/src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String text = Files.readString(file);
          String part = DECLARED.matcher(text).results().findFirst().orElseThrow().group(1);
          IMPORTED
              .matcher(text)
              .results()
              .map(each -> each.group(1))
              .filter(each -> !each.equals(part))
              .forEach(uses.computeIfAbsent(part, _ -> new TreeSet<>())::add);
        }
      }
    }
    assertTrue(uses.size() > 5, uses::toString);
    assertEquals(Map.of(), circles(uses));
  }

  /// Takes away, again and again, those that use none of the others, and those that none uses.
  private static Map<String, Set<String>> circles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> left = new TreeMap<>();
    uses.forEach((user, used) -> left.put(user, new TreeSet<>(used)));
    int before;
    do {
      before = left.size();
      left.values().forEach(used -> used.retainAll(left.keySet()));
      left.values().removeIf(Set::isEmpty);
      Set<String> used = left.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      left.keySet().retainAll(used);
    } while (left.size() < before);
    return left;
  }

  @Test
  void circlesAreFound() {
    assertEquals(
        Map.of("b", Set.of("c"), "c", Set.of("b")),
        circles(
            Map.of(
                "a",
                Set.of("b"),
                "b",
                Set.of("c"),
                "c",
                Set.of("b", "d"),
                "d",
                Set.of(),
                "e",
                Set.of("a"))));
    assertEquals(Map.of(), circles(Map.of("a", Set.of("b"), "b", Set.of("c"))));
  }

  /// An export has a user outside, or its types are in the signatures of one that has.
  @Test
  void theEngineExportsOnlyWhatIsUsedOutside() {
    Set<String> idle = new TreeSet<>(exportsOfTheEngine());
    for (JavaClass from : CLASSES) {
      boolean isInside = ENGINE.packages().contains(from.getPackageName());
      if (!isInside) {
        from.getDirectDependenciesFromSelf()
            .forEach(each -> idle.remove(used(each).getPackageName()));
      } else if (exportsOfTheEngine().contains(from.getPackageName())
          && from.getModifiers().contains(JavaModifier.PUBLIC)) {
        from.getCodeUnits().stream()
            .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(
                each ->
                    Stream.concat(
                        each.getRawParameterTypes().stream(), Stream.of(each.getRawReturnType())))
            .map(JavaClass::getPackageName)
            .filter(each -> !each.equals(from.getPackageName()))
            .forEach(idle::remove);
      }
    }
    assertEquals(Set.of(), idle);
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
  void theEngineHasNoInputOutputClockOrChance() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (ENGINES.contains(packageOf(each)) || packageOf(each).equals("model")) {
        broken.addAll(Impurities.of(each));
      }
    }
    assertEquals(Set.of(), broken);
  }

  /// Who asks the machine for the time by itself answers differently tomorrow, and no test can give
  /// it a day.
  @Test
  void theTimeIsGivenByAClock() {
    Set<String> mayAsk =
        Set.of("org.parley.answer.CaseDay", "org.parley.store.migrations.V5__Audit_chain");
    Set<String> broken = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      each.getMethodCallsFromSelf().stream()
          .filter(call -> call.getTarget().getName().equals("now"))
          .filter(call -> call.getTargetOwner().getPackageName().equals("java.time"))
          .filter(call -> !mayAsk.contains(each.getName()))
          .forEach(call -> broken.add(call.getDescription()));
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
