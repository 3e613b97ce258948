package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words of an English sentence that say with which force it binds.
final class Modals {

  /// Such words, and where they stand.
  record FoundModal(WordSpan at, Deontic force) {}

  private static final String EFFORTS =
      "(?:use|make|exert)s?\\s+(?:its|their|his|all|every|best|reasonable)(?:\\s+(?:best|reasonable|possible|necessary))?"
          + "\\s+(?:efforts?|endeavou?rs?)";
  private static final String ADVERB = "(?:\\s+(?:hereby|also|only|always|further|fully))?";

  /// The groups are prohibition, soft prohibition, soft duty, discretion and duty. Within one
  /// place, the first one counts.
  private static final Pattern MODAL =
      WordPattern.pattern(
          "((?i:\\b(?:shall|must|will)"
              + ADVERB
              + "\\s+(?:not|in_no_(?:case|event)|under_no_circumstances|never)\\b"
              + "|\\bcannot\\b|\\b(?:undertakes?|agrees?|pledges?)\\s+not\\s+to\\b"
              + "|\\b(?:(?:shall|will|must)\\s+)?refrains?\\s+from\\b|\\bban\\s+on\\b"
              + "|\\b(?:shall_be|is|are)"
              + ADVERB
              + "\\s+(?:prohibited|forbidden|banned)\\b"
              + "|\\b(?:is|are)\\s+not\\s+(?:to|permitted|allowed|entitled)\\b)|\\bmay\\s+not\\b)"
              + "|((?i:\\bshould\\s+not\\b))"
              + "|((?i:\\bshould\\b|\\b(?:(?:shall|will|must)\\s+)?(?:endeavou?rs?|strives?|seeks?|aims?)\\s+to\\b"
              + "|\\b(?:(?:shall|will|must)\\s+)?"
              + EFFORTS
              + "\\b(?:\\s+to\\b)?))"
              + "|((?i:\\b(?:shall_be|is|are)\\s+(?:entitled|free|permitted|allowed)\\s+to\\b"
              + "|\\b(?:shall_have|has|have)\\s+the\\s+right\\s+to\\b)|\\bmay\\b)"
              + "|((?i:\\b(?:is|are|shall_be)"
              + ADVERB
              + "\\s+(?:obliged|required|bound)\\s+to\\b"
              + "|\\bshall(?!\\s+(?:mean|have_the_(?:following_)?meaning|be_(?:understood|construed|interpreted)))\\b"
              + "|\\bmust\\b|\\b(?:is|are)\\s+to\\b(?!\\s+(?:the|an?|this)\\b)"
              + "|\\b(?:undertakes?|agrees?|pledges?|commits?(?:\\s+(?:itself|themselves))?)\\s+to\\b"
              + "|\\b(?:obligation|duty)\\s+to\\b)|(?<![Tt]he\\s|its\\s|own\\s|free\\s|good\\s)\\bwill\\b)");

  private static final Pattern SOFTENER =
      WordPattern.pattern(
          "\\b(?:as_far_as_(?:is_)?possible|to_the_extent_(?:possible|feasible)|(?:where|when|if)(?:ever)?_(?:possible|feasible|appropriate)"
              + "|in_principle)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_DISCRETION =
      WordPattern.pattern(
          "\\bat_(?:its|their|his)_(?:sole_|own_)?discretion\\b", Pattern.CASE_INSENSITIVE);

  private Modals() {}

  static boolean isIn(String words) {
    return MODAL.matcher(words).find();
  }

  static List<FoundModal> list(String words) {
    List<FoundModal> found = new ArrayList<>();
    Matcher modal = MODAL.matcher(words);
    while (modal.find()) {
      found.add(new FoundModal(new WordSpan(modal.start(), modal.end()), force(modal)));
    }
    return found;
  }

  private static Deontic force(Matcher modal) {
    return modal.group(1) != null
        ? Deontic.PROHIBITION
        : modal.group(2) != null
            ? Deontic.SOFT_PROHIBITION
            : modal.group(3) != null
                ? Deontic.SOFT_DUTY
                : modal.group(4) != null ? Deontic.DISCRETION : Deontic.DUTY;
  }

  /// The force after words that weaken it: "as far as possible", "at its discretion".
  static Deontic weakened(Deontic force, String words) {
    if (AT_DISCRETION.matcher(words).find() && force.strength() > 1) {
      return Deontic.DISCRETION;
    }
    return SOFTENER.matcher(words).find() ? force.softened() : force;
  }

  /// The words that only weaken.
  static String withoutWeakening(String words) {
    return AT_DISCRETION.matcher(SOFTENER.matcher(words).replaceAll(" ")).replaceAll(" ");
  }
}
