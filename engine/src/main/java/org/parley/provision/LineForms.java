package org.parley.provision;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kind of a line by its words alone: a heading, a formula, half a sentence.
final class LineForms {

  private static final int LONGEST_HEADING = 120;

  static final int LONGEST_CAPITALS = 90;

  /// Signs of a heading between the paragraphs of a series.
  private static final int LONGEST_CROSSHEAD = 60;

  /// Letters of a heading that fills its line.
  private static final int FULL_LINE = 50;

  /// The last word of a line that goes on in the next one.
  private static final Pattern GOES_ON = links("(?: (?:%s))$");

  /// The first word of a line that goes on from the one before.
  private static final Pattern GONE_ON = links("^(?:(?:%s) )");

  /// The beginnings of the formulas after the last provision, in letters alone.
  private static final List<String> CLOSINGS =
      List.of(
          "inwitnesswhere",
          "doneat",
          "donein",
          "signedat",
          "signedin",
          "signedon",
          "signedby",
          "signedfor",
          "signator",
          "signature",
          "enfoidequoi",
          "faità",
          "faiten",
          "faitle",
          "hechoen",
          "dadoen",
          "dadaen",
          "feitoem",
          "feitaem",
          "emtestemunho",
          "entestimonio",
          "thisagreementwassigned",
          "signedthis",
          "enfede",
          "suscrit",
          "firmad",
          "совершенов",
          "вчинено",
          "підпис",
          "подпис",
          "geschehenzu",
          "حررفي",
          "حررب",
          "وقعفي",
          "وإثباتا");

  /// The same where a colon and the names follow.
  private static final List<String> PARTICIPANTS =
      List.of("participants", "lesparticipants", "losparticipantes", "участники", "учасники");

  /// The heading of a text that follows the signatures.
  private static final Pattern PROTOCOL =
      Pattern.compile(
          "(?:\\p{L}+ )?(?:PROTOCOLE?|PROTOCOLO|PROTOKOLL|ПРОТОКОЛ)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// The beginning of a cell; a mark of a list alone is none.
  private static final Pattern CELL = Pattern.compile("[\\p{L}\\p{N}]");

  private LineForms() {}

  /// A pattern with the words that link others.
  private static Pattern links(String pattern) {
    return Pattern.compile(
        String.format(
            Locale.ROOT,
            pattern,
            "OF|THE|AND|OR|FOR|TO|IN|ON|WITH|BY|DE|DU|DES|LA|LE|LES|ET|DANS|SUR|POUR|Y|EL|LOS|LAS"
                + "|DEL|EN|PARA|И|В|НА|О|ПО|ДЛЯ|ТА|UND|DER|DIE|DAS"),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// Whether a line ends with a word that another must follow.
  static boolean breaksOff(String line) {
    return !line.isEmpty() && !isInCapitals(line) && GOES_ON.matcher(line).find();
  }

  /// Whether words may be a heading between the paragraphs of a series.
  static boolean isShortHeading(String words) {
    return words.length() <= LONGEST_CROSSHEAD
        && Character.isUpperCase(words.codePointAt(0))
        && isHeading(words)
        && !breaksOff(words);
  }

  /// The letters alone, in lower case.
  static String letters(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  /// Whether a formula of signature begins.
  static boolean isClosing(String words) {
    String letters = letters(words);
    return CLOSINGS.stream().anyMatch(letters::startsWith)
        || (PARTICIPANTS.stream().anyMatch(letters::startsWith) && words.endsWith(":"));
  }

  /// Whether words are a row of a table: cells with a tabulator between them.
  static boolean isRow(String words) {
    Matcher cell = CELL.matcher(words);
    return cell.find() && words.indexOf('\t', cell.start()) >= 0;
  }

  /// Whether words are a row of three cells or more, so that a number in the first is none of a
  /// provision. `1.`, `(a)` and a text are no such row.
  static boolean isLongRow(String words) {
    String[] cells = words.split("\t+", -1);
    return cells.length > 2
        && NumberReader.read(cells[1] + " X").stream()
            .allMatch(it -> NumberReader.isUnmarked(it.number()));
  }

  /// Whether a heading goes on in the line below it.
  static boolean goesOn(String above, String words) {
    return above.length() >= FULL_LINE
        || GOES_ON.matcher(above).find()
        || GONE_ON.matcher(words).find();
  }

  /// Whether words may begin a sentence.
  static boolean beginsSentence(String words) {
    return words.isEmpty() || !Character.isLowerCase(words.codePointAt(0));
  }

  /// Whether words end as a sentence or an item does.
  static boolean ends(String words) {
    return words.matches("(?s).*[.;:?!…。；：？！؛؟]['\"’”»)\\]]*[*⁰¹²³⁴-⁹]{0,3}$");
  }

  /// Whether words may be a heading.
  static boolean isHeading(String words) {
    return words.length() <= LONGEST_HEADING
        && !isRow(words)
        && !words.matches("(?s).*([.;:,。；：，،؛]|[:;] ?[-–—])\\*{0,3}$")
        // words that are disputed whole
        && !words.startsWith("[")
        && !words.matches("[^\\[]*].*")
        && !QuotedLines.areBegun(words)
        && !OperativeVerbs.areIn(words);
  }

  /// Whether words are a heading in capitals.
  static boolean isInCapitals(String words) {
    return words.length() <= LONGEST_CAPITALS
        && words.codePoints().noneMatch(Character::isLowerCase)
        && words.codePoints().filter(Character::isUpperCase).count() >= 4
        && isHeading(words);
  }

  /// Whether words head a text that follows the signatures.
  static boolean isProtocol(String words) {
    return isHeading(words) && PROTOCOL.matcher(words).matches();
  }
}
