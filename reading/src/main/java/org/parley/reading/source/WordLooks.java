package org.parley.reading.source;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.w3c.dom.Node;

/// How far paragraphs of a Word document are moved in, and which of its signs are raised.
final class WordLooks {

  private static final int MOST_STYLES = 10;

  /// Half points that a sign is raised by at least.
  private static final int RAISED_HALF_POINTS = 3;

  private final XWPFDocument document;
  private final ListNumbers numbers;

  /// Whether signs of a style are raised.
  private final Map<String, Boolean> raised = new HashMap<>();

  WordLooks(XWPFDocument document, ListNumbers numbers) {
    this.document = document;
    this.numbers = numbers;
  }

  /// The spaces before a paragraph: by its own indent, or that of its list, or of its style.
  String indent(XWPFParagraph paragraph) {
    Node properties = WordText.child(paragraph.getCTP().getDomNode(), "pPr");
    Integer own = left(properties);
    boolean isListed = properties != null && WordText.child(properties, "numPr") != null;
    Integer styled = own == null ? ofStyle(paragraph.getStyle()) : null;
    CTLvl level = own == null && (isListed || styled == null) ? numbers.level(paragraph) : null;
    Integer listed = level == null ? null : left(WordText.child(level.getDomNode(), "pPr"));
    Integer found = own != null ? own : listed != null ? listed : styled;
    return found == null ? "" : TextIndent.of(found);
  }

  private @Nullable Integer ofStyle(@Nullable String name) {
    XWPFStyle style = style(name);
    for (int i = 0; i < MOST_STYLES && style != null; i++) {
      Integer left = left(WordText.child(style.getCTStyle().getDomNode(), "pPr"));
      if (left != null) {
        return left;
      }
      style = style(style.getBasisStyleID());
    }
    return null;
  }

  private @Nullable XWPFStyle style(@Nullable String name) {
    return name == null || document.getStyles() == null
        ? null
        : document.getStyles().getStyle(name);
  }

  private static @Nullable Integer left(@Nullable Node properties) {
    Node indent = properties == null ? null : WordText.child(properties, "ind");
    if (indent == null) {
      return null;
    }
    String start = OdtParts.attribute(indent, "start");
    String left = start == null ? OdtParts.attribute(indent, "left") : start;
    return left != null && left.matches("-?\\d{1,6}") ? Integer.valueOf(left) : null;
  }

  /// Whether the signs of a run are raised.
  boolean isRaised(Node run) {
    Node properties = WordText.child(run, "rPr");
    if (properties == null) {
      return false;
    }
    Node own = WordText.child(properties, "vertAlign");
    Node style = WordText.child(properties, "rStyle");
    Node position = WordText.child(properties, "position");
    return own != null
        ? isRaising(own)
        : position != null
            ? OdtParts.count(position, "val", 0) >= RAISED_HALF_POINTS
            : style != null
                && raised.computeIfAbsent(
                    String.valueOf(OdtParts.attribute(style, "val")), this::isRaisedIn);
  }

  private boolean isRaisedIn(String name) {
    XWPFStyle style = style(name);
    for (int i = 0; i < MOST_STYLES && style != null; i++) {
      Node properties = WordText.child(style.getCTStyle().getDomNode(), "rPr");
      Node own = properties == null ? null : WordText.child(properties, "vertAlign");
      if (own != null) {
        return isRaising(own);
      }
      style = style(style.getBasisStyleID());
    }
    return false;
  }

  private static boolean isRaising(Node vertical) {
    return "superscript".equals(OdtParts.attribute(vertical, "val"));
  }
}
