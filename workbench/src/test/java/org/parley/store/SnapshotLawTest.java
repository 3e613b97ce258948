package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.casefile.LoadResult;
import org.parley.model.Cases;
import org.parley.model.cases.Case;

/// A case folded by the records that changed is the case that all of its texts make.
@NullMarked
class SnapshotLawTest {

  @Test
  void whatIsFoldedIsWhatIsRead() {
    int cases = 0;
    int broken = 0;
    int compared = 0;
    for (int seed = 0; seed < Effort.of(4, 12); seed++) {
      Random random = new Random(seed);
      Snapshot now = next(Snapshot.NONE, Contents.NONE.changesTo(Contents.of(Cases.of(seed))));
      List<Change> back = new ArrayList<>();
      for (int step = 0; step < 30; step++) {
        List<Change> changes = changes(now, Cases.of(100 + seed), back, random);
        Snapshot before = now;
        now = next(now, changes);
        compared += isSaidAlike(before, now) ? 1 : 0;
        if (random.nextInt(3) > 0) {
          Optional<Case> read =
              now.contents().read() instanceof LoadResult.Loaded loaded
                  ? Optional.of(loaded.contents())
                  : Optional.empty();
          assertEquals(read, now.findCase(), "seed " + seed + ", step " + step + ": " + changes);
          assertEquals(read.isEmpty(), !now.violations().isEmpty(), "seed " + seed);
          cases += read.isPresent() ? 1 : 0;
          broken += read.isPresent() ? 0 : 1;
        }
      }
    }
    assertTrue(
        cases > Effort.of(7, 20) && broken > Effort.of(7, 20),
        cases + " cases, " + broken + " broken");
    assertTrue(compared > Effort.of(7, 20), compared + " compared");
  }

  @Test
  void whatIsGoneBackToIsWhatWas() {
    int cases = 0;
    int gaps = 0;
    for (int seed = 0; seed < Effort.of(4, 12); seed++) {
      Random random = new Random(seed);
      Snapshot now = next(Snapshot.NONE, Contents.NONE.changesTo(Contents.of(Cases.of(seed))));
      List<Snapshot> states = new ArrayList<>(List.of(now));
      List<List<Change>> steps = new ArrayList<>();
      List<Change> back = new ArrayList<>();
      for (int step = 0; step < 30; step++) {
        steps.add(changes(now, Cases.of(100 + seed), back, random));
        now = next(now, steps.getLast());
        states.add(now);
      }
      for (int to = 0; to < states.size(); to++) {
        List<Change> since =
            steps.subList(to, steps.size()).stream().flatMap(List::stream).toList();
        Snapshot then = states.get(to);
        Contents.Playing playing = reverted(now, since).orElseThrow();
        Snapshot found = now.next(new Head(then.number(), "hash"), playing);
        String where = "seed " + seed + ", back to " + to;
        assertTrue(found.contents().isSame(then.contents()), where);
        assertEquals(then.findCase(), found.findCase(), where);
        cases += found.findCase().isPresent() ? 1 : 0;
        if (since.size() > 1) {
          List<Change> incomplete = new ArrayList<>(since);
          Change lost = incomplete.remove(random.nextInt(since.size()));
          Optional<Contents.Playing> gap = reverted(now, incomplete);
          // without a change between others, or at the end, there is no way back
          boolean isFirst = incomplete.stream().noneMatch(each -> each.id().equals(lost.id()));
          if (!isFirst && since.indexOf(lost) > firstOf(since, lost.id())) {
            assertTrue(gap.isEmpty(), where + " without " + lost);
            gaps++;
          }
        }
      }
    }
    assertTrue(cases > 20 && gaps > 5, cases + " cases, " + gaps + " gaps");
  }

  private static int firstOf(List<Change> changes, String id) {
    return changes.stream().map(Change::id).toList().indexOf(id);
  }

  private static Optional<Contents.Playing> reverted(Snapshot now, List<Change> since) {
    Contents.Reverting reverting = new Contents.Reverting(now.contents());
    since.forEach(reverting::look);
    return reverting.before();
  }

  /// The changes from one case to another are those of all texts, whichever records are written.
  ///
  /// @return whether there are two cases to compare
  private static boolean isSaidAlike(Snapshot one, Snapshot other) {
    Case from = one.findCase().orElse(null);
    Case to = other.findCase().orElse(null);
    if (from == null || to == null) {
      return false;
    }
    Contents texts = Contents.of(from);
    List<Change> changes = texts.changesTo(from, to);
    assertEquals(texts.changesTo(Contents.of(to)), changes);
    assertTrue(texts.after(changes).isSame(Contents.of(to)));
    return true;
  }

  private static Snapshot next(Snapshot now, List<Change> changes) {
    Contents.Playing playing = new Contents.Playing(now.contents());
    changes.forEach(playing::play);
    return now.next(new Head(now.number() + changes.size(), "hash"), playing);
  }

  /// Some steps towards another case, or back.
  private static List<Change> changes(Snapshot now, Case other, List<Change> back, Random random) {
    List<Change> changes = new ArrayList<>();
    if (!back.isEmpty() && random.nextInt(3) > 0) {
      changes.add(back.removeLast().inverse());
      return changes;
    }
    List<Change> all = new ArrayList<>(now.contents().changesTo(Contents.of(other)));
    Collections.shuffle(all, random);
    for (Change each : all.subList(0, Math.min(all.size(), 1 + random.nextInt(2)))) {
      changes.add(each);
    }
    if (changes.size() == 1) {
      back.addAll(changes);
    } else {
      back.clear();
    }
    return changes;
  }
}
