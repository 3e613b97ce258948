package org.parley.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
/// defines terms. Its head is the last word in English, the first in French. It must be that of a
/// defined term, or stand without a capital elsewhere.
final class TermReader {

  private static final int MOST_DEFINED = 500;

  private final Map<String, DefinedTerm> defined = new LinkedHashMap<>();
  private final List<DefinedTerm> sentences = new ArrayList<>();
  private final Function<String, Optional<PartyId>> parties;

  private final ClauseLanguage language;

  private TermReader(Function<String, Optional<PartyId>> parties, ClauseLanguage language) {
    this.parties = parties;
    this.language = language;
  }

  static TermReader of(DocumentText text, Function<String, Optional<PartyId>> parties) {
    TermReader terms = new TermReader(parties, ClauseLanguage.of(text));
    text.all()
        .filter(each -> each.kind() != ElementKind.CLOSING)
        .forEach(
            each -> Sentences.of(each, terms.language).forEach(it -> terms.read(each, it.words())));
    return terms;
  }

  private void read(DocumentElement element, String sentence) {
    sentences.add(new DefinedTerm("", element, sentence));
    Matcher definition = language.terms().definition().matcher(sentence);
    while (definition.find()) {
      for (int i = 1; i <= definition.groupCount(); i++) {
        String term = definition.group(i);
        if (term != null
            && defined.size() < MOST_DEFINED
            && (Character.isUpperCase(term.codePointAt(0))
                || isMeant(definition, sentence, definition.start(i)))) {
          defined.putIfAbsent(term.strip(), new DefinedTerm(term.strip(), element, sentence));
        }
      }
    }
  }

  /// Whether a term without a capital stands in quotation marks and is said to mean something.
  private boolean isMeant(Matcher definition, String sentence, int term) {
    String before = sentence.substring(0, term).stripTrailing();
    return (before.endsWith("\"") || before.endsWith("'"))
        && language.sentences().defining().matcher(definition.group()).find();
  }

  /// The definitions, by term.
  Map<String, DefinedTerm> defined() {
    return defined;
  }

  /// The first use of a term outside quotation marks and its definition.
  Optional<DefinedTerm> use(String term) {
    Pattern use = language.use(term);
    DefinedTerm own = defined.get(term);
    return sentences.stream()
        .filter(each -> own == null || !each.words().equals(own.words()))
        .filter(each -> use.matcher(each.words()).find())
        .findFirst()
        .map(each -> new DefinedTerm(term, each.element(), each.words()));
  }

  /// How many elements use a term, without that of its definition.
  int countUses(String term) {
    Pattern use = language.use(term);
    DefinedTerm own = defined.get(term);
    return (int)
        sentences.stream()
            .filter(each -> own == null || !each.element().equals(own.element()))
            .filter(each -> use.matcher(each.words()).find())
            .map(DefinedTerm::element)
            .distinct()
            .count();
  }

  /// Terms used without a definition, by term.
  Map<String, DefinedTerm> undefined() {
    Map<String, DefinedTerm> undefined = new LinkedHashMap<>();
    if (defined.isEmpty()) {
      return undefined;
    }
    Set<String> heads = heads();
    for (DefinedTerm each : sentences) {
      Matcher term = language.terms().term().matcher(each.words());
      while (term.find()) {
        String used = term.group(1);
        if (heads.contains(language.head(used)) && !isKnown(used)) {
          undefined.putIfAbsent(used, new DefinedTerm(used, each.element(), each.words()));
        }
      }
    }
    return undefined;
  }

  private boolean isKnown(String used) {
    return language.isUse(used, defined.keySet()) || parties.apply(used).isPresent();
  }

  /// The heads of defined terms, and those that the text writes without a capital.
  private Set<String> heads() {
    Set<String> heads = new HashSet<>();
    defined.keySet().forEach(each -> heads.add(language.head(each)));
    for (DefinedTerm each : sentences) {
      Matcher word = language.terms().lower().matcher(each.words());
      while (word.find()) {
        heads.add(language.head(word.group()));
      }
    }
    return heads;
  }
}
