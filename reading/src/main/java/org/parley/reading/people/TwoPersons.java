package org.parley.reading.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// Whom "both", "the two men" and "the two presidents" mean: the two persons named last, or the two
/// whose office it is.
final class TwoPersons {

  /// So many sentences back are both named.
  private static final int MAX_BACK = 3;

  private static final Pattern TWO =
      Pattern.compile(
          "(?:both|the two|the pair|both of them|the two of them)(?: (men|women|\\p{L}+s))?");

  private final ParsedText text;
  private final NamedPeople names;
  private final Phrases leaders;

  TwoPersons(ParsedText text, NamedPeople names) {
    this.text = text;
    this.names = names;
    leaders = text.lexicon().get("people.leaders");
  }

  /// The two persons; empty if the words mean others, or if it is not plain who they are.
  List<Speaker> of(Speaker speaker) {
    Matcher two = TWO.matcher(speaker.name().toLowerCase(Locale.ROOT));
    if (speaker.isNamed() || !two.matches()) {
      return List.of();
    }
    String noun = two.group(1);
    boolean isPlain = noun == null || noun.matches("men|women");
    List<Person> found =
        isPlain
            ? latest(speaker.where())
            : inOffice(noun.substring(0, noun.length() - 1), speaker.where());
    return found.stream()
        .map(each -> new Speaker(each.name(), each.office(), speaker.where(), true))
        .toList();
  }

  /// The persons named in the last sentences, if they are two.
  private List<Person> latest(TextSpan at) {
    int sentence = sentenceAt(at);
    List<Person> named = new ArrayList<>();
    for (int i = sentence; i >= Math.max(0, sentence - MAX_BACK) && named.size() < 2; i--) {
      for (NamedPeople.Named each : names.mentionsIn(i)) {
        if (each.span().end() <= at.start() && !named.contains(each.person())) {
          named.add(each.person());
        }
      }
    }
    return named.size() == 2 ? named : List.of();
  }

  private List<Person> inOffice(String noun, TextSpan at) {
    List<Person> named =
        names.describable().stream()
            .filter(each -> each.where().end() <= at.start() && isIn(each.office(), noun))
            .limit(3)
            .toList();
    return named.size() == 2 ? named : List.of();
  }

  private boolean isIn(@Nullable String office, String noun) {
    List<String> words =
        office == null ? List.of() : List.of(office.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    return noun.equals("leader") ? words.stream().anyMatch(leaders::hasWord) : words.contains(noun);
  }

  /// The number of the sentence at a position, by binary search.
  private int sentenceAt(TextSpan at) {
    List<Sentence> all = text.sentences();
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).span().end() > at.start()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
