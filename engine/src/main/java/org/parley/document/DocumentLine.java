package org.parley.document;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.text.Segment;

/// A paragraph of a text as it is printed.
///
/// @param element the element it belongs to
/// @param role its place in the element
/// @param depth how many elements it stands in
/// @param items how many numbered items it stands in
/// @param number the number it begins with, and what separates it; empty for none
/// @param words its words after the number; a line end breaks the line within the paragraph
public record DocumentLine(
    DocumentElement element,
    LineRole role,
    int depth,
    int items,
    String number,
    List<Segment> words) {

  /// The place of a paragraph in its element.
  public enum LineRole {
    /// The number and the heading.
    HEAD,
    /// The first words of an item, with its number.
    FIRST,
    /// Further words.
    BODY
  }

  public DocumentLine {
    words = List.copyOf(words);
  }

  /// The steps by which the paragraph is moved in: those of what is around it, and one for a number
  /// of its own.
  public int indent() {
    return element.kind() == ElementKind.ITEM && !element.isUnnumbered() ? items + 1 : items;
  }

  /// The signs between a number and a heading.
  static String separator(String number) {
    return number.endsWith(".") || number.endsWith(")") ? " " : ". ";
  }

  static List<DocumentLine> list(DocumentText text) {
    List<DocumentLine> lines = new ArrayList<>();
    text.elements().forEach(each -> add(each, 0, 0, lines));
    return lines;
  }

  private static void add(DocumentElement each, int depth, int items, List<DocumentLine> lines) {
    lines.addAll(own(each, depth, items));
    int inside = each.kind() == ElementKind.ITEM ? items + 1 : items;
    each.parts().forEach(part -> add(part, depth + 1, inside, lines));
  }

  /// The paragraphs of an element without those of its parts.
  private static List<DocumentLine> own(DocumentElement each, int depth, int items) {
    List<DocumentLine> lines = new ArrayList<>();
    List<List<Segment>> paragraphs = paragraphs(each.words());
    int next = 0;
    if (each.kind() == ElementKind.ITEM && each.heading().isEmpty()) {
      boolean hasWords = !paragraphs.isEmpty();
      String number = each.number() + (hasWords && !each.number().isEmpty() ? "\t" : "");
      lines.add(
          new DocumentLine(
              each,
              LineRole.FIRST,
              depth,
              items,
              number,
              hasWords ? paragraphs.getFirst() : List.of()));
      next = 1;
    } else if (!each.number().isEmpty() || !each.heading().isEmpty()) {
      lines.add(head(each, depth, items));
    }
    for (List<Segment> words :
        paragraphs.subList(Math.min(next, paragraphs.size()), paragraphs.size())) {
      lines.add(new DocumentLine(each, LineRole.BODY, depth, items, "", words));
    }
    return lines;
  }

  private static DocumentLine head(DocumentElement each, int depth, int items) {
    boolean isAlone = each.number().isEmpty() || each.heading().isEmpty();
    String between =
        isAlone ? "" : each.kind() == ElementKind.ITEM ? "\t" : separator(each.number());
    List<Segment> heading =
        each.heading().isEmpty() ? List.of() : List.of(new Segment.Plain(each.heading()));
    return new DocumentLine(each, LineRole.HEAD, depth, items, each.number() + between, heading);
  }

  /// Words paragraph by paragraph: a line end outside brackets ends one.
  public static List<List<Segment>> paragraphs(List<Segment> words) {
    List<List<Segment>> paragraphs = new ArrayList<>();
    List<Segment> open = new ArrayList<>();
    for (Segment each : words) {
      if (each instanceof Segment.Plain(String said)) {
        int from = 0;
        for (int end = said.indexOf('\n'); end >= 0; end = said.indexOf('\n', from)) {
          plain(said.substring(from, end), open);
          close(open, paragraphs);
          from = end + 1;
        }
        plain(said.substring(from), open);
      } else {
        open.add(each);
      }
    }
    close(open, paragraphs);
    return paragraphs;
  }

  private static void plain(String words, List<Segment> open) {
    if (!words.isEmpty()) {
      open.add(new Segment.Plain(words));
    }
  }

  private static void close(List<Segment> open, List<List<Segment>> paragraphs) {
    boolean isBlank =
        open.stream()
            .allMatch(each -> each instanceof Segment.Plain(String said) && said.isBlank());
    if (!isBlank) {
      paragraphs.add(List.copyOf(open));
    }
    open.clear();
  }
}
