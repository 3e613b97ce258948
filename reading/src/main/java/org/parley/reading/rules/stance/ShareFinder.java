package org.parley.reading.rules.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Finds how much is said to be settled: percentages, fractions in words, n of m.
public final class ShareFinder {

  /// A share in a text.
  ///
  /// @param tenths in tenths of a percent
  /// @param words as [org.parley.model.claim.Share] writes it
  public record FoundShare(int from, int to, int tenths, String words) {

    /// "All but two of the 20" is 18 of 20.
    FoundShare rest() {
      String[] counts = words.split(" of ");
      return counts.length == 2
          ? of(from, to, Integer.parseInt(counts[1]) - Integer.parseInt(counts[0]), counts[1])
          : percent(from, to, (1000 - tenths) / 10.0);
    }

    private static FoundShare of(int from, int to, int part, String whole) {
      return new FoundShare(
          from, to, Math.round(1000f * part / Integer.parseInt(whole)), part + " of " + whole);
    }
  }

  private final Phrases fractions;
  private final Phrases denominators;
  private final Phrases complements;
  private final Phrases percent;
  private final Phrases numbers;
  private final Phrases parts;
  private final Phrases negators;

  ShareFinder(Lexicon lexicon) {
    fractions = lexicon.get("share.fractions");
    denominators = lexicon.get("share.denominators");
    complements = lexicon.get("share.complements");
    percent = lexicon.get("share.percent");
    numbers = lexicon.get("share.numbers");
    parts = lexicon.get("share.parts");
    negators = lexicon.get("stance.negators");
  }

  /// "Of the twelve articles, nine": the whole before the part.
  private Optional<FoundShare> ofWhole(Sentence sentence, int from, int to) {
    boolean isOf =
        sentence.get(from).is("of")
            && (from == 0 || !sentence.get(from - 1).isWord() || sentence.get(from - 1).is("that"));
    int at = from + 1;
    while (isOf && at < to && isOwner(sentence.get(at))) {
      at++;
    }
    Counted whole = isOf && at < to ? number(sentence, at, to) : null;
    for (int i = whole == null ? to : whole.end; whole != null && i + 1 < to; i++) {
      // A comma may be lost with an inserted attribution.
      boolean isNext = sentence.get(i).is(",") || parts.has(sentence.get(i));
      Counted part = isNext ? number(sentence, i + 1, to) : null;
      if (part != null && part.value <= whole.value && whole.value > 1) {
        int n = (int) part.value;
        int m = (int) whole.value;
        return Optional.of(FoundShare.of(i + 1, part.end, n, "" + m));
      }
    }
    return Optional.empty();
  }

  /// The shares within some tokens.
  List<FoundShare> in(Sentence sentence, int from, int to) {
    List<FoundShare> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Optional<FoundShare> share = ofWhole(sentence, i, to);
      if (share.isPresent()) {
        return List.of(share.get());
      }
    }
    int at = from;
    while (at < to) {
      int left = complement(sentence, at, to);
      Optional<FoundShare> share =
          left > at && left < to
              ? at(sentence, left, to).map(FoundShare::rest)
              : at(sentence, at, to);
      boolean isNegated =
          at > from && negators.has(sentence.get(at - 1)) && !sentence.get(at - 1).is("far from");
      boolean isChange = at > from && sentence.get(at - 1).is("by");
      if (share.isPresent() && !isNegated && !isChange && !isMeasure(sentence, from, at)) {
        found.add(share.get());
      }
      at = share.map(FoundShare::to).orElse(at + 1);
    }
    return found;
  }

  /// "A tariff of 15 percent": the size of something, not a part of it.
  private static boolean isMeasure(Sentence sentence, int from, int at) {
    return at > from + 1
        && sentence.get(at - 1).is("of")
        && sentence.get(at - 2).isTagged("NOUN")
        && !sentence.get(at - 2).lower().matches("share|total|part");
  }

  private Optional<FoundShare> at(Sentence sentence, int from, int to) {
    Counted fraction = fraction(sentence, from, to);
    if (fraction != null
        && (isOfSomething(sentence, fraction.end, to)
            || isMeasured(sentence, from, fraction.end, to))) {
      return Optional.of(percent(from, fraction.end, fraction.value));
    }
    Counted first = number(sentence, from, to);
    if (first == null) {
      return Optional.empty();
    }
    int end = first.end;
    double value = first.value;
    Counted divisor = end < to && sentence.get(end).is("/") ? number(sentence, end + 1, to) : null;
    if (divisor != null && divisor.value >= value && isOfSomething(sentence, divisor.end, to)) {
      return Optional.of(FoundShare.of(from, divisor.end, (int) value, "" + (int) divisor.value));
    }
    if (end + 1 < to
        && (sentence.get(end).is("to")
            || sentence.get(end).is("or")
            || sentence.get(end).is("-")
            || sentence.get(end).is("–")
            || sentence.get(end).is("and"))) {
      Counted second = number(sentence, end + 1, to);
      if (second != null && isPercent(sentence, second.end, to) && second.value > value) {
        value = (value + second.value) / 2;
        end = second.end;
      }
    }
    if (isPercent(sentence, end, to) && value <= 100) {
      return Optional.of(percent(from, percentEnd(sentence, end, to), value));
    }
    boolean isPartOf =
        end + 2 < to
            && parts.has(sentence.get(end))
            && sentence.get(end + 1).is("of")
            && number(sentence, end + 2, to) != null;
    boolean isCountOf =
        end < to && sentence.get(end).isTagged("NOUN") && isOutOf(sentence, end + 1, to);
    if (isPartOf || isCountOf) {
      end++;
    }
    Optional<FoundShare> rate = rate(sentence, from, first, to);
    if (rate.isPresent()) {
      return rate;
    }
    if ((end < to && sentence.get(end).is("of")) || isOutOf(sentence, end, to)) {
      int next = sentence.get(end).is("of") ? end + 1 : end + 2;
      int start = next;
      while (next < to && next - start < 4 && isOwner(sentence, next)) {
        next++;
      }
      boolean isKnown = next > start;
      Counted whole = next < to ? number(sentence, next, to) : null;
      boolean isCounted =
          whole != null
              && (whole.end >= to
                  || isKnown
                  || isPart(sentence, whole.end, to)
                  || isPart(sentence, from - 1, to)
                  || !sentence.get(whole.end).isTagged("NOUN"));
      if (whole != null && isCounted && whole.value >= value && whole.value > 1) {
        int n = (int) value;
        int m = (int) whole.value;
        return Optional.of(FoundShare.of(from, whole.end, n, "" + m));
      }
    }
    return Optional.empty();
  }

  /// "Nine in ten", "nine articles in ten": a ratio, unlike days or rounds.
  private Optional<FoundShare> rate(Sentence sentence, int from, Counted part, int to) {
    int in = part.end < to && sentence.get(part.end).isTagged("NOUN") ? part.end + 1 : part.end;
    Counted whole = in < to && sentence.get(in).is("in") ? number(sentence, in + 1, to) : null;
    boolean isRate =
        whole != null
            && whole.value > part.value
            && whole.value <= 100
            && (whole.end >= to || !sentence.get(whole.end).isTagged("NOUN", "PROPN", "ADJ"));
    return isRate && whole != null
        ? Optional.of(FoundShare.of(from, whole.end, (int) part.value, "" + (int) whole.value))
        : Optional.empty();
  }

  /// The end of "all but"; `from` if it is not there.
  private int complement(Sentence sentence, int from, int to) {
    return complements.at(sentence, from, to).map(Phrases.Match::to).orElse(from);
  }

  /// "Half", "a third", "three-fifths", "nine tenths", in percent.
  private @Nullable Counted fraction(Sentence sentence, int from, int to) {
    Optional<Phrases.Match> known = fractions.at(sentence, from, to);
    if (known.isPresent()) {
      return new Counted(Double.parseDouble(known.get().value()), known.get().to());
    }
    String first = sentence.get(from).lower();
    int hyphen = first.indexOf('-');
    if (hyphen > 0) {
      return fraction(first.substring(0, hyphen), first.substring(hyphen + 1), from + 1);
    }
    int at = from + 1 < to && sentence.get(from + 1).is("-") ? from + 2 : from + 1;
    return at < to ? fraction(first, sentence.get(at).lower(), at + 1) : null;
  }

  private @Nullable Counted fraction(String numerator, String denominator, int end) {
    String parts = denominators.valueOf(denominator).orElse("");
    String count =
        numerator.equals("a") || numerator.equals("an")
            ? "1"
            : numbers.valueOf(numerator).orElse("");
    if (parts.isEmpty() || count.isEmpty() || count.length() > 1) {
      return null;
    }
    return new Counted(100.0 * Integer.parseInt(count) / Integer.parseInt(parts), end);
  }

  /// "The ministry's" before a number, from the article to the "'s".
  private static boolean isOwner(Sentence sentence, int index) {
    return isOwner(sentence.get(index))
        || (index + 1 < sentence.size() && sentence.get(index + 1).is("'s"));
  }

  /// "The" or "its" before a number: the things it counts are known, and all.
  private static boolean isOwner(Token token) {
    return token.is("the")
        || token.is("its")
        || token.is("their")
        || token.is("our")
        || token.is("these")
        || token.is("those")
        || token.is("'s")
        || token.isTagged("PROPN");
  }

  private boolean isPart(Sentence sentence, int index, int to) {
    for (int i = Math.max(0, index); i < Math.min(to, index + 3); i++) {
      if (parts.has(sentence.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutOf(Sentence sentence, int at, int to) {
    return at + 1 < to && sentence.get(at).is("out") && sentence.get(at + 1).is("of");
  }

  private static boolean isOfSomething(Sentence sentence, int end, int to) {
    return end < to
        && (sentence.get(end).is("of") || sentence.get(end).isTagged("VERB", "ADJ", "AUX"));
  }

  /// "Put it at two thirds", "was two thirds".
  private static boolean isMeasured(Sentence sentence, int from, int end, int to) {
    int before = from - 1;
    while (before >= 0 && (sentence.get(before).is("\"") || sentence.get(before).isTagged("ADV"))) {
      before--;
    }
    boolean isEnd = end >= to || sentence.get(end).isTagged("PUNCT");
    return isEnd
        && before >= 0
        && (sentence.get(before).is("at")
            || sentence.get(before).is("to")
            || sentence.get(before).lemma().equals("be"));
  }

  private static FoundShare percent(int from, int to, double value) {
    int tenths = (int) Math.round(value * 10);
    String words = tenths % 10 == 0 ? tenths / 10 + " %" : tenths / 10 + "." + tenths % 10 + " %";
    return new FoundShare(from, to, tenths, words);
  }

  private boolean isPercent(Sentence sentence, int at, int to) {
    return at < to && percent.at(sentence, at, to).isPresent();
  }

  private int percentEnd(Sentence sentence, int at, int to) {
    return percent.at(sentence, at, to).map(Phrases.Match::to).orElse(at);
  }

  private record Counted(double value, int end) {}

  private @Nullable Counted number(Sentence sentence, int from, int to) {
    if (from >= to) {
      return null;
    }
    Token token = sentence.get(from);
    if (token.lower().matches("\\d{1,4}([.,]\\d)?")) {
      return new Counted(Double.parseDouble(token.lower().replace(',', '.')), from + 1);
    }
    if (token.lower().matches("\\d{1,3}-percent")) {
      return null;
    }
    int at = from;
    int sum = 0;
    while (at < to && isNumberPart(sentence, from, at)) {
      String word = sentence.get(at).lower();
      int value =
          word.contains("-")
              ? Math.max(0, hyphened(word))
              : Integer.parseInt(numbers.valueOf(word).orElse("0"));
      sum = value == 100 && sum > 0 ? sum * 100 : sum + value;
      at++;
    }
    return at == from || sum == 0 ? null : new Counted(sum, at);
  }

  private boolean isNumberPart(Sentence sentence, int from, int at) {
    String word = sentence.get(at).lower();
    return numbers.hasWord(word)
        || (word.equals("-") && at > from)
        || (word.contains("-") && hyphened(word) > 0);
  }

  private int hyphened(String word) {
    int sum = 0;
    for (String part : word.split("-")) {
      if (!numbers.hasWord(part)) {
        return -1;
      }
      sum += Integer.parseInt(numbers.valueOf(part).orElse("0"));
    }
    return sum;
  }
}
