package org.parley.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.document.ElementKind;
import org.parley.model.PartyId;

/// The terms that a text defines, and where it uses them.
///
/// Proper names are no terms. So a capitalised term without a definition counts only if the text
/// defines terms. Its last word must end a defined term, or stand without a capital elsewhere.
final class TermReader {

  private static final String QUOTED = "[\"']([^\"'\\n]{2,60})[\"']";
  private static final Pattern DEFINITION =
      WordPattern.pattern(
          "(?:hereinafter|hereafter|henceforth|referred_to_as|known_as|\\((?:the|each_an?|an?)?)\\s*(?:referred_to_as\\s+)?(?:the\\s+|an?\\s+)?"
              + QUOTED
              + "|"
              + QUOTED
              + "\\s+(?:means|shall_mean|includes|refers_to|shall_have_the_(?:following_)?meaning|is)\\b"
              + "|^(?:\\([a-z0-9]+\\)\\s*)?(?:The_)?(\\p{Lu}[\\p{L}\\s-]{1,50}?)\\s+(?:means|shall_mean|shall_have_the_(?:following_)?meaning)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TERM =
      WordPattern.pattern(
          "(?:\\b(?:the|a|an|each|any|every|such|that)\\s+)(\\p{Lu}\\p{Ll}+(?:[ -]\\p{Lu}\\p{Ll}+){0,3}+)\\b(?!\\s+(?:of|on|for)\\b)");
  private static final Pattern LOWER = WordPattern.pattern("(?<![\\p{L}\"'])\\p{Ll}{3,}");

  private static final int MOST_DEFINED = 500;

  private final Map<String, DefinedTerm> defined = new LinkedHashMap<>();
  private final List<DefinedTerm> sentences = new ArrayList<>();
  private final Function<String, Optional<PartyId>> parties;

  private TermReader(Function<String, Optional<PartyId>> parties) {
    this.parties = parties;
  }

  static TermReader of(DocumentText text, Function<String, Optional<PartyId>> parties) {
    TermReader terms = new TermReader(parties);
    text.all()
        .filter(each -> each.kind() != ElementKind.CLOSING)
        .forEach(each -> Sentences.of(each).forEach(it -> terms.read(each, it.words())));
    return terms;
  }

  private void read(DocumentElement element, String sentence) {
    sentences.add(new DefinedTerm("", element, sentence));
    Matcher definition = DEFINITION.matcher(sentence);
    while (definition.find()) {
      for (int i = 1; i <= 3; i++) {
        String term = definition.group(i);
        if (term != null
            && defined.size() < MOST_DEFINED
            && Character.isUpperCase(term.codePointAt(0))) {
          defined.putIfAbsent(term.strip(), new DefinedTerm(term.strip(), element, sentence));
        }
      }
    }
  }

  /// The definitions, by term.
  Map<String, DefinedTerm> defined() {
    return defined;
  }

  /// The first use of a term outside quotation marks and its definition.
  Optional<DefinedTerm> use(String term) {
    Pattern use =
        WordPattern.pattern("(?<![\\p{L}\"'])" + Pattern.quote(term) + "(?:e?s)?(?![\\p{L}\"'])");
    DefinedTerm own = defined.get(term);
    return sentences.stream()
        .filter(each -> own == null || !each.words().equals(own.words()))
        .filter(each -> use.matcher(each.words()).find())
        .findFirst()
        .map(each -> new DefinedTerm(term, each.element(), each.words()));
  }

  /// Terms used without a definition, by term.
  Map<String, DefinedTerm> undefined() {
    Map<String, DefinedTerm> undefined = new LinkedHashMap<>();
    if (defined.isEmpty()) {
      return undefined;
    }
    Set<String> heads = heads();
    for (DefinedTerm each : sentences) {
      Matcher term = TERM.matcher(each.words());
      while (term.find()) {
        String used = term.group(1);
        if (heads.contains(head(used)) && !isKnown(used)) {
          undefined.putIfAbsent(used, new DefinedTerm(used, each.element(), each.words()));
        }
      }
    }
    return undefined;
  }

  private boolean isKnown(String used) {
    return defined.containsKey(used)
        || (used.endsWith("s") && defined.containsKey(used.substring(0, used.length() - 1)))
        || (used.endsWith("ies") && defined.containsKey(used.substring(0, used.length() - 3) + "y"))
        || defined.containsKey(used + "s")
        || parties.apply(used).isPresent();
  }

  /// The last words of defined terms, and those that the text writes without a capital.
  private Set<String> heads() {
    Set<String> heads = new HashSet<>();
    defined.keySet().forEach(each -> heads.add(head(each)));
    for (DefinedTerm each : sentences) {
      Matcher word = LOWER.matcher(each.words());
      while (word.find()) {
        heads.add(singular(word.group()));
      }
    }
    return heads;
  }

  private static String head(String term) {
    return singular(term.substring(Math.max(term.lastIndexOf(' '), term.lastIndexOf('-')) + 1));
  }

  private static String singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
