package org.parley.genius.utility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.bargain.OptionSet;

/// A set of packages: at some points one of some options, at all others anything.
///
/// @param sides the options at each point that is bounded
public record OptionBox(SortedMap<Integer, SortedSet<Integer>> sides) {

  /// The box of all packages.
  public static final OptionBox ALL = new OptionBox(new TreeMap<>());

  public OptionBox {
    SortedMap<Integer, SortedSet<Integer>> copy = new TreeMap<>();
    sides.forEach(
        (point, options) ->
            copy.put(point, Collections.unmodifiableSortedSet(new TreeSet<>(options))));
    sides = Collections.unmodifiableSortedMap(copy);
  }

  /// The packages of this box that have one of these options at a point.
  public OptionBox with(int point, Set<Integer> options) {
    SortedMap<Integer, SortedSet<Integer>> narrower = new TreeMap<>(sides);
    SortedSet<Integer> side = new TreeSet<>(options);
    SortedSet<Integer> before = sides.get(point);
    if (before != null) {
      side.retainAll(before);
    }
    narrower.put(point, side);
    return new OptionBox(narrower);
  }

  /// The packages in both.
  public OptionBox and(OptionBox other) {
    OptionBox both = this;
    for (var side : other.sides.entrySet()) {
      both = both.with(side.getKey(), side.getValue());
    }
    return both;
  }

  /// Whether no package is in it.
  public boolean isEmpty() {
    return sides.values().stream().anyMatch(Set::isEmpty);
  }

  /// Whether a package, one option index per point, is in it.
  public boolean contains(int[] options) {
    return sides.entrySet().stream()
        .allMatch(side -> side.getValue().contains(options[side.getKey()]));
  }

  /// The packages of this box that are not in the other, as boxes that do not overlap.
  ///
  /// @param optionCounts how many options each point has
  public List<OptionBox> minus(OptionBox other, int[] optionCounts) {
    if (and(other).isEmpty()) {
      return List.of(this);
    }
    List<OptionBox> pieces = new ArrayList<>();
    OptionBox rest = this;
    for (var side : other.sides.entrySet()) {
      SortedSet<Integer> outside = new TreeSet<>();
      for (int option = 0; option < optionCounts[side.getKey()]; option++) {
        if (!side.getValue().contains(option)) {
          outside.add(option);
        }
      }
      OptionBox piece = rest.with(side.getKey(), outside);
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
      rest = rest.with(side.getKey(), side.getValue());
    }
    return pieces;
  }

  /// The same packages without bounds that bound nothing.
  ///
  /// @param optionCounts how many options each point has
  public OptionBox simplified(int[] optionCounts) {
    SortedMap<Integer, SortedSet<Integer>> needed = new TreeMap<>(sides);
    needed.entrySet().removeIf(side -> side.getValue().size() == optionCounts[side.getKey()]);
    return new OptionBox(needed);
  }

  /// The box in the words of the engine.
  List<OptionSet> terms() {
    return sides.entrySet().stream()
        .map(side -> new OptionSet(side.getKey(), side.getValue()))
        .toList();
  }
}
