package org.parley.provision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber.Numeral;

/// A provision that is being read.
final class OpenProvision {
  final @Nullable ProvisionNumber number;
  final int line;
  final List<String> paragraphs = new ArrayList<>();

  /// The lines at which those were begun that came line by line.
  final List<Integer> begunAt = new ArrayList<>();

  final List<OpenProvision> parts = new ArrayList<>();
  String heading = "";
  int headingLine;
  boolean hasParagraphsApart;

  /// The spaces before it.
  int indent;

  /// Whether its lines go on further in than it begins.
  private boolean isHanging;

  /// A line of its paragraph goes on.
  void goOnAt(int indent) {
    isHanging |= indent > this.indent;
    this.indent = Math.min(this.indent, indent);
  }

  /// Whether it is further in than a line.
  boolean isFurtherIn(int indent) {
    return indent < this.indent || (isHanging && indent == this.indent);
  }

  void heading(String words, int at) {
    heading = words;
    headingLine = at;
  }

  OpenProvision(@Nullable ProvisionNumber number, int line) {
    this.number = number;
    this.line = line;
  }

  Unit unit() {
    return number == null ? Unit.ITEM : number.unit();
  }

  boolean awaitsHeading() {
    return number != null
        && number.unit() != Unit.ITEM
        && heading.isEmpty()
        && paragraphs.isEmpty()
        && parts.isEmpty();
  }

  /// A line that was broken in two is one paragraph again.
  void add(ProvisionLine line) {
    if (!paragraphs.isEmpty()
        && (line.continues() || Character.isLowerCase(line.words().codePointAt(0)))
        && !LineForms.ends(paragraphs.getLast())
        && !LineForms.isRow(paragraphs.getLast())
        && !LineForms.isRow(line.words())
        && !EnactingWords.areBeforeReasons(line.words())) {
      goOn(line.words());
    } else {
      hasParagraphsApart = paragraphs.isEmpty() || (hasParagraphsApart && line.isApart());
      paragraphs.add(line.words());
      begunAt.add(line.at());
    }
  }

  /// A line that is a paragraph as it stands.
  void addWhole(String words, int at) {
    paragraphs.add(words);
    begunAt.add(at);
  }

  void goOn(String words) {
    paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + words);
  }

  /// Whether the first paragraph names the provision: parts follow it, or sentences.
  private boolean beginsWithHeading() {
    return unit() == Unit.ITEM
        && (number == null || !number.isUnnumbered())
        && !paragraphs.isEmpty()
        && LineForms.isHeading(paragraphs.getFirst())
        && !Character.isLowerCase(paragraphs.getFirst().codePointAt(0))
        && (paragraphs.size() == 1
            ? !parts.isEmpty()
            : hasParagraphsApart && namesWhatFollows(paragraphs.getFirst()));
  }

  /// Items of a list have small letters, and seldom names.
  private boolean namesWhatFollows(String words) {
    return number != null
        && number.numeral() != Numeral.LETTER
        && number.numeral() != Numeral.ROMAN
        && words.length() <= LineForms.LONGEST_CAPITALS
        && LineForms.ends(paragraphs.get(1))
        && !LineForms.breaksOff(words);
  }

  TextProvision read() {
    List<String> words = paragraphs;
    String title = heading;
    if (beginsWithHeading()) {
      title = words.getFirst();
      words = words.subList(1, words.size());
    }
    return new TextProvision(
        number, title, words, line, parts.stream().map(OpenProvision::read).toList());
  }
}
