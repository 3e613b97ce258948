package org.parley.clause;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClausePhrase.PhraseKind;

/// Says which phrases differ between two clauses. A phrase that differs in figures alone is left to
/// them.
final class PhraseChanges {

  /// A phrase of each text; one of them is null for one without a partner.
  record PhrasePair(PhraseKind kind, @Nullable String old, @Nullable String now) {}

  private final NormClause before;
  private final NormClause after;
  private final Function<String, List<String>> compared;
  private final ClauseLanguage language;

  /// @param compared the words of a phrase by which it is compared
  PhraseChanges(
      NormClause before,
      NormClause after,
      Function<String, List<String>> compared,
      ClauseLanguage language) {
    this.before = before;
    this.after = after;
    this.compared = compared;
    this.language = language;
  }

  List<PhrasePair> list() {
    List<PhrasePair> pairs = new ArrayList<>();
    for (PhraseKind kind : PhraseKind.values()) {
      List<String> old = words(before, kind);
      List<String> now = words(after, kind);
      for (String each : List.copyOf(old)) {
        now.stream()
            .filter(other -> isSame(kind, unnumbered(each), unnumbered(other)))
            .findFirst()
            .ifPresent(
                other -> {
                  old.remove(each);
                  now.remove(other);
                });
      }
      for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
        pairs.add(
            pair(kind, i < old.size() ? old.get(i) : null, i < now.size() ? now.get(i) : null));
      }
    }
    return pairs;
  }

  private PhrasePair pair(PhraseKind kind, @Nullable String old, @Nullable String now) {
    boolean isRestriction = kind == PhraseKind.RESTRICTION;
    if (isRestriction && old != null && now == null) {
      return new PhrasePair(kind, ownPart(old, before, after), null);
    }
    if (isRestriction && old == null && now != null) {
      return new PhrasePair(kind, null, ownPart(now, after, before));
    }
    return new PhrasePair(kind, old, now);
  }

  private static List<String> words(NormClause clause, PhraseKind kind) {
    List<String> words = new ArrayList<>();
    for (ClausePhrase each : clause.phrases()) {
      if (each.kind() == kind) {
        words.add(each.words());
      }
    }
    return words;
  }

  /// Whether the words are the same, but for verbs that say the same.
  private boolean isSame(PhraseKind kind, List<String> one, List<String> other) {
    List<String> old = new ArrayList<>(one);
    List<String> now = new ArrayList<>(other);
    one.stream().filter(now::remove).forEach(old::remove);
    if (old.size() != now.size()) {
      return false;
    }
    old.removeIf(
        each -> {
          for (String word : now) {
            if (language.isAlike(each, word)
                || (kind == PhraseKind.RESTRICTION && isOneNumber(each, word))) {
              now.remove(word);
              return true;
            }
          }
          return false;
        });
    return old.isEmpty();
  }

  /// "Measures that aggravate" and "any measure that aggravates".
  private static boolean isOneNumber(String one, String other) {
    return one.equals(other + "s") || other.equals(one + "s");
  }

  private List<String> unnumbered(String phrase) {
    String words = language.phrases().pronoun().matcher(phrase).replaceAll(" ");
    return compared.apply(language.figures().figure().matcher(words).replaceAll(" # "));
  }

  /// A phrase without its last words that the other clause has as well. "That are listed to the
  /// lines" ends before the lines, where the other clause leads to them.
  private static String ownPart(String phrase, NormClause own, NormClause other) {
    String[] words = phrase.split("\\s+", -1);
    List<String> here = FoldedWords.words(own.words());
    List<String> there = FoldedWords.words(other.words());
    for (int i = 2; i < words.length; i++) {
      List<String> last =
          FoldedWords.words(String.join(" ", List.of(words).subList(i, words.length)));
      if (last.size() > 1 && count(there, last) >= count(here, last)) {
        return String.join(" ", List.of(words).subList(0, i));
      }
    }
    return phrase;
  }

  private static int count(List<String> words, List<String> run) {
    int count = 0;
    List<String> rest = words;
    for (int at = Collections.indexOfSubList(rest, run);
        at >= 0;
        at = Collections.indexOfSubList(rest, run)) {
      count++;
      rest = rest.subList(at + 1, rest.size());
    }
    return count;
  }
}
