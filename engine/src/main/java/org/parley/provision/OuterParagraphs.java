package org.parley.provision;

import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber.Numeral;

/// Paragraphs after a list. One that is less far in than the last item belongs to the provision
/// around the list. It stands after the items, without a number of its own.
final class OuterParagraphs {

  /// Signs of an item at most that names what stands below it.
  private static final int LONGEST_NAME = 60;

  private final Deque<OpenProvision> open;
  private final OpenProvision root;

  /// The paragraphs after the list, and the provision they are part of; null inside lists.
  private @Nullable OpenProvision after;

  private OpenProvision around;

  /// @param open the open provisions, the innermost first
  OuterParagraphs(Deque<OpenProvision> open, OpenProvision root) {
    this.open = open;
    this.root = root;
    this.around = root;
  }

  /// A number of no series that is open may begin a list below these paragraphs.
  void enter() {
    if (after != null) {
      while (!open.isEmpty() && open.element() != around) {
        open.pop();
      }
      open.push(after);
      after = null;
    }
  }

  boolean areOpen() {
    return after != null;
  }

  /// A provision begins.
  void end() {
    after = null;
  }

  /// The provision that a line without a number belongs to.
  OpenProvision of(ProvisionLine line) {
    OpenProvision inner = after == null ? open.element() : after;
    if (after == null && isAfterList(inner, parent(), line)) {
      return in(parent(), line);
    }
    if (!line.begins()) {
      inner.goOnAt(line.indent());
      return inner;
    }
    if (LineForms.isRow(line.words())
        || line.words().startsWith("*")
        || (after != null && line.indent() >= inner.indent)) {
      return inner;
    }
    OpenProvision found = around(line);
    return found == open.element() ? found : in(found, line);
  }

  /// Whether a paragraph ends the sentence that a list of phrases is part of: "(a) advisers; (b)
  /// trainers," and below "shall leave the country."
  private static boolean isAfterList(OpenProvision item, OpenProvision parent, ProvisionLine line) {
    Numeral numeral = item.number == null ? Numeral.OTHER : item.number.numeral();
    return line.isApart()
        && Character.isLowerCase(line.words().codePointAt(0))
        && (numeral == Numeral.LETTER || numeral == Numeral.ROMAN)
        && isPhrase(item, ",")
        && parent.parts.size() > 1
        && parent.parts.stream()
            .limit(parent.parts.size() - 1L)
            .allMatch(each -> isPhrase(each, ";"));
  }

  private static boolean isPhrase(OpenProvision item, String end) {
    return item.parts.isEmpty()
        && item.paragraphs.size() == 1
        && item.paragraphs.getFirst().endsWith(end);
  }

  /// The provision around the innermost.
  private OpenProvision parent() {
    return open.stream().skip(1).findFirst().orElse(root);
  }

  /// The innermost provision that is not further in than a line.
  private OpenProvision around(ProvisionLine line) {
    Iterator<OpenProvision> outwards = open.iterator();
    OpenProvision each = outwards.next();
    while (each.unit() == Unit.ITEM && each.isFurtherIn(line.indent())) {
      OpenProvision parent = outwards.hasNext() ? outwards.next() : root;
      if (heads(each, parent)) {
        each.indent = line.indent();
        return each;
      }
      each = parent;
    }
    return each;
  }

  /// Whether an item names what follows: "1. Ceasefire" above its text. In a list of names the item
  /// before it is a name alone.
  private static boolean heads(OpenProvision item, OpenProvision parent) {
    int before = parent.parts.size() - 2;
    return item.parts.isEmpty()
        && item.paragraphs.size() == 1
        && isName(item)
        && (before < 0
            || parent.parts.get(before).paragraphs.size() > 1
            || !parent.parts.get(before).parts.isEmpty());
  }

  private static boolean isName(OpenProvision item) {
    String words = item.paragraphs.getFirst();
    Numeral numeral = item.number == null ? Numeral.LETTER : item.number.numeral();
    return numeral != Numeral.LETTER
        && numeral != Numeral.ROMAN
        && (LineForms.isHeading(words)
            || (words.length() <= LONGEST_NAME
                && !words.endsWith(";")
                && !OperativeVerbs.areIn(words)));
  }

  private OpenProvision in(OpenProvision parent, ProvisionLine line) {
    OpenProvision last = parent.parts.isEmpty() ? parent : parent.parts.getLast();
    boolean goesOn = last.number != null && last.number.isUnnumbered();
    OpenProvision found = goesOn ? last : unnumbered(parent, line.at());
    found.indent = line.indent();
    after = found;
    around = parent;
    return found;
  }

  private static OpenProvision unnumbered(OpenProvision parent, int line) {
    int place =
        1
            + (int)
                parent.parts.stream()
                    .filter(it -> it.number != null && it.number.isUnnumbered())
                    .count();
    OpenProvision made = new OpenProvision(ProvisionNumber.unnumbered(place), line);
    parent.parts.add(made);
    return made;
  }
}
