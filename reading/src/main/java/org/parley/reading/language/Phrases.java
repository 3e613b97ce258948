package org.parley.reading.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A list of phrases that are looked for in tokens.
public final class Phrases {

  private static final int GAP = 4;

  /// A match of a phrase: tokens `from` up to `to`, and its value.
  public record Match(int from, int to, String value) {}

  private record Phrase(List<List<String>> words, String value) {}

  private final Map<String, List<Phrase>> byFirst = new HashMap<>();

  private Phrases() {}

  static Phrases of(List<String> lines) {
    Phrases all = new Phrases();
    for (String line : lines) {
      int equals = line.indexOf('=');
      String words = (equals < 0 ? line : line.substring(0, equals)).strip();
      String value = equals < 0 ? words : line.substring(equals + 1).strip();
      List<List<String>> split =
          Arrays.stream(words.split("\\s+")).map(each -> List.of(each.split("\\|"))).toList();
      for (String first : split.getFirst()) {
        all.byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(new Phrase(split, value));
      }
    }
    return all;
  }

  /// Every word of every phrase.
  Set<String> words() {
    return byFirst.values().stream()
        .flatMap(List::stream)
        .flatMap(each -> each.words.stream())
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  /// The longest phrase that begins at a token.
  public Optional<Match> at(Sentence sentence, int from, int until) {
    Match best = null;
    Token first = sentence.get(from);
    for (String key :
        first.lower().equals(first.lemma())
            ? List.of(first.lower())
            : List.of(first.lower(), first.lemma())) {
      for (Phrase phrase : byFirst.getOrDefault(key, List.of())) {
        int end = end(phrase, sentence, from, until);
        if (end > 0 && (best == null || end > best.to)) {
          best = new Match(from, end, phrase.value);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int end(Phrase phrase, Sentence sentence, int from, int until) {
    return end(phrase, 0, sentence, from, until);
  }

  private static int end(Phrase phrase, int word, Sentence sentence, int at, int until) {
    if (word == phrase.words.size()) {
      return at;
    }
    List<String> wanted = phrase.words.get(word);
    if (wanted.getFirst().equals("~")) {
      for (int skip = 0; skip <= GAP && at + skip < until; skip++) {
        int end = end(phrase, word + 1, sentence, at + skip, until);
        if (end > 0) {
          return end;
        }
        if (at + skip < until && ";:".contains(sentence.get(at + skip).text())) {
          return -1;
        }
      }
      return -1;
    }
    if (at >= until) {
      return -1;
    }
    Token token = sentence.get(at);
    if (token.lower().equals("\"") && word > 0) {
      return end(phrase, word, sentence, at + 1, until);
    }
    boolean fits = wanted.contains(token.lower()) || wanted.contains(token.lemma());
    return fits ? end(phrase, word + 1, sentence, at + 1, until) : -1;
  }

  /// Every phrase within some tokens, the longest at each place, from left to right, none
  /// overlapping.
  public List<Match> in(Sentence sentence, int from, int until) {
    List<Match> found = new ArrayList<>();
    int at = from;
    while (at < until) {
      Optional<Match> match = at(sentence, at, until);
      match.ifPresent(found::add);
      at = match.map(Match::to).orElse(at + 1);
    }
    return found;
  }

  /// The first phrase within some tokens; null if there is none.
  public @Nullable Match first(Sentence sentence, int from, int until) {
    List<Match> found = in(sentence, from, until);
    return found.isEmpty() ? null : found.getFirst();
  }

  /// Whether there is one within some tokens.
  public boolean isIn(Sentence sentence, int from, int until) {
    for (int i = from; i < until; i++) {
      if (at(sentence, i, until).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Whether a single word is on the list.
  public boolean has(Token token) {
    return hasWord(token.lower()) || hasWord(token.lemma());
  }

  /// Whether a single word, in lower case, is on the list.
  public boolean hasWord(String word) {
    return byFirst.getOrDefault(word, List.of()).stream().anyMatch(p -> p.words.size() == 1);
  }

  /// The value a single word is mapped to.
  public Optional<String> valueOf(String word) {
    return byFirst.getOrDefault(word, List.of()).stream()
        .filter(p -> p.words.size() == 1)
        .map(Phrase::value)
        .findFirst();
  }
}
