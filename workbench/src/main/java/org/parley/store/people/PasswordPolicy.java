package org.parley.store.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Refuses passwords of the wrong length and those that attackers try first.
///
/// Attackers try common passwords, names, local words and keyboard runs with digits and signs. A
/// password is refused if it consists of one or two of these, regardless of case and usual
/// substitutions (`p@ssw0rd`). NIST SP 800-63B, 5.1.1.2.
public final class PasswordPolicy {

  private static final int MOST_WORDS = 2;
  private static final int SHORTEST_WORD = 3;
  private static final int SHORTEST_RUN = 3;
  private static final String PLAIN = "oizeasgtbqaisicx";
  private static final String DRESSED = "0123456789@!$|(%";
  private static final Set<String> COMMON = common();
  private static final String[] ROWS = {
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "abcdefghijklmnopqrstuvwxyz",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю"
  };

  private PasswordPolicy() {}

  /// The reason why a password is refused; empty if it is accepted.
  ///
  /// @param around words an attacker would try: the name of the account, the title of the case
  public static Optional<PasswordFault> find(String password, Collection<String> around) {
    if (password.replaceAll("\\s+", " ").length() < Accounts.PASSWORD_LEAST
        || password.length() > Accounts.PASSWORD_MOST) {
      return Optional.of(
          new PasswordFault.PasswordLength(Accounts.PASSWORD_LEAST, Accounts.PASSWORD_MOST));
    }
    return isGuessable(password, around)
        ? Optional.of(PasswordFault.Plain.GUESSABLE_PASSWORD)
        : Optional.empty();
  }

  private static boolean isGuessable(String password, Collection<String> around) {
    Set<String> words = new HashSet<>(COMMON);
    for (String each : around) {
      for (String word : each.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
        if (word.length() >= SHORTEST_WORD) {
          words.add(word);
        }
      }
    }
    String lower = password.toLowerCase(Locale.ROOT);
    return fewest(lower, words) <= MOST_WORDS
        || fewest(undressed(lower), words) <= MOST_WORDS
        || fewest(undressedInside(lower), words) <= MOST_WORDS;
  }

  /// The least number of words in a password, without digits, signs and keyboard runs. It exceeds
  /// [#MOST_WORDS] if there are other parts.
  private static int fewest(String password, Set<String> words) {
    return fewest(password, 0, new TreeSet<>(), words, new HashSet<>());
  }

  private static int fewest(
      String password, int from, Set<String> used, Set<String> words, Set<String> dead) {
    if (used.size() > MOST_WORDS || !dead.add(from + " " + used)) {
      return MOST_WORDS + 1;
    }
    if (from == password.length()) {
      return used.size();
    }
    if (!Character.isLetter(password.charAt(from))) {
      int rest = fewest(password, from + 1, used, words, dead);
      if (rest <= MOST_WORDS) {
        return rest;
      }
    }
    for (int to = password.length(); to > from; to--) {
      String part = password.substring(from, to);
      int rest = MOST_WORDS + 1;
      if (isRun(part)) {
        rest = fewest(password, to, used, words, dead);
      } else if (words.contains(part)) {
        Set<String> more = new TreeSet<>(used);
        more.add(part);
        rest = fewest(password, to, more, words, dead);
      }
      if (rest <= MOST_WORDS) {
        return rest;
      }
    }
    return MOST_WORDS + 1;
  }

  /// Whether signs are adjacent on a keyboard or in the alphabet, or all the same.
  private static boolean isRun(String part) {
    if (part.length() < SHORTEST_RUN) {
      return part.chars().distinct().count() == 1 && part.length() > 1;
    }
    String back = new StringBuilder(part).reverse().toString();
    for (String row : ROWS) {
      if (row.contains(part) || row.contains(back)) {
        return true;
      }
    }
    return part.chars().distinct().count() == 1;
  }

  /// With substituted letters restored.
  private static String undressed(String word) {
    return word.chars()
        .map(each -> DRESSED.indexOf(each) < 0 ? each : PLAIN.charAt(DRESSED.indexOf(each)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// The same, except for digits and signs at both ends.
  private static String undressedInside(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetter(word.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(word.charAt(to - 1))) {
      to--;
    }
    return undressed(word.substring(from, to));
  }

  private static Set<String> common() {
    try (InputStream in =
            Objects.requireNonNull(
                PasswordPolicy.class.getResourceAsStream("common-passwords.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Set.of(line.strip().split("\\s+")).stream())
          .filter(word -> word.length() >= SHORTEST_WORD)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
