package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;

/// The turns of a transcript, found by the labels before colons: `SPECIAL ENVOY ANN BERG:`,
/// `QUESTION (Radio North):`, `Q.`, `ANSWER:`, `THE PRESIDENT:`.
///
/// Two labels in capitals or two words of asking make a transcript; then labels such as `Minister
/// Berg:` count as well. Cost: linear in the text.
public final class Script {

  /// The role of a label.
  public enum Kind {
    ASKED,
    /// Answered by somebody whom the label does not name.
    ANSWERED,
    SPOKEN,
    /// A heading: nobody's turn.
    HEADING
  }

  /// A turn, up to the next one.
  ///
  /// @param from the beginning of its line
  /// @param label the words before the colon, without what stands in brackets
  /// @param at the position of these words
  public record LabelledTurn(int from, Kind kind, String label, TextSpan at) {}

  private static final int MAX_LABEL = 90;
  private static final int MAX_WORDS = 12;
  private static final int ENOUGH = 2;

  /// Two of three turns that ask make an asker.
  private static final int MOSTLY = 3;

  /// So many turns make it sure that who asks before the end of them is a host.
  private static final int OFTEN = 4;

  /// The most characters of a turn that asks before its end: "And the fees? They want those paid."
  private static final int SHORT = 300;

  private static final Set<String> SMALL =
      Set.of("of", "the", "for", "and", "to", "in", "at", "on", "de", "la", "al", "el", "van");

  private final String text;
  private final List<LabelledTurn> turns;

  private Script(String text, List<LabelledTurn> turns) {
    this.text = text;
    this.turns = List.copyOf(turns);
  }

  /// The turns of a text; none if it is no transcript.
  public static Script of(String text, Lexicon lexicon) {
    List<LabelledTurn> found = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      turn(text, start, end, lexicon).ifPresent(found::add);
      start = end + 1;
    }
    List<LabelledTurn> turns = withAskers(text, found);
    Set<String> spoken = new HashSet<>();
    boolean isAnswered =
        turns.stream()
            .filter(each -> each.kind() == Kind.SPOKEN)
            .anyMatch(each -> !spoken.add(each.label()));
    long sure = (isAnswered ? turns : found).stream().filter(Script::isSure).count();
    boolean isAsked = isAnswered && turns.stream().anyMatch(each -> each.kind() == Kind.ASKED);
    return new Script(text, sure < ENOUGH && !isAsked ? List.of() : turns);
  }

  /// Turns under the label of an outlet or of a host. They end with question marks, or are short
  /// and have one. Who speaks there asks.
  private static List<LabelledTurn> withAskers(String text, List<LabelledTurn> turns) {
    Map<String, Integer> spoken = new HashMap<>();
    Map<String, Integer> asked = new HashMap<>();
    Map<String, Integer> hasAsked = new HashMap<>();
    for (int i = 0; i + 1 < turns.size(); i++) {
      LabelledTurn each = turns.get(i);
      if (each.kind() == Kind.SPOKEN && !turns.get(i + 1).label().equals(each.label())) {
        spoken.merge(each.label(), 1, Integer::sum);
        asked.merge(each.label(), isQuestion(text, each, turns.get(i + 1)) ? 1 : 0, Integer::sum);
        hasAsked.merge(each.label(), isAsking(text, each, turns.get(i + 1)) ? 1 : 0, Integer::sum);
      }
    }
    return turns.stream()
        .map(
            each -> {
              int all = spoken.getOrDefault(each.label(), 0);
              Map<String, Integer> asking = all < OFTEN ? asked : hasAsked;
              int asks =
                  Math.max(
                      asked.getOrDefault(each.label(), 0), asking.getOrDefault(each.label(), 0));
              return each.kind() == Kind.SPOKEN && all > 0 && MOSTLY * asks >= all * (MOSTLY - 1)
                  ? new LabelledTurn(each.from(), Kind.ASKED, each.label(), each.at())
                  : each;
            })
        .toList();
  }

  private static boolean isQuestion(String text, LabelledTurn turn, LabelledTurn next) {
    int end = next.from() - 1;
    while (end > turn.at().end() && !isMark(text.charAt(end))) {
      end--;
    }
    return text.charAt(end) == '?';
  }

  /// Whether a short turn asks before its end.
  private static boolean isAsking(String text, LabelledTurn turn, LabelledTurn next) {
    return next.from() - turn.at().end() < SHORT
        && text.indexOf('?', turn.at().end(), next.from()) > 0;
  }

  /// Whether a letter or a mark of punctuation other than quotation marks and brackets.
  private static boolean isMark(char c) {
    return !Character.isWhitespace(c) && "\"'”’»)]".indexOf(c) < 0;
  }

  /// Whether the text is a transcript.
  public boolean isPresent() {
    return !turns.isEmpty();
  }

  public List<LabelledTurn> turns() {
    return turns;
  }

  /// The turn at a position of the text.
  public Optional<LabelledTurn> at(int position) {
    int low = 0;
    int high = turns.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (turns.get(middle).from() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(turns.get(low - 1));
  }

  /// The text with labels and stage directions blank, of the same length.
  public String spoken() {
    if (turns.isEmpty()) {
      return text;
    }
    char[] all = text.toCharArray();
    for (LabelledTurn each : turns) {
      int end = Math.min(all.length, bracketEnd(each.at().end()));
      blank(all, each.from(), end);
    }
    int start = 0;
    while (start < all.length) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? all.length : end;
      String line = text.substring(start, end).strip();
      boolean isStage =
          (line.startsWith("[") && line.endsWith("]"))
              || (line.startsWith("(") && line.endsWith(")"));
      if (isStage) {
        blank(all, start, end);
      }
      start = end + 1;
    }
    return new String(all);
  }

  private static void blank(char[] all, int from, int to) {
    for (int i = from; i < to; i++) {
      all[i] = all[i] == '\n' ? '\n' : ' ';
    }
  }

  /// The end of the colon after a label, and of brackets between.
  private int bracketEnd(int from) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_LABEL);
    while (end < limit && text.charAt(end) != ':' && text.charAt(end) != '\n') {
      end++;
    }
    return end < limit && text.charAt(end) == ':' ? end + 1 : from;
  }

  private static boolean isSure(LabelledTurn turn) {
    return switch (turn.kind()) {
      case ASKED, ANSWERED -> true;
      case SPOKEN -> isCapitals(turn.label());
      case HEADING -> false;
    };
  }

  static boolean isCapitals(String words) {
    return words.equals(words.toUpperCase(Locale.ROOT))
        && words.codePoints().filter(Character::isLetter).count() > 1;
  }

  private static Optional<LabelledTurn> turn(String text, int start, int end, Lexicon lexicon) {
    int from = start;
    while (from < end && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (from < end && isAsking(text, from, end)) {
      int stop = from + 1 < end && ".:)".indexOf(text.charAt(from + 1)) >= 0 ? from + 2 : from + 1;
      return Optional.of(new LabelledTurn(start, Kind.ASKED, "Q", new TextSpan(from, stop)));
    }
    int colon = text.indexOf(':', from);
    boolean isLabel =
        colon > from
            && colon < Math.min(end, from + MAX_LABEL)
            && (colon + 1 >= end || Character.isWhitespace(text.charAt(colon + 1)));
    if (!isLabel) {
      return Optional.empty();
    }
    int bracket = text.substring(from, colon).indexOf('(');
    int stop = bracket > 0 ? from + bracket : colon;
    while (stop > from && Character.isWhitespace(text.charAt(stop - 1))) {
      stop--;
    }
    TextSpan at = new TextSpan(from, stop);
    String label = at.in(text);
    return kind(label, lexicon).map(kind -> new LabelledTurn(start, kind, label, at));
  }

  /// "Q. Is it true", "Q Is it true".
  private static boolean isAsking(String text, int from, int end) {
    if (text.charAt(from) != 'Q' || from + 2 >= end) {
      return false;
    }
    char next = text.charAt(from + 1);
    return ".)".indexOf(next) >= 0
        ? Character.isWhitespace(text.charAt(from + 2))
        : Character.isWhitespace(next) && !Character.isLowerCase(text.charAt(from + 2));
  }

  private static Optional<Kind> kind(String label, Lexicon lexicon) {
    String[] words = label.split("\\s+");
    if (words.length == 0 || words.length > MAX_WORDS || label.isBlank()) {
      return Optional.empty();
    }
    String first = plain(words[0]);
    String last = plain(words[words.length - 1]);
    Phrases headings = lexicon.get("script.headings");
    if (headings.hasWord(first) || (first.equals("for") && headings.hasWord(last))) {
      return Optional.of(Kind.HEADING);
    }
    for (String word : words) {
      if (!isNamePart(word)) {
        return Optional.empty();
      }
    }
    if (lexicon.get("script.askers").hasWord(first)) {
      return Optional.of(Kind.ASKED);
    }
    return Optional.of(lexicon.get("script.answers").hasWord(first) ? Kind.ANSWERED : Kind.SPOKEN);
  }

  private static boolean isNamePart(String word) {
    int first = word.codePointAt(0);
    return Character.isUpperCase(first)
        || Character.isDigit(first)
        || SMALL.contains(word)
        || word.equals("&")
        || word.equals("-");
  }

  /// A word in lower case, without marks at its end.
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
  }
}
