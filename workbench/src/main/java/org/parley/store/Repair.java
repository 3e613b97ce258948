package org.parley.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The fewest entries to revert so that the records of a journal form a valid case again.
///
/// Only entries since the last valid state are reverted, the latest first within each record. Sets
/// of entries are tried in ascending size, so the first valid one is minimal. After [#MOST_TRIED]
/// sets the search stops, and all entries since then are named.
///
/// Cost: one validation for each set tried.
///
/// @param entries the entries to revert, the latest first; empty if the journal is valid
/// @param changes the reverting changes, one per record
/// @param isLeast whether the set is proved minimal
public record Repair(List<Entry> entries, List<Change> changes, boolean isLeast) {

  /// How many sets of entries are tried.
  public static final int MOST_TRIED = 2_000;

  public Repair {
    entries = List.copyOf(entries);
    changes = List.copyOf(changes);
  }

  /// The repair of a journal at its head.
  public static Repair of(Journal journal) {
    Snapshot broken = journal.snapshot();
    if (broken.contents().isEmpty() || broken.findCase().isPresent()) {
      return new Repair(List.of(), List.of(), true);
    }
    return new Search(broken, since(journal, broken.number())).run();
  }

  /// The entries since the journal last held a case, the latest first.
  private static List<Entry> since(Journal journal, long last) {
    long sound = last;
    for (long step = 1; sound > 0; step *= 2) {
      sound = Math.max(0, sound - step);
      if (journal.snapshotAfter(sound).findCase().isPresent()) {
        break;
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (long before = last + 1; before > sound + 1; ) {
      for (Entry each : journal.list(before, (int) Math.min(500, before - sound - 1))) {
        entries.add(each);
        before = each.number();
      }
    }
    return entries;
  }

  /// The search through sets of entries. A set is the number of latest entries to revert, by
  /// record.
  private static final class Search {

    private final Snapshot broken;

    /// The entries of each record, the latest first.
    private final Map<Contents.Key, List<Entry>> byRecord = new LinkedHashMap<>();

    private int tried;

    Search(Snapshot broken, List<Entry> entries) {
      this.broken = broken;
      for (Entry each : entries) {
        Change change = each.change();
        byRecord
            .computeIfAbsent(new Contents.Key(change.kind(), change.id()), _ -> new ArrayList<>())
            .add(each);
      }
    }

    private List<Entry> of(Contents.Key key) {
      return byRecord.getOrDefault(key, List.of());
    }

    Repair run() {
      Deque<Map<Contents.Key, Integer>> open = new ArrayDeque<>();
      Set<Map<Contents.Key, Integer>> seen = new HashSet<>();
      open.add(Map.of());
      while (!open.isEmpty()) {
        Map<Contents.Key, Integer> set = open.remove();
        for (Contents.Key key : byRecord.keySet()) {
          int count = set.getOrDefault(key, 0) + 1;
          Map<Contents.Key, Integer> more = new TreeMap<>(set);
          more.put(key, count);
          if (count > of(key).size() || !seen.add(more)) {
            continue;
          }
          if (tried++ == MOST_TRIED) {
            return everything();
          }
          if (leavesACase(more)) {
            return repair(more, true);
          }
          open.add(more);
        }
      }
      return everything();
    }

    private Repair everything() {
      Map<Contents.Key, Integer> all = new HashMap<>();
      byRecord.forEach((key, entries) -> all.put(key, entries.size()));
      return repair(all, false);
    }

    private boolean leavesACase(Map<Contents.Key, Integer> set) {
      return broken.with(changes(set)).findCase().isPresent();
    }

    private List<Change> changes(Map<Contents.Key, Integer> set) {
      List<Change> changes = new ArrayList<>();
      set.forEach(
          (key, count) ->
              changes.add(
                  new Change(
                      key.kind(),
                      key.id(),
                      broken.contents().find(key.kind(), key.id()),
                      of(key).get(count - 1).change().before())));
      return changes;
    }

    private Repair repair(Map<Contents.Key, Integer> set, boolean isLeast) {
      List<Entry> entries = new ArrayList<>();
      set.forEach((key, count) -> entries.addAll(of(key).subList(0, count)));
      entries.sort(Comparator.comparingLong(Entry::number).reversed());
      return new Repair(entries, changes(set), isLeast);
    }
  }
}
