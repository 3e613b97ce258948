package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.model.Cases;
import org.parley.model.cases.Case;

/// Of any history, what is erased is nowhere in the other journal, and nothing else is gone.
@NullMarked
class ErasureLawTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private int written;
  private int refused;

  @Test
  void whatIsErasedIsGoneAndAllElseStays() throws Exception {
    for (int seed = 0; seed < Effort.of(2, 20); seed++) {
      Random random = new Random(seed);
      try (Journal journal = history(seed, random)) {
        for (int order = 0; order < 4; order++) {
          compare(journal, order(journal, random), folder.resolve(seed + "-" + order), seed);
        }
      }
    }
    assertTrue(written >= Effort.of(2, 20), written + " written");
    assertTrue(refused >= Effort.of(1, 10), refused + " refused");
  }

  /// A journal between two cases and back, valid at its end; a name is in some of its reasons.
  private Journal history(int seed, Random random) throws JournalUnavailableException {
    Journal journal = Journal.inFile(folder.resolve("from" + seed));
    journal.record(Cases.of(seed), "Ann", "Begun.", NOON);
    Contents other = Contents.of(Cases.of(seed + 50));
    for (int step = 1; step <= 8; step++) {
      List<Change> all = new ArrayList<>(journal.contents().changesTo(other));
      Collections.shuffle(all, random);
      var _ =
          journal.appendUnchecked(
              all.subList(0, Math.min(all.size(), 3)),
              step % 3 == 0 ? "Ada Nwosu" : "Ann",
              step % 2 == 0 ? "As Ada  Nwosu asked." : "Read.",
              NOON.plusSeconds(step));
    }
    Case last = Cases.of(seed);
    var _ =
        journal.appendUnchecked(
            journal.contents().changesTo(Contents.of(last)), "Ann", "Back.", NOON.plusSeconds(100));
    return journal;
  }

  /// Some records, or the words of a text that was there once.
  private static ErasureOrder order(Journal journal, Random random) {
    List<Entry> entries = journal.list(Long.MAX_VALUE, Integer.MAX_VALUE);
    Entry one = entries.get(random.nextInt(entries.size()));
    if (random.nextInt(3) == 0) {
      return new ErasureOrder(Set.of(), List.of("ada nwosu"), "Asked for.");
    }
    if (random.nextBoolean()) {
      return new ErasureOrder(Set.of(one.change().id()), List.of(), "Asked for.");
    }
    List<String> values =
        entries.stream()
            .flatMap(each -> Stream.ofNullable(each.change().before()))
            .flatMap(each -> ErasureOrder.values(each).stream())
            .filter(each -> each.length() > 8)
            .distinct()
            .sorted()
            .toList();
    String words = values.get(random.nextInt(values.size()));
    return new ErasureOrder(Set.of(), List.of(words.toUpperCase(Locale.ROOT)), "Asked for.");
  }

  private void compare(Journal journal, ErasureOrder order, Path file, int seed) throws Exception {
    String said = "seed " + seed + ", " + order;
    Erasure.Outcome plan = Erasure.plan(journal, order);
    try (Journal other = Journal.inFile(file)) {
      switch (plan) {
        case Erasure.Outcome.Refused(List<ErasureObstacle> obstacles) -> {
          refused++;
          obstacles.forEach(each -> isSo(each, journal, order, said));
          assertEquals(0, other.last(), said);
        }
        case Erasure.Outcome.Found(Erasure erasure) -> {
          written++;
          assertTrue(erasure.write(journal, other, order), said);
          holds(journal, other, erasure, order, said);
        }
      }
    }
    if (plan instanceof Erasure.Outcome.Found) {
      bytes(file, order, said);
    }
  }

  private static void isSo(
      ErasureObstacle obstacle, Journal journal, ErasureOrder order, String said) {
    switch (obstacle) {
      case ErasureObstacle.PresentWords(String kind, String id) ->
          assertTrue(has(journal.contents().find(kind, id), order), said);
      case ErasureObstacle.NothingFound _ ->
          journal
              .list(Long.MAX_VALUE, Integer.MAX_VALUE)
              .forEach(
                  each -> {
                    assertFalse(has(each.change().after(), order), said);
                    assertFalse(order.records().contains(each.change().id()), said);
                  });
      case ErasureObstacle.Needed _, ErasureObstacle.SetAside _ ->
          assertFalse(order.records().isEmpty(), said);
      case ErasureObstacle.RoundRests(long number, _) ->
          assertTrue(number > 0 && number <= journal.last(), said);
      case ErasureObstacle.FirstHeader _ ->
          assertTrue(
              journal.listOfKind(Contents.HEADER).stream()
                  .anyMatch(each -> has(each.change().after(), order)),
              said);
      case ErasureObstacle.Broken _, ErasureObstacle.NoCase _ ->
          throw new AssertionError(said + ": " + obstacle);
    }
  }

  private static boolean has(@org.jspecify.annotations.Nullable String text, ErasureOrder order) {
    return text != null
        && ErasureOrder.values(text).stream()
            .anyMatch(each -> order.hasWords(each) || order.records().contains(each));
  }

  private static void holds(
      Journal journal, Journal other, Erasure erasure, ErasureOrder order, String said) {
    assertInstanceOf(Verification.Intact.class, other.verify(erasure.newHead()), said);
    List<Entry> before = journal.list(Long.MAX_VALUE, Integer.MAX_VALUE);
    List<Entry> after = other.list(Long.MAX_VALUE, Integer.MAX_VALUE);
    assertEquals(before.size(), after.size(), said);
    Set<Long> numbers =
        erasure.erased().stream().map(ErasedEntry::number).collect(Collectors.toSet());
    for (int i = 0; i < before.size(); i++) {
      Entry was = before.get(i);
      Entry is = after.get(i);
      assertEquals(was.number(), is.number(), said);
      assertEquals(was.at(), is.at(), said);
      assertFalse(order.hasWords(is.who()) || order.hasWords(is.why()), said);
      assertFalse(stays(journal, is, order), said);
      assertFalse(order.records().contains(is.change().id()), said);
      if (!numbers.contains(was.number())) {
        assertEquals(was.who() + was.why(), is.who() + is.why(), said);
        assertEquals(was.change().id(), is.change().id(), said);
        assertEquals(was.change().after(), is.change().after(), said);
      }
    }
    Set<Contents.Key> gone = new HashSet<>();
    for (Contents.Key each : journal.contents().keys()) {
      String text = journal.contents().find(each.kind(), each.id());
      if (order.records().contains(each.id())) {
        gone.add(each);
      } else {
        assertEquals(text, other.contents().find(each.kind(), each.id()), said);
      }
    }
    Set<Contents.Key> left = new TreeSet<>(journal.contents().keys());
    left.removeAll(gone);
    assertEquals(left, new TreeSet<>(other.contents().keys()), said);
    assertTrue(other.snapshot().findCase().isPresent(), said);
  }

  /// Whether an entry has a text that goes. The last text of a record that stays may have a value
  /// that reads like an id.
  private static boolean stays(Journal journal, Entry entry, ErasureOrder order) {
    return Stream.of(entry.change().before(), entry.change().after())
        .flatMap(Stream::ofNullable)
        .filter(
            each ->
                !each.equals(journal.contents().find(entry.change().kind(), entry.change().id())))
        .anyMatch(each -> has(each, order));
  }

  /// A party and a point are erased. The title of another record reads like the id of the party,
  /// and an earlier text has that of an option.
  @Test
  void valuesThatReadLikeAnIdStayAndNamesOfPartsGo() throws Exception {
    try (Journal journal = Journal.inFile(folder.resolve("parts"));
        Journal other = Journal.inFile(folder.resolve("without"))) {
      List<Change> changes =
          List.of(
              new Change("case", "case", null, "  title: The river\n"),
              new Change("instruments", "treaty", null, instrument("aro")),
              new Change("points", "p1", null, point("p1", "Of the river")),
              new Change("points", "p2", null, point("p2", "p1-yes")),
              new Change("points", "p2", point("p2", "p1-yes"), point("p2", "Of the lake")),
              new Change("parties", "aro", null, "  - id: aro\n    name: Aro\n    kind: state\n"));
      for (Change each : changes) {
        var _ = journal.appendUnchecked(List.of(each), "Ann", "", NOON);
      }
      ErasureOrder order = new ErasureOrder(Set.of("aro", "p1"), List.of(), "Asked for.");
      assertEquals(List.of(), journal.snapshot().violations());
      Erasure.Outcome plan = Erasure.plan(journal, order);
      var found = assertInstanceOf(Erasure.Outcome.Found.class, plan, plan::toString);
      assertTrue(found.erasure().write(journal, other, order));
      assertEquals(
          List.of(3L, 4L, 6L), found.erasure().erased().stream().map(ErasedEntry::number).toList());
      assertEquals(instrument("aro"), other.contents().find("instruments", "treaty"));
      assertEquals(point("p2", "Of the lake"), other.contents().find("points", "p2"));
    }
  }

  private static String instrument(String title) {
    return "  - id: treaty\n    title: %s\n    kind: treaty\n".formatted(title);
  }

  /// A point with the options `p1-yes` and `p1-no`.
  private static String point(String id, String summary) {
    return """
          - id: ID
            number: ID
            title: Water
            summary: %s
            instrument: treaty
            options:
              - id: ID-yes
                title: A share
              - id: ID-no
                title: Nothing
        """
        .replace("ID", id)
        .formatted(summary);
  }

  /// The file itself has none of the words.
  private static void bytes(Path file, ErasureOrder order, String said) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".mv.db");
    String bytes = Files.readString(whole, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (String each : order.words()) {
      String raw = new String(each.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains(raw.toLowerCase(Locale.ROOT)), said);
    }
  }
}
