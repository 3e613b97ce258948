package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;

/// Cases from which records went, in which claims were dated anew, and in which hidden parts of
/// points were spoiled: what is hidden gives way, and nobody learns of it who may not see it.
class SettlingLawTest {

  private int settled;
  private int asideInAll;
  private final Map<String, Integer> partsAside = new TreeMap<>();

  @Test
  void hiddenRecordsGiveWay() {
    hold(0, 40);
    // a text has the version of one that is set aside for its language
    hold(939, 940);
  }

  @Test
  @Tag("long")
  void hiddenRecordsGiveWayInManyCases() {
    hold(0, 3_000);
  }

  private void hold(int firstSeed, int endSeed) {
    for (int seed = firstSeed; seed < endSeed; seed++) {
      Random random = new Random(seed);
      Case all = Cases.of(seed);
      for (int round = 0; round < 4; round++) {
        hold("seed " + seed + ", round " + round, all.info(), damaged(all, random), random);
      }
    }
    assertTrue(settled > endSeed - firstSeed, "only " + settled + " were settled");
    assertTrue(asideInAll > (endSeed - firstSeed) / 4, "only " + asideInAll + " were set aside");
    assertTrue(
        partsAside.keySet().containsAll(FAULTS.keySet()), "parts were set aside for " + partsAside);
  }

  /// A fault in a hidden part of each kind, by the rule it breaks, for a part at an index.
  private static final Map<String, Spoiler> FAULTS =
      new TreeMap<>(
          Map.of(
              "no-such-id", SettlingLawTest::withoutSource,
              "not-a-language-tag", SettlingLawTest::withoutLanguage,
              "id-taken", SettlingLawTest::withTakenId,
              "version-twice", SettlingLawTest::withTakenVersion));

  private interface Spoiler {
    Object spoil(Object part, Point point, List<CaseRecord> records);
  }

  private static Object withoutSource(Object part, Point point, List<CaseRecord> records) {
    return part instanceof Component ? part : with(part, "source", List.of(new SourceId("gone")));
  }

  private static Object withoutLanguage(Object part, Point point, List<CaseRecord> records) {
    return part instanceof TextVersion
        ? with(part, "language", "no language")
        : with(part, "title", LocalizedText.of(Map.of("no language", "Title")));
  }

  private static Object withTakenId(Object part, Point point, List<CaseRecord> records) {
    String id =
        records.stream()
            .filter(each -> each.visibility() instanceof Visibility.Public)
            .map(each -> each.id().value())
            .findFirst()
            .orElseThrow();
    return switch (part) {
      case Option option -> with(option, "id", new OptionId(id));
      case Component component -> with(component, "id", new ComponentId(id));
      default -> part;
    };
  }

  private static Object withTakenVersion(Object part, Point point, List<CaseRecord> records) {
    return part instanceof TextVersion
        ? with(part, "version", point.texts().getFirst().version())
        : part;
  }

  private static Object with(Object part, String name, Object value) {
    return Rewrite.with((Record) part, name, value);
  }

  /// Spoils hidden parts of some points.
  private static void spoilParts(List<CaseRecord> records, Random random) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i) instanceof Point point && random.nextInt(3) == 0) {
        Point spoiled = point;
        for (String key : List.of("components", "options", "texts")) {
          spoiled = Rewrite.with(spoiled, key, spoiled(point, key, records, random));
        }
        records.set(i, spoiled);
      }
    }
  }

  private static List<Object> spoiled(
      Point point, String key, List<CaseRecord> records, Random random) {
    List<?> parts =
        switch (key) {
          case "components" -> point.components();
          case "options" -> point.options();
          default -> point.texts();
        };
    List<Object> spoiled = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean isHidden =
          RecordPart.of(point, List.of(key, Integer.toString(i))).isPresent()
              && random.nextInt(2) == 0;
      List<Spoiler> all = List.copyOf(FAULTS.values());
      spoiled.add(
          isHidden
              ? all.get(random.nextInt(all.size())).spoil(parts.get(i), point, records)
              : parts.get(i));
    }
    return spoiled;
  }

  private static List<CaseRecord> damaged(Case all, Random random) {
    List<CaseRecord> records = new ArrayList<>(all.records());
    for (int i = random.nextInt(3); i >= 0 && !records.isEmpty(); i--) {
      int index = random.nextInt(records.size());
      if (records.get(index) instanceof Claim claim) {
        records.set(index, Rewrite.with(claim, "said", Edtf.of("2031-01-0" + (1 + i))));
      } else {
        records.remove(index);
      }
    }
    spoilParts(records, random);
    return records;
  }

  private void hold(String where, CaseInfo info, List<CaseRecord> records, Random random) {
    Settling whole = Settling.of(info, records);
    List<CaseRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    assertEquals(whole.setAside(), Settling.of(info, shuffled).setAside(), where);
    if (!whole.problems().isEmpty()) {
      return;
    }
    settled++;
    asideInAll += whole.setAside().size();
    assertEquals(List.of(), CaseChecks.problems(info, whole.kept()), where);
    assertEquals(
        records.size(),
        whole.kept().size() + whole.setAside().stream().filter(each -> each.part() == null).count(),
        where);
    Case settledCase = Case.settling(info, records);
    assertEquals(Set.copyOf(records), Set.copyOf(settledCase.whole()), where);
    for (SetAside each : whole.setAside()) {
      assertFalse(each.readers() instanceof Visibility.Public, where);
      if (each.part() != null) {
        each.problems().forEach(one -> partsAside.merge(one.rule().code(), 1, Integer::sum));
      }
      List<CaseRecord> more = new ArrayList<>(whole.kept());
      more.add(each.part() == null ? each.record() : withPart(more, each));
      assertFalse(
          CaseChecks.problems(info, more).isEmpty(),
          where + ": " + each + " need not be set aside");
    }
    for (Viewer viewer :
        List.of(
            new Viewer.Public(),
            new Viewer.Delegation(new PartyId("P0")),
            new Viewer.Delegation(new PartyId("P1")))) {
      List<CaseRecord> seen =
          records.stream()
              .filter(each -> each.visibility().visibleTo(viewer))
              .map(each -> each.visiblePartFor(viewer))
              .toList();
      assertEquals(
          Case.settling(info, seen).viewFor(viewer),
          settledCase.viewFor(viewer),
          where + ", " + viewer);
    }
  }

  /// The record that counts, and the part that is set aside again; it is taken out of the others.
  private static CaseRecord withPart(List<CaseRecord> kept, SetAside aside) {
    CaseRecord counting =
        kept.stream()
            .filter(each -> each.id().equals(aside.record().id()))
            .findFirst()
            .orElseThrow();
    kept.remove(counting);
    return RecordPart.joined((Point) counting, (Point) SetAside.alone(List.of(aside)).getFirst());
  }

  /// A name is exchanged wherever it is mentioned, and nowhere else.
  @Test
  void renamingIsUndoneByRenamingBack() {
    for (int seed = 0; seed < 20; seed++) {
      for (CaseRecord each : Cases.of(seed).records()) {
        for (References.Mention mention : References.of((Record) each)) {
          String id = mention.id().value();
          CaseRecord renamed = References.renamed(each, id, "new-name");
          assertTrue(
              References.of((Record) renamed).stream().noneMatch(m -> m.id().value().equals(id)),
              "seed " + seed + ": " + id);
          assertEquals(each, References.renamed(renamed, "new-name", id), "seed " + seed);
        }
      }
    }
  }
}
