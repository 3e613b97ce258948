package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// Finds the words of a sentence that say with which force it binds.
final class Modals {

  /// Such words, and where they stand.
  record FoundModal(WordSpan at, Deontic force) {}

  private Modals() {}

  static boolean isIn(String words, ClauseLanguage language) {
    return language.modals().modal().matcher(words).find();
  }

  static List<FoundModal> list(String words, ClauseLanguage language) {
    List<FoundModal> found = new ArrayList<>();
    Matcher modal = language.modals().modal().matcher(words);
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
  static Deontic weakened(Deontic force, String words, ClauseLanguage language) {
    if (language.modals().atDiscretion().matcher(words).find() && force.strength() > 1) {
      return Deontic.DISCRETION;
    }
    return language.modals().softener().matcher(words).find() ? force.softened() : force;
  }

  /// The words that only weaken.
  static String withoutWeakening(String words, ClauseLanguage language) {
    String unsoftened = language.modals().softener().matcher(words).replaceAll(" ");
    return language.modals().atDiscretion().matcher(unsoftened).replaceAll(" ");
  }
}
