package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.NounPhrase;

/// Who speaks in a text that parties or an office issue: the parties of a joint communiqué, the
/// issuer of a press release. The heading tells; it has no verb with a subject.
public final class JointText {

  /// So many paragraphs may be a heading.
  private static final int MAX_HEADING = 3;

  /// In so many sentences the parties may be introduced.
  private static final int MAX_INTRODUCTION = 6;

  /// The most characters of the words that name the parties.
  private static final int MAX_NAMES = 200;

  private final ParsedText text;
  private final Lexicon lexicon;
  private final List<Sentence> heading = new ArrayList<>();

  private JointText(ParsedText text) {
    this.text = text;
    lexicon = text.lexicon();
    for (Sentence each : text.sentences()) {
      if (each.paragraph() >= MAX_HEADING || hasSubject(each)) {
        break;
      }
      heading.add(each);
    }
  }

  /// Reads the heading of a text.
  public static JointText of(ParsedText text) {
    return new JointText(text);
  }

  /// The parties or the issuer; empty if the text is neither joint nor issued.
  public List<Speaker> speakers() {
    Optional<Speaker> we = we();
    if (we.isPresent()) {
      return we.stream().toList();
    }
    if (isOfParties()) {
      return parties().stream().toList();
    }
    return announced("script.issued").isPresent() ? issuer().stream().toList() : List.of();
  }

  /// Whether the parties speak jointly, and no issuer alone.
  public boolean isOfParties() {
    return announced("people.joint-texts").isPresent() || we().isPresent();
  }

  /// "We, the Presidents of Norland and Sudra, having met in Bern": who adopts the text.
  private Optional<Speaker> we() {
    for (Sentence each : text.sentences().stream().limit(MAX_INTRODUCTION).toList()) {
      int from = each.size() > 3 && each.get(0).is("we") && each.get(1).is(",") ? 2 : each.size();
      int end = from < each.size() ? end(each, from) : from;
      TextSpan at = end > from + 1 ? each.span(from, end) : null;
      if (at != null && isPairOfNames(at) && !each.get(from).isQuoted()) {
        return Optional.of(new Speaker(at.in(text.text()).replaceAll("\\s+", " "), null, at, true));
      }
    }
    return Optional.empty();
  }

  /// Whether words such as "the two Sides" mean those who speak jointly.
  public static boolean isTogether(String name, Lexicon lexicon) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("^(?:both|the)? ?(?:of )?(?:the )?(?:two )?", "");
    return lexicon.get("script.together").hasWord(plain.isEmpty() ? "two" : plain);
  }

  /// Whether a sentence is a title in capitals, which states nothing.
  public static boolean isTitle(Sentence s, String text) {
    return s.size() > 2 && Script.isCapitals(s.span(0, s.size()).in(text));
  }

  private Optional<Phrases.Match> announced(String list) {
    return heading.stream()
        .flatMap(each -> lexicon.get(list).in(each, 0, each.size()).stream())
        .findFirst();
  }

  private Optional<Speaker> parties() {
    Speaker called = called();
    TextSpan named = named();
    if (named == null) {
      return Optional.ofNullable(called)
          .map(each -> introduced(each).or(() -> met(each)).orElse(each))
          .or(this::gathered);
    }
    String names = named.in(text.text()).replaceAll("\\s+", " ");
    return Optional.of(
        called == null
            ? new Speaker(names, null, named, true)
            : new Speaker(called.name() + " (" + names + ")", null, called.where(), true));
  }

  /// Those whom the text calls "the Ministers", as it introduces them: "the Ministers of Trade of X
  /// and Y". It may introduce each by an office: "the Minister of Trade of X and that of Y".
  private Optional<Speaker> introduced(Speaker called) {
    String noun = called.name().toLowerCase(Locale.ROOT).replaceFirst("^.* ", "");
    String one = noun.replaceFirst("s$", "");
    for (Sentence each : text.sentences().stream().limit(MAX_INTRODUCTION).toList()) {
      for (int i = 0; i + 1 < each.size(); i++) {
        boolean isOne = each.get(i).lower().equals(one) || each.get(i).lower().equals(noun);
        int end = isOne && each.get(i + 1).is("of") ? untilVerb(each, i + 1) : i;
        int from = i > 0 && each.get(i - 1).is("the") ? i - 1 : i;
        TextSpan at = end > i + 1 ? each.span(from, end) : null;
        if (at != null && isPairOfNames(at)) {
          return Optional.of(
              new Speaker(at.in(text.text()).replaceAll("\\s+", " "), null, at, true));
        }
      }
    }
    return Optional.empty();
  }

  /// "The Government of X and the Government of Y met. The Sides agreed": the Sides by their names.
  private Optional<Speaker> met(Speaker called) {
    return gathered()
        .filter(each -> !each.name().equals(called.name()))
        .map(
            each ->
                new Speaker(called.name() + " (" + each.name() + ")", null, called.where(), true));
  }

  /// Whether the issuer speaks of itself: "my government", "we reject".
  public boolean isInFirstPerson() {
    return text.sentences().stream()
        .limit(MAX_INTRODUCTION)
        .flatMap(each -> each.tokens().stream())
        .anyMatch(each -> !each.isQuoted() && each.lower().matches("i|we|my|our"));
  }

  /// "The Heads of Government of X, Y and Z met in": the subject of the first sentence.
  private Optional<Speaker> gathered() {
    for (Sentence each : text.sentences().stream().limit(MAX_INTRODUCTION).toList()) {
      for (int i = 0; i < each.size(); i++) {
        boolean isSeveral = each.get(i).lower().endsWith("s") || each.tree().child(i, "conj") > i;
        if (each.tree().isLabelled(i, "nsubj") && isSeveral) {
          int from = NounPhrase.startOf(each, i + 1, 0);
          int end = untilVerb(each, i + 1);
          TextSpan at = end > i + 1 ? each.span(from, end) : null;
          return at != null && isPairOfNames(at)
              ? Optional.of(new Speaker(at.in(text.text()).replaceAll("\\s+", " "), null, at, true))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static int untilVerb(Sentence s, int from) {
    int end = from;
    while (end < s.size() && !s.tree().isVerb(end) && !s.get(end).lower().matches("[.;:(]")) {
      end++;
    }
    return end;
  }

  private boolean isPairOfNames(TextSpan at) {
    return at.length() <= MAX_NAMES
        && at.in(text.text()).matches("(?s).*\\p{Lu}.* and .*\\p{Lu}.*");
  }

  /// How the text calls them most often: "the two Sides".
  private @Nullable Speaker called() {
    Phrases pairs = lexicon.get("people.pairs");
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Speaker> named = new LinkedHashMap<>();
    for (Sentence each : text.sentences().stream().skip(1).toList()) {
      for (Phrases.Match pair : pairs.in(each, 0, each.size())) {
        if (isOne(each.get(pair.to() - 1))) {
          continue;
        }
        boolean isCut = pair.to() < each.size() && isTogether(each.get(pair.to()));
        count(each, pair.from(), isCut ? pair.to() + 1 : pair.to(), counts, named);
      }
      for (int i = 1; i < each.size(); i++) {
        boolean isPlain = each.get(i - 1).is("the") && pairs.at(each, i - 1, each.size()).isEmpty();
        if (isPlain && isTogether(each.get(i))) {
          count(each, i - 1, i + 1, counts, named);
        }
      }
    }
    return named.keySet().stream()
        .max(Comparator.comparingInt(each -> counts.getOrDefault(each, 0)))
        .map(each -> Objects.requireNonNull(named.get(each)))
        .orElse(null);
  }

  /// "The minister" is one of them; "the ministers" and "the two" are all.
  private static boolean isOne(Token noun) {
    return noun.isTagged("NOUN", "PROPN")
        && noun.lower().equals(noun.lemma())
        && !noun.lower().endsWith("s");
  }

  private boolean isTogether(Token token) {
    return lexicon.get("script.together").hasWord(token.lower());
  }

  private void count(
      Sentence s, int from, int to, Map<String, Integer> counts, Map<String, Speaker> named) {
    TextSpan at = s.span(from, to);
    String noun = s.get(to - 1).lower();
    counts.merge(noun, 1, Integer::sum);
    named.putIfAbsent(noun, new Speaker(at.in(text.text()), null, at, false));
  }

  /// The words of the heading that name the parties: "of the Government of X and the Y Front".
  private @Nullable TextSpan named() {
    for (Sentence each : heading) {
      for (int i = 0; i + 1 < each.size(); i++) {
        int end = each.get(i).lower().matches("of|between|by|from") ? end(each, i + 1) : i;
        TextSpan at = end > i + 1 ? each.span(i + 1, end) : null;
        if (at != null && isPairOfNames(at)) {
          return at;
        }
      }
    }
    return null;
  }

  /// Where a name ends: at "on", "at", a comma without a further name, a verb.
  private static int end(Sentence s, int from) {
    int end = from;
    while (end < s.size()
        && !s.get(end).lower().matches("on|at|in|held|following|after|about|concerning|[.;:(]|–|-")
        && !(s.get(end).is(",") && !isNameNext(s, end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameNext(Sentence s, int comma) {
    int next = comma + 1;
    next = next < s.size() && s.get(next).is("the") ? next + 1 : next;
    return next < s.size() && s.get(next).isCapital();
  }

  /// The body or office that issues the text: after "by" or "of", else the first one named.
  private Optional<Speaker> issuer() {
    for (Sentence each : heading) {
      for (int i = 0; i + 1 < each.size(); i++) {
        if (each.get(i).lower().matches("by|of|from")) {
          int end = end(each, i + 1);
          if (end > i + 1 && isBody(each, i + 1, end)) {
            return Optional.of(speaker(each.span(i + 1, end)));
          }
        }
      }
    }
    return heading.stream().flatMap(each -> firstBody(each).stream()).findFirst();
  }

  private Optional<Speaker> firstBody(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.get(i).isCapital() && lexicon.get("people.institutions").has(s.get(i))) {
        int from = i;
        while (from > 0 && s.get(from - 1).isCapital()) {
          from--;
        }
        int to = i + 1;
        while (to < s.size() && (s.get(to).isCapital() || s.get(to).lower().matches("of|the"))) {
          to++;
        }
        return Optional.of(speaker(s.span(from, to)));
      }
    }
    return Optional.empty();
  }

  private Speaker speaker(TextSpan at) {
    return new Speaker(at.in(text.text()).replaceAll("\\s+", " "), null, at, true);
  }

  private boolean isBody(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (lexicon.get("people.institutions").has(s.get(i))
          || lexicon.get("people.offices").has(s.get(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a sentence has a subject, and so is not a heading.
  private static boolean hasSubject(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.tree().isLabelled(i, "nsubj", "nsubjpass")) {
        return true;
      }
    }
    return false;
  }
}
