package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;

/// An index from the description of an incident to the commitments whose patterns may match (tuple
/// space search; Srinivasan, Suri and Varghese, SIGCOMM 1999).
///
/// Patterns over the same keys, such as kind and place, share a hash table. A lookup probes each
/// table once, and once more for each wider place and each trait. Its cost depends on the number of
/// key combinations, not of patterns.
final class PatternIndex {

  /// The most alternatives of a pattern in the index; beyond, the longest list is left to the
  /// pattern's own test.
  private static final int MOST_KEYS = 64;

  private static final Ward[] NONE = {};

  private static final int KIND = 1;
  private static final int ACTOR = 2;
  private static final int TARGET = 4;
  private static final int PLACE = 8;
  private static final int TRAIT = 16;

  /// The commitments of one key. The key is stored here, so that a lookup that ends here has read
  /// it already; null for unused criteria.
  private static final class Leaf {
    private final int hash;
    private final @Nullable String kind;
    private final @Nullable PartyId actor;
    private final @Nullable PartyId target;
    private final @Nullable String place;
    private final @Nullable String trait;
    private final Ward first;
    private Ward[] others = NONE;

    /// Whether a hit is exact: the key covers the whole pattern of the only commitment.
    private boolean isSure;

    Leaf(
        @Nullable String kind,
        @Nullable PartyId actor,
        @Nullable PartyId target,
        @Nullable String place,
        @Nullable String trait,
        Ward first) {
      this.hash = hash(kind, actor, target, place, trait);
      this.kind = kind;
      this.actor = actor;
      this.target = target;
      this.place = place;
      this.trait = trait;
      this.first = first;
      this.isSure = true;
    }

    boolean isFor(
        @Nullable String kind,
        @Nullable PartyId actor,
        @Nullable PartyId target,
        @Nullable String place,
        @Nullable String trait) {
      return Objects.equals(this.place, place)
          && Objects.equals(this.kind, kind)
          && Objects.equals(this.actor, actor)
          && Objects.equals(this.target, target)
          && Objects.equals(this.trait, trait);
    }

    static int hash(
        @Nullable String kind,
        @Nullable PartyId actor,
        @Nullable PartyId target,
        @Nullable String place,
        @Nullable String trait) {
      int hash = kind == null ? 0 : kind.hashCode();
      hash = 31 * hash + (actor == null ? 0 : actor.value().hashCode());
      hash = 31 * hash + (target == null ? 0 : target.value().hashCode());
      hash = 31 * hash + (place == null ? 0 : place.hashCode());
      return Dossiers.scattered(31 * hash + (trait == null ? 0 : trait.hashCode()));
    }

    void add(Ward ward, boolean isAllSaid) {
      isSure &= isAllSaid && first == ward;
      if ((others.length == 0 ? first : others[others.length - 1]) != ward) {
        others = Arrays.copyOf(others, others.length + 1);
        others[others.length - 1] = ward;
      }
    }
  }

  /// The leaves of all patterns with the same criteria: a hash table with linear probing, at most a
  /// quarter full.
  private static final class Table {
    private final int asks;
    private @Nullable Leaf[] leaves = new Leaf[16];
    private int size;

    /// The length of the shortest place in the table; shorter ones need no lookup.
    private int shortestPlace = Integer.MAX_VALUE;

    Table(int asks) {
      this.asks = asks;
    }

    @Nullable Leaf find(
        @Nullable String kind,
        @Nullable PartyId actor,
        @Nullable PartyId target,
        @Nullable String place,
        @Nullable String trait) {
      int hash = Leaf.hash(kind, actor, target, place, trait);
      int at = hash & (leaves.length - 1);
      Leaf leaf = leaves[at];
      while (leaf != null
          && !(leaf.hash == hash && leaf.isFor(kind, actor, target, place, trait))) {
        at = (at + 1) & (leaves.length - 1);
        leaf = leaves[at];
      }
      return leaf;
    }

    void add(Leaf leaf) {
      shortestPlace = Math.min(shortestPlace, leaf.place == null ? 0 : leaf.place.length());
      size++;
      if (4 * size > leaves.length) {
        @Nullable Leaf[] before = leaves;
        leaves = new Leaf[2 * before.length];
        for (Leaf each : before) {
          if (each != null) {
            put(each);
          }
        }
      }
      put(leaf);
    }

    private void put(Leaf leaf) {
      int at = leaf.hash & (leaves.length - 1);
      while (leaves[at] != null) {
        at = (at + 1) & (leaves.length - 1);
      }
      leaves[at] = leaf;
    }
  }

  private final List<Table> tables = new ArrayList<>();
  private final Set<String> kinds = new LinkedHashSet<>();
  private boolean hasAnyKind;

  /// Whether some pattern may match incidents of this kind.
  boolean mayMean(String kind) {
    return hasAnyKind || kinds.contains(kind);
  }

  void add(IncidentPattern pattern, Ward ward) {
    kinds.addAll(pattern.kinds());
    hasAnyKind |= pattern.kinds().isEmpty();
    List<String> byKind = new ArrayList<>(new TreeSet<>(pattern.kinds()));
    List<PartyId> byActor = new ArrayList<>(new LinkedHashSet<>(pattern.actors()));
    List<PartyId> byTarget = new ArrayList<>(new LinkedHashSet<>(pattern.targets()));
    List<String> byPlace = new ArrayList<>(new TreeSet<>(pattern.places()));
    // Traits are alternatives: any one of them leads to the pattern.
    List<String> byTrait =
        pattern.traits().isEmpty() ? List.of() : List.of(new TreeSet<>(pattern.traits()).first());
    List<List<?>> lists = new ArrayList<>(List.of(byKind, byActor, byTarget, byPlace));
    while (keys(lists) > MOST_KEYS) {
      List<?> longest = lists.getFirst();
      for (List<?> each : lists) {
        longest = each.size() > longest.size() ? each : longest;
      }
      longest.clear();
    }
    int asks =
        (byKind.isEmpty() ? 0 : KIND)
            | (byActor.isEmpty() ? 0 : ACTOR)
            | (byTarget.isEmpty() ? 0 : TARGET)
            | (byPlace.isEmpty() ? 0 : PLACE)
            | (byTrait.isEmpty() ? 0 : TRAIT);
    boolean isAllSaid =
        pattern.kinds().size() == byKind.size()
            && pattern.actors().size() == byActor.size()
            && pattern.targets().size() == byTarget.size()
            && pattern.places().size() == byPlace.size()
            && pattern.traits().size() == byTrait.size()
            && pattern.severity() == null
            && ward.onlyTouchedBy(pattern);
    Table table = table(asks);
    for (String kind : orNone(byKind)) {
      for (PartyId actor : orNone(byActor)) {
        for (PartyId target : orNone(byTarget)) {
          for (String place : orNone(byPlace)) {
            for (String trait : orNone(byTrait)) {
              Leaf leaf = table.find(kind, actor, target, place, trait);
              if (leaf == null) {
                leaf = new Leaf(kind, actor, target, place, trait, ward);
                table.add(leaf);
              }
              leaf.add(ward, isAllSaid);
            }
          }
        }
      }
    }
  }

  private static long keys(List<List<?>> lists) {
    long keys = 1;
    for (List<?> each : lists) {
      keys *= Math.max(1, each.size());
    }
    return keys;
  }

  private static <T extends @Nullable Object> List<@Nullable T> orNone(List<T> values) {
    List<@Nullable T> result = new ArrayList<>(values);
    if (result.isEmpty()) {
      result.add(null);
    }
    return result;
  }

  private Table table(int asks) {
    for (Table each : tables) {
      if (each.asks == asks) {
        return each;
      }
    }
    Table table = new Table(asks);
    tables.add(table);
    return table;
  }

  /// Adds to `found` the commitments with a pattern that may match this description, each once; a
  /// superset of the matches.
  ///
  /// @return whether the only one found surely matches and is not voided
  boolean collect(What what, List<Ward> found) {
    boolean isSure = false;
    for (int i = 0; i < tables.size(); i++) {
      Table table = tables.get(i);
      int asks = table.asks;
      if (((asks & ACTOR) != 0 && what.actor() == null)
          || ((asks & TARGET) != 0 && what.target() == null)
          || ((asks & PLACE) != 0 && what.place() == null)) {
        continue;
      }
      String place = (asks & PLACE) == 0 ? null : what.place();
      while (true) {
        if ((asks & TRAIT) == 0) {
          isSure |= collect(table, what, place, null, found);
        } else {
          for (String trait : what.traits()) {
            isSure |= collect(table, what, place, trait, found);
          }
        }
        int parent = place == null ? 0 : place.lastIndexOf('-');
        if (place == null || parent < table.shortestPlace) {
          break;
        }
        place = place.substring(0, parent);
      }
    }
    return isSure && found.size() == 1;
  }

  private static boolean collect(
      Table table, What what, @Nullable String place, @Nullable String trait, List<Ward> found) {
    int asks = table.asks;
    Leaf leaf =
        table.find(
            (asks & KIND) == 0 ? null : what.kind(),
            (asks & ACTOR) == 0 ? null : what.actor(),
            (asks & TARGET) == 0 ? null : what.target(),
            place,
            trait);
    if (leaf == null) {
      return false;
    }
    if (found.isEmpty()) {
      found.add(leaf.first);
      Collections.addAll(found, leaf.others);
      return leaf.isSure;
    }
    Set<Ward> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.addAll(found);
    if (seen.add(leaf.first)) {
      found.add(leaf.first);
    }
    for (Ward each : leaf.others) {
      if (seen.add(each)) {
        found.add(each);
      }
    }
    return leaf.isSure;
  }
}
