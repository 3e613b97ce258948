package org.parley.clause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Duties in the present indicative, as statutes of bodies have them: "The Commission meets once a
/// month", "The chair decides". Only verbs of acts count that are no nouns.
final class EnglishIndicative {

  private static final Pattern VERB =
      WordPattern.pattern(
          "(?<!\\b(?:to|the|an?|its|their|of|and|or)\\s)\\b(?:(?:does|do)_(?<not>not)_(?=\\p{L})|(?:decide|determine|elect|appoint|approve|adopt|supervise|verif(?:y|ie)|administer"
              + "|convene|preside|consult|inform|submit|conduct|publish|examine|investigate|oversee|nominate|designate|allocate"
              + "|prepare|coordinate|enjoy|comprise)s?\\b|consists?(?=_of\\b)|meets?(?=_(?:at|every|once|twice|in|when|on|as|under|annually|monthly|weekly|quarterly)\\b)"
              + "|reports?(?=_(?:to|every|annually|monthly|quarterly)\\b)"
              + "|(?:is|are)_(?:then_|thereupon_)?(?=(?:decided|elected|appointed|chaired|presided|referred|submitted|administered|audited|convened|adopted"
              + "|nominated|designated|supervised|verified|published|financed|funded|paid|shared|borne)\\b))",
          Pattern.CASE_INSENSITIVE);

  /// Words between the subject and a verb of their own, and quoted words.
  private static final Pattern NO_SUBJECT =
      WordPattern.pattern(
          "\\b(?:who|which|that|whose|where|when|if|as)\\b|\"|^\\s*$", Pattern.CASE_INSENSITIVE);

  private EnglishIndicative() {}

  /// The verb of a duty or a prohibition; empty for a statement.
  static Optional<Modals.FoundModal> find(String words) {
    Matcher verb = VERB.matcher(words);
    if (!verb.find() || NO_SUBJECT.matcher(words.substring(0, verb.start())).find()) {
      return Optional.empty();
    }
    boolean isNegated = verb.group("not") != null;
    // the verb itself belongs to the act; an auxiliary does not
    boolean isAuxiliary = isNegated || verb.group().matches("(?i)(?:is|are)\\b.*");
    int end = isAuxiliary ? verb.end() : verb.start();
    return Optional.of(
        new Modals.FoundModal(
            new WordSpan(verb.start(), end), isNegated ? Deontic.PROHIBITION : Deontic.DUTY));
  }
}
