package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;

/// Whom the labels of a transcript name.
///
/// A label names a person of the text, a person of another label by the last name, or an office.
/// "ANSWER" names whom the heading announces.
public final class ScriptSpeakers {

  private static final int MAX_NAME = 60;

  private final Script script;
  private final ParsedText text;
  private final Coreference people;
  private final Phrases offices;
  private final Phrases titles;
  private final Map<String, String> fullNames = new HashMap<>();
  private final Map<String, Speaker> byLabel = new HashMap<>();
  private final @Nullable Speaker answerer;
  private final boolean hasNames;
  private final DelegationHeads heads;

  public ScriptSpeakers(Script script, ParsedText text, Coreference people, String language) {
    this.script = script;
    this.text = text;
    this.people = people;
    heads = new DelegationHeads(text, people, language);
    offices = text.lexicon().get("people.offices");
    titles = text.lexicon().get("people.titles");
    hasNames = script.turns().stream().anyMatch(each -> each.kind() == Script.Kind.SPOKEN);
    script.turns().stream()
        .filter(each -> each.kind() == Script.Kind.SPOKEN)
        .forEach(this::learnName);
    answerer = script.isPresent() ? findAnswerer().orElse(null) : null;
    script.turns().stream()
        .filter(each -> each.kind() == Script.Kind.SPOKEN)
        .forEach(each -> byLabel.computeIfAbsent(each.label(), _ -> resolve(each)));
  }

  /// Who speaks in a sentence by the label before it; empty in a question, under a heading, and
  /// where the text is no transcript.
  public Optional<Speaker> of(Sentence sentence) {
    Script.LabelledTurn turn = script.at(sentence.span().start()).orElse(null);
    if (turn == null) {
      return Optional.empty();
    }
    return switch (turn.kind()) {
      case SPOKEN -> Optional.ofNullable(byLabel.get(turn.label()));
      case ANSWERED -> Optional.ofNullable(answerer);
      case ASKED ->
          !hasNames && isAfterFirstLine(sentence, turn)
              ? Optional.ofNullable(answerer)
              : Optional.empty();
      case HEADING -> Optional.empty();
    };
  }

  /// Whether a sentence stands before the first turn.
  public boolean isBefore(Sentence sentence) {
    return script.at(sentence.span().start()).isEmpty();
  }

  /// Whether a sentence is of an unlabelled paragraph after a question.
  private boolean isAfterFirstLine(Sentence sentence, Script.LabelledTurn turn) {
    return script.turns().stream().noneMatch(each -> each.kind() == Script.Kind.ANSWERED)
        && text.text().substring(turn.at().end(), sentence.span().start()).contains("\n");
  }

  /// Remembers "Marguerite Okello" of "SPECIAL ENVOY MARGUERITE OKELLO" for "OKELLO".
  private void learnName(Script.LabelledTurn turn) {
    List<String> name = nameOf(turn);
    if (name.size() > 1) {
      fullNames.putIfAbsent(Script.plain(name.getLast()), named(name));
    }
  }

  private Speaker resolve(Script.LabelledTurn turn) {
    List<String> words = words(turn.label());
    List<String> name = nameOf(turn);
    String last = Script.plain(name.isEmpty() ? words.getLast() : name.getLast());
    Optional<Speaker> known = people.byLastName(last, turn.at());
    if (known.isPresent()) {
      return known.get();
    }
    String full = fullNames.get(last);
    if (full != null || !name.isEmpty()) {
      String own = full != null ? full : named(name);
      return new Speaker(own, officeIn(turn.label()), turn.at(), true);
    }
    Optional<Speaker> head = heads.of(words, turn.at());
    if (head.isPresent()) {
      return head.get();
    }
    return people
        .byOffice(
            words.stream().map(Script::plain).filter(each -> each.length() > 3).toList(), turn.at())
        .orElseGet(() -> new Speaker(described(words), described(words), turn.at(), false));
  }

  /// The name in a label, or in brackets behind an office: "The Secretary of State (Ms Ann Berg)".
  private List<String> nameOf(Script.LabelledTurn turn) {
    List<String> name = nameIn(turn.label());
    int open = turn.at().end();
    open += text.text().startsWith(" ", open) ? 1 : 0;
    int close = text.text().indexOf(')', open, Math.min(text.text().length(), open + MAX_NAME));
    boolean isBracket = close > open && text.text().charAt(open) == '(';
    if (!name.isEmpty() || !isBracket) {
      return name;
    }
    List<String> inner = words(text.text().substring(open + 1, close));
    boolean isTitled = inner.size() > 1 && titles.hasWord(Script.plain(inner.getFirst()));
    return isTitled ? inner.subList(last(inner) + 1, inner.size()) : name;
  }

  private static List<String> words(String label) {
    return Arrays.asList(label.strip().split("\\s+"));
  }

  /// The words after the last title or office, or before a comma; none if the label is an office.
  private List<String> nameIn(String label) {
    int comma = label.indexOf(',');
    if (comma > 0 && last(words(label.substring(0, comma))) < 0) {
      return words(label.substring(0, comma));
    }
    List<String> words = words(label.replace(",", " "));
    int from = last(words) + 1;
    boolean isOffice =
        from < words.size() && Set.of("of", "for", "to").contains(Script.plain(words.get(from)));
    return isOffice || (Script.plain(words.getFirst()).equals("the") && from == 0)
        ? List.of()
        : List.copyOf(words.subList(from, words.size()));
  }

  private int last(List<String> words) {
    int last = -1;
    for (int i = 0; i < words.size(); i++) {
      String word = Script.plain(words.get(i));
      last = offices.hasWord(word) || titles.hasWord(word) ? i : last;
    }
    return last;
  }

  private @Nullable String officeIn(String label) {
    int comma = label.indexOf(',');
    List<String> words =
        comma > 0
            ? words(label.substring(comma + 1))
            : words(label).subList(0, last(words(label)) + 1);
    boolean isOffice = words.stream().anyMatch(each -> offices.hasWord(Script.plain(each)));
    return isOffice ? described(words) : null;
  }

  /// "JEAN-PAUL NDAYE" as "Jean-Paul Ndaye"; other names as written.
  private static String named(List<String> words) {
    return words.stream()
        .map(each -> Script.isCapitals(each) && each.length() > 2 ? capitalised(each) : each)
        .collect(Collectors.joining(" "));
  }

  static String capitalised(String word) {
    StringBuilder made = new StringBuilder();
    boolean isFirst = true;
    for (int i = 0; i < word.length(); i++) {
      String letter = word.substring(i, i + 1);
      made.append(isFirst ? letter : letter.toLowerCase(Locale.ROOT));
      isFirst = !Character.isLetter(word.charAt(i));
    }
    return made.toString();
  }

  /// "HEAD OF THE NORTHLANDIC DELEGATION" in lower case, but for words that the text capitalises.
  private String described(List<String> words) {
    List<String> made = new ArrayList<>();
    for (String each : words) {
      boolean isName = !Script.isCapitals(each) || text.text().contains(" " + capitalised(each));
      boolean isRole =
          offices.hasWord(Script.plain(each)) || Set.of("OF", "THE", "FOR", "AND").contains(each);
      made.add(
          isRole || !isName
              ? each.toLowerCase(Locale.ROOT)
              : Script.isCapitals(each) ? capitalised(each) : each);
    }
    return String.join(" ", made);
  }

  /// Whom the heading announces: a person, else an office, else the first person of the text.
  private Optional<Speaker> findAnswerer() {
    int end = script.turns().getFirst().from();
    Optional<Speaker> first = people.firstPerson();
    if (first.isPresent() && first.get().where().start() < end) {
      return first;
    }
    Optional<Speaker> addressed = addressed();
    if (addressed.isPresent()) {
      return addressed;
    }
    Phrases unnamed = text.lexicon().get("people.unnamed");
    for (Sentence each : text.sentences()) {
      for (int i = 0; i < each.size() && each.span().end() <= end; i++) {
        if (offices.has(each.get(i)) || unnamed.has(each.get(i))) {
          int to = offices.at(each, i, each.size()).map(Phrases.Match::to).orElse(i + 1);
          TextSpan at = each.span(i, to);
          return Optional.of(new Speaker(at.in(text.text()), bodyBefore(end), at, false));
        }
      }
    }
    return first;
  }

  /// "Mr Berg, what has been agreed?": whom a question addresses by a title.
  private Optional<Speaker> addressed() {
    for (Sentence each : text.sentences()) {
      Script.LabelledTurn turn = script.at(each.span().start()).orElse(null);
      boolean isAsked = turn != null && turn.kind() == Script.Kind.ASKED;
      for (int i = 1; isAsked && i + 1 < each.size(); i++) {
        boolean isAddress =
            titles.has(each.get(i - 1))
                && each.get(i - 1).isCapital()
                && each.get(i).isCapital()
                && (i == 1 || each.get(i - 2).is(","))
                && each.get(i + 1).lower().matches("[,?]");
        Optional<Speaker> person =
            isAddress
                ? people.byLastName(each.get(i).text(), each.get(i).span())
                : Optional.<Speaker>empty();
        if (person.isPresent()) {
          return person;
        }
      }
    }
    return Optional.empty();
  }

  /// The first institution that the heading names.
  private @Nullable String bodyBefore(int end) {
    Phrases institutions = text.lexicon().get("people.institutions");
    for (Sentence each : text.sentences()) {
      for (int i = 0; i < each.size() && each.span().end() <= end; i++) {
        if (institutions.has(each.get(i)) && each.get(i).isCapital()) {
          int to = i + 1;
          while (to < each.size() && (each.get(to).isCapital() || each.get(to).is("of"))) {
            to++;
          }
          return each.words(i, to, text.text());
        }
      }
    }
    return null;
  }
}
