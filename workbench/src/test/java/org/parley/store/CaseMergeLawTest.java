package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Effort;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.cases.Case;
import org.parley.model.checks.Settling;

/// Two people edit one case at random, and their edits are merged. Laws: what only one of them
/// changed is in the merge, whoever it was; what neither changed stays; a merge is the same from
/// both sides, and clashes are; merging twice changes nothing. In some cases hidden records are set
/// aside, since what they name went: these are merged as all others are.
class CaseMergeLawTest {

  private static final int ROUNDS = Effort.of(15, 40);
  private static final int TRIES = 12;

  /// A case as texts, by kind and id.
  private record State(Map<String, Change> texts) {

    static State of(Case contents) {
      Map<String, Change> texts = new TreeMap<>();
      Contents.NONE
          .changesTo(Contents.of(contents))
          .forEach(each -> texts.put(each.kind() + " " + each.id(), each));
      return new State(texts);
    }

    @Nullable String text(String key) {
      Change change = texts.get(key);
      return change == null ? null : change.after();
    }

    Contents contents() {
      return with(Contents.NONE, texts.values());
    }
  }

  /// A case from which a record went, so that hidden ones no longer fit; the case itself where none
  /// such is found.
  private static Case settled(Case all, Random random) {
    for (int tries = 0; tries < TRIES; tries++) {
      List<CaseRecord> left = new ArrayList<>(all.records());
      left.remove(random.nextInt(left.size()));
      Settling settled = Settling.of(all.info(), left);
      if (settled.problems().isEmpty() && !settled.setAside().isEmpty()) {
        return Case.settling(all.info(), left);
      }
    }
    return all;
  }

  /// Every record of a case, those set aside too.
  private static List<CaseRecord> everything(Case contents) {
    List<CaseRecord> all = new ArrayList<>(contents.records());
    contents.setAside().forEach(each -> all.add(each.record()));
    return all;
  }

  private static Contents with(Contents from, Iterable<Change> changes) {
    Contents.Playing playing = new Contents.Playing(from);
    changes.forEach(playing::play);
    return playing.contents();
  }

  /// The base after some random edits of records in `mayTouch`: removed, added, keys changed.
  private static State edited(
      State base,
      List<CaseRecord> targets,
      List<CaseRecord> records,
      Random random,
      Predicate<String> mayTouch,
      String mark) {
    Map<String, Change> texts = new TreeMap<>(base.texts);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      CaseRecord old = targets.get(random.nextInt(targets.size()));
      String kind = CaseWriter.keyOf(old);
      String id = old.id().value();
      String key = kind + " " + id;
      if (!mayTouch.test(key)) {
        continue;
      }
      switch (random.nextInt(4)) {
        case 0 -> texts.remove(key);
        case 1 -> {
          String added = id + mark + i;
          String text = CaseWriter.text(old).replaceFirst("id: \\S+", "id: " + added);
          texts.put(kind + " " + added, new Change(kind, added, null, text));
        }
        default -> {
          String text = CaseWriter.text(variant(old, records, random));
          texts.put(key, new Change(kind, id, null, text));
        }
      }
    }
    return new State(texts);
  }

  /// The record with one or two keys taken from another of its kind, or left out.
  private static CaseRecord variant(CaseRecord record, List<CaseRecord> others, Random random) {
    Shape.Structure shape = Shapes.structure(record.getClass());
    List<Shape.Key> keys = shape.keys();
    @Nullable Object[] values = keys.stream().map(key -> key.of(record)).toArray();
    List<CaseRecord> alike =
        others.stream().filter(other -> other.getClass() == record.getClass()).toList();
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int at = 1 + random.nextInt(keys.size() - 1);
      values[at] =
          !keys.get(at).required() && random.nextBoolean()
              ? keys.get(at).absent()
              : keys.get(at).of(alike.get(random.nextInt(alike.size())));
    }
    try {
      return (CaseRecord) shape.make(values);
    } catch (IllegalArgumentException e) {
      return record;
    }
  }

  private static CaseMerge merge(State base, State mine, State theirs, List<CaseRecord> known) {
    return CaseMerge.of(
        base.contents().changesTo(mine.contents()),
        theirs.contents(),
        CaseMerge.Choice.NONE,
        known);
  }

  private static Set<String> keys(State... states) {
    Set<String> keys = new TreeSet<>();
    for (State each : states) {
      keys.addAll(each.texts.keySet());
    }
    return keys;
  }

  private static Map<String, String> texts(Contents contents) {
    Map<String, String> texts = new TreeMap<>();
    for (Change each : Contents.NONE.changesTo(contents)) {
      texts.put(each.kind() + " " + each.id(), String.valueOf(each.after()));
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aMergeOfDisjointChangesIsBoth(long seed) {
    int asides = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String name = "seed " + seed + " round " + round;
      Random random = new Random(seed * 1000 + round);
      Case start = settled(Cases.of(seed * 100 + round % 10), random);
      List<CaseRecord> records = everything(start);
      asides += start.setAside().size();
      State base = State.of(start);
      Set<String> isMine = new HashSet<>();
      base.texts.keySet().stream().filter(_ -> random.nextBoolean()).forEach(isMine::add);
      State mine = edited(base, records, records, random, isMine::contains, "m");
      State theirs = edited(base, records, records, random, key -> !isMine.contains(key), "t");
      CaseMerge merge = merge(base, mine, theirs, records);
      assertEquals(List.of(), merge.clashes(), name);
      assertEquals(List.of(), merge.problems(), name);
      Contents merged = with(theirs.contents(), merge.changes());
      Map<String, String> expected = new TreeMap<>();
      for (String key : keys(base, mine, theirs)) {
        boolean changed = !Objects.equals(base.text(key), mine.text(key));
        String text = changed ? mine.text(key) : theirs.text(key);
        if (text != null) {
          expected.put(key, text);
        }
      }
      assertEquals(expected, texts(merged), name);
      assertEquals(
          texts(merged),
          texts(with(mine.contents(), merge(base, theirs, mine, records).changes())),
          name + ": from the other side");
      assertEquals(
          List.of(),
          CaseMerge.of(
                  base.contents().changesTo(mine.contents()),
                  merged,
                  CaseMerge.Choice.NONE,
                  records)
              .changes(),
          name + ": again");
    }
    assertTrue(asides > ROUNDS / 4, asides + " set aside");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothingIsLostAndClashesAreTheSameFromBothSides(long seed) {
    int clashing = 0;
    int joined = 0;
    int asides = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String name = "seed " + seed + " round " + round;
      Random random = new Random(seed * 1000 + round);
      Case start =
          settled(Cases.of(seed * 100 + round % 10, new Cases.Size(3, 2, 4, true)), random);
      List<CaseRecord> records = everything(start);
      List<CaseRecord> few = new ArrayList<>(records);
      Collections.shuffle(few, random);
      few.subList(Math.min(4, few.size()), few.size()).clear();
      start.setAside().stream()
          .limit(2)
          .forEach(each -> few.addAll(List.of(each.record(), each.record())));
      State base = State.of(start);
      State mine = edited(base, few, records, random, _ -> true, "m");
      State theirs = edited(base, few, records, random, _ -> true, "t");
      CaseMerge here = merge(base, mine, theirs, records);
      CaseMerge there = merge(base, theirs, mine, records);
      assertEquals(names(here), names(there), name);
      assertEquals(List.of(), here.problems(), name);
      Set<String> aside = new TreeSet<>();
      start
          .setAside()
          .forEach(each -> aside.add(CaseWriter.keyOf(each.record()) + " " + each.record().id()));
      Set<String> clashes = new TreeSet<>();
      here.clashes().forEach(each -> clashes.add(each.kind() + " " + each.id()));
      Map<String, String> merged = texts(with(theirs.contents(), here.changes()));
      Map<String, String> other = texts(with(mine.contents(), there.changes()));
      for (String key : keys(base, mine, theirs)) {
        boolean byMe = !Objects.equals(base.text(key), mine.text(key));
        boolean byThem = !Objects.equals(base.text(key), theirs.text(key));
        asides += byMe && byThem && aside.contains(key) ? 1 : 0;
        if (clashes.contains(key)) {
          clashing++;
          assertTrue(byMe && byThem, name + " " + key);
        } else {
          assertEquals(merged.get(key), other.get(key), name + " " + key);
          if (byThem && !byMe) {
            assertEquals(theirs.text(key), merged.get(key), name + " " + key);
          } else if (byMe && !byThem) {
            assertEquals(mine.text(key), merged.get(key), name + " " + key);
          } else {
            joined += byMe ? 1 : 0;
          }
        }
      }
      chosen(base, mine, theirs, records, here, name);
    }
    assertTrue(
        clashing > 1 && joined > 0 && asides > 0,
        clashing + " clashes, " + joined + " joined, of both set aside " + asides);
  }

  private static Set<String> names(CaseMerge merge) {
    Set<String> names = new TreeSet<>();
    merge.clashes().forEach(each -> names.add(each.name()));
    return names;
  }

  /// Where theirs is chosen in all clashes, it stands; where mine is, mine does.
  private static void chosen(
      State base,
      State mine,
      State theirs,
      List<CaseRecord> records,
      CaseMerge merge,
      String name) {
    List<Change> changes = base.contents().changesTo(mine.contents());
    CaseMerge taking =
        CaseMerge.of(
            changes, theirs.contents(), new CaseMerge.Choice(Set.of(), names(merge)), records);
    CaseMerge keeping =
        CaseMerge.of(
            changes, theirs.contents(), new CaseMerge.Choice(names(merge), Set.of()), records);
    assertEquals(List.of(), taking.clashes(), name);
    assertEquals(List.of(), keeping.clashes(), name);
    for (CaseMerge.Clash clash : merge.clashes()) {
      if (clash.path().isEmpty()) {
        String key = clash.kind() + " " + clash.id();
        assertEquals(
            theirs.text(key), texts(with(theirs.contents(), taking.changes())).get(key), name);
        assertEquals(
            mine.text(key), texts(with(theirs.contents(), keeping.changes())).get(key), name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void headersAreMergedByTheirFields(long seed) {
    List<Shape.Key> keys = Kinds.header().keys();
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(seed * 1000 + round);
      CaseInfo base = Cases.of(seed).info();
      CaseInfo other = Cases.of(seed + 1 + round).info();
      @Nullable Object[] mine = new Object[keys.size()];
      @Nullable Object[] theirs = new Object[keys.size()];
      @Nullable Object[] both = new Object[keys.size()];
      for (int i = 0; i < keys.size(); i++) {
        int who = random.nextInt(3);
        Object old = keys.get(i).of(base);
        mine[i] = who == 0 ? keys.get(i).of(other) : old;
        theirs[i] = who == 1 ? keys.get(i).of(other) : old;
        both[i] = who == 2 ? old : keys.get(i).of(other);
      }
      CaseMerge merge =
          CaseMerge.of(
              header(base).changesTo(header((CaseInfo) Kinds.header().make(mine))),
              header((CaseInfo) Kinds.header().make(theirs)),
              CaseMerge.Choice.NONE,
              List.of());
      assertEquals(List.of(), merge.clashes());
      Contents merged = with(header((CaseInfo) Kinds.header().make(theirs)), merge.changes());
      assertEquals(
          texts(header((CaseInfo) Kinds.header().make(both))),
          texts(merged),
          "seed " + seed + " round " + round);
    }
  }

  private static Contents header(CaseInfo info) {
    return with(
        Contents.NONE,
        List.of(new Change(Contents.HEADER, Contents.HEADER, null, CaseWriter.text(info))));
  }
}
