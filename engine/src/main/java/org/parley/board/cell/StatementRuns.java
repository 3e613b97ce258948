package org.parley.board.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.ClaimReach;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.Stance;

/// The statements on one subject for one party, by voice and reach, so that the latest of many are
/// found without reading all.
///
/// Whatever is asked of a stance takes all statements of a voice and reach, or none. So a claim
/// that another of both certainly followed decides nothing. Acts, receipts and choices of options
/// are all read.
final class StatementRuns {

  /// The claims of a voice and reach.
  private static final class Run {

    /// Their places among the statements, in order, and their indices among all.
    private final int[] places;

    private final int[] indices;

    /// The most seconds between the beginning and the end of a date.
    private final long longest;

    Run(List<PreparedClaim> words, List<Integer> places) {
      this.places = places.stream().mapToInt(Integer::intValue).toArray();
      this.indices = places.stream().mapToInt(place -> words.get(place).index).toArray();
      this.longest =
          places.stream()
              .map(words::get)
              .mapToLong(each -> each.end - each.beginning)
              .max()
              .orElse(0);
    }
  }

  private record Key(int voice, ClaimReach reach) {}

  private final List<PreparedClaim> words;
  private final List<Run> runs = new ArrayList<>();
  private final int[] others;

  private StatementRuns(List<PreparedClaim> words, int[] voices) {
    this.words = words;
    Map<Key, List<Integer>> byKey = new LinkedHashMap<>();
    IntStream.Builder rest = IntStream.builder();
    for (int i = 0; i < voices.length; i++) {
      PreparedClaim word = words.get(i);
      if (word.stance == null || word.act != null) {
        rest.add(i);
      } else {
        byKey.computeIfAbsent(new Key(voices[i], word.reach), _ -> new ArrayList<>()).add(i);
      }
    }
    byKey.values().forEach(places -> runs.add(new Run(words, places)));
    this.others = rest.build().toArray();
  }

  /// The runs of some statements, in order of time.
  ///
  /// Whether an act finalised a text after agreement depends on all before it, so that statements
  /// with such an act have none: null.
  static @Nullable StatementRuns of(List<PreparedClaim> words, int[] voices) {
    return words.stream().anyMatch(each -> each.act != null && each.stance == Stance.AD_REFERENDUM)
        ? null
        : new StatementRuns(words, voices);
  }

  /// The places of the statements that decide anything, in order.
  ///
  /// @param counts whether a statement counts
  /// @param end the index of a claim from which none counts
  int[] deciding(Predicate<PreparedClaim> counts, int end) {
    int[] found = Arrays.copyOf(others, others.length + runs.size());
    int size = others.length;
    for (Run run : runs) {
      long beginning = Long.MIN_VALUE;
      for (int i = last(run, end); i >= 0; i--) {
        PreparedClaim word = words.get(run.places[i]);
        if (word.beginning + run.longest <= beginning) {
          break;
        }
        if (word.end > beginning && counts.test(word)) {
          found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
          found[size++] = run.places[i];
          beginning = Math.max(beginning, word.beginning);
        }
      }
    }
    int[] deciding = Arrays.copyOf(found, size);
    Arrays.sort(deciding);
    return deciding;
  }

  /// The last of a run with an index below `end`; -1 for none.
  private static int last(Run run, int end) {
    int found = Arrays.binarySearch(run.indices, end);
    return (found < 0 ? -1 - found : found) - 1;
  }
}
