package org.parley.web.export;

import java.text.DecimalFormatSymbols;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.parley.exchange.tables.TableCell;
import org.parley.wording.Language;

/// Reads the value of one cell of a page.
///
/// A value stated for programs, in `data-value`, comes first. Then come a lone date, and a number
/// as the language of the page writes it. All else is words.
final class CellReader {

  private static final String VALUE = "data-value";

  /// Elements that a reader of the page does not see, or cannot take along.
  private static final Set<String> LEFT_OUT =
      Set.of("button", "script", "style", "template", "noscript", "table");

  private static final Set<String> LINES =
      Set.of(
          "p",
          "div",
          "li",
          "dt",
          "dd",
          "ul",
          "ol",
          "dl",
          "details",
          "summary",
          "h2",
          "h3",
          "h4",
          "blockquote");

  /// The class of the number of a point, which stands apart from its title.
  private static final String NUMBER = "no";

  /// Parsed once, and not for each cell.
  private static final Evaluator TIME = Selector.evaluatorOf("time[datetime]");

  /// A tag, a reference to a character, or a character that HTML does not take as it is.
  private static final Pattern MARKUP = Pattern.compile("[<&\\x00]");

  private final Pattern number;
  private final String decimal;

  CellReader(Language language) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
    this.decimal = String.valueOf(symbols.getDecimalSeparator());
    String group = language == Language.ENGLISH ? "," : " ";
    this.number =
        Pattern.compile(
            "([-\\u2212]?)(\\d{1,3}(?:%s\\d{3})+|\\d+)(?:%s(\\d+))?(?: ?(%%))?"
                .formatted(Pattern.quote(group), Pattern.quote(decimal)));
  }

  TableCell read(Element cell) {
    if (cell.hasAttr(VALUE)) {
      return TableCell.of(cell.attr(VALUE));
    }
    String text = text(cell);
    Element time = cell.selectFirst(TIME);
    if (time != null && text(time).equals(text)) {
      return TableCell.of(time.attr("datetime"));
    }
    // a number that names a row is a name
    return cell.normalName().equals("th") ? new TableCell.Words(text) : figure(text);
  }

  private TableCell figure(String text) {
    Matcher found = number.matcher(squeezed(text));
    if (!found.matches()) {
      return new TableCell.Words(text);
    }
    String sign = found.group(1).isEmpty() ? "" : "-";
    String fraction = found.group(3) == null ? "" : "." + found.group(3);
    String percent = found.group(4) == null ? "" : "%";
    String whole = found.group(2).replaceAll("\\D", "");
    TableCell read = TableCell.of(sign + whole + fraction + percent);
    return read instanceof TableCell.Words ? new TableCell.Words(text) : read;
  }

  /// The words of an element as a reader sees or hears them, one line for each block.
  static String text(Element element) {
    StringBuilder said = new StringBuilder();
    say(element, said);
    return said.toString()
        .lines()
        .map(line -> squeezed(line).strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// The words of a part of a page.
  static String text(String html) {
    return MARKUP.matcher(html).find()
        ? text(Jsoup.parseBodyFragment(html).body())
        : squeezed(html).strip();
  }

  private static String squeezed(String text) {
    StringBuilder squeezed = new StringBuilder(text.length());
    squeeze(text, squeezed);
    return squeezed.toString();
  }

  /// Appends a text with one space for each run of spaces.
  private static void squeeze(String text, StringBuilder squeezed) {
    boolean isInRun = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (!isSpace(sign)) {
        squeezed.append(sign);
        isInRun = false;
      } else if (!isInRun) {
        squeezed.append(' ');
        isInRun = true;
      }
    }
  }

  private static boolean isSpace(char sign) {
    return switch (sign) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r', '\u00a0', '\u2007', '\u202f' -> true;
      default -> false;
    };
  }

  private static void say(Element element, StringBuilder said) {
    for (Node each : element.childNodes()) {
      if (each instanceof TextNode words) {
        squeeze(words.getWholeText(), said);
      } else if (each instanceof Element inner && !isLeftOut(inner)) {
        sayElement(inner, said);
      }
    }
  }

  private static boolean isLeftOut(Element element) {
    return LEFT_OUT.contains(element.normalName())
        || element.hasClass("take")
        || element.attr("aria-hidden").equals("true");
  }

  private static void sayElement(Element inner, StringBuilder said) {
    boolean isBlock = LINES.contains(inner.normalName()) || inner.hasClass("line");
    if (isBlock || inner.normalName().equals("br")) {
      said.append('\n');
    }
    switch (inner.normalName()) {
      case "svg", "img" -> said.append(inner.attr("aria-label")).append(inner.attr("alt"));
      case "input" -> said.append(input(inner));
      case "textarea" -> said.append(inner.wholeText());
      case "select" ->
          inner.select("option[selected]").forEach(each -> said.append(each.text()).append(' '));
      default -> say(inner, said);
    }
    said.append(isBlock ? "\n" : inner.hasClass(NUMBER) ? " " : "");
  }

  private static String input(Element input) {
    return switch (input.attr("type")) {
      case "hidden", "submit", "button" -> "";
      case "checkbox", "radio" -> input.hasAttr("checked") ? input.attr("value") : "";
      default -> input.attr("value");
    };
  }
}
