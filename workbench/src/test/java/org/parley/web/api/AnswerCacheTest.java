package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.SmallWorld;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Visitor;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// An answer that is kept is the answer that would be made, and what depends on more is not kept.
@NullMarked
class AnswerCacheTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final Visitor ANN = Visitor.mediator("ann");
  private static final Visitor BOB = Visitor.mediator("bob");

  /// Lines that were slow in a case with 100,000 acts.
  private static final Set<String> SLOW =
      Set.of(
          "board",
          "acts",
          "timeline",
          "knots",
          "plan",
          "outcomes",
          "coverage",
          "burden",
          "zone",
          "listClaims",
          "listRecords",
          "findRecord",
          "complete",
          "inbox",
          "agreedAmong");

  @TempDir Path folder;

  @SuppressWarnings("ReferenceEquality") // whether it was kept
  @Test
  void anAnswerThatIsKeptIsTheAnswerThatWouldBeMade() throws Exception {
    Set<String> kept = new TreeSet<>();
    try (ApiWorld world = new ApiWorld(folder, SmallWorld.build(), NOON)) {
      OpenCase open = SmallWorld.open();
      AnswerCache answers = AnswerCache.of(open);
      for (Line line : Api.lines().stream().filter(AnswerCache::mayKeep).toList()) {
        List<Asked> first = world.questions(line);
        List<Asked> again = world.questions(line);
        List<Asked> alone = world.questions(line);
        for (int i = 0; i < first.size(); i++) {
          Reply made;
          try {
            made = AnswerCache.ready(line.handler().answer(alone.get(i)));
          } catch (BadQuery | NotOnRecord | Unanswered e) {
            Asked asked = first.get(i);
            assertThrows(e.getClass(), () -> answers.get(line, asked, ANN));
            continue;
          }
          Reply one = answers.get(line, first.get(i), ANN);
          Reply other = answers.get(line, again.get(i), BOB);
          assertEquals(text(made), text(AnswerCache.ready(one)), line.name());
          assertEquals(text(made), text(AnswerCache.ready(other)), line.name());
          if (one == other) {
            kept.add(line.name());
          }
        }
      }
    }
    Set<String> missing = new TreeSet<>(SLOW);
    missing.removeAll(kept);
    assertEquals(Set.of(), missing, "made again for each request");
  }

  private static String text(Reply reply) throws Exception {
    if (!(reply instanceof Reply.Ready(var json, String tag))) {
      return reply.toString();
    }
    try (InputStream in = json.open()) {
      return tag + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Line line(Line.Handler handler) {
    return Line.get("/api/one", "board", "one", "one").lookingBack().answersAny(handler);
  }

  /// How often a line is asked when two ask for the same, one after the other.
  private int asked(Line.Handler handler) throws Exception {
    AtomicInteger made = new AtomicInteger();
    Line line =
        line(
            asked -> {
              made.incrementAndGet();
              return handler.answer(asked);
            });
    try (ApiWorld world = new ApiWorld(folder.resolve("of"), SmallWorld.build(), NOON)) {
      AnswerCache answers = AnswerCache.of(SmallWorld.open());
      for (Visitor each : List.of(ANN, BOB)) {
        answers.get(line, world.asked(line, Map.of(), Map.of()), each);
      }
    }
    return made.get();
  }

  @Test
  void oneAnswerServesAllWithTheSameView() throws Exception {
    assertEquals(1, asked(each -> Reply.of(Map.of("title", each.open().lastDay().toString()))));
  }

  @Test
  void whatNamesTheVisitorIsMadeForEach() throws Exception {
    assertEquals(2, asked(each -> Reply.of(Map.of("name", each.visitor().name()))));
  }

  @Test
  void whatDependsOnTheClockIsMadeForEach() throws Exception {
    assertEquals(2, asked(each -> Reply.of(Map.of("day", each.today().toString()))));
  }

  @Test
  void whatADeadlineCutOffIsMadeAgain() throws Exception {
    assertEquals(
        2,
        asked(
            each -> {
              each.cutOff();
              return Reply.of(Map.of("found", 3));
            }));
  }

  @Test
  void anAnswerThatIsStillComputedIsKeptUntilMoreIsKnown() throws Exception {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger known = new AtomicInteger();
    Line line =
        line(
            asked -> {
              int then = known.get();
              asked.cutOff(() -> known.get() == then);
              return Reply.of(Map.of("made", made.incrementAndGet()));
            });
    try (ApiWorld world = new ApiWorld(folder, SmallWorld.build(), NOON)) {
      AnswerCache answers = AnswerCache.of(SmallWorld.open());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        known.set(i / 2);
        all.add(text(answers.get(line, world.asked(line, Map.of(), Map.of()), ANN)));
      }
      assertEquals(2, made.get());
      assertEquals(all.get(0), all.get(1));
      assertEquals(all.get(2), all.get(3));
    }
  }

  @Test
  void rolesLanguagesAndParametersHaveAnswersOfTheirOwn() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Line line = line(_ -> Reply.of(Map.of("made", made.incrementAndGet())));
    try (ApiWorld world = new ApiWorld(folder, SmallWorld.build(), NOON)) {
      AnswerCache answers = AnswerCache.of(SmallWorld.open());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        all.add(text(answers.get(line, world.asked(line, Map.of(), Map.of()), ANN)));
        all.add(text(answers.get(line, world.asked(line, Map.of(), Map.of()), Visitor.anyone())));
        all.add(text(answers.get(line, world.asked(line, Map.of("id", "x"), Map.of()), ANN)));
        all.add(
            ScopedValue.where(Language.CURRENT, Language.FRENCH)
                .call(() -> text(answers.get(line, world.asked(line, Map.of(), Map.of()), ANN))));
      }
      assertEquals(all.subList(0, 4), all.subList(4, 8));
      assertEquals(4, Set.copyOf(all).size(), all.toString());
      assertTrue(made.get() == 4, made + " made");
    }
  }
}
