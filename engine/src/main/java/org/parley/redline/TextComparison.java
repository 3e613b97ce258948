package org.parley.redline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;
import org.parley.model.text.TextVersion;

/// The comparison of two versions of the text of a point.
///
/// @param spans the two versions aligned
/// @param moves the moves, in the order of the text
public record TextComparison(List<RedlineSpan> spans, List<Move> moves) {

  public TextComparison {
    spans = List.copyOf(spans);
    moves = List.copyOf(moves);
  }

  /// Compares two versions.
  ///
  /// Brackets match if they have the same name, share the words of an alternative, or have a common
  /// holder with mostly similar words.
  public static TextComparison between(TextVersion before, TextVersion after) {
    return new Comparing(parts(before), parts(after)).wordings();
  }

  /// A word outside brackets, or a whole bracket.
  private record Part(WordDiff.@Nullable Token word, Segment.@Nullable Bracket bracket) {}

  private static List<Part> parts(TextVersion version) {
    List<Part> parts = new ArrayList<>();
    for (Segment segment : version.text()) {
      switch (segment) {
        case Segment.Plain(String words) ->
            WordDiff.tokens(words + " ").forEach(token -> parts.add(new Part(token, null)));
        case Segment.Bracket bracket -> parts.add(new Part(null, bracket));
      }
    }
    return parts;
  }

  private static boolean same(Part one, Part other) {
    if (one.word != null && other.word != null) {
      return one.word.word().equals(other.word.word());
    }
    return one.bracket != null && other.bracket != null && same(one.bracket, other.bracket);
  }

  private static boolean same(Segment.Bracket one, Segment.Bracket other) {
    if (one.label() != null || other.label() != null) {
      return Objects.equals(one.label(), other.label());
    }
    for (Segment.Alternative a : one.alternatives()) {
      for (Segment.Alternative b : other.alternatives()) {
        String words = a.words();
        String others = b.words();
        if (words == null || others == null) {
          continue;
        }
        if (WordDiff.words(words).equals(WordDiff.words(others))
            || (!Collections.disjoint(a.holders(), b.holders()) && alike(words, others))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether two texts share more than half of their words.
  private static boolean alike(String one, String other) {
    Set<String> words = new HashSet<>(WordDiff.words(one));
    Set<String> others = new HashSet<>(WordDiff.words(other));
    Set<String> all = new HashSet<>(words);
    all.addAll(others);
    words.retainAll(others);
    return 2 * words.size() > all.size();
  }

  /// A comparison in progress.
  private static final class Comparing {

    private final List<Part> before;
    private final List<Part> after;
    private final List<RedlineSpan> spans = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Part> removed = new ArrayList<>();
    private final List<Part> added = new ArrayList<>();

    Comparing(List<Part> before, List<Part> after) {
      this.before = before;
      this.after = after;
    }

    TextComparison wordings() {
      List<MyersDiff.Step> steps =
          MyersDiff.of(before.size(), after.size(), (i, j) -> same(before.get(i), after.get(j)));
      StringBuilder kept = new StringBuilder();
      for (MyersDiff.Step step : steps) {
        if (step.before() < 0 || step.after() < 0) {
          plain(Piece.Kind.KEPT, kept);
          if (step.before() >= 0) {
            removed.add(before.get(step.before()));
          } else {
            added.add(after.get(step.after()));
          }
          continue;
        }
        gap();
        Part one = before.get(step.before());
        Part other = after.get(step.after());
        if (other.word != null) {
          kept.append(other.word.text());
        } else if (one.bracket != null && other.bracket != null) {
          plain(Piece.Kind.KEPT, kept);
          bracket(one.bracket, other.bracket);
        }
      }
      plain(Piece.Kind.KEPT, kept);
      gap();
      return new TextComparison(spans, moves);
    }

    private void plain(Piece.Kind kind, StringBuilder words) {
      if (!words.isEmpty()) {
        spans.add(new RedlineSpan.Plain(new Piece(kind, words.toString())));
        words.setLength(0);
      }
    }

    /// Handles the words removed and added between two kept parts.
    private void gap() {
      if (removed.isEmpty() && added.isEmpty()) {
        return;
      }
      String out = words(removed);
      String in = words(added);
      boolean bracketGone = removed.stream().anyMatch(each -> each.bracket != null);
      boolean bracketNew = added.stream().anyMatch(each -> each.bracket != null);
      show(removed, Piece.Kind.REMOVED);
      show(added, Piece.Kind.ADDED);
      for (Part part : removed) {
        if (part.bracket != null) {
          moves.add(new Move.Settled(part.bracket, taken(part.bracket, in, bracketNew), in));
        }
      }
      for (Part part : added) {
        if (part.bracket != null) {
          moves.add(new Move.Opened(part.bracket, out));
        }
      }
      boolean rest =
          bracketGone
              ? !out.isEmpty()
              : bracketNew ? !in.isEmpty() : !out.isEmpty() || !in.isEmpty();
      if (rest && !(bracketGone && bracketNew)) {
        moves.add(new Move.Redrafted(out, bracketGone ? "" : in));
      }
      removed.clear();
      added.clear();
    }

    /// The alternative with words found in the text in place of its bracket; the longest of
    /// several.
    private static Segment.@Nullable Alternative taken(
        Segment.Bracket bracket, String in, boolean bracketNew) {
      List<String> now = WordDiff.words(in);
      Segment.Alternative best = null;
      int longest = 0;
      for (Segment.Alternative each : bracket.alternatives()) {
        List<String> words = WordDiff.words(each.words() == null ? "" : each.words());
        if (words.size() > longest && Collections.indexOfSubList(now, words) >= 0) {
          best = each;
          longest = words.size();
        } else if (each.noText() && best == null && now.isEmpty() && !bracketNew) {
          best = each;
        }
      }
      return best;
    }

    private static String words(List<Part> parts) {
      StringBuilder words = new StringBuilder();
      for (Part part : parts) {
        if (part.word != null) {
          words.append(part.word.text());
        }
      }
      return words.toString().strip();
    }

    private void show(List<Part> parts, Piece.Kind kind) {
      StringBuilder words = new StringBuilder();
      for (Part part : parts) {
        if (part.word != null) {
          words.append(part.word.text());
        } else if (part.bracket != null) {
          plain(kind, words);
          spans.add(
              new RedlineSpan.Bracket(
                  kind,
                  part.bracket.label(),
                  part.bracket.alternatives().stream()
                      .map(each -> RedlineSpan.Alternative.alone(kind, each))
                      .toList()));
        }
      }
      plain(kind, words);
    }

    // A bracket in both versions.

    private void bracket(Segment.Bracket one, Segment.Bracket other) {
      Map<Segment.Alternative, Segment.Alternative> matches = matches(one, other);
      List<RedlineSpan.Alternative> shown = new ArrayList<>();
      for (Segment.Alternative b : other.alternatives()) {
        Segment.Alternative a = key(matches, b);
        if (a == null) {
          shown.add(RedlineSpan.Alternative.alone(Piece.Kind.ADDED, b));
          continue;
        }
        String from = Objects.requireNonNullElse(a.words(), "");
        String to = Objects.requireNonNullElse(b.words(), "");
        shown.add(
            new RedlineSpan.Alternative(
                Piece.Kind.KEPT,
                WordDiff.between(from, to),
                b.noText(),
                b.holders(),
                without(b.holders(), a.holders()),
                without(a.holders(), b.holders())));
        if (!WordDiff.words(from).equals(WordDiff.words(to))) {
          moves.add(new Move.Reworded(a, b));
        }
      }
      for (Segment.Alternative a : one.alternatives()) {
        if (!matches.containsKey(a)) {
          shown.add(RedlineSpan.Alternative.alone(Piece.Kind.REMOVED, a));
        }
      }
      spans.add(new RedlineSpan.Bracket(Piece.Kind.KEPT, other.label(), shown));
      went(one, other, matches);
    }

    private void went(
        Segment.Bracket one,
        Segment.Bracket other,
        Map<Segment.Alternative, Segment.Alternative> matches) {
      Set<PartyId> holders = new LinkedHashSet<>();
      one.alternatives().forEach(each -> holders.addAll(each.holders()));
      other.alternatives().forEach(each -> holders.addAll(each.holders()));
      for (PartyId party : holders) {
        Segment.Alternative from = heldBy(one, party);
        Segment.Alternative to = heldBy(other, party);
        if (from == null || !Objects.equals(matches.get(from), to)) {
          if (from != null || to != null) {
            moves.add(new Move.Went(party, from, to));
          }
        }
      }
    }

    private static Segment.@Nullable Alternative heldBy(Segment.Bracket bracket, PartyId party) {
      return bracket.alternatives().stream()
          .filter(each -> each.holders().contains(party))
          .findFirst()
          .orElse(null);
    }

    /// The matching alternatives: the same words first, then the same holders.
    private static Map<Segment.Alternative, Segment.Alternative> matches(
        Segment.Bracket one, Segment.Bracket other) {
      Map<Segment.Alternative, Segment.Alternative> matches = new LinkedHashMap<>();
      List<Segment.Alternative> free = new ArrayList<>(other.alternatives());
      for (Segment.Alternative a : one.alternatives()) {
        free.stream()
            .filter(b -> a.noText() == b.noText() && sameWords(a, b))
            .findFirst()
            .ifPresent(
                b -> {
                  matches.put(a, b);
                  free.remove(b);
                });
      }
      for (Segment.Alternative a : one.alternatives()) {
        if (!matches.containsKey(a) && !a.noText()) {
          free.stream()
              .filter(b -> !b.noText() && !Collections.disjoint(a.holders(), b.holders()))
              .findFirst()
              .ifPresent(
                  b -> {
                    matches.put(a, b);
                    free.remove(b);
                  });
        }
      }
      return matches;
    }

    private static boolean sameWords(Segment.Alternative a, Segment.Alternative b) {
      return WordDiff.words(Objects.requireNonNullElse(a.words(), ""))
          .equals(WordDiff.words(Objects.requireNonNullElse(b.words(), "")));
    }

    private static Segment.@Nullable Alternative key(
        Map<Segment.Alternative, Segment.Alternative> matches, Segment.Alternative value) {
      for (Map.Entry<Segment.Alternative, Segment.Alternative> each : matches.entrySet()) {
        if (each.getValue().equals(value)) {
          return each.getKey();
        }
      }
      return null;
    }

    private static List<PartyId> without(List<PartyId> all, List<PartyId> these) {
      return all.stream().filter(each -> !these.contains(each)).toList();
    }
  }
}
