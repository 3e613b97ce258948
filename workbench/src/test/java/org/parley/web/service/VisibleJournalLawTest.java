package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Point;
import org.parley.store.Entry;
import org.parley.store.Journal;

/// The journal as a visitor sees it is the journal of the views this visitor had; for the public,
/// without what it may not see any more.
class VisibleJournalLawTest {

  private static final Visitor ANN = Visitor.mediator("Ann");
  private static final Visitor ADA = Visitor.delegation("Ada", new PartyId("A"));
  private static final Visitor BEN = Visitor.delegation("Ben", new PartyId("B"));
  private static final Visitor OB = new Visitor("Ob", Role.OBSERVER, null);
  private static final List<String> MARKS =
      List.of("public", "delegations", "mediator", "{party: A}", "{party: B}");

  @TempDir Path folder;

  /// What one entry shows of one record.
  private record Seen(
      String kind, String id, @Nullable String before, @Nullable String after, String why) {}

  private static Case world(Random random) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
            case: {title: "The river %d"}
            parties:
              - {id: A, name: Arda, kind: state}
              - {id: B, name: Brenn, kind: state}
            instruments:
              - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
            sources:
            """,
                random.nextInt(2)));
    for (int i = 0; i < 3; i++) {
      if (i == 0 || random.nextInt(4) > 0) {
        text.append(
            String.format(
                Locale.ROOT,
                "  - {id: s%d, publisher: Wire, title: News %d, date: 2025-01-01, language: en, reliability: B, kind: report, visibility: %s}%n",
                i,
                random.nextInt(3),
                i == 0 ? "public" : MARKS.get(random.nextInt(MARKS.size()))));
      }
    }
    text.append(
        String.format(
            Locale.ROOT,
            """
        points:
          - {id: p1, instrument: treaty, number: "1", title: Water, texts: [{version: v1, date: 2025-01-01, status: proposal, source: s0, text: Half %d, visibility: %s}]}
        """,
            random.nextInt(2),
            MARKS.get(random.nextInt(MARKS.size()))));
    return switch (CaseReader.read(Map.of("a.yaml", text.toString()))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  /// The texts of the records that a visitor sees.
  private static Map<String, CaseRecord> seen(Case all, Visitor visitor) {
    CaseView view = all.viewFor(visitor.viewer());
    Map<String, CaseRecord> records = new LinkedHashMap<>();
    view.records().forEach(each -> records.put(each.id().value(), each));
    return records;
  }

  /// The state as the history shows it: for the public, without what it may not see any more.
  private static @Nullable CaseRecord shown(
      List<Case> cases, Visitor visitor, @Nullable CaseRecord record) {
    if (!visitor.equals(OB) || record == null) {
      return record;
    }
    if (record instanceof Point point
        && seen(cases.getLast(), OB).get("p1") instanceof Point last
        && last.texts().isEmpty()) {
      return point.withParts(point.components(), point.options(), List.of());
    }
    return isSeenLast(cases, record.id().value()) ? record : null;
  }

  /// Whether the public sees the latest state of a record, or its last before it was removed.
  private static boolean isSeenLast(List<Case> cases, String id) {
    for (Case each : cases.reversed()) {
      if (each.records().stream().anyMatch(record -> record.id().value().equals(id))) {
        return seen(each, OB).containsKey(id);
      }
    }
    return false;
  }

  private static @Nullable String text(@Nullable CaseRecord record) {
    return record == null ? null : CaseWriter.text(record);
  }

  @Test
  void aVisitorSeesTheChangesOfTheirViews() throws Exception {
    int shown = 0;
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      List<Case> cases = new ArrayList<>();
      try (Journal journal = Journal.inFile(folder.resolve("journal" + seed))) {
        for (int i = 0; i < 12; i++) {
          cases.add(world(random));
          String who = i % 2 == 0 ? "Ann" : "Ada";
          journal.record(cases.getLast(), who, i % 4 == 1 ? "Undoes entry 3." : "Why " + i, at(i));
        }
        for (Visitor visitor : List.of(ADA, BEN, OB)) {
          Map<Instant, List<Seen>> expected = new LinkedHashMap<>();
          for (int i = 1; i < cases.size(); i++) {
            Map<String, CaseRecord> before = seen(cases.get(i - 1), visitor);
            Map<String, CaseRecord> after = seen(cases.get(i), visitor);
            boolean own = i % 2 == 1 && visitor.equals(ADA) && i % 4 != 1;
            for (String id : List.of("s0", "s1", "s2", "p1")) {
              String from = text(shown(cases, visitor, before.get(id)));
              String to = text(shown(cases, visitor, after.get(id)));
              if (!Objects.equals(from, to)) {
                expected
                    .computeIfAbsent(at(i), _ -> new ArrayList<>())
                    .add(
                        new Seen(
                            id.equals("p1") ? "points" : "sources",
                            id,
                            from,
                            to,
                            own ? "Why " + i : ""));
              }
            }
          }
          List<Entry> all = VisibleJournal.list(journal, visitor, null, 0, 999);
          for (int i = 1; i < cases.size(); i++) {
            Instant at = at(i);
            List<Seen> found =
                all.stream()
                    .filter(each -> each.at().equals(at) && !each.change().kind().equals("case"))
                    .map(VisibleJournalLawTest::seen)
                    .toList();
            shown += found.size();
            assertEquals(
                sorted(expected.getOrDefault(at, List.of())),
                sorted(found),
                "seed " + seed + " " + visitor + " " + i);
          }
          for (Entry each : all) {
            assertEquals("0", each.number() + each.previous() + each.hash());
          }
          pages(journal, visitor, all);
        }
        pages(journal, ANN, VisibleJournal.list(journal, ANN, null, 0, 999));
        List<Entry> entries = new ArrayList<>(journal.list(Long.MAX_VALUE, 999));
        assertEquals(entries, VisibleJournal.list(journal, ANN, null, 0, 999));
      }
    }
    assertTrue(shown > 50, "shown " + shown);
  }

  private static List<String> sorted(List<Seen> seen) {
    return seen.stream().map(Seen::toString).sorted().toList();
  }

  private static Seen seen(Entry entry) {
    return new Seen(
        entry.change().kind(),
        entry.change().id(),
        entry.change().before(),
        entry.change().after(),
        entry.why());
  }

  private static Instant at(int number) {
    return Instant.ofEpochSecond(number);
  }

  /// Every page is a part of the whole, listed or passed over.
  private static void pages(Journal journal, Visitor visitor, List<Entry> all) {
    for (String of : new @Nullable String[] {null, "s1"}) {
      List<Entry> whole =
          all.stream().filter(each -> of == null || each.change().id().equals(of)).toList();
      for (int[] page : new int[][] {{0, 0}, {0, 1}, {1, 2}, {2, 999}, {999, 5}, {0, 999}}) {
        List<Entry> expected =
            whole.subList(
                Math.min(page[0], whole.size()), Math.min(page[0] + page[1], whole.size()));
        assertEquals(expected, VisibleJournal.list(journal, visitor, of, page[0], page[1]));
        List<Entry> passed = new ArrayList<>();
        VisibleJournal.pass(journal, visitor, of, page[0], page[1], passed::add);
        assertEquals(expected, passed);
      }
    }
  }
}
