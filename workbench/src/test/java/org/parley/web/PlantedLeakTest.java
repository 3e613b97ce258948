package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Effort;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.checks.CaseChecks;
import org.parley.store.Journal;
import org.parley.web.LeakyCaseService.Leak;
import org.parley.web.TwinServers.Asker;
import org.parley.web.TwinServers.Question;
import org.parley.web.attack.Attacks;

/// Tests of [NonInterference]: whatever leak is planted, it fails.
@NullMarked
class PlantedLeakTest {

  private static final PartyId PARTY = new PartyId("UA");
  private static final Viewer VIEWER = new Viewer.Delegation(PARTY);

  /// Of a case in which there is something to leak of every kind.
  private static final long SEED =
      LongStream.iterate(2, each -> each + 2)
          .limit(40)
          .filter(
              seed -> {
                Case all = TwinServers.caseOf(seed);
                return kinds().allMatch(kind -> withShown(all, kind).isPresent());
              })
          .findFirst()
          .orElseThrow();

  @TempDir static Path folder;

  private static final LeakyCaseService.Hole HOLE = new LeakyCaseService.Hole();
  private static @Nullable Pair shared;

  /// Two servers with the same hole, and somebody who asks them.
  record Pair(TwinServers twins, NonInterference law, Asker dee, List<Question> readings)
      implements AutoCloseable {
    static Pair of(Path folder, LeakyCaseService.Hole hole) throws Exception {
      Random random = new Random(SEED);
      TwinServers twins =
          new TwinServers(folder, SEED, VIEWER, desk -> new LeakyCaseService(desk, hole), random);
      TwinQuestions questions = new TwinQuestions(twins, random);
      Asker dee = twins.asker("dee");
      return new Pair(
          twins,
          new NonInterference("planted", twins, questions, new NonInterference.Tally()),
          dee,
          questions.readings(dee).stream()
              .filter(each -> !TwinQuestions.isDear(each.path()))
              .toList());
    }

    void read() throws Exception {
      for (Question question : readings) {
        law.ask(dee, question);
      }
    }

    @Override
    public void close() {
      twins.close();
    }
  }

  private static Pair shared() {
    Pair pair = shared;
    assertTrue(pair != null);
    return pair;
  }

  @BeforeAll
  static void start() throws Exception {
    shared = Pair.of(folder.resolve("shared"), HOLE);
  }

  @AfterAll
  static void stop() {
    shared().close();
  }

  static Stream<Class<?>> kinds() {
    return Arrays.stream(CaseRecord.class.getPermittedSubclasses());
  }

  /// Otherwise a law that always fails would pass.
  @Test
  void withoutALeakNothingDiffers() throws Exception {
    HOLE.leak = new Leak.None();
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      Pair pair = shared();
      pair.law.ask(pair.dee, pair.readings.get(random.nextInt(pair.readings.size())));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void recordsThatAreShownDiffer(Class<?> kind) {
    HOLE.leak = new Leak.Shows(kind);
    assertDiffers(() -> shared().read());
  }

  /// One journal has the hidden records of a kind marked for the viewer.
  @ParameterizedTest
  @MethodSource("kinds")
  void entriesThatAreShownDiffer(Class<?> kind) throws Exception {
    HOLE.leak = new Leak.None();
    Pair pair = shared();
    try (Journal told =
        Journal.at(folder.resolve("journal of " + kind.getSimpleName()).toString())) {
      Case shown = withShown(pair.twins.all, kind).orElseThrow();
      told.record(shown, "Ann", "Begun.", Team.NOON);
      HOLE.leak = new Leak.Keeps(pair.twins.one.journal, told);
      List<String> paths = new ArrayList<>(List.of("/history", "/api/entries"));
      // in a large case its entry is not on the first page of these
      shown.records().stream()
          .filter(kind::isInstance)
          .forEach(each -> paths.add("/api/entries?record=" + each.id()));
      assertDiffers(
          () -> {
            for (String path : paths) {
              pair.law.ask(pair.dee, Question.get(path));
            }
          });
    }
  }

  /// What the viewer sees, with a hidden record of a kind marked for them.
  private static Optional<Case> withShown(Case all, Class<?> kind) {
    Case open = Secrets.without(all, VIEWER);
    for (CaseRecord hidden :
        LeakyCaseService.leaks(all.viewFor(VIEWER), all.viewFor(new Viewer.Mediator()), kind)) {
      for (Visibility mark :
          List.of(
              new Visibility.Party(PARTY), new Visibility.Delegations(), new Visibility.Public())) {
        List<CaseRecord> records = new ArrayList<>(open.records());
        records.add((CaseRecord) Rewrite.with((Record) hidden, "visibility", mark));
        if (CaseChecks.problems(open.info(), records).isEmpty()) {
          return Optional.of(Case.of(open.info(), records));
        }
      }
    }
    return Optional.empty();
  }

  /// A leak on the writing side.
  ///
  /// @param check the part of the law that has to fail
  /// @param saying what its failure says
  record Written(Leak leak, Check check, String saying) {
    @Override
    public String toString() {
      return leak.toString();
    }
  }

  interface Check {
    void of(Pair pair) throws Exception;
  }

  static List<Written> written() {
    Check changes = pair -> pair.law.change(pair.dee);
    // the edits before them tell nothing of ids, and take half a minute
    Check collisions = Effort.isLong() ? changes : pair -> pair.law.collide(pair.dee);
    return List.of(
        new Written(new Leak.RefusesWhatIsReferredTo(), changes, "PUT /api/records"),
        new Written(new Leak.RefusesWhatIsTaken("ua-"), collisions, "POST /api/records"),
        new Written(new Leak.RefusesWhatIsTaken("ua-x-"), collisions, "POST /api/records"),
        new Written(new Leak.AcceptsWhatNamesSecrets(), changes, "which names"),
        new Written(
            new Leak.TellsOfEverything(), pair -> pair.law.watch(), "told of a hidden change"));
  }

  /// On servers of its own: after an answer that differs they are no longer alike.
  @ParameterizedTest
  @MethodSource("written")
  void whatIsToldOnTheWritingSideIsFound(Written written) throws Exception {
    LeakyCaseService.Hole hole = new LeakyCaseService.Hole();
    try (Pair pair = Pair.of(folder.resolve(written.toString()), hole)) {
      hole.leak = written.leak;
      String message =
          String.valueOf(
              assertThrows(AssertionError.class, () -> written.check.of(pair)).getMessage());
      assertTrue(message.contains(written.saying), message);
    }
  }

  @Test
  void theTableOfAttacksCountsThem() {
    Attacks.assertCounted("planted leaks", 2 * (int) kinds().count() + written().size());
  }

  /// The law fails, because answers differ and not because there are none.
  private static void assertDiffers(Executable asking) {
    String message = String.valueOf(assertThrows(AssertionError.class, asking).getMessage());
    assertTrue(message.contains("\nline "), message);
    assertEquals(-1, message.indexOf(" fails: "), message);
  }
}
