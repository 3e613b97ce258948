package org.parley.reading.source;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;

/// The numbers that Word shows before paragraphs and that stand in no text: they are counted as the
/// document is read.
final class ListNumbers {

  private static final int LEVELS = 9;
  private static final String[] TENS = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
  private static final String[] ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};

  private static final int MOST_STYLES = 10;
  private static final String RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя";
  private static final String ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

  private final XWPFDocument document;

  /// The lists, with their levels, that began anew.
  private final Set<String> begun = new HashSet<>();

  private final Map<BigInteger, int[]> counters = new HashMap<>();

  ListNumbers(XWPFDocument document) {
    this.document = document;
  }

  /// The number of a paragraph with a space after it; empty for none and for bullets.
  String next(XWPFParagraph paragraph) {
    CTNumPr properties = numbering(paragraph);
    XWPFNumbering numbering = document.getNumbering();
    if (properties == null || properties.getNumId() == null || numbering == null) {
      return "";
    }
    XWPFNum list = numbering.getNum(properties.getNumId().getVal());
    XWPFAbstractNum shape =
        list == null ? null : numbering.getAbstractNum(list.getCTNum().getAbstractNumId().getVal());
    int level = properties.getIlvl() == null ? 0 : properties.getIlvl().getVal().intValue();
    CTLvl own = shape == null ? null : level(list, shape, level);
    if (list == null || shape == null || own == null || own.getLvlText() == null) {
      return "";
    }
    int[] counts =
        counters.computeIfAbsent(list.getCTNum().getAbstractNumId().getVal(), _ -> new int[LEVELS]);
    restart(list, counts, level);
    count(list, shape, counts, level);
    String text = String.valueOf(own.getLvlText().getVal());
    if (format(own).equals("bullet")) {
      return "";
    }
    for (int i = 0; i < LEVELS; i++) {
      CTLvl each = level(list, shape, i);
      String part = "%" + (i + 1);
      if (each != null && text.contains(part)) {
        boolean isLegal = i < level && own.getIsLgl() != null;
        text = text.replace(part, numeral(counts[i], isLegal ? "decimal" : format(each)));
      }
    }
    return text.isBlank() ? "" : text + " ";
  }

  /// The level of a list that a paragraph itself names, or its style; null for none.
  @Nullable CTLvl level(XWPFParagraph paragraph) {
    CTNumPr properties = numbering(paragraph);
    XWPFNumbering numbering = document.getNumbering();
    XWPFNum list =
        properties == null || properties.getNumId() == null || numbering == null
            ? null
            : numbering.getNum(properties.getNumId().getVal());
    XWPFAbstractNum shape =
        list == null || numbering == null
            ? null
            : numbering.getAbstractNum(list.getCTNum().getAbstractNumId().getVal());
    int level =
        properties == null || properties.getIlvl() == null
            ? 0
            : properties.getIlvl().getVal().intValue();
    return list == null || shape == null ? null : level(list, shape, level);
  }

  /// A list may begin anew where it is first used.
  private void restart(XWPFNum list, int[] counts, int level) {
    for (CTNumLvl each : list.getCTNum().getLvlOverrideList()) {
      boolean isLevel = each.getIlvl() != null && each.getIlvl().intValue() == level;
      if (isLevel
          && each.getStartOverride() != null
          && begun.add(list.getCTNum().getNumId() + "/" + level)) {
        // one before its first number; a level without a number yet is 0
        counts[level] = Math.max(0, each.getStartOverride().getVal().intValue() - 1);
      }
    }
  }

  private static void count(XWPFNum list, XWPFAbstractNum shape, int[] counts, int level) {
    for (int i = 0; i < LEVELS; i++) {
      if (i == level || (i < level && counts[i] == 0)) {
        counts[i] = counts[i] == 0 ? start(level(list, shape, i)) : Math.addExact(counts[i], 1);
      } else if (i > level) {
        counts[i] = 0;
      }
    }
  }

  private static int start(@Nullable CTLvl level) {
    return level == null || level.getStart() == null ? 1 : level.getStart().getVal().intValue();
  }

  private static String format(CTLvl level) {
    return level.getNumFmt() == null ? "decimal" : String.valueOf(level.getNumFmt().getVal());
  }

  private static @Nullable CTLvl level(XWPFNum list, XWPFAbstractNum shape, int level) {
    for (CTNumLvl each : list.getCTNum().getLvlOverrideList()) {
      if (each.getIlvl() != null && each.getIlvl().intValue() == level && each.getLvl() != null) {
        return each.getLvl();
      }
    }
    for (CTLvl each : shape.getCTAbstractNum().getLvlList()) {
      if (each.getIlvl().intValue() == level) {
        return each;
      }
    }
    return null;
  }

  /// Of the paragraph, or of its style or one that this is based on.
  private @Nullable CTNumPr numbering(XWPFParagraph paragraph) {
    CTPPrBase own = paragraph.getCTP().getPPr();
    if (own != null && own.getNumPr() != null) {
      return own.getNumPr();
    }
    String name = paragraph.getStyle();
    XWPFStyle style =
        name == null || document.getStyles() == null ? null : document.getStyles().getStyle(name);
    for (int i = 0; i < MOST_STYLES && style != null; i++) {
      CTPPrBase ofStyle = style.getCTStyle().getPPr();
      if (ofStyle != null && ofStyle.getNumPr() != null) {
        return ofStyle.getNumPr();
      }
      String base = style.getBasisStyleID();
      style = base == null ? null : document.getStyles().getStyle(base);
    }
    return null;
  }

  /// A number as HTML or Word formats it.
  ///
  /// @param format `a`, `A`, `i` or `I` of HTML, or a name of Word; decimal for any other
  static String numeral(int number, String format) {
    return switch (format) {
      case "a", "lowerLetter" -> letters(number);
      case "A", "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "i", "lowerRoman" -> roman(number);
      case "I", "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      case "russianLower" -> letter(RUSSIAN, number);
      case "russianUpper" -> letter(RUSSIAN, number).toUpperCase(Locale.ROOT);
      case "arabicAbjad" -> letter(ABJAD, number);
      default -> Integer.toString(number);
    };
  }

  private static String letter(String letters, int number) {
    return number < 1 || number > letters.length()
        ? Integer.toString(number)
        : letters.substring(number - 1, number);
  }

  private static String letters(int number) {
    // the twenty-seventh item of Word is "aa", the twenty-eighth "bb"
    return number < 1 || number > 26 * 9
        ? Integer.toString(number)
        : Character.toString('a' + (number - 1) % 26).repeat((number - 1) / 26 + 1);
  }

  private static String roman(int number) {
    return number < 1 || number > 99
        ? Integer.toString(number)
        : TENS[number / 10] + ONES[number % 10];
  }
}
